"""The static methods of System.String: Join, Concat, Format, Compare, IsNullOrEmpty and their kin."""

from __future__ import annotations

from spshell.dotnet.system.errors import argument_null, out_of_range
from spshell.dotnet.text.strings import STRING
from spshell.dotnet.text.text_search import compare, equal
from spshell.values.text import to_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@STRING.method(
    "static string Join(char separator, params string[] value)",
    "static string Join(string separator, params string[] value)",
    "static string Join(char separator, string[] value, int startIndex, int count)",
    "static string Join(string separator, string[] value, int startIndex, int count)",
    "static string Join(string separator, System.Collections.Generic.IEnumerable[string] values)",
    "static string Join(char separator, params System.Object[] values)",
    "static string Join(string separator, params System.Object[] values)",
    "static string Join[T](char separator, System.Collections.Generic.IEnumerable[T] values)",
    "static string Join[T](string separator, System.Collections.Generic.IEnumerable[T] values)",
)
def join(separator: Any, values: Any, *rest: Any) -> str:
    if values is None:
        raise argument_null("values" if rest else "value")
    items = list(values)
    if rest:
        start, count = rest
        if start < 0 or count < 0 or start + count > len(items):
            raise out_of_range("startIndex", start)
        items = items[start : start + count]
    return ("" if separator is None else str(separator)).join(map(to_string, items))


@STRING.method(
    "static string Concat(System.Object arg0)",
    "static string Concat(System.Object arg0, System.Object arg1)",
    "static string Concat(System.Object arg0, System.Object arg1, System.Object arg2)",
    "static string Concat(params System.Object[] args)",
    "static string Concat[T](System.Collections.Generic.IEnumerable[T] values)",
    "static string Concat(System.Collections.Generic.IEnumerable[string] values)",
    "static string Concat(string str0, string str1)",
    "static string Concat(string str0, string str1, string str2)",
    "static string Concat(string str0, string str1, string str2, string str3)",
    "static string Concat(params string[] values)",
)
def concat(*values: Any) -> str:
    if len(values) == 1 and isinstance(values[0], list):
        values = tuple(values[0])
    return "".join(map(to_string, values))


@STRING.method(
    "static string Format(string format, System.Object arg0)",
    "static string Format(string format, System.Object arg0, System.Object arg1)",
    "static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
    "static string Format(string format, params System.Object[] args)",
    "static string Format(System.IFormatProvider provider, string format, System.Object arg0)",
    "static string Format(System.IFormatProvider provider, string format, System.Object arg0, "
    "System.Object arg1)",
    "static string Format(System.IFormatProvider provider, string format, System.Object arg0, "
    "System.Object arg1, System.Object arg2)",
    "static string Format(System.IFormatProvider provider, string format, params System.Object[] args)",
)
def format_text(*arguments: Any) -> str:
    from spshell.dotnet.numeric.number_parsing import numbers_of
    from spshell.values.composite import format_composite

    provider = None
    if not isinstance(arguments[0], str):
        provider, arguments = arguments[0], arguments[1:]
    template, *values = arguments
    if template is None:
        raise argument_null("format")
    if len(values) == 1 and type(values[0]) is list:
        values = values[0]
    return format_composite(template, values, numbers_of(provider))


@STRING.method("static bool IsNullOrEmpty(string value)")
def is_null_or_empty(text: str | None) -> bool:
    return not text


@STRING.method("static bool IsNullOrWhiteSpace(string value)")
def is_null_or_white_space(text: str | None) -> bool:
    return not text or text.isspace()


@STRING.method(
    "static int Compare(string strA, string strB)",
    "static int Compare(string strA, string strB, bool ignoreCase)",
    "static int Compare(string strA, string strB, System.StringComparison comparisonType)",
    "static int Compare(string strA, string strB, cultureinfo culture, "
    "System.Globalization.CompareOptions options)",
    "static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)",
    "static int Compare(string strA, int indexA, string strB, int indexB, int length)",
    "static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)",
    "static int Compare(string strA, int indexA, string strB, int indexB, int length, bool "
    "ignoreCase, cultureinfo culture)",
    "static int Compare(string strA, int indexA, string strB, int indexB, int length, "
    "cultureinfo culture, System.Globalization.CompareOptions options)",
    "static int Compare(string strA, int indexA, string strB, int indexB, int length, "
    "System.StringComparison comparisonType)",
)
def compare_static(*arguments: Any) -> int:
    rest: tuple[Any, ...]
    if len(arguments) > 2 and isinstance(arguments[1], int) and not isinstance(arguments[1], bool):
        left, left_start, right, right_start, count, *rest = arguments  # type: ignore[assignment]  # a list, read only
        left = None if left is None else left[left_start : left_start + count]
        right = None if right is None else right[right_start : right_start + count]
    else:
        left, right, *rest = arguments  # type: ignore[assignment]  # the same
    mode = "CurrentCulture"
    ignore = 0
    for option in rest:
        if isinstance(option, bool):
            mode = "CurrentCultureIgnoreCase" if option else "CurrentCulture"
        elif hasattr(option, "value"):
            mode = _mode(option)
            ignore = option.value if option.net_type.name == "CompareOptions" else 0
    if left is None or right is None:
        return (left is not None) - (right is not None)
    if ignore & 6:
        left, right = _reduced(left, ignore), _reduced(right, ignore)
    return compare(left, right, mode)


def _reduced(text: str, ignore: int) -> str:
    """The text without accents (2) or without blanks and punctuation (4)."""
    import unicodedata

    if ignore & 2:
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    if ignore & 4:
        text = "".join(character for character in text if character.isalnum())
    return text


def _mode(option: Any) -> str:
    if option.net_type.name == "StringComparison":
        return str(option.name)
    if option.value & 0x50000000:  # CompareOptions.Ordinal, OrdinalIgnoreCase
        return "OrdinalIgnoreCase" if option.value & 0x10000000 else "Ordinal"
    return "CurrentCultureIgnoreCase" if option.value & 1 else "CurrentCulture"


@STRING.method(
    "static int CompareOrdinal(string strA, string strB)",
    "static int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)",
)
def compare_ordinal(*arguments: Any) -> int:
    if len(arguments) == 5:
        left, start, right, begin, count = arguments
        left = None if left is None else left[start : start + count]
        right = None if right is None else right[begin : begin + count]
    else:
        left, right = arguments
    if left is None or right is None:
        return (left is not None) - (right is not None)
    return compare(left, right, "Ordinal")


@STRING.method(
    "static bool Equals(string a, string b)",
    "static bool Equals(string a, string b, System.StringComparison comparisonType)",
)
def equals(left: str | None, right: str | None, mode: Any = None) -> bool:
    if left is None or right is None:
        return left is right
    return equal(left, right, "Ordinal" if mode is None else str(mode.name))


@STRING.method("static string Copy(string str)")
def copy(text: str) -> str:
    return text


@STRING.method("static string Intern(string str)")
def intern(text: str) -> str:
    return text


@STRING.method("static string IsInterned(string str)")
def is_interned(text: str) -> str:
    return text


@STRING.method("static bool op_Equality(string a, string b)")
def op_equality(left: str | None, right: str | None) -> bool:
    return left == right


@STRING.method("static bool op_Inequality(string a, string b)")
def op_inequality(left: str | None, right: str | None) -> bool:
    return left != right
