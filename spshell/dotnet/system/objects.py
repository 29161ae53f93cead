"""Members of System.Object, System.Enum and System.Array, which every value, enum and array has."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import compare, net_equals, net_hash
from spshell.dotnet.system.errors import bad_argument, not_supported, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.nettype import NetType, type_of
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OBJECT = Members()


@OBJECT.method("string ToString()")
def to_string(target: Any) -> str:
    """The value's text in the current culture."""
    from spshell.values.text import to_string as text_of

    return text_of(target)


@OBJECT.method("type GetType()")
def get_type(target: Any) -> NetType:
    """The type of the value."""
    return type_of(target)


@OBJECT.method("bool Equals(System.Object obj)")
def equals(target: Any, other: Any) -> bool:
    """Same type and value, or the same object; a custom object arrives wrapped anew and equals nothing."""
    return type(target) is not PSCustomObject and net_equals(target, other)


@OBJECT.method("int GetHashCode()")
def get_hash_code(target: Any) -> int:
    """A number that is equal for equal values."""
    return net_hash(target)


@OBJECT.method("static bool Equals(System.Object objA, System.Object objB)")
def static_equals(left: Any, right: Any) -> bool:
    """Whether two values are equal."""
    return net_equals(left, right)


@OBJECT.method("static bool ReferenceEquals(System.Object objA, System.Object objB)")
def reference_equals(left: Any, right: Any) -> bool:
    """Whether two references lead to the same object."""
    return left is right


@OBJECT.constructor("()")
def new_object() -> Any:
    """A plain object, on which members can be put."""
    return PSCustomObject(type_names=["System.Object"])


ENUM = Members()


@ENUM.method("string ToString(System.IFormatProvider provider)")
def enum_text_for(value: Any, _provider: Any) -> str:
    """The name, which no culture changes."""
    return str(value.name)


@ENUM.method(
    "string ToString()",
    "string ToString(string format)",
    "string ToString(string format, System.IFormatProvider provider)",
)
def enum_to_string(target: Any, format_text: str = "G", _provider: Any = None) -> str:
    """The constant's name (G, F), its number (D) or its hexadecimal number (X)."""
    letter = (format_text or "G").upper()
    if letter in ("G", "F"):
        return str(target.name)
    if letter == "D":
        return str(target.value)
    if letter == "X":
        widths = {"Byte": 2, "Int64": 16}
        width = widths.get(target.net_type.underlying.__name__, 8)
        return f"{target.value & (16**width - 1):0{width}X}"
    raise thrown("System.FormatException", "FormatSpecifier")


@ENUM.prop("System.Object value__ {get}")
def enum_number(target: Any) -> Any:
    """The number behind the value."""
    return target.net_type.underlying(target.value)


@ENUM.method("bool HasFlag(System.Enum flag)")
def has_flag(target: Any, flag: Any) -> bool:
    """Whether all bits of a flag are set."""
    if flag.net_type is not target.net_type:
        raise bad_argument("The flag is of another enumeration.")
    return int(target.value) & int(flag.value) == int(flag.value)


@ENUM.method("int CompareTo(System.Object target)")
def enum_compare(target: Any, other: Any) -> int:
    """-1, 0 or 1 by number."""
    if other is not None and type_of(other) is not target.net_type:
        raise bad_argument("An enumeration compares with values of its own type only.")
    return compare(target, other)


@ENUM.method("System.TypeCode GetTypeCode()")
def enum_type_code(target: Any) -> Any:
    """The code of the underlying type."""
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value("System.TypeCode", {"int": "Int32"}.get(target.net_type.underlying.__name__, "Byte"))


@ENUM.method("static System.Object Parse(type enumType, string value)")
@ENUM.method("static System.Object Parse(type enumType, string value, bool ignoreCase)")
def enum_parse(enum: Any, text: str, ignore_case: bool = False) -> Any:
    """The value that a text names; case counts unless told otherwise."""
    from spshell.dotnet.system.enum_statics import parse

    return parse(enum, text, ignore_case)


@ENUM.method("static bool TryParse(type enumType, string value, ref System.Object result)")
def enum_try_parse(enum: Any, text: str, result: Any) -> bool:
    """Parse without an error."""
    from spshell.dotnet.system.enum_statics import try_parse

    return try_parse(enum, text, False, result)


@ENUM.method("static bool TryParse(type enumType, string value, bool ignoreCase, ref System.Object result)")
def enum_try_parse_case(enum: Any, text: str, ignore_case: bool, result: Any) -> bool:
    """Parse without an error, perhaps ignoring case."""
    from spshell.dotnet.system.enum_statics import try_parse

    return try_parse(enum, text, ignore_case, result)


@ENUM.method("static bool TryParse[TEnum](string value, ref TEnum result)")
@ENUM.method("static bool TryParse[TEnum](string value, bool ignoreCase, ref TEnum result)")
def enum_try_parse_typed(text: str, *rest: Any) -> bool:
    """Parse into the enumeration that the reference holds a value of."""
    from spshell.dotnet.system.enum_statics import try_parse

    return try_parse(type_of(rest[-1].value), text, len(rest) > 1 and bool(rest[0]), rest[-1])


@ENUM.method("static string Format(type enumType, System.Object value, string format)")
def enum_format(enum: Any, value: Any, spec: str) -> str:
    """A number or value of an enumeration by a format."""
    from spshell.dotnet.system.enum_statics import to_object

    return enum_to_string(to_object(enum, value), spec)


@ENUM.method("static array GetValuesAsUnderlyingType(type enumType)")
def enum_numbers(enum: Any) -> Any:
    """All values by number, as numbers."""
    from spshell.dotnet.system.enum_statics import numbers

    return numbers(enum)


@ENUM.method("static array GetValues(type enumType)")
def enum_values(enum: Any) -> Any:
    """All values by number."""
    from spshell.dotnet.system.enum_statics import values

    return values(enum)


@ENUM.method("static string[] GetNames(type enumType)")
def enum_names(enum: Any) -> Any:
    """All names by number."""
    from spshell.dotnet.system.enum_statics import names

    return names(enum)


@ENUM.method("static string GetName(type enumType, System.Object value)")
def enum_name(enum: Any, value: Any) -> Any:
    """The name of a number, or null."""
    from spshell.dotnet.system.enum_statics import name_of

    return name_of(enum, value)


@ENUM.method("static bool IsDefined(type enumType, System.Object value)")
def enum_is_defined(enum: Any, value: Any) -> bool:
    """Whether a name or number is a constant."""
    from spshell.dotnet.system.enum_statics import is_defined

    return is_defined(enum, value)


@ENUM.method("static System.Object ToObject(type enumType, System.Object value)")
def enum_to_object(enum: Any, value: Any) -> Any:
    """The value with a number, whether it has a name or not."""
    from spshell.dotnet.system.enum_statics import to_object

    return to_object(enum, value)


@ENUM.method("static type GetUnderlyingType(type enumType)")
def enum_underlying(enum: Any) -> Any:
    """The integer type behind the enumeration."""
    from spshell.dotnet.system.enum_statics import underlying

    return underlying(enum)


def _register() -> None:
    define("System.Object", OBJECT, base=None)
    define("System.Enum", ENUM)
    define("System.ValueType", Members())


_register()

__all__ = ["ENUM", "OBJECT", "not_supported", "out_of_range"]
