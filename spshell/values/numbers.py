"""Numeric types beside ``int`` (Int32) and ``float`` (Double): one small class a .NET type.

``[int]`` is an exact ``int`` inside the Int32 range and ``[double]`` an exact ``float``.
Every other number has a class of its own, so that ``type(x)`` alone tells the .NET type.
Arithmetic on them goes through :mod:`spshell.values.arithmetic`, never through Python's operators.
``[decimal]`` is Python's own ``decimal.Decimal``, imported only when a decimal appears.
"""

from __future__ import annotations


class Int64(int):
    """System.Int64, ``[long]``."""

    __slots__ = ()


class Byte(int):
    """System.Byte."""

    __slots__ = ()


class SByte(int):
    """System.SByte."""

    __slots__ = ()


class Int16(int):
    """System.Int16, ``[short]``."""

    __slots__ = ()


class UInt16(int):
    """System.UInt16, ``[ushort]``."""

    __slots__ = ()


class UInt32(int):
    """System.UInt32, ``[uint]``."""

    __slots__ = ()


class UInt64(int):
    """System.UInt64, ``[ulong]``."""

    __slots__ = ()


class BigInteger(int):
    """System.Numerics.BigInteger, ``[bigint]``."""

    __slots__ = ()


class Single(float):
    """System.Single, ``[float]``: holds the nearest value that fits in 32 bits."""

    __slots__ = ()


class Char(str):
    """System.Char: one UTF-16 code unit (a lone surrogate is allowed)."""

    __slots__ = ()


_CHARACTERS: dict[str, Char] = {}


def char_of(text: str) -> Char:
    """A character as System.Char; ASCII ones are made once, for they never change."""
    found = _CHARACTERS.get(text)
    if found is None:
        found = Char(text)
        if text.isascii():
            _CHARACTERS[text] = found
    return found


NUMBER_NAMES = (
    "Byte",
    "SByte",
    "Int16",
    "UInt16",
    "Int32",
    "UInt32",
    "Int64",
    "UInt64",
    "Single",
    "Double",
    "Decimal",
)
"""The numeric types of System, without the namespace."""

NUMBER_TYPES = frozenset(f"System.{name}" for name in NUMBER_NAMES)

INT32_MAX = 2**31 - 1
INT32_MIN = -(2**31)

INT_RANGES: dict[type, tuple[int, int]] = {
    int: (-(2**31), 2**31 - 1),
    Int64: (-(2**63), 2**63 - 1),
    Byte: (0, 255),
    SByte: (-128, 127),
    Int16: (-(2**15), 2**15 - 1),
    UInt16: (0, 2**16 - 1),
    UInt32: (0, 2**32 - 1),
    UInt64: (0, 2**64 - 1),
}
