"""The value and type of a number as written: 5, 0xFF, 1kb, 1.5e3, 7ul, 10d."""

from __future__ import annotations

import re

_DASH = "\\-\u2013\u2014\u2015"
_EXPONENT = rf"[eE][+{_DASH}]?[0-9]+"

NUMBER = re.compile(
    rf"([+{_DASH}]?)"
    rf"(?:0[xX]([0-9a-fA-F]*)"
    rf"|0[bB]([01]*)"
    rf"|([0-9]+\.(?!\.)[0-9]*(?:{_EXPONENT})?|\.[0-9]*(?:{_EXPONENT})?|[0-9]+{_EXPONENT})"
    rf"|([0-9]+))"
    rf"([dDlLnNsSuUyY]{{0,2}})"
    rf"([kKmMgGtTpP][bB])?"
)

SUFFIXES = frozenset(["", "u", "s", "l", "d", "y", "n", "ul", "us", "uy"])

_MULTIPLIERS = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50}

_INTEGERS = {
    "y": ((-0x80, 0x7F, "System.SByte"),),
    "uy": ((0, 0xFF, "System.Byte"),),
    "s": ((-0x8000, 0x7FFF, "System.Int16"),),
    "us": ((0, 0xFFFF, "System.UInt16"),),
    "l": ((-(1 << 63), (1 << 63) - 1, "System.Int64"),),
    "ul": ((0, (1 << 64) - 1, "System.UInt64"),),
    "u": ((0, (1 << 32) - 1, "System.UInt32"), (0, (1 << 64) - 1, "System.UInt64")),
    "": ((-(1 << 31), (1 << 31) - 1, "System.Int32"), (-(1 << 63), (1 << 63) - 1, "System.Int64")),
}
_DIGITS_AT_ONCE = 4000
_LARGEST_DECIMAL = 79228162514264337593543950335

Value = tuple[int | float | str, str]


def number_value(match: re.Match[str]) -> Value | None:
    """Value and type of a number, or None when its type cannot hold it (about_Numeric_Literals)."""
    sign, hexadecimal, binary, real, whole, suffix, multiplier = match.groups()
    suffix = suffix.lower()
    factor = _MULTIPLIERS[multiplier[0].lower()] if multiplier else 1
    negative = bool(sign) and sign != "+"
    if whole is not None:
        value = (-_whole(whole) if negative else _whole(whole)) * factor
        return _fit(value, suffix, widen=True)
    if real is not None:
        return _real(("-" if negative else "") + real, suffix, factor)
    if negative:
        factor = -factor
    if hexadecimal is not None:
        digits, suffix, signed = _hexadecimal(hexadecimal, suffix)
        bits, base = len(digits) * 4, 16
    else:
        digits, bits, base = binary, len(binary), 2
        if not digits:
            return None
        signed = "u" not in suffix and (bits in {8, 16, 32, 64, 96} or (bits >= 128 and bits % 8 == 0))
        if bits == 64 and suffix in {"", "u"}:
            suffix += "l"
    value = int(digits, base)
    if signed and value >> (bits - 1):
        value -= 1 << bits
    return _fit(value * factor, suffix, widen=False)


def _whole(digits: str) -> int:
    """Decimal digits as a number, however many there are: Python reads only so many at once."""
    value = 0
    for start in range(0, len(digits), _DIGITS_AT_ONCE):
        piece = digits[start : start + _DIGITS_AT_ONCE]
        value = value * 10 ** len(piece) + int(piece)
    return value


def _hexadecimal(digits: str, suffix: str) -> tuple[str, str, bool]:
    # A leading zero keeps the sign bit away unless the digits fill the type exactly.
    padded = "0" + digits
    signed = "u" not in suffix
    if signed:
        width = {"y": 2, "s": 4, "l": 16}.get(suffix) or (8 if len(padded) < 16 else 16)
        if len(padded) == width + 1:
            padded = padded[1:]
    if len(padded) == 16 and suffix in {"", "u"}:
        suffix += "l"
    return padded, suffix, True


def _fit(value: int, suffix: str, widen: bool) -> Value | None:
    if suffix == "n":
        return value, "System.Numerics.BigInteger"
    if suffix == "d":
        return (str(value), "System.Decimal") if abs(value) <= _LARGEST_DECIMAL else None
    for lowest, highest, name in _INTEGERS[suffix]:
        if lowest <= value <= highest:
            return value, name
    if suffix or not widen:
        return None
    if abs(value) <= _LARGEST_DECIMAL:
        return str(value), "System.Decimal"
    try:
        return float(value), "System.Double"
    except OverflowError:
        return None


def _real(text: str, suffix: str, factor: int) -> Value | None:
    for dash in "\u2013\u2014\u2015":
        text = text.replace(dash, "-")
    if text.strip("-+") == ".":
        return None
    if suffix == "d":
        return _decimal(text, factor)
    value = float(text) * factor
    if not suffix:
        return value, "System.Double"
    try:
        return _fit(round(value), suffix, widen=False)
    except (OverflowError, ValueError):
        return None


def _decimal(text: str, factor: int) -> Value | None:
    from decimal import Context, Decimal

    context = Context(prec=60)
    value = context.create_decimal(text)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        if exponent > 60:
            return None
        value = value.quantize(Decimal(1), context=context)
    if abs(value) > _LARGEST_DECIMAL:
        return None
    value = Context(prec=29).plus(value)
    scale = -int(value.as_tuple().exponent)
    if scale > 28:
        value = value.quantize(Decimal(1).scaleb(-28), context=context)
    if factor != 1:
        value = context.multiply(value, Decimal(factor))
        if abs(value) > _LARGEST_DECIMAL:
            return None
        value = Context(prec=29).plus(value)
    return format(value, "f"), "System.Decimal"
