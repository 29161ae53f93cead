"""Text to numbers by NumberStyles and culture: Parse and TryParse of the numeric types."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format, thrown
from spshell.values.culture import NumberCulture, current_numbers, number_culture

LEADING_WHITE, TRAILING_WHITE, LEADING_SIGN, TRAILING_SIGN, PARENTHESES, POINT = 1, 2, 4, 8, 16, 32
THOUSANDS, EXPONENT, CURRENCY, HEX, BINARY = 64, 128, 256, 512, 1024
INTEGER, NUMBER, FLOAT = 7, 111, 231
_BLANKS = " \t\n\v\f\r"


def numbers_of(provider: Any) -> NumberCulture:
    """The number symbols of a format provider; null means the current culture."""
    if provider is None:
        return current_numbers()
    if isinstance(provider, NumberCulture):
        return provider
    inner = getattr(provider, "numbers", None)
    if isinstance(inner, NumberCulture):
        return inner
    name = provider if isinstance(provider, str) else getattr(provider, "name", None)
    return number_culture(name) if isinstance(name, str) else current_numbers()


class Digits:
    """A number as written: ``whole`` and ``fraction`` digits, ``exponent``, sign."""

    __slots__ = ("exponent", "fraction", "negative", "whole")

    def __init__(self) -> None:
        self.whole = ""
        self.fraction = ""
        self.exponent = 0
        self.negative = False

    def python_text(self) -> str:
        """The number as Python's float and Decimal read it."""
        sign = "-" if self.negative else ""
        return f"{sign}{self.whole or '0'}.{self.fraction or '0'}e{self.exponent}"

    def integer(self) -> int | None:
        """The number when it is whole."""
        digits, places = self.whole + self.fraction, self.exponent - len(self.fraction)
        if places < 0:
            if digits[places:].strip("0") if -places <= len(digits) else digits.strip("0"):
                return None
            digits = digits[:places] if -places < len(digits) else "0"
            places = 0
        value = int(digits or "0") * 10 ** min(places, 400)
        return int(-value if self.negative else value)


def scan(text: str, styles: int, culture: NumberCulture) -> Digits | None:
    """The parts of a number by styles; None when the text has another form."""
    reader = _Scanner(text, styles, culture)
    return reader.digits if reader.run() else None


class _Scanner:
    def __init__(self, text: str, styles: int, culture: NumberCulture) -> None:
        self.text = text.rstrip("\0")
        self.styles = styles
        self.culture = culture
        self.digits = Digits()
        self.at = 0
        self.signed = self.open = self.currency = False

    def take(self, piece: str) -> bool:
        if piece and self.text.startswith(piece, self.at):
            self.at += len(piece)
            return True
        return False

    def blanks(self, flag: int) -> None:
        while self.styles & flag and self.at < len(self.text) and self.text[self.at] in _BLANKS:
            self.at += 1

    def sign(self, flag: int) -> bool:
        if self.signed or not self.styles & flag:
            return False
        if self.take(self.culture.negative) or self.take("-") or self.take("\u2212"):
            self.digits.negative = True
        elif not self.take(self.culture.positive):
            return False
        self.signed = True
        return True

    def symbol(self) -> bool:
        if self.currency or not self.styles & CURRENCY or not self.take(self.culture.currency_symbol):
            return False
        self.currency = True
        return True

    def run(self) -> bool:
        self.blanks(LEADING_WHITE)
        while self.sign(LEADING_SIGN) or self.symbol() or self.parenthesis():
            self.blanks(LEADING_WHITE)
        if not self.number():
            return False
        self.power()
        self.blanks(TRAILING_WHITE)
        while self.sign(TRAILING_SIGN) or self.symbol() or (self.open and self.close()):
            self.blanks(TRAILING_WHITE)
        return self.at == len(self.text) and not self.open

    def parenthesis(self) -> bool:
        if self.signed or not self.styles & PARENTHESES or not self.take("("):
            return False
        self.open = self.signed = self.digits.negative = True
        return True

    def close(self) -> bool:
        if self.take(")"):
            self.open = False
            return True
        return False

    def number(self) -> bool:
        digits = self.digits
        seen = False
        while self.at < len(self.text):
            character = self.text[self.at]
            if character in "0123456789":
                digits.whole += character
                seen = True
                self.at += 1
            elif not (seen and self.styles & THOUSANDS and self.group()):
                break
        if self.styles & POINT and self.take(self.culture.decimal):
            while self.at < len(self.text) and self.text[self.at] in "0123456789":
                digits.fraction += self.text[self.at]
                seen = True
                self.at += 1
        return seen

    def group(self) -> bool:
        group = self.culture.group
        return self.take(group) or (group in ("\u00a0", "\u202f") and (self.take(" ") or self.take("\u00a0")))

    def power(self) -> None:
        if not self.styles & EXPONENT or self.text[self.at : self.at + 1] not in ("e", "E"):
            return
        start = self.at
        self.at += 1
        negative = self.take("-")
        if not negative:
            self.take("+")
        first = self.at
        while self.at < len(self.text) and self.text[self.at] in "0123456789":
            self.at += 1
        if self.at == first:
            self.at = start
            return
        power = min(int(self.text[first : self.at]), 100_000)
        self.digits.exponent = -power if negative else power


def _radix(text: str, base: int, bits: int, *, signed: bool) -> int | None:
    body = text.strip(_BLANKS).rstrip("\0")
    if not body or any(character not in "0123456789abcdef"[:base] for character in body.lower()):
        return None
    value = int(body, base)
    if bits and value >= 1 << bits:
        raise OverflowError
    if signed and bits and value >= 1 << (bits - 1):
        value -= 1 << bits
    return value


def parse_integer(text: Any, low: int | None, high: int | None, styles: int, provider: Any, name: str) -> int:
    """A whole number within limits (none for BigInteger); raises FormatException or OverflowException."""
    if text is None:
        raise argument_null("s")
    value: int | None
    if styles & (HEX | BINARY):
        bits = (high - low).bit_length() if low is not None and high is not None else 0
        try:
            value = _radix(text, 16 if styles & HEX else 2, bits, signed=low is not None and low < 0)
        except OverflowError:
            raise thrown("System.OverflowException", "Overflow", name) from None
    else:
        digits = scan(text, styles, numbers_of(provider))
        value = None
        if digits is not None:
            value = digits.integer()
            if value is None:
                raise thrown("System.OverflowException", "Overflow", name)
    if value is None:
        raise bad_format("FormatNumber", text)
    if (low is not None and value < low) or (high is not None and value > high):
        raise thrown("System.OverflowException", "Overflow", name)
    return value


def parse_real(text: Any, styles: int, provider: Any) -> float:
    """A double; too large numbers are infinite; raises FormatException."""
    if text is None:
        raise argument_null("s")
    if styles & (HEX | BINARY):
        raise bad_argument("Hexadecimal and binary styles suit whole numbers only.", "style")
    culture = numbers_of(provider)
    special = text.strip(_BLANKS)
    for symbol, value in (
        (culture.infinity, "inf"),
        (culture.negative_infinity, "-inf"),
        (culture.nan, "nan"),
    ):
        if special.lower() == symbol.lower():
            return float(value)
    digits = scan(text, styles, culture)
    if digits is None:
        raise bad_format("FormatNumber", text)
    return float(digits.python_text())


def parse_decimal(text: Any, styles: int, provider: Any) -> Any:
    """A decimal with its trailing zeros; raises FormatException or OverflowException."""
    from decimal import Decimal

    from spshell.values.decimals import fit

    if text is None:
        raise argument_null("s")
    digits = scan(text, styles, numbers_of(provider))
    if digits is None:
        raise bad_format("FormatNumber", text)
    sign = "-" if digits.negative else ""
    value = Decimal(f"{sign}{digits.whole or '0'}{'.' if digits.fraction else ''}{digits.fraction}")
    if digits.exponent:
        value = value.scaleb(digits.exponent) if value else value
        if digits.exponent > 0 and int(value.as_tuple().exponent) > 0:
            value = Decimal(int(value))
    if abs(value) >= Decimal(2) ** 96:
        raise thrown("System.OverflowException", "Overflow", "Decimal")
    return fit(value)
