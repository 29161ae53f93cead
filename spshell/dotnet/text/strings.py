"""System.String: IndexOf, StartsWith and CompareTo follow the culture; Contains, Replace, Split do not."""

from __future__ import annotations

from functools import cache

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import compare_text
from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range, thrown
from spshell.dotnet.text.string_splitting import split_text
from spshell.dotnet.text.text_search import case_folded, ends_with, equal, find, find_last, starts_with
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType
from spshell.values.numbers import Char, char_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STRING = Members()

_BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


def string_array(items: list[str]) -> Any:
    """The items as string[]."""
    from spshell.values.arrays import TypedArray

    return TypedArray(items, _array_type("system.string"))


def char_array(text: str) -> Any:
    """The characters as char[]."""
    from spshell.values.arrays import TypedArray

    return TypedArray(map(char_of, utf16(text)), _array_type("system.char"))


@cache
def _array_type(element: str) -> NetType:
    from spshell.values.typenames import make_array_type

    return make_array_type(BY_NAME[element])


def utf16(text: str) -> str:
    """The text with characters beyond the basic plane as two surrogates, as .NET counts them."""
    if text.isascii() or max(text) < "\U00010000":
        return text
    units: list[str] = []
    for character in text:
        code = ord(character)
        if code > 0xFFFF:
            units += (chr(0xD800 + ((code - 0x10000) >> 10)), chr(0xDC00 + (code & 0x3FF)))
        else:
            units.append(character)
    return "".join(units)


def joined_surrogates(text: str) -> str:
    """Pairs of surrogates as one character again."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@STRING.prop("int Length {get}")
def length(text: str) -> int:
    return len(text) if text.isascii() else len(utf16(text))


@STRING.prop("char Chars(int index) {get}")
def chars(text: str, index: int) -> Char:
    units = utf16(text) if text else text
    if not 0 <= index < len(units):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return Char(units[index])


STRING.constant("string Empty {get}", "")


@STRING.method(
    "string Substring(int startIndex)",
    "string Substring(int startIndex, int length)",
)
def substring(text: str, start: int, count: int | None = None) -> str:
    if start < 0 or start > len(text):
        raise out_of_range("startIndex", start)
    if count is None:
        return text[start:]
    if count < 0 or start + count > len(text):
        raise out_of_range("length", count)
    return text[start : start + count]


def upper(text: str) -> str:
    """Capital letters, one for one: what would grow stays."""
    found = text.upper()
    if len(found) == len(text):
        return found
    return "".join(u if len(u := character.upper()) == 1 else character for character in text)


def lower(text: str) -> str:
    """Small letters, one for one."""
    found = text.lower()
    if len(found) == len(text):
        return found
    return "".join(character.lower()[:1] for character in text)


def _is_turkish(culture: Any) -> bool:
    return culture is not None and str(culture.name).partition("-")[0] in ("tr", "az")


@STRING.method(
    "string ToUpper()",
    "string ToUpper(cultureinfo culture)",
)
def to_upper(text: str, culture: Any = None) -> str:
    return upper(text.replace("i", "\u0130") if _is_turkish(culture) else text)


@STRING.method(
    "string ToLower()",
    "string ToLower(cultureinfo culture)",
)
def to_lower(text: str, culture: Any = None) -> str:
    return lower(text.replace("I", "\u0131").replace("\u0130", "i") if _is_turkish(culture) else text)


@STRING.method("string ToUpperInvariant()")
def to_upper_invariant(text: str) -> str:
    return upper(text)


@STRING.method("string ToLowerInvariant()")
def to_lower_invariant(text: str) -> str:
    return lower(text)


def _trim_set(characters: Any) -> str:
    if characters is None:
        return _BLANKS
    return "".join(characters) or _BLANKS


@STRING.method(
    "string Trim()",
    "string Trim(char trimChar)",
    "string Trim(params char[] trimChars)",
)
def trim(text: str, characters: Any = None) -> str:
    return text.strip(_trim_set(characters))


@STRING.method(
    "string TrimStart()",
    "string TrimStart(char trimChar)",
    "string TrimStart(params char[] trimChars)",
)
def trim_start(text: str, characters: Any = None) -> str:
    return text.lstrip(_trim_set(characters))


@STRING.method(
    "string TrimEnd()",
    "string TrimEnd(char trimChar)",
    "string TrimEnd(params char[] trimChars)",
)
def trim_end(text: str, characters: Any = None) -> str:
    return text.rstrip(_trim_set(characters))


@STRING.method(
    "string PadLeft(int totalWidth)",
    "string PadLeft(int totalWidth, char paddingChar)",
)
def pad_left(text: str, width: int, character: str = " ") -> str:
    if width < 0:
        raise out_of_range("totalWidth", width)
    return text.rjust(width, str(character))


@STRING.method(
    "string PadRight(int totalWidth)",
    "string PadRight(int totalWidth, char paddingChar)",
)
def pad_right(text: str, width: int, character: str = " ") -> str:
    if width < 0:
        raise out_of_range("totalWidth", width)
    return text.ljust(width, str(character))


@STRING.method("string Insert(int startIndex, string value)")
def insert(text: str, index: int, value: str | None) -> str:
    if value is None:
        raise argument_null("value")
    if not 0 <= index <= len(text):
        raise out_of_range("startIndex", index, len(text))
    return text[:index] + value + text[index:]


@STRING.method(
    "string Remove(int startIndex, int count)",
    "string Remove(int startIndex)",
)
def remove(text: str, start: int, count: int | None = None) -> str:
    if start < 0 or start > len(text):
        raise out_of_range("startIndex", start)
    if count is None:
        return text[:start]
    if count < 0 or start + count > len(text):
        raise out_of_range("count", count, len(text) - start)
    return text[:start] + text[start + count :]


@STRING.method(
    "string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)",
    "string Replace(string oldValue, string newValue, System.StringComparison comparisonType)",
    "string Replace(char oldChar, char newChar)",
    "string Replace(string oldValue, string newValue)",
)
def replace(text: str, old: str, new: str | None, mode: Any = None, _culture: Any = None) -> str:
    if isinstance(old, Char):
        return text.replace(str(old), str(new))
    if not old:
        raise bad_argument("The text to be replaced is empty.", "oldValue")
    if mode is None or mode is False:
        return (
            text.replace(old, new or "") if mode is None else _replace(text, old, new or "", "CurrentCulture")
        )
    return _replace(text, old, new or "", "CurrentCultureIgnoreCase" if mode is True else str(mode.name))


def _replace(text: str, old: str, new: str, mode: str) -> str:
    if mode == "Ordinal":
        return text.replace(old, new)
    haystack, needle = case_folded(text, mode), case_folded(old, mode)
    pieces: list[str] = []
    start = 0
    while (found := haystack.find(needle, start)) >= 0:
        pieces += (text[start:found], new)
        start = found + len(needle)
    return "".join((*pieces, text[start:]))


@STRING.method(
    "int IndexOf(char value)",
    "int IndexOf(char value, int startIndex)",
    "int IndexOf(char value, System.StringComparison comparisonType)",
    "int IndexOf(char value, int startIndex, int count)",
    "int IndexOf(string value)",
    "int IndexOf(string value, int startIndex)",
    "int IndexOf(string value, int startIndex, int count)",
    "int IndexOf(string value, System.StringComparison comparisonType)",
    "int IndexOf(string value, int startIndex, System.StringComparison comparisonType)",
    "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
)
def index_of(text: str, value: str | None, *rest: Any) -> int:
    if value is None:
        raise argument_null("value")
    start, count, mode = _search_arguments(rest)
    if start is not None and not 0 <= start <= len(text):
        raise out_of_range("startIndex", start)
    begin = start or 0
    end = len(text) if count is None else begin + count
    if end > len(text) or end < begin:
        raise out_of_range("count", count)
    if isinstance(value, Char) and mode is None:
        return text.find(str(value), begin, end)
    found = find(text[begin:end], str(value), mode or "CurrentCulture")
    return found if found < 0 else found + begin


def _search_arguments(rest: tuple[Any, ...]) -> tuple[int | None, int | None, str | None]:
    mode = None
    if rest and not isinstance(rest[-1], int):
        mode, rest = str(rest[-1].name), rest[:-1]
    return (rest[0] if rest else None), (rest[1] if len(rest) > 1 else None), mode


@STRING.method(
    "int LastIndexOf(char value)",
    "int LastIndexOf(char value, int startIndex)",
    "int LastIndexOf(char value, int startIndex, int count)",
    "int LastIndexOf(string value)",
    "int LastIndexOf(string value, int startIndex)",
    "int LastIndexOf(string value, int startIndex, int count)",
    "int LastIndexOf(string value, System.StringComparison comparisonType)",
    "int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)",
    "int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
)
def last_index_of(text: str, value: str | None, *rest: Any) -> int:
    if value is None:
        raise argument_null("value")
    start, count, mode = _search_arguments(rest)
    if not text:
        return 0 if value == "" else -1
    if start is not None and not -1 <= start <= len(text):
        raise out_of_range("startIndex", start)
    end = len(text) if start is None else min(start + 1, len(text))
    begin = 0 if count is None else end - count
    if begin < 0 or begin > end:
        raise out_of_range("count", count)
    if isinstance(value, Char) and mode is None:
        return text.rfind(str(value), begin, end)
    found = find_last(text[begin:end], str(value), mode or "CurrentCulture")
    return found if found < 0 else found + begin


def _checked_any(text: str, characters: Any, start: int, count: int | None) -> int:
    if characters is None:
        raise argument_null("anyOf")
    if not 0 <= start <= len(text):
        raise out_of_range("startIndex", start)
    end = len(text) if count is None else start + count
    if end > len(text) or end < start:
        raise out_of_range("count", count)
    return end


@STRING.method(
    "int IndexOfAny(char[] anyOf)",
    "int IndexOfAny(char[] anyOf, int startIndex)",
    "int IndexOfAny(char[] anyOf, int startIndex, int count)",
)
def index_of_any(text: str, characters: Any, start: int = 0, count: int | None = None) -> int:
    end = _checked_any(text, characters, start, count)
    wanted = set(map(str, characters))
    return next((index for index in range(start, end) if text[index] in wanted), -1)


@STRING.method(
    "int LastIndexOfAny(char[] anyOf)",
    "int LastIndexOfAny(char[] anyOf, int startIndex)",
    "int LastIndexOfAny(char[] anyOf, int startIndex, int count)",
)
def last_index_of_any(text: str, characters: Any, start: int | None = None, count: int | None = None) -> int:
    if characters is None:
        raise argument_null("anyOf")
    wanted = set(map(str, characters))
    last = len(text) - 1 if start is None else start
    if text and not 0 <= last < len(text):
        raise out_of_range("startIndex", start)
    stop = -1 if count is None else last - count
    return next((index for index in range(last, stop, -1) if text[index] in wanted), -1)


@STRING.method(
    "bool Contains(string value)",
    "bool Contains(string value, System.StringComparison comparisonType)",
    "bool Contains(char value)",
    "bool Contains(char value, System.StringComparison comparisonType)",
)
def contains(text: str, value: str | None, mode: Any = None) -> bool:
    if value is None:
        raise argument_null("value")
    return find(text, str(value), "Ordinal" if mode is None else str(mode.name)) >= 0


@STRING.method(
    "bool StartsWith(string value)",
    "bool StartsWith(string value, System.StringComparison comparisonType)",
    "bool StartsWith(string value, bool ignoreCase, cultureinfo culture)",
    "bool StartsWith(char value)",
)
def starts(text: str, value: str | None, mode: Any = None, _culture: Any = None) -> bool:
    if value is None:
        raise argument_null("value")
    if isinstance(value, Char):
        return text.startswith(str(value))
    return starts_with(text, value, _mode(mode))


@STRING.method(
    "bool EndsWith(string value)",
    "bool EndsWith(string value, System.StringComparison comparisonType)",
    "bool EndsWith(string value, bool ignoreCase, cultureinfo culture)",
    "bool EndsWith(char value)",
)
def ends(text: str, value: str | None, mode: Any = None, _culture: Any = None) -> bool:
    if value is None:
        raise argument_null("value")
    if isinstance(value, Char):
        return text.endswith(str(value))
    return ends_with(text, value, _mode(mode))


def _mode(mode: Any) -> str:
    if mode is None or isinstance(mode, bool):
        return "CurrentCultureIgnoreCase" if mode else "CurrentCulture"
    return str(mode.name)


@STRING.method(
    "bool Equals(System.Object obj)",
    "bool Equals(string value)",
    "bool Equals(string value, System.StringComparison comparisonType)",
)
def equals(text: str, value: Any, mode: Any = None) -> bool:
    if type(value) is not str:
        return False
    return equal(text, value, "Ordinal" if mode is None else str(mode.name))


@STRING.method("int CompareTo(System.Object value)", "int CompareTo(string strB)")
def compare_to(text: str, value: Any) -> int:
    if value is None:
        return 1
    if type(value) is not str:
        raise thrown("System.ArgumentException", "MustBeType", "String")
    return compare_text(text, value)


@STRING.method(
    "string[] Split(char separator, System.StringSplitOptions options = None)",
    "string[] Split(char separator, int count, System.StringSplitOptions options = None)",
    "string[] Split(params char[] separator)",
    "string[] Split(char[] separator, int count)",
    "string[] Split(char[] separator, System.StringSplitOptions options)",
    "string[] Split(char[] separator, int count, System.StringSplitOptions options)",
    "string[] Split(string separator, System.StringSplitOptions options = None)",
    "string[] Split(string separator, int count, System.StringSplitOptions options = None)",
    "string[] Split(string[] separator, System.StringSplitOptions options)",
    "string[] Split(string[] separator, int count, System.StringSplitOptions options)",
)
def split(text: str, separator: Any, *rest: Any) -> Any:
    count, options = _split_arguments(rest)
    if count is not None and count < 0:
        raise out_of_range("count", count)
    if isinstance(separator, Char):
        pieces = split_text(text, [str(separator)], count, options)
    elif isinstance(separator, str):
        pieces = split_text(text, [separator] if separator else [], count, options)
    else:
        wanted = [str(item) for item in separator or () if item]
        pieces = split_text(text, wanted or list(_BLANKS), count, options)
    return string_array(pieces)


def _split_arguments(rest: tuple[Any, ...]) -> tuple[int | None, int]:
    count: int | None = None
    options = 0
    for argument in rest:
        if isinstance(argument, int):
            count = argument
        elif argument is not None:
            options = int(argument.value)
    return count, options


@STRING.method(
    "char[] ToCharArray()",
    "char[] ToCharArray(int startIndex, int length)",
)
def to_char_array(text: str, start: int = 0, count: int | None = None) -> Any:
    end = len(text) if count is None else start + count
    if start < 0 or end > len(text) or end < start:
        raise out_of_range("startIndex" if start < 0 or start > len(text) else "length", start)
    return char_array(text[start:end])


@STRING.method(
    "string Normalize()",
    "string Normalize(System.Text.NormalizationForm normalizationForm)",
)
def normalize(text: str, form: Any = None) -> str:
    import unicodedata

    return unicodedata.normalize(_FORMS["FormC" if form is None else form.name], text)  # type: ignore[arg-type]


_FORMS = {"FormC": "NFC", "FormD": "NFD", "FormKC": "NFKC", "FormKD": "NFKD"}


@STRING.method(
    "bool IsNormalized()",
    "bool IsNormalized(System.Text.NormalizationForm normalizationForm)",
)
def is_normalized(text: str, form: Any = None) -> bool:
    return normalize(text, form) == text


@STRING.method(
    "string ReplaceLineEndings()",
    "string ReplaceLineEndings(string replacementText)",
)
def replace_line_endings(text: str, replacement: str = "\n") -> str:
    for ending in ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\f"):
        text = text.replace(ending, "\n")
    return text.replace("\n", replacement)


@STRING.method("System.Object Clone()")
def clone(text: str) -> str:
    return text


@STRING.method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)")
def copy_to(text: str, start: int, destination: Any, index: int, count: int) -> None:
    if start < 0 or count < 0 or index < 0 or start + count > len(text) or index + count > len(destination):
        raise out_of_range("sourceIndex", start)
    destination[index : index + count] = [Char(character) for character in text[start : start + count]]


@STRING.method("System.CharEnumerator GetEnumerator()")
def get_enumerator(text: str) -> Any:
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(char_array(text), "System.CharEnumerator")


@STRING.method("System.Text.StringRuneEnumerator EnumerateRunes()")
def enumerate_runes(text: str) -> Any:
    from spshell.dotnet.collections.enumerators import Enumerator
    from spshell.dotnet.text.characters import Rune

    return Enumerator([Rune(ord(character)) for character in joined_surrogates(text)])


@STRING.method("System.TypeCode GetTypeCode()")
def get_type_code(_text: str) -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value("System.TypeCode", "String")


@STRING.method("string ToString()", "string ToString(System.IFormatProvider provider)")
def to_string(text: str, _provider: Any = None) -> str:
    return text


@STRING.constructor("(char[] value)", "(char[] value, int startIndex, int length)", "(char c, int count)")
def new_string(value: Any, *rest: Any) -> str:
    if isinstance(value, Char):
        if rest[0] < 0:
            raise out_of_range("count", rest[0])
        return str(value) * int(rest[0])
    text = "".join(value or ())
    if rest:
        start, count = rest
        if start < 0 or count < 0 or start + count > len(text):
            raise out_of_range("startIndex", start)
        text = text[start : start + count]
    return text


def _declare(net_type: NetType) -> None:
    from spshell.dotnet.text import string_statics

    assert string_statics.join is not None  # importing it adds the static methods
    STRING.fill(net_type)
    from spshell.dotnet.numeric.numbers import convertible

    more = Members()
    convertible(more)
    more.fill(net_type)


define("System.String").declare = _declare
