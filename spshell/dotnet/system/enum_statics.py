"""The static methods of System.Enum."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument, thrown
from spshell.values.arrays import TypedArray
from spshell.values.enums import EnumType, EnumValue
from spshell.values.nettype import BY_CLASS, BY_NAME, NetType, type_of
from spshell.values.typenames import make_array_type


def _enum(net_type: Any) -> EnumType:
    if not isinstance(net_type, EnumType):
        if net_type is None:
            raise argument_null("enumType")
        raise thrown("System.ArgumentException", "TypeMustBeEnum", "enumType", ParamName="enumType")
    return net_type


def _number(enum: EnumType, text: str, ignore_case: bool) -> int:
    stripped = text.strip()
    if not stripped:
        raise bad_argument("A name or number is required.", "value")
    if stripped[0] in "+-0123456789":
        try:
            return int(stripped)
        except ValueError:
            pass
    folded = {name.lower(): number for name, number in reversed(enum.names.items())}
    result = 0
    for word in text.split(","):
        name = word.strip()
        if name in enum.names:
            result |= enum.names[name]
        elif ignore_case and name.lower() in folded:
            result |= folded[name.lower()]
        else:
            raise thrown("System.ArgumentException", "EnumNotFound", word.strip())
    return result


def parse(net_type: Any, text: str, ignore_case: bool) -> EnumValue:
    """[Enum]::Parse; raises ArgumentException for an unknown name."""
    enum = _enum(net_type)
    return EnumValue(enum, _number(enum, text, ignore_case))


def try_parse(net_type: Any, text: str, ignore_case: bool, result: Any) -> bool:
    """[Enum]::TryParse."""
    from spshell.values.exceptions import NetException

    enum = _enum(net_type)
    try:
        found = parse(enum, text, ignore_case)
    except NetException:
        result.value = EnumValue(enum, 0)
        return False
    result.value = found
    return True


def _sorted(enum: EnumType) -> list[tuple[str, int]]:
    # As unsigned numbers: negative constants stand last.
    return sorted(enum.names.items(), key=lambda item: item[1] & 0xFFFFFFFFFFFFFFFF)


def values(net_type: Any) -> TypedArray:
    """[Enum]::GetValues."""
    enum = _enum(net_type)
    return TypedArray([EnumValue(enum, number) for _, number in _sorted(enum)], make_array_type(enum))


def numbers(net_type: Any) -> TypedArray:
    """[Enum]::GetValuesAsUnderlyingType."""
    enum = _enum(net_type)
    made = [enum.underlying(number) for _, number in _sorted(enum)]
    return TypedArray(made, make_array_type(BY_CLASS[enum.underlying]))


def names(net_type: Any) -> TypedArray:
    """[Enum]::GetNames."""
    enum = _enum(net_type)
    return TypedArray([name for name, _ in _sorted(enum)], make_array_type(BY_NAME["system.string"]))


def name_of(net_type: Any, value: Any) -> str | None:
    """[Enum]::GetName."""
    enum = _enum(net_type)
    number = value.value if isinstance(value, EnumValue) else value
    return next((name for name, known in enum.names.items() if known == number), None)


def is_defined(net_type: Any, value: Any) -> bool:
    """[Enum]::IsDefined: by name with case, or by number of the underlying type."""
    enum = _enum(net_type)
    if type(value) is str:
        return value in enum.names
    if isinstance(value, EnumValue):
        return value.value in enum.names.values()
    if type(value) is not enum.underlying:
        raise bad_argument(f"The number must be of the underlying type, not {type_of(value).full_name}.")
    return value in enum.names.values()


def to_object(net_type: Any, value: Any) -> EnumValue:
    """[Enum]::ToObject."""
    enum = _enum(net_type)
    if isinstance(value, EnumValue):
        return EnumValue(enum, value.value)
    if not isinstance(value, int):
        raise bad_argument("A whole number is required.", "value")
    return EnumValue(enum, int(value))


def underlying(net_type: Any) -> NetType:
    """[Enum]::GetUnderlyingType."""
    return BY_CLASS[_enum(net_type).underlying]
