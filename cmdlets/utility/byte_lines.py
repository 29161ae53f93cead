"""Lines of a hexadecimal listing: up to sixteen bytes with their place and their characters."""

from __future__ import annotations

import struct
from typing import Any

from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import Char, UInt64

_LINE = 16
_PACK = {
    "System.Boolean": "?", "System.SByte": "b", "System.Byte": "B", "System.Int16": "<h",
    "System.UInt16": "<H", "System.Int32": "<i", "System.UInt32": "<I", "System.Int64": "<q",
    "System.UInt64": "<Q", "System.Single": "<f", "System.Double": "<d",
}  # fmt: skip


@net_class("Microsoft.PowerShell.Commands.ByteCollection")
class ByteCollection:
    """One line; lines with the same label belong together."""

    __slots__ = ("data", "file", "offset", "ps_members", "title")

    def __init__(self, data: bytes, offset: int, title: str, file: str | None) -> None:
        self.data = data
        self.offset = offset
        self.title = title
        self.file = file
        self.ps_members: Any = None

    @prop("byte[] Bytes {get}")
    def net_bytes(self) -> Any:
        from spshell.dotnet.collections.byte_arrays import byte_array

        return byte_array(self.data)

    @prop("ulong Offset64 {get}")
    def offset64(self) -> UInt64:
        return UInt64(self.offset)

    @prop("string HexOffset {get}")
    def hex_offset(self) -> str:
        return f"{self.offset:016X}"

    @prop("string HexBytes {get}")
    def hex_bytes(self) -> str:
        return self.data.hex(" ").upper()

    @prop("string Ascii {get}")
    def ascii(self) -> str:
        return "".join(_shown(byte) for byte in self.data)

    @prop("string Label {get}")
    def label(self) -> str:
        return self.title

    @prop("string Path {get}")
    def path(self) -> Any:
        return self.file

    @method("string ToString()")
    def to_string(self) -> str:
        return f"{self.hex_offset}   {self.hex_bytes:<47} {self.ascii}"

    ps_text = to_string


def _shown(byte: int) -> str:
    if byte == 0:
        return " "
    return "\ufffd" if byte < 0x20 or 0x7F <= byte < 0xA0 else chr(byte)


def byte_lines(data: bytes, title: str, file: str | None = None) -> list[ByteCollection]:
    """The lines of some bytes."""
    return [
        ByteCollection(data[start : start + _LINE], start, title, file)
        for start in range(0, len(data), _LINE)
    ]


def value_bytes(value: Any, encoding: str) -> bytes | None:
    """The bytes of a value as memory holds them; None for an object that has none."""
    from spshell.values.enumeration import enumerate_value
    from spshell.values.nettype import type_of

    if type(value) is str:
        return value.encode(encoding, "replace")
    if type(value) is Char:
        return str(value).encode("utf-16-le", "surrogatepass")
    if type(value).__name__ == "EnumValue":
        from spshell.values.conversion import convert
        from spshell.values.nettype import BY_CLASS

        return value_bytes(convert(value.value, BY_CLASS[value.net_type.underlying]), encoding)
    form = _PACK.get(type_of(value).full_name)
    if form is not None:
        return struct.pack(form, value)
    items = enumerate_value(value)
    if items is None:
        return None
    parts = [value_bytes(item, encoding) for item in items]
    return None if None in parts else b"".join(part for part in parts if part is not None)


def title_of(value: Any) -> str:
    """``Int32 (System.Int32) <0A1B2C3D>``: the last part tells objects apart."""
    from spshell.values.nettype import type_of

    kind = type_of(value)
    return f"{kind.name} ({kind.full_name}) <{id(value) & 0xFFFFFFFF:08X}>"
