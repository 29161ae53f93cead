"""Members of the numeric types and of System.Boolean: Parse, ToString, limits, comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.numeric import number_parsing as parsing
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.equality import compare
from spshell.dotnet.system.errors import argument_null, bad_format, thrown
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, type_of
from spshell.values.numbers import INT_RANGES, BigInteger, Char, Int64, Single

if TYPE_CHECKING:
    from collections.abc import Callable

_PROVIDER = "System.IFormatProvider provider"
_STYLE = "System.Globalization.NumberStyles style"


def to_text(value: Any, spec: Any = None, provider: Any = None) -> str:
    """ToString of a number with a format and a provider in either place."""
    if spec is None and value.__class__ is int and value >= 0:
        return str(value)  # the same in every culture
    from spshell.values.number_format import format_number

    if spec is not None and not isinstance(spec, str):
        spec, provider = None, spec
    return format_number(value, spec, parsing.numbers_of(provider))


def _shared(members: Members, ps_name: str, name: str, code: str) -> None:
    members.method(
        "string ToString()",
        "string ToString(string format)",
        f"string ToString({_PROVIDER})",
        f"string ToString(string format, {_PROVIDER})",
    )(to_text)

    def compare_to(value: Any, other: Any) -> int:
        if other is None:
            return 1
        if type(other) is not type(value):
            raise thrown("System.ArgumentException", "MustBeType", name)
        return compare(value, other)

    members.method("int CompareTo(System.Object value)", f"int CompareTo({ps_name} value)")(compare_to)
    members.method("System.TypeCode GetTypeCode()")(lambda _value: enum_value("System.TypeCode", code))
    convertible(members)


_TARGETS = (
    ("bool", "Boolean"),
    ("byte", "Byte"),
    ("char", "Char"),
    ("datetime", "DateTime"),
    ("decimal", "Decimal"),
    ("double", "Double"),
    ("short", "Int16"),
    ("int", "Int32"),
    ("long", "Int64"),
    ("sbyte", "SByte"),
    ("float", "Single"),
    ("ushort", "UInt16"),
    ("uint", "UInt32"),
    ("ulong", "UInt64"),
)


def convertible(members: Members) -> None:
    """The methods of IConvertible, which PowerShell offers on every convertible value."""
    for ps_name, name in _TARGETS:
        members.method(f"{ps_name} IConvertible.To{name}({_PROVIDER})")(_change(name))
    members.method(f"System.Object IConvertible.ToType(type conversionType, {_PROVIDER})")(_to_type)


def _change(name: str) -> Callable[[Any, Any], Any]:
    def change(value: Any, provider: Any = None) -> Any:
        from spshell.dotnet.numeric.converter import change_to

        return change_to(value, name, provider)

    return change


def _to_type(value: Any, wanted: Any, _provider: Any = None) -> Any:
    from spshell.dotnet.numeric.converter import change_to

    return change_to(value, wanted.name)


def _parsers(members: Members, ps_name: str, parse: Callable[[Any, int | None, Any], Any], zero: Any) -> None:
    def run(text: Any, *rest: Any) -> Any:
        styles = next(
            (item.value for item in rest if hasattr(item, "net_type") and hasattr(item, "value")), None
        )
        provider = rest[-1] if rest and not hasattr(rest[-1], "value") else None
        return parse(text, styles, provider)

    members.method(
        f"static {ps_name} Parse(string s)",
        f"static {ps_name} Parse(string s, {_STYLE})",
        f"static {ps_name} Parse(string s, {_PROVIDER})",
        f"static {ps_name} Parse(string s, {_STYLE}, {_PROVIDER})",
    )(run)

    def attempt(text: Any, *rest: Any) -> bool:
        from spshell.values.exceptions import NetException

        try:
            rest[-1].value = run(text, *rest[:-1])
        except NetException:
            rest[-1].value = zero
            return False
        return True

    members.method(
        f"static bool TryParse(string s, out {ps_name} result)",
        f"static bool TryParse(string s, {_STYLE}, {_PROVIDER}, out {ps_name} result)",
        f"static bool TryParse(string s, {_PROVIDER}, out {ps_name} result)",
    )(attempt)


def _integer(kind: type, name: str, ps_name: str) -> Members:
    members = Members()
    low, high = INT_RANGES[kind]
    _shared(members, ps_name, name, name)

    def parse(text: Any, styles: int | None, provider: Any) -> Any:
        chosen = parsing.INTEGER if styles is None else styles
        return kind(parsing.parse_integer(text, low, high, chosen, provider, name))

    _parsers(members, ps_name, parse, kind(0))
    members.constant(f"{ps_name} MaxValue {{get}}", kind(high))
    members.constant(f"{ps_name} MinValue {{get}}", kind(low))
    _integer_functions(members, kind, ps_name, high - low)
    return members


def _checked(kind: type, value: int) -> Any:
    low, high = INT_RANGES[kind]
    if not low <= value <= high:
        raise thrown("System.OverflowException", "Overflow", kind.__name__)
    return kind(value)


def _integer_functions(members: Members, kind: type, ps: str, span: int) -> None:
    bits = span.bit_length()

    def declare(returned: str, name: str, parameters: str, function: Callable[..., Any]) -> None:
        members.method(f"static {returned} {name}({parameters})")(function)

    one = f"{ps} value"
    two = f"{ps} x, {ps} y"
    declare(ps, "Abs", one, lambda v: _checked(kind, abs(v)))
    declare(ps, "Clamp", f"{ps} value, {ps} min, {ps} max", lambda v, a, b: kind(min(max(v, a), b)))
    declare("bool", "IsEvenInteger", one, lambda v: v % 2 == 0)
    declare("bool", "IsOddInteger", one, lambda v: v % 2 == 1)
    declare("bool", "IsNegative", one, lambda v: v < 0)
    declare("bool", "IsPositive", one, lambda v: v >= 0)
    declare("bool", "IsPow2", one, lambda v: v > 0 and v & (v - 1) == 0)
    declare(ps, "Log2", one, lambda v: kind(max(int(v).bit_length() - 1, 0)))
    declare(ps, "Max", two, lambda a, b: kind(max(a, b)))
    declare(ps, "Min", two, lambda a, b: kind(min(a, b)))
    declare("int", "Sign", one, lambda v: (v > 0) - (v < 0))
    declare(ps, "PopCount", one, lambda v: kind((v & span).bit_count()))
    declare(ps, "LeadingZeroCount", one, lambda v: kind(bits - (v & span).bit_length()))
    declare(ps, "TrailingZeroCount", one, lambda v: kind(_trailing(v & span, bits)))
    declare(ps, "CopySign", f"{ps} value, {ps} sign", lambda v, s: kind(abs(v) if s >= 0 else -abs(v)))
    rotate = f"{ps} value, int rotateAmount"
    declare(ps, "RotateLeft", rotate, lambda v, n: _rotate(kind, v & span, n % bits, bits))
    declare(ps, "RotateRight", rotate, lambda v, n: _rotate(kind, v & span, -n % bits, bits))


def _trailing(value: int, bits: int) -> int:
    return (value & -value).bit_length() - 1 if value else bits


def _rotate(kind: type, value: int, count: int, bits: int) -> Any:
    turned = (value << count | value >> (bits - count)) & ((1 << bits) - 1)
    low, high = INT_RANGES[kind]
    return kind(turned - (1 << bits) if low < 0 and turned > high else turned)


def _real(kind: type, name: str, ps: str) -> Members:
    from math import isfinite, isinf, isnan, nextafter

    members = Members()
    _shared(members, ps, name, name)

    def parse(text: Any, styles: int | None, provider: Any) -> Any:
        chosen = parsing.FLOAT | 64 if styles is None else styles
        number = parsing.parse_real(text, chosen, provider)
        if kind is Single:
            from spshell.values.number_conversion import make_single

            return make_single(number)
        return number

    _parsers(members, ps, parse, kind(0.0))
    single = kind is Single
    for constant, value in (
        ("MaxValue", 3.4028234663852886e38 if single else 1.7976931348623157e308),
        ("MinValue", -3.4028234663852886e38 if single else -1.7976931348623157e308),
        ("Epsilon", 1.401298464324817e-45 if single else 5e-324),
        ("NaN", float("nan")),
        ("PositiveInfinity", float("inf")),
        ("NegativeInfinity", float("-inf")),
        ("NegativeZero", -0.0),
        ("E", 2.718281828459045),
        ("Pi", 3.141592653589793),
        ("Tau", 6.283185307179586),
    ):
        members.constant(f"{ps} {constant} {{get}}", kind(value))

    def declare(
        returned: str, function_name: str, function: Callable[[Any], Any], parameter: str = "d"
    ) -> None:
        members.method(f"static {returned} {function_name}({ps} {parameter})")(function)

    declare("bool", "IsNaN", isnan)
    declare("bool", "IsInfinity", isinf)
    declare("bool", "IsFinite", isfinite)
    declare("bool", "IsPositiveInfinity", lambda v: v == float("inf"))
    declare("bool", "IsNegativeInfinity", lambda v: v == float("-inf"))
    declare("bool", "IsNegative", lambda v: v < 0 or str(v).startswith("-"))
    declare("bool", "IsPositive", lambda v: not (v < 0 or str(v).startswith("-")))
    declare("bool", "IsInteger", lambda v: isfinite(v) and v == int(v), "value")
    declare("bool", "IsEvenInteger", lambda v: isfinite(v) and v % 2 == 0, "value")
    declare("bool", "IsOddInteger", lambda v: isfinite(v) and v % 2 == 1, "value")
    declare(ps, "Abs", lambda v: kind(abs(v)), "value")
    declare(ps, "BitIncrement", lambda v: kind(nextafter(v, float("inf"))), "x")
    declare(ps, "BitDecrement", lambda v: kind(nextafter(v, float("-inf"))), "x")
    members.method(f"static {ps} Max({ps} x, {ps} y)")(lambda a, b: kind(max(a, b)))
    members.method(f"static {ps} Min({ps} x, {ps} y)")(lambda a, b: kind(min(a, b)))
    _borrow_math(members, ps, kind)
    return members


def _borrow_math(members: Members, ps: str, kind: type) -> None:
    from spshell.dotnet.numeric.mathematics import REAL_FUNCTIONS

    for name, function in REAL_FUNCTIONS.items():
        members.method(f"static {ps} {name}({ps} x)")(_wrapping(function, kind))


def _wrapping(function: Callable[[float], float], kind: type) -> Callable[[Any], Any]:
    return lambda value: kind(function(value))


BOOLEAN = Members()


@BOOLEAN.method("static bool Parse(string value)")
def parse_bool(text: str | None) -> bool:
    """True or False in any case, blanks around allowed."""
    if text is None:
        raise argument_null("value")
    folded = text.strip(" \t\n\v\f\r\0").lower()
    if folded not in ("true", "false"):
        raise bad_format("FormatString", text)
    return folded == "true"


@BOOLEAN.method("static bool TryParse(string value, out bool result)")
def try_parse_bool(text: str | None, result: Any) -> bool:
    """Parse without an error."""
    folded = (text or "").strip(" \t\n\v\f\r\0").lower()
    result.value = folded == "true"
    return folded in ("true", "false")


@BOOLEAN.method("string ToString()", f"string ToString({_PROVIDER})")
def bool_text(value: bool, _provider: Any = None) -> str:
    """True or False."""
    return "True" if value else "False"


@BOOLEAN.method("int CompareTo(System.Object obj)", "int CompareTo(bool value)")
def compare_bool(value: bool, other: Any) -> int:
    """False comes before True."""
    if other is None:
        return 1
    if type(other) is not bool:
        raise thrown("System.ArgumentException", "MustBeType", "Boolean")
    return int(value) - int(other)


@BOOLEAN.method("System.TypeCode GetTypeCode()")
def bool_code(_value: bool) -> Any:
    """TypeCode.Boolean."""
    return enum_value("System.TypeCode", "Boolean")


BOOLEAN.constant("string TrueString {get}", "True")
BOOLEAN.constant("string FalseString {get}", "False")


def _register() -> None:
    convertible(BOOLEAN)
    define("System.Boolean", BOOLEAN)
    for kind in INT_RANGES:
        net_type = type_of(kind(0))
        net_type.declare = _integer(kind, net_type.name, net_type.ps_name).fill
    BY_NAME["system.double"].declare = lambda t: _real(float, "Double", "double").fill(t)
    BY_NAME["system.single"].declare = lambda t: _real(Single, "Single", "float").fill(t)


_register()

__all__ = ["BigInteger", "Char", "Int64"]
