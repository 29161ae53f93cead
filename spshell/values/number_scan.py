"""Text to number: the language's literals (``0x1F``, ``5kb``, ``1.5d``) and .NET's plain parsers.

Source: about_Numeric_Literals; .NET NumberStyles.
"""

from __future__ import annotations

from math import isfinite

from spshell.values.numbers import (
    INT_RANGES,
    BigInteger,
    Byte,
    Int16,
    Int64,
    SByte,
    UInt16,
    UInt32,
    UInt64,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MULTIPLIERS = {"k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40, "p": 2**50}
_SUFFIX_TYPES: dict[str, tuple[type, ...]] = {
    "y": (SByte,),
    "uy": (Byte,),
    "s": (Int16,),
    "us": (UInt16,),
    "l": (Int64,),
    "u": (UInt32, UInt64),
    "ul": (UInt64,),
}
_DIGITS = "0123456789"
_HEX = "0123456789abcdefABCDEF"
_DASHES = "-\u2013\u2014\u2015"
_WHITE = "\t\n\v\f\r "


def scan_number(text: str) -> Any:
    """The value of a numeric literal with an optional sign (blank text is 0); None when it is none."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    if not text:
        return 0
    negative = text[0] in _DASHES
    start = 1 if negative or text[0] == "+" else 0
    if start == len(text) or text[start] not in _DIGITS + ".":
        return None
    prefix = text[start : start + 2].lower()
    if prefix in ("0x", "0b"):
        digits, position = _run(text, start + 2, _HEX if prefix == "0x" else "01")
        if not digits and prefix == "0b":
            return None
        tail = _tail(text, position, hexadecimal=prefix == "0x")
        if tail is None:
            return None
        suffix, multiplier = tail
        number = (
            _hexadecimal(digits, suffix)
            if prefix == "0x"
            else _binary(digits, unsigned=suffix.startswith("u"))
        )
        if suffix in ("", "u") and len(digits) == (16 if prefix == "0x" else 64):
            suffix += "l"
        return _fitting((-number if negative else number) * multiplier, suffix, plain=False)
    scanned = _scan_decimal(text, start)
    if scanned is None:
        return None
    digits, real, position = scanned
    tail = _tail(text, position)
    if tail is None:
        return None
    suffix, multiplier = tail
    if real:
        return _real(("-" if negative else "") + digits, suffix, multiplier)
    number = int(digits)
    return _fitting((-number if negative else number) * multiplier, suffix, plain=True)


def _run(text: str, start: int, alphabet: str) -> tuple[str, int]:
    end = start
    while end < len(text) and text[end] in alphabet:
        end += 1
    return text[start:end], end


def _scan_decimal(text: str, start: int) -> tuple[str, bool, int] | None:
    """(digits as Python spells them, has point or exponent, end)."""
    whole, position = _run(text, start, _DIGITS)
    fraction = exponent = ""
    real = False
    if position < len(text) and text[position] == ".":
        fraction, position = _run(text, position + 1, _DIGITS)
        real = True
        if not whole and not fraction:
            return None
    if position < len(text) and text[position] in "eE":
        position += 1
        sign = ""
        if position < len(text) and (text[position] == "+" or text[position] in _DASHES):
            sign = "-" if text[position] in _DASHES else ""
            position += 1
        power, position = _run(text, position, _DIGITS)
        if not power:
            return None
        exponent = f"e{sign}{power}"
        real = True
    return (f"{whole}.{fraction}{exponent}" if real else whole), real, position


def _tail(text: str, position: int, *, hexadecimal: bool = False) -> tuple[str, int] | None:
    """Type suffix and multiplier after the digits; None when anything else follows."""
    rest = text[position:].lower()
    multiplier = 1
    if rest.endswith("b") and len(rest) > 1 and rest[-2] in _MULTIPLIERS:
        multiplier = _MULTIPLIERS[rest[-2]]
        rest = rest[:-2]
    if rest in _SUFFIX_TYPES or rest in ("", "n") or (rest == "d" and not hexadecimal):
        return rest, multiplier
    return None


def _hexadecimal(digits: str, suffix: str) -> int:
    """Digits that fill the width of the type (8, 16 without suffix) are two's complement."""
    number = int(digits or "0", 16)
    if suffix.startswith("u"):
        return number
    width = {"y": 2, "s": 4, "l": 16}.get(suffix) or (8 if len(digits) < 15 else 16)
    if len(digits) == width and int(digits[0], 16) > 7:
        number -= 1 << (4 * width)
    return number


def _binary(digits: str, *, unsigned: bool) -> int:
    """Digits that fill a byte, short, int, long (or more) are two's complement."""
    number = int(digits, 2)
    count = len(digits)
    if not unsigned and digits[0] == "1" and (count in (8, 16, 32, 64, 96) or count >= 128):
        number -= 1 << count
    return number


def _fitting(number: int, suffix: str, *, plain: bool) -> Any:
    """A whole number in the type of its suffix, or in the narrowest of int, long, decimal, double."""
    if suffix == "n":
        return BigInteger(number)
    if suffix == "d":
        return _decimal(str(number))
    if suffix:
        for kind in _SUFFIX_TYPES[suffix]:
            low, high = INT_RANGES[kind]
            if low <= number <= high:
                return kind(number)
        return None
    if -(2**31) <= number < 2**31:
        return number
    if -(2**63) <= number < 2**63:
        return Int64(number)
    if not plain:
        return None
    found = _decimal(str(number))
    if found is not None:
        return found
    try:
        return float(number)
    except OverflowError:
        return None


def _decimal(text: str) -> Any:
    from spshell.values import decimals
    from spshell.values.exceptions import NetException

    try:
        return decimals.parse(text)
    except NetException:
        return None


def _real(digits: str, suffix: str, multiplier: int) -> Any:
    if suffix == "d":
        value = _decimal(digits)
        if value is None or multiplier == 1:
            return value
        from spshell.values import decimals
        from spshell.values.exceptions import NetException

        try:
            return decimals.binary("multiply", value, decimals.from_int(multiplier))
        except NetException:
            return None
    number = float(digits) * multiplier
    if not suffix:
        return number
    if not isfinite(number):
        return None
    return _fitting(round(number), suffix, plain=True)


def parse_double(text: str) -> float | None:
    """.NET's Double.Parse with thousands, invariant: blanks around, trailing NULs, ``1,000.5e3``, NaN,
    Infinity.
    """
    text = text.strip(_WHITE)
    special = {
        "nan": "nan",
        "-nan": "nan",
        "+nan": "nan",
        "infinity": "inf",
        "+infinity": "inf",
        "-infinity": "-inf",
    }.get(text.lower())
    if special is not None:
        return float(special)
    cleaned = clean_number(text, thousands=True, point=True, exponent=True)
    return None if cleaned is None else float(cleaned)


def parse_integer(text: str, *, thousands: bool = False) -> int | None:
    """.NET's integer Parse: a sign and digits with blanks around and trailing NULs."""
    cleaned = clean_number(text, thousands=thousands, point=False, exponent=False)
    return None if cleaned is None else int(cleaned)


def clean_number(text: str, *, thousands: bool, point: bool, exponent: bool) -> str | None:
    """The digits of a number as Python spells them, without blanks and thousands commas; None when
    ill-formed.
    """
    text = text.strip(_WHITE).rstrip("\0").rstrip(_WHITE)
    sign = ""
    if text[:1] in ("-", "+"):
        sign = "-" if text[0] == "-" else ""
        text = text[1:]
    position = 0
    whole = ""
    while position < len(text):
        character = text[position]
        if character in _DIGITS:
            whole += character
        elif not (character == "," and thousands and whole):
            break
        position += 1
    fraction = ""
    if point and text[position : position + 1] == ".":
        fraction, position = _run(text, position + 1, _DIGITS)
    if not whole and not fraction:
        return None
    result = sign + (whole or "0") + ("." + fraction if fraction else "")
    if exponent and text[position : position + 1] in ("e", "E"):
        after = position + 1
        power_sign = ""
        if text[after : after + 1] in ("-", "+"):
            power_sign = text[after]
            after += 1
        power, end = _run(text, after, _DIGITS)
        if power:
            result += f"e{power_sign}{power}"
            position = end
    return result if position == len(text) else None


def parse_prefixed_integer(text: str, kind: type) -> int | None:
    """.NET's integer type converters: ``0x``, ``&h`` and ``#`` digits are the bits of the type; None when
    not hex.

    Raises OverflowError when there are more bits than the type has.
    """
    text = text.strip()
    if text.startswith("#"):
        digits = text[1:]
    elif text[:2].lower() in ("0x", "&h"):
        digits = text[2:]
    else:
        return None
    if digits[:2].lower() == "0x":
        digits = digits[2:]
    if not digits or any(c not in _HEX for c in digits):
        return None
    number = int(digits, 16)
    low, high = INT_RANGES[kind]
    bits = (high - low).bit_length()
    if number >= 1 << bits:
        raise OverflowError
    return number - (1 << bits) if number > high else number
