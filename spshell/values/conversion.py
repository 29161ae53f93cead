"""``[type]value``: PowerShell's conversions as one ordered list of rules.

Null; the same or a base type; the language's own conversions (numbers, text, truth, arrays, enums);
``Parse``; a constructor; a cast operator; through IConvertible; a collection from elements; properties.
Failure raises a PSInvalidCastException with PowerShell's id; the engine wraps it. Source:
about_Type_Conversion.
"""

from __future__ import annotations

from spshell.values.core_types import BIG_INTEGER, CHAR, OBJECT, OBJECT_ARRAY, STRING, TYPE
from spshell.values.enums import EnumType, EnumValue
from spshell.values.hashtable import Hashtable
from spshell.values.hooks import CULTURE, CULTURE_OBJECT
from spshell.values.messages import cast_fault, cast_text, net_fault
from spshell.values.nettype import NetType, find_type, type_of
from spshell.values.nothing import NOTHING
from spshell.values.number_conversion import (
    INTEGER_TYPES,
    change_type,
    convertible_fault,
    from_big_integer,
    from_number,
    is_numeric,
    text_to_number,
    to_big_integer,
)
from spshell.values.numbers import INT_RANGES, BigInteger, Char, Single
from spshell.values.objects import PSCustomObject, PSObject
from spshell.values.text import culture_text, to_text
from spshell.values.text_readers import READERS
from spshell.values.truth import truth
from spshell.values.type_identity import full_name
from spshell.values.typenames import (
    find_named_type,
    make_array_type,
    make_generic,
    resolve_type_name,
    type_not_found,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.exceptions import NetException

__all__ = [
    "as_type",
    "convert",
    "find_named_type",
    "find_type",
    "make_array_type",
    "make_generic",
    "resolve_type_name",
    "to_custom_object",
    "to_int",
    "try_convert",
    "type_not_found",
]


def convert(value: Any, net_type: NetType) -> Any:
    """`value` as `net_type`; raises a PSInvalidCastException."""
    if value.__class__ is float and net_type.python_type is int and -2147483648.5 < value < 2147483647.5:
        return round(value)  # to the nearest, halves to even, as .NET does
    handler = _CORE.get(net_type.full_name)
    if handler is not None:
        return handler(value, net_type)
    return _general(value, net_type)


def try_convert(value: Any, net_type: NetType) -> tuple[bool, Any]:
    """(True, converted value) or (False, None)."""
    from spshell.values.exceptions import exception_class

    try:
        return True, convert(value, net_type)
    except exception_class("System.InvalidCastException"):
        return False, None


def as_type(value: Any, net_type: NetType) -> Any:
    """``value -as [type]``: null where the conversion fails."""
    if net_type is STRING and type(value) is not PSCustomObject:
        return culture_text(value)
    if type(value) is str and speaks_otherwise():
        from spshell.values.declared_conversion import CULTURED, DATES, NO_WAY, by_parse_here

        if net_type.full_name in CULTURED:
            read = by_parse_here(value, net_type)
            if read is not NO_WAY:
                return read
            if net_type.full_name in DATES:
                return None
    return try_convert(value, net_type)[1]


def speaks_otherwise() -> bool:
    """Whether the current culture reads text in another way than casts."""
    return CULTURE.get() not in ("", "en-US") or CULTURE_OBJECT.get() is not None


def to_int(value: Any) -> int:
    """``[int]value``."""
    return value if type(value) is int else int(convert(value, INTEGER_TYPES["System.Int32"]))


def final_fault(value: Any, net_type: NetType) -> NetException:
    """The error when no rule applies."""
    if value is None or value is NOTHING:
        if type(net_type) is EnumType:
            return cast_fault(
                "nullToEnumInvalidCast",
                "InvalidCastExceptionEnumerationNull",
                net_type.full_name,
                ", ".join(net_type.names),
            )
        return cast_fault("nullToObjectInvalidCast", "InvalidCastFromNull", net_type.full_name)
    source = full_name(type_of(value))
    if net_type.full_name in (
        "System.Security.SecureString",
        "System.Management.Automation.PSCredential",
    ):
        return cast_fault(
            "ConvertToFinalInvalidCastException",
            "InvalidCastExceptionWithoutValue",
            source,
            net_type.full_name,
        )
    return cast_fault(
        "ConvertToFinalInvalidCastException",
        "InvalidCastException",
        cast_text(value),
        source,
        net_type.full_name,
    )


def to_custom_object(value: Any) -> Any:
    """``[pscustomobject]value``: a dictionary becomes a custom object, anything else stays what it is."""
    source = value.base if type(value) is PSObject else value
    if isinstance(source, Hashtable):
        return PSCustomObject({to_text(key): item for key, item in source.items()})
    return None if value is NOTHING else value


def _to_string_type(value: Any, _type: NetType) -> str:
    return value if type(value) is str else to_text(value)


def _to_boolean(value: Any, _type: NetType) -> bool:
    return truth(value)


def _same(value: Any, _type: NetType) -> Any:
    return None if value is NOTHING else value


def _to_void(_value: Any, _type: NetType) -> Any:
    return NOTHING


def _to_number(value: Any, net_type: NetType) -> Any:
    """Every numeric target but BigInteger."""
    kind = type(value)
    if kind is net_type.python_type:
        return value
    if kind is str:
        return text_to_number(value, net_type)
    if value is None or value is NOTHING:
        return change_type(0, net_type)
    if kind is Char and net_type.full_name == "System.Decimal":
        return from_number(ord(value), net_type)  # Decimal has a cast operator for chars
    if kind is int or kind is float or kind is bool or kind is Char or kind in INT_RANGES or kind is Single:
        return from_number(value, net_type)
    if kind is BigInteger:
        return from_big_integer(value, net_type)
    if kind is PSObject:
        return _to_number(value.base, net_type)
    if kind is EnumValue or kind.__name__ == "Decimal":
        return from_number(value, net_type)
    return _general(value, net_type)


def _to_big(value: Any, net_type: NetType) -> Any:
    kind = type(value)
    if kind is BigInteger:
        return value
    if kind is str:
        return text_to_number(value, net_type)
    if value is None or value is NOTHING:
        return BigInteger(0)
    if kind is PSObject:
        return _to_big(value.base, net_type)
    if kind is bool or (is_numeric(value) and kind is not EnumValue):
        return to_big_integer(value)
    if kind is Char:
        return BigInteger(ord(value))
    return _general(value, net_type)


def _to_char(value: Any, net_type: NetType) -> Any:
    kind = type(value)
    if kind is Char:
        return value
    if value is None or value is NOTHING:
        return Char("\0")
    if kind is str:
        if len(value) != 1:
            inner = net_fault("System.FormatException", "CharLength")
            raise cast_fault(
                "InvalidCastParseTargetInvocation",
                "InvalidCastExceptionWithInnerException",
                value,
                net_type.full_name,
                inner.message,
                inner=inner,
            )
        return Char(value)
    if kind is PSObject:
        return _to_char(value.base, net_type)
    if kind is BigInteger or kind in INT_RANGES or kind is EnumValue:
        number = int(value.value if kind is EnumValue else value)
        if 0 <= number <= 0xFFFF:
            return Char(chr(number))
        fault = net_fault("System.OverflowException", "Overflow", "Char")
        if kind is BigInteger:
            from spshell.values.declared_conversion import wrap

            raise wrap("InvalidCastTargetInvocationExceptionop_Explicit", value, net_type, fault)
        raise convertible_fault(value, net_type, fault)
    if kind is bool or is_numeric(value):
        fault = net_fault("System.InvalidCastException", "InvalidCast_FromTo", type_of(value).name, "Char")
        raise convertible_fault(value, net_type, fault)
    return _general(value, net_type)


def _to_type(value: Any, net_type: NetType) -> Any:
    if isinstance(value, NetType) or value is None or value is NOTHING:
        return None if value is NOTHING else value
    if type(value) is PSObject:
        return _to_type(value.base, net_type)
    if type(value) is str:
        found = find_named_type(value)
        if found is None:
            raise cast_fault(
                "InvalidCastFromStringToType",
                "InvalidCastException",
                value,
                "System.String",
                net_type.full_name,
            )
        return found
    return _general(value, net_type)


def _to_hashtable(value: Any, net_type: NetType) -> Any:
    if type(value) is PSObject:
        value = value.base
    if type(value) is Hashtable or value is None:
        return value
    if isinstance(value, Hashtable):
        return Hashtable(value.items())
    pairs = getattr(type(value), "net_items", None)
    if pairs is not None:
        return Hashtable(pairs(value))
    return _general(value, net_type)


def _general(value: Any, net_type: NetType) -> Any:
    """The ordered rules for a target without a handler of its own."""
    if value.__class__ is str and net_type in READERS:
        from spshell.values.exceptions import NetException

        try:
            return READERS[net_type](value)
        except NetException:
            pass  # the rules below raise it, wrapped as they do
    if value is None or value is NOTHING:
        if net_type.full_name.startswith("System.Nullable`1") or not net_type.is_value_type:
            return None
        return _by_hook(value, net_type)
    if type(value) is PSObject:
        if value.text is not None and net_type.full_name == "System.Version":
            return _general(value.text, net_type)  # 1.0 as it was written, not the number 1
        return _general(value.base, net_type)
    source = type_of(value)
    if source is net_type:
        return value
    from spshell.values.type_relations import assignable, has_base

    if assignable(source, net_type):
        return value
    if net_type.full_name in _LANGUAGE_HOOKS and net_type.convert is not None:
        made = net_type.convert(value)
        if made is not NotImplemented:
            return made
    if net_type.kind == "array" or net_type.full_name == "System.Array":
        from spshell.values.array_conversion import to_array

        return to_array(value, source, net_type)
    if net_type.full_name.startswith("System.Nullable`1") and net_type.generic_arguments:
        return _to_nullable(value, net_type)
    if type(net_type) is EnumType:
        return _to_enum(value, net_type)
    if hasattr(value, "invoke_value") and has_base(net_type, "System.Delegate"):
        made = NotImplemented if net_type.convert is None else net_type.convert(value)
        if made is not NotImplemented:
            return made
        if not getattr(value, "is_delegate", False):  # a script block is its own delegate
            return value
    return _by_members(value, source, net_type)


def _to_nullable(value: Any, net_type: NetType) -> Any:
    """A value of the type inside; what that type has no rule for fails as Nullable, not as that type."""
    from spshell.values.exceptions import NetException

    try:
        return convert(value, net_type.generic_arguments[0])
    except NetException as error:
        if error.error_id != "ConvertToFinalInvalidCastException":
            raise
        if isinstance(value, Hashtable):  # a new Nullable is null, and null has no properties to set
            from spshell.values.declared_conversion import wrap

            inner = net_fault("System.ArgumentNullException", "ArgumentNull_Generic", "obj")
            raise wrap("InvalidCastConstructorException", value, net_type, inner) from None
        raise final_fault(value, net_type) from None


def _to_enum(value: Any, enum: EnumType) -> Any:
    from spshell.values import enum_conversion
    from spshell.values.enumeration import enumerate_value

    kind = type(value)
    if kind is str:
        return enum_conversion.from_text(value, enum)
    if (kind in INT_RANGES or kind is EnumValue) and kind is not bool:
        return enum_conversion.from_integer(value, enum)
    iterator = enumerate_value(value)
    if iterator is not None:
        return enum_conversion.from_elements(iterator, enum)
    if is_numeric(value):
        return enum_conversion.from_text(to_text(value), enum)
    source = type_of(value)
    from spshell.values.type_relations import has_interface

    if has_interface(source, "System.IConvertible"):
        return _convertible(value, source, enum)
    if isinstance(value, Hashtable):
        from spshell.values.declared_conversion import by_properties

        made = by_properties(value.items(), value, enum)
        return EnumValue(enum, 0) if made is None else made  # as any structure begins
    return _by_hook(value, enum)


def _by_members(value: Any, source: NetType, net_type: NetType) -> Any:
    """Rules that read the declared members of the target (and of the source)."""
    from spshell.values import declared_conversion as declared
    from spshell.values.type_relations import has_interface

    no_way = declared.NO_WAY
    kind = type(value)
    if kind is str:
        if net_type.parse is not None:
            parse = net_type.parse
            return declared._guarded(
                "InvalidCastParseTargetInvocation", value, net_type, lambda: parse(value)
            )
        result = declared.by_parse(value, net_type)
        if result is not no_way:
            return result
    for rule in (declared.by_constructor, declared.by_cast_operator):
        result = rule(value, net_type)
        if result is not no_way:
            return result
    if is_numeric(value) and kind is not EnumValue:
        return _number_through_text(value, net_type)
    if kind is not str and has_interface(source, "System.IConvertible"):
        return _convertible(value, source, net_type)
    if isinstance(value, Hashtable):
        result = declared.by_properties(value.items(), value, net_type)
        if result is not no_way:
            return result
    result = declared.by_enumerable_constructor(value, net_type)
    if result is not no_way:
        return result
    if kind is PSCustomObject:
        result = declared.by_properties(list(value.members.items()), value, net_type, custom=True)
        if result is not no_way:
            return result
    return _by_hook(value, net_type)


def _convertible(value: Any, source: NetType, net_type: NetType) -> Any:
    """Bool, char, enum and date values convert to nothing else through IConvertible."""
    if net_type.convert is not None:
        result = net_type.convert(value)
        if result is not NotImplemented:
            return result
    fault = net_fault(
        "System.InvalidCastException", "InvalidCast_FromTo", full_name(source), full_name(net_type)
    )
    raise convertible_fault(value, net_type, fault)


def _number_through_text(value: Any, net_type: NetType) -> Any:
    """A number converts as its text where text converts."""
    from spshell.values.exceptions import NetException

    if net_type.convert is not None:
        result = net_type.convert(value)
        if result is not NotImplemented:
            return result
    try:
        return convert(to_text(value), net_type)
    except NetException as error:
        if error.error_id == "ConvertToFinalInvalidCastException":
            raise final_fault(value, net_type) from None
        raise


def _by_hook(value: Any, net_type: NetType) -> Any:
    if net_type.convert is not None:
        result = net_type.convert(value)
        if result is not NotImplemented:
            return result
    raise final_fault(value, net_type)


_LANGUAGE_HOOKS = frozenset({"System.Xml.XmlDocument", "System.Management.Automation.PSReference"})
"""Types that the language itself makes of anything, before the members of the type are asked."""

_CORE: dict[str, Callable[[Any, NetType], Any]] = {
    "System.String": _to_string_type,
    "System.Boolean": _to_boolean,
    "System.Object": _same,
    "System.Management.Automation.PSObject": _same,
    "System.Void": _to_void,
    "System.Char": _to_char,
    "System.Numerics.BigInteger": _to_big,
    "System.Type": _to_type,
    "System.Collections.Hashtable": _to_hashtable,
    "System.Single": _to_number,
    "System.Double": _to_number,
    "System.Decimal": _to_number,
    **dict.fromkeys(INTEGER_TYPES, _to_number),
}
"""Target type -> its conversion: a table, so that the frequent targets cost one look-up."""

assert {
    BIG_INTEGER.full_name,
    CHAR.full_name,
    OBJECT.full_name,
    STRING.full_name,
    TYPE.full_name,
} <= _CORE.keys()
assert OBJECT_ARRAY.kind == "array"
