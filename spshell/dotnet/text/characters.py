"""System.Char and System.Text.Rune."""

from __future__ import annotations

import unicodedata
from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.enumerations import enum_number
from spshell.dotnet.system.errors import argument_null, bad_format, out_of_range, thrown
from spshell.values.declare import Members, method, net_class, prop
from spshell.values.numbers import Char

CHAR = Members()

_CATEGORIES = [
    "Lu",
    "Ll",
    "Lt",
    "Lm",
    "Lo",
    "Mn",
    "Mc",
    "Me",
    "Nd",
    "Nl",
    "No",
    "Zs",
    "Zl",
    "Zp",
    "Cc",
    "Cf",
    "Cs",
    "Co",
    "Pc",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
    "Sm",
    "Sc",
    "Sk",
    "So",
    "Cn",
]


def _category(character: str) -> str:
    return unicodedata.category(character)


def _is_blank(character: str) -> bool:
    return _category(character) in ("Zs", "Zl", "Zp") or character in "\t\n\v\f\r\x85\xa0"


_TESTS = {
    "IsControl": lambda c: _category(c) == "Cc",
    "IsDigit": lambda c: _category(c) == "Nd",
    "IsLetter": lambda c: _category(c)[0] == "L",
    "IsLetterOrDigit": lambda c: _category(c)[0] == "L" or _category(c) == "Nd",
    "IsLower": lambda c: _category(c) == "Ll",
    "IsNumber": lambda c: _category(c)[0] == "N",
    "IsPunctuation": lambda c: _category(c)[0] == "P",
    "IsSeparator": lambda c: _category(c)[0] == "Z",
    "IsSymbol": lambda c: _category(c)[0] == "S",
    "IsUpper": lambda c: _category(c) == "Lu",
    "IsWhiteSpace": _is_blank,
    "IsSurrogate": lambda c: "\ud800" <= c <= "\udfff",
    "IsHighSurrogate": lambda c: "\ud800" <= c <= "\udbff",
    "IsLowSurrogate": lambda c: "\udc00" <= c <= "\udfff",
}
_SINGLE_TESTS = {
    "IsAscii": str.isascii,
    "IsAsciiDigit": lambda c: c in "0123456789",
    "IsAsciiHexDigit": lambda c: c in "0123456789abcdefABCDEF",
    "IsAsciiHexDigitLower": lambda c: c in "0123456789abcdef",
    "IsAsciiHexDigitUpper": lambda c: c in "0123456789ABCDEF",
    "IsAsciiLetter": lambda c: c.isascii() and c.isalpha(),
    "IsAsciiLetterLower": lambda c: c.isascii() and c.islower(),
    "IsAsciiLetterUpper": lambda c: c.isascii() and c.isupper(),
    "IsAsciiLetterOrDigit": lambda c: c.isascii() and c.isalnum(),
}


def at(text: str | None, index: int) -> str:
    """A character of a text; raises as .NET's (string, int) overloads do."""
    if text is None:
        raise argument_null("s")
    if not 0 <= index < len(text):
        raise out_of_range("index", index)
    return text[index]


def _test(function: Any) -> Any:
    def run(value: Any, index: int | None = None) -> bool:
        return bool(function(str(value) if index is None else at(value, index)))

    return run


for _name, _function in _TESTS.items():
    CHAR.method(f"static bool {_name}(char c)", f"static bool {_name}(string s, int index)")(_test(_function))
for _name, _function in _SINGLE_TESTS.items():
    CHAR.method(f"static bool {_name}(char c)")(_test(_function))


@CHAR.method("static bool IsBetween(char c, char minInclusive, char maxInclusive)")
def is_between(value: str, low: str, high: str) -> bool:
    return str(low) <= str(value) <= str(high)


def _upper(value: str, _culture: Any = None) -> Char:
    found = str(value).upper()
    return Char(found if len(found) == 1 else value)


def _lower(value: str, _culture: Any = None) -> Char:
    return Char(str(value).lower()[:1])


CHAR.method("static char ToUpper(char c)", "static char ToUpper(char c, cultureinfo culture)")(_upper)
CHAR.method("static char ToUpperInvariant(char c)")(_upper)
CHAR.method("static char ToLower(char c)", "static char ToLower(char c, cultureinfo culture)")(_lower)
CHAR.method("static char ToLowerInvariant(char c)")(_lower)


@CHAR.method("static double GetNumericValue(char c)", "static double GetNumericValue(string s, int index)")
def numeric_value(value: str, index: int | None = None) -> float:
    return unicodedata.numeric(str(value) if index is None else at(value, index), -1.0)


@CHAR.method(
    "static System.Globalization.UnicodeCategory GetUnicodeCategory(char c)",
    "static System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)",
)
def unicode_category(value: str, index: int | None = None) -> Any:
    category = _category(str(value) if index is None else at(value, index))
    return enum_number("System.Globalization.UnicodeCategory", _CATEGORIES.index(category))


@CHAR.method("static string ConvertFromUtf32(int utf32)")
def from_utf32(code: int) -> str:
    if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise out_of_range("utf32", code)
    return chr(code)


@CHAR.method(
    "static int ConvertToUtf32(string s, int index)",
    "static int ConvertToUtf32(char highSurrogate, char lowSurrogate)",
)
def to_utf32(first: Any, second: Any) -> int:
    if isinstance(first, Char):
        return 0x10000 + ((ord(first) - 0xD800) << 10) + ord(second) - 0xDC00
    return ord(at(first, second))


@CHAR.method("static char Parse(string s)")
def parse(text: str | None) -> Char:
    if text is None:
        raise argument_null("s")
    if len(text) != 1:
        raise bad_format("FormatString", text)
    return Char(text)


@CHAR.method("static bool TryParse(string s, out char result)")
def try_parse(text: str | None, result: Any) -> bool:
    result.value = Char(text) if text is not None and len(text) == 1 else Char("\0")
    return text is not None and len(text) == 1


@CHAR.method("string ToString()", "string ToString(System.IFormatProvider provider)")
def to_string(value: Char, _provider: Any = None) -> str:
    return str(value)


@CHAR.method("static string ToString(char c)")
def static_to_string(value: Char) -> str:
    return str(value)


@CHAR.method("int CompareTo(System.Object value)", "int CompareTo(char value)")
def compare_to(value: Char, other: Any) -> int:
    if other is None:
        return 1
    if not isinstance(other, Char):
        raise thrown("System.ArgumentException", "MustBeType", "Char")
    return ord(value) - ord(other)


@CHAR.method("System.TypeCode GetTypeCode()")
def type_code(_value: Char) -> Any:
    return enum_number("System.TypeCode", 4)


CHAR.constant("char MaxValue {get}", Char("\uffff"))
CHAR.constant("char MinValue {get}", Char("\0"))


@net_class("System.Text.Rune", base="System.ValueType", kind="struct", is_value_type=True)
class Rune:
    """One Unicode scalar value."""

    def __init__(self, code: int) -> None:
        self.code = code

    def ps_text(self) -> str:
        return chr(self.code)

    to_string = ps_text

    def net_equals(self, other: Rune) -> bool:
        return self.code == other.code

    @prop("int Value {get}")
    def value(self) -> int:
        return self.code

    @prop("bool IsAscii {get}")
    def is_ascii(self) -> bool:
        return self.code < 128

    @prop("bool IsBmp {get}")
    def is_bmp(self) -> bool:
        return self.code < 0x10000

    @prop("int Utf16SequenceLength {get}")
    def utf16_length(self) -> int:
        return 1 if self.code < 0x10000 else 2

    @prop("int Utf8SequenceLength {get}")
    def utf8_length(self) -> int:
        return len(chr(self.code).encode())

    @method("static bool IsLetter(System.Text.Rune value)")
    @staticmethod
    def is_letter(value: Rune) -> bool:
        return _category(chr(value.code))[0] == "L"


def _declare(net_type: Any) -> None:
    from spshell.dotnet.numeric.numbers import convertible

    CHAR.fill(net_type)
    more = Members()
    convertible(more)
    more.fill(net_type)


define("System.Char").declare = _declare
