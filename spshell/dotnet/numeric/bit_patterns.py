"""The members of System.BitConverter that read the bits of one number as another."""

from __future__ import annotations

import struct
from typing import Any

from spshell.values.numbers import Int64, Single, UInt32, UInt64

_PAIRS: tuple[tuple[str, str, str, str, str, Any], ...] = (
    ("DoubleToInt64Bits", "long", "double", "<d", "<q", Int64),
    ("DoubleToUInt64Bits", "ulong", "double", "<d", "<Q", UInt64),
    ("Int64BitsToDouble", "double", "long", "<q", "<d", float),
    ("UInt64BitsToDouble", "double", "ulong", "<Q", "<d", float),
    ("SingleToInt32Bits", "int", "float", "<f", "<i", int),
    ("SingleToUInt32Bits", "uint", "float", "<f", "<I", UInt32),
    ("Int32BitsToSingle", "float", "int", "<i", "<f", Single),
    ("UInt32BitsToSingle", "float", "uint", "<I", "<f", Single),
)


def _reader(source: str, target: str, kind: Any) -> Any:
    return lambda value: kind(struct.unpack(target, struct.pack(source, value))[0])


def bit_patterns() -> list[tuple[str, Any]]:
    """The signatures with what carries them out."""
    return [
        (f"static {result} {name}({parameter} value)", _reader(source, target, kind))
        for name, result, parameter, source, target, kind in _PAIRS
    ]
