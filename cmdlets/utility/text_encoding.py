"""Encoding arguments as Python codecs."""

from __future__ import annotations

from typing import Any

from spshell.values.text import to_text

_NAMES = {
    "utf8": "utf-8", "utf8nobom": "utf-8", "utf-8": "utf-8-sig", "utf8bom": "utf-8-sig", "ascii": "ascii",
    "unicode": "utf-16",
    "bigendianunicode": "utf-16-be", "utf32": "utf-32", "ansi": "cp1252", "oem": "utf-8", "default":
    "utf-8", "string": "utf-16",
    "latin1": "latin-1",
}  # fmt: skip


def encoding_name(value: Any) -> str:
    """The codec for an -Encoding argument: a name of PowerShell's, a code page number, or an Encoding
    object.
    """
    if value is None:
        return "utf-8"
    if type(value) is int:
        return "utf-8" if value == 65001 else f"cp{value}"
    codec = getattr(value, "codec", None)
    if isinstance(codec, str):
        return codec
    text = to_text(value).lower()
    return _NAMES.get(text, text)
