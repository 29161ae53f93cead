"""System.Convert, and IConvertible with the same rules: half to even, checked ranges, null is zero."""

from __future__ import annotations

from math import isfinite
from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType, type_of
from spshell.values.numbers import INT_RANGES, BigInteger, Char, Single

CONVERT = Members()

_NAMES = [
    "Boolean",
    "Byte",
    "Char",
    "DateTime",
    "Decimal",
    "Double",
    "Int16",
    "Int32",
    "Int64",
    "SByte",
    "Single",
    "String",
    "UInt16",
    "UInt32",
    "UInt64",
]
CHANGES = {f"to{name}".lower(): name for name in _NAMES}
"""Folded method name of IConvertible -> type."""
_KINDS = {type_of(kind(0)).name: kind for kind in INT_RANGES}


def change_to(value: Any, name: str, provider: Any = None) -> Any:
    """`value` as the System type called `name`; raises what IConvertible raises."""
    if name == "String":
        from spshell.values.text import to_string

        return to_string(value)
    if name == "Object":
        return value
    if value is None:
        return _default(name)
    if hasattr(value, "net_type") and hasattr(value, "value"):
        value = value.value
    if name in _KINDS:
        return _to_integer(value, name, provider)
    return _OTHERS[name](value, provider)


def _default(name: str) -> Any:
    found = BY_NAME["system." + name.lower()]
    if name == "Decimal":
        from decimal import Decimal

        return Decimal(0)
    if name == "DateTime":
        from spshell.dotnet.time.datetimes import DateTime

        return DateTime(0)
    return found.default


def _no_way(value: Any, name: str) -> Exception:
    return thrown(
        "System.InvalidCastException", "Invalid", f"A {type_of(value).name} does not convert to {name}."
    )


def _is_number(value: Any) -> bool:
    return (
        type(value) in INT_RANGES
        or isinstance(value, float)
        or type(value) is BigInteger
        or type(value).__name__ == "Decimal"
    )


def _to_integer(value: Any, name: str, provider: Any) -> Any:
    from spshell.dotnet.numeric import number_parsing as parsing

    kind = _KINDS[name]
    low, high = INT_RANGES[kind]
    if isinstance(value, Char):
        number = ord(value)
    elif type(value) is str:
        return kind(parsing.parse_integer(value, low, high, parsing.INTEGER, provider, name))
    elif type(value) is bool:
        number = int(value)
    elif isinstance(value, float):
        if not isfinite(value):
            raise thrown("System.OverflowException", "Overflow", name)
        number = round(value)
    elif type(value).__name__ == "Decimal":
        number = int(value.to_integral_value(rounding="ROUND_HALF_EVEN"))
    elif _is_number(value):
        number = int(value)
    else:
        raise _no_way(value, name)
    if not low <= number <= high:
        raise thrown("System.OverflowException", "Overflow", name)
    return kind(number)


def _to_boolean(value: Any, _provider: Any) -> bool:
    if type(value) is bool:
        return value
    if type(value) is str:
        from spshell.dotnet.numeric.numbers import parse_bool

        return parse_bool(value)
    if _is_number(value):
        return bool(value)
    raise _no_way(value, "Boolean")


def _to_char(value: Any, _provider: Any) -> Char:
    if isinstance(value, Char):
        return value
    if type(value) is str:
        if len(value) != 1:
            raise bad_format("FormatString", value)
        return Char(value)
    if type(value) in INT_RANGES:
        if not 0 <= value <= 0xFFFF:
            raise thrown("System.OverflowException", "Overflow", "Char")
        return Char(chr(value))
    raise _no_way(value, "Char")


def _to_date(value: Any, provider: Any) -> Any:
    from spshell.dotnet.time.datetimes import DateTime, parse

    if isinstance(value, DateTime):
        return value
    if type(value) is str:
        return parse(value, provider)
    raise _no_way(value, "DateTime")


def _to_decimal(value: Any, provider: Any) -> Any:
    from decimal import Decimal

    from spshell.dotnet.numeric import number_parsing as parsing
    from spshell.values.decimals import from_float

    if type(value) is str:
        return parsing.parse_decimal(value, parsing.NUMBER, provider)
    if isinstance(value, float):
        if not abs(value) < 7.9e28:
            raise thrown("System.OverflowException", "Overflow", "Decimal")
        return from_float(value)
    if type(value) is bool or _is_number(value):
        return value if type(value) is Decimal else Decimal(int(value))
    raise _no_way(value, "Decimal")


def _to_double(value: Any, provider: Any) -> float:
    from spshell.dotnet.numeric import number_parsing as parsing

    if type(value) is str:
        return parsing.parse_real(value, parsing.FLOAT | 64, provider)
    if isinstance(value, Char) or not (type(value) is bool or _is_number(value)):
        raise _no_way(value, "Double")
    return float(value)


def _to_single(value: Any, provider: Any) -> Single:
    from spshell.values.number_conversion import make_single

    return make_single(_to_double(value, provider))


_OTHERS = {
    "Boolean": _to_boolean,
    "Char": _to_char,
    "DateTime": _to_date,
    "Decimal": _to_decimal,
    "Double": _to_double,
    "Single": _to_single,
}


def _parse_radix(text: str | None, name: str, base: int) -> Any:
    kind = _KINDS[name]
    if base not in (2, 8, 10, 16):
        raise bad_argument("The base must be 2, 8, 10 or 16.")
    if text is None:
        return kind(0)
    low, high = INT_RANGES[kind]
    if base == 10:
        return _to_integer(text, name, None)
    if not text:
        raise out_of_range("startIndex", 0)
    body = text
    if body[0] == "-":
        raise bad_argument("A number in this base has no sign.")
    if base == 16 and body[:2].lower() == "0x":
        body = body[2:]
    try:
        if not body or not body.isalnum():
            raise ValueError
        number = int(body, base)
    except ValueError:
        raise bad_format("FormatNumber", text) from None
    span = high - low
    if number > span:
        raise thrown("System.OverflowException", "Overflow", name)
    return kind(number - span - 1 if number > high else number)


def _in_base(value: int, base: int) -> str:
    kind = type(value)
    if base not in (2, 8, 10, 16):
        raise bad_argument("The base must be 2, 8, 10 or 16.")
    if base == 10:
        return str(int(value))
    low, high = INT_RANGES[kind]
    number = int(value) & (high - low)
    return {2: f"{number:b}", 8: f"{number:o}", 16: f"{number:x}"}[base]


def _change_function(name: str) -> Any:
    def change(value: Any, provider: Any = None) -> Any:
        return change_to(value, name, provider)

    return change


_PS = {
    "Boolean": "bool",
    "Byte": "byte",
    "Char": "char",
    "DateTime": "datetime",
    "Decimal": "decimal",
    "Double": "double",
    "Int16": "short",
    "Int32": "int",
    "Int64": "long",
    "SByte": "sbyte",
    "Single": "float",
    "String": "string",
    "UInt16": "ushort",
    "UInt32": "uint",
    "UInt64": "ulong",
}


def _radix_function(name: str) -> Any:
    return lambda text, base: _parse_radix(text, name, base)


def _declare() -> None:
    for name in _NAMES:
        returned = _PS[name]
        sources = (
            "System.Object",
            "bool",
            "sbyte",
            "char",
            "byte",
            "short",
            "ushort",
            "int",
            "uint",
            "long",
            "ulong",
        )
        change = _change_function(name)
        for source in (*sources, "string", "float", "double", "decimal", "datetime"):
            CONVERT.method(f"static {returned} To{name}({source} value)")(change)
            if source in ("System.Object", "string") or name == "String":
                CONVERT.method(
                    f"static {returned} To{name}({source} value, System.IFormatProvider provider)"
                )(change)
        if name in _KINDS:
            CONVERT.method(f"static {returned} To{name}(string value, int fromBase)")(_radix_function(name))
    for source in ("byte", "short", "int", "long"):
        CONVERT.method(f"static string ToString({source} value, int toBase)")(_in_base)


@CONVERT.method(
    "static System.Object ChangeType(System.Object value, type conversionType)",
    "static System.Object ChangeType(System.Object value, type conversionType,"
    " System.IFormatProvider provider)",
    "static System.Object ChangeType(System.Object value, System.TypeCode typeCode)",
)
def change_type(value: Any, wanted: Any, provider: Any = None) -> Any:
    """Convert to a type or type code."""
    if wanted is None:
        raise argument_null("conversionType")
    name = wanted.name
    if isinstance(wanted, NetType):
        if value is not None and type_of(value) is wanted:
            return value
        if wanted.namespace != "System" or name not in (*_NAMES, "Object"):
            if value is None and not wanted.is_value_type:
                return None
            raise thrown("System.InvalidCastException", "Invalid", f"No conversion to {wanted.full_name}.")
        if value is None and wanted.is_value_type:
            raise thrown("System.InvalidCastException", "Invalid", "Null does not convert to a value type.")
    if value is not None and not (
        isinstance(value, (str, bool))
        or _is_number(value)
        or hasattr(value, "date_parts")
        or hasattr(value, "net_type")
    ):
        raise thrown("System.InvalidCastException", "Invalid", "The object does not convert (IConvertible).")
    return None if value is None and name == "String" else change_to(value, name, provider)


@CONVERT.method(
    "static string ToBase64String(byte[] inArray)",
    "static string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)",
    "static string ToBase64String(byte[] inArray, int offset, int length)",
)
def to_base64(data: Any, *rest: Any) -> str:
    """Bytes as Base64."""
    import base64

    if data is None:
        raise argument_null("inArray")
    raw = to_bytes(data)
    if len(rest) >= 2:
        if rest[0] < 0 or rest[1] < 0 or rest[0] + rest[1] > len(raw):
            raise out_of_range("length", rest[1])
        raw = raw[rest[0] : rest[0] + rest[1]]
    text = base64.b64encode(raw).decode()
    if len(rest) == 1 and rest[0].value:
        return "\r\n".join(text[index : index + 76] for index in range(0, len(text), 76))
    return text


@CONVERT.method("static byte[] FromBase64String(string s)")
def from_base64(text: str | None) -> Any:
    """Base64 as bytes; blanks are skipped."""
    import base64
    import binascii

    if text is None:
        raise argument_null("s")
    try:
        return byte_array(base64.b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError):
        raise bad_format("FormatString", text) from None


@CONVERT.method("static string ToHexString(byte[] inArray)")
def to_hex(data: Any) -> str:
    """Bytes as capital hexadecimal digits."""
    return to_bytes(data).hex().upper()


@CONVERT.method("static string ToHexStringLower(byte[] inArray)")
def to_hex_lower(data: Any) -> str:
    """Bytes as hexadecimal digits."""
    return to_bytes(data).hex()


@CONVERT.method("static byte[] FromHexString(string s)")
def from_hex(text: str | None) -> Any:
    """Hexadecimal digits as bytes."""
    if text is None:
        raise argument_null("s")
    try:
        if " " in text:
            raise ValueError
        return byte_array(bytes.fromhex(text))
    except ValueError:
        raise bad_format("FormatString", text) from None


@CONVERT.method("static bool IsDBNull(System.Object value)")
def is_db_null(_value: Any) -> bool:
    """Whether the value is DBNull."""
    return False


@CONVERT.method("static System.TypeCode GetTypeCode(System.Object value)")
def get_type_code(value: Any) -> Any:
    """The code of a value's type."""
    from spshell.dotnet.system.enumerations import enum_type, enum_value

    name = "Empty" if value is None else type_of(value).name
    known = enum_type("System.TypeCode").names
    return enum_value("System.TypeCode", name if name in known else "Object")


_declare()
define("System.Convert", CONVERT, kind="static")
