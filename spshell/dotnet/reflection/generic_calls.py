"""Static methods called with type arguments: ``[Array]::Empty[int]()``, ``[Enum]::Parse[DayOfWeek]('Monday')``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.linq import items_of
from spshell.dotnet.reflection.members import is_instance
from spshell.dotnet.reflection.statics import invoke_static
from spshell.dotnet.system.errors import thrown
from spshell.values.arrays import TypedArray
from spshell.values.nettype import type_of
from spshell.values.typenames import make_array_type

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_MADE = ("range", "repeat")


def invoke_generic(target: Any, name: str, arguments: list[Any], types: tuple[NetType, ...]) -> Any:
    """Call the method; the types decide what the arguments become and what is made."""
    owner = getattr(target, "full_name", "")
    if owner == "System.Enum":
        return invoke_static(target, name, [types[0], *arguments])
    if owner in ("System.Array", "System.Linq.Enumerable") and name.lower() == "empty":
        return TypedArray([], make_array_type(types[0]))
    if owner == "System.Linq.Enumerable" and name.lower() not in _MADE:
        return _sequence(target, name, arguments, types[0])
    if owner in ("System.Tuple", "System.ValueTuple") and len(types) == len(arguments):
        from spshell.values.conversion import convert

        arguments = [convert(argument, wanted) for argument, wanted in zip(arguments, types, strict=True)]
    return invoke_static(target, name, arguments)


def _sequence(target: Any, name: str, arguments: list[Any], element: NetType) -> Any:
    """Arrays and lists become arrays of the element type, save where the method itself looks at each element."""
    from spshell.values.conversion import convert

    wanted = make_array_type(element)
    if name.lower() == "oftype" and len(arguments) == 1:
        return TypedArray([item for item in items_of(arguments[0]) if is_instance(item, element)], wanted)
    if name.lower() == "cast" and len(arguments) == 1:
        return TypedArray([_cast(item, element) for item in items_of(arguments[0])], wanted)
    if arguments and isinstance(arguments[0], list):
        arguments = [convert(arguments[0], wanted), *arguments[1:]]
    return invoke_static(target, name, arguments)


def _cast(item: Any, element: NetType) -> Any:
    """An item that is of the type already; .NET casts nothing else here."""
    if is_instance(item, element) or (item is None and not element.is_value_type):
        return item
    found = "null" if item is None else type_of(item).full_name
    raise thrown("System.InvalidCastException", "Invalid", f"{found} is not {element.full_name}.")
