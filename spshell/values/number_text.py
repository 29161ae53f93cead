"""How numbers are written without a format: shortest round-trip digits, or 15 (7) significant digits.

.NET's G form: plain digits while the exponent lies between -5 and a limit (the precision, or 17 and 9
digits for the shortest form), else ``1E+17``.
"""

from __future__ import annotations

from math import isnan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAN = "NaN"
DOUBLE_LIMIT, SINGLE_LIMIT = 17, 9
"""The exponents from which the shortest form is written with E."""


def special(value: float, infinity: str = "Infinity") -> str | None:
    """NaN and the infinities; None for any other number."""
    if isnan(value):
        return _NAN
    if value == float("inf"):
        return infinity
    if value == float("-inf"):
        return "-" + infinity
    return None


def general(negative: bool, digits: str, exponent: int, limit: int, marker: str = "E", width: int = 2) -> str:
    """Digits (no trailing zeros) times a power of ten of the first digit, in .NET's G form."""
    sign = "-" if negative else ""
    if exponent >= limit or exponent < -4:
        mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        mark = "-" if exponent < 0 else "+"
        return f"{sign}{mantissa}{marker}{mark}{abs(exponent):0{width}d}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{digits}"
    if len(digits) <= exponent + 1:
        return sign + digits + "0" * (exponent + 1 - len(digits))
    return f"{sign}{digits[: exponent + 1]}.{digits[exponent + 1 :]}"


def split_scientific(text: str) -> tuple[bool, str, int]:
    """(negative, digits without trailing zeros, exponent of the first digit) of Python's ``1.5e+20`` form."""
    negative = text[0] == "-"
    mantissa, _, power = text.lstrip("-").partition("e")
    digits = mantissa.replace(".", "").rstrip("0")
    return negative, digits or "0", int(power)


def double_text(value: float) -> str:
    """[double].ToString(): the shortest digits that read back to the same value."""
    text = repr(value)
    if "e" not in text and "n" not in text:
        if text.endswith(".0"):
            return text[:-2]
        if not text.startswith(("0.0000", "-0.0000")):
            return text
    named = special(value)
    if named is not None:
        return named
    return general(*shortest_digits(value), DOUBLE_LIMIT)


def shortest_digits(value: float) -> tuple[bool, str, int]:
    """(negative, digits, exponent) of the shortest form of a double."""
    text = repr(value)
    if "e" in text:
        return split_scientific(text)
    negative = text[0] == "-"
    whole, _, fraction = text.lstrip("-").partition(".")
    digits = (whole + fraction).lstrip("0")
    if not digits:
        return negative, "0", 0
    exponent = len(whole) - 1 if whole != "0" else -1 - (len(fraction) - len(fraction.lstrip("0")))
    return negative, digits.rstrip("0") or "0", exponent


def double_text15(value: float) -> str:
    """A double inside text: 15 significant digits."""
    text = repr(value)
    if len(text) < 16 and "e" not in text and "n" not in text:
        if text.endswith(".0"):
            return text[:-2]
        if not text.startswith(("0.0000", "-0.0000")):
            return text
    named = special(value)
    if named is not None:
        return named
    return general(*split_scientific(f"{value:.14e}"), 15)


def single_text(value: float) -> str:
    """[float].ToString(): the shortest digits that read back to the same 32-bit value."""
    named = special(value)
    if named is not None:
        return named
    return general(*shortest_single_digits(value), SINGLE_LIMIT)


def shortest_single_digits(value: float) -> tuple[bool, str, int]:
    """(negative, digits, exponent) of the shortest form of a 32-bit float."""
    from struct import pack

    target = pack("<f", value)
    for precision in range(9):
        text = f"{value:.{precision}e}"
        try:
            if pack("<f", float(text)) == target:
                return split_scientific(text)
        except OverflowError:  # rounded up beyond the largest single: needs more digits
            continue
    return split_scientific(f"{value:.8e}")


def single_text7(value: float) -> str:
    """A [float] inside text: 7 significant digits."""
    named = special(value)
    if named is not None:
        return named
    return general(*split_scientific(f"{value:.6e}"), 7)


def number_text(value: Any) -> str:
    """[string] of any number but Double and Single."""
    from spshell.values.decimals import is_decimal, to_text

    return to_text(value) if is_decimal(value) else int.__repr__(value)
