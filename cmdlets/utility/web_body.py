"""The body of a web request: -Body, -Form and -InFile as bytes, and the content type that goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.objects import PSObject
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM_TYPE = "application/x-www-form-urlencoded"


def entries_of(value: Any) -> list[tuple[Any, Any]] | None:
    """The entries of a dictionary; None for anything else."""
    from spshell.values.hashtable import Hashtable

    base = value.base if type(value) is PSObject else value
    if isinstance(base, Hashtable):
        return list(base.items())
    items = getattr(base, "net_items", None)
    return None if items is None else list(items())


def form_text(entries: Iterable[tuple[Any, Any]]) -> str:
    """Entries as a query or a form: ``name=value&...``."""
    from urllib.parse import quote_plus

    return "&".join(
        f"{quote_plus(to_text(name), safe='!()*')}={'' if value is None else quote_plus(_shown(value), safe='!()*')}"
        for name, value in entries
    )


def _shown(value: Any) -> str:
    from spshell.values.text import to_string

    return to_string(value)


def body_bytes(value: Any, codec: str) -> bytes:
    """-Body as it is sent; text in the character set of the content type."""
    from spshell.dotnet.collections.byte_arrays import to_bytes
    from spshell.dotnet.text.streams import Stream
    from spshell.values.arrays import TypedArray

    base = value.base if type(value) is PSObject else value
    if isinstance(base, TypedArray) and base.net_type.full_name == "System.Byte[]":
        return to_bytes(base)
    if isinstance(base, Stream):
        return bytes(base.data[base.at :])
    entries = entries_of(base)
    if entries is not None:
        return form_text(entries).encode(codec, "replace")
    if hasattr(base, "outer_xml"):
        return str(base.outer_xml).encode("utf-8")
    return to_text(base).encode(codec, "replace")


def multipart(entries: Iterable[tuple[Any, Any]]) -> tuple[bytes, str]:
    """-Form as (body, content type): a file for each FileInfo, a text field for everything else."""
    from uuid import uuid4

    boundary = str(uuid4())
    parts: list[bytes] = []
    for name, value in entries:
        head = f"--{boundary}\r\n".encode()
        parts.extend(head + _part(to_text(name), item) + b"\r\n" for item in _fields(value))
    body = b"".join([*parts, f"--{boundary}--\r\n".encode()])
    return body, f'multipart/form-data; boundary="{boundary}"'


def _fields(value: Any) -> list[Any]:
    from spshell.values.enumeration import enumerate_value

    items = enumerate_value(value)
    return [value] if items is None else list(items)


def _part(name: str, value: Any) -> bytes:
    from urllib.parse import quote

    base = value.base if type(value) is PSObject else value
    shown = name if name.isalnum() else f'"{name}"'
    if getattr(type(base), "__name__", "") == "FileInfo":
        path = base.full_name
        with open(path, "rb") as file:
            data = file.read()
        title = path.rpartition("/")[2]
        head = (
            f"Content-Disposition: form-data; name={shown}; filename={title}; filename*=utf-8''{quote(title)}\r\n"
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        return head.encode() + data
    head = f"Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name={shown}\r\n\r\n"
    return head.encode() + ("" if value is None else to_text(value)).encode()
