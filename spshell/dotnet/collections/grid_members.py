"""Members of arrays with more than one dimension; what they share with plain arrays comes from System.Array."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import bad_argument, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.grid_arrays import GridArray
from spshell.values.numbers import Int64
from spshell.values.typenames import rank_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spshell.values.nettype import NetType


def declare(net_type: NetType) -> None:
    """The constructor, the dimensions and the elements of one such array type."""
    assert net_type.element is not None
    rank, element = rank_of(net_type), net_type.element.full_name
    members = Members()
    sizes = ", ".join(f"int length{number}" for number in range(rank))
    places = ", ".join(f"int index{number}" for number in range(rank))
    members.constructor(f"({sizes})")(lambda *lengths: make_grid(net_type, lengths))
    members.prop("int Rank {get}")(lambda _array: rank)
    members.method("int GetLength(int dimension)")(length)
    members.method("long GetLongLength(int dimension)")(lambda array, at: Int64(length(array, at)))
    members.method("int GetUpperBound(int dimension)")(lambda array, at: length(array, at) - 1)
    members.method("int GetLowerBound(int dimension)")(lambda array, at: length(array, at) * 0)
    members.method("System.Object Clone()")(lambda array: GridArray(array, net_type, array.lengths))
    members.method(f"{element} Get({places})")(get)
    members.method(f"{element}& Address({places})")(get)
    members.method(f"void Set({places}, {element} value)")(
        lambda array, *rest: put(array, rest[-1], rest[:-1])
    )
    members.method("System.Object GetValue(params int[] indices)")(lambda array, at: get(array, *at))
    members.method("void SetValue(System.Object value, params int[] indices)")(put_value)
    members.fill(net_type)


def make_grid(net_type: NetType, lengths: Sequence[int]) -> GridArray:
    """A new array whose elements have the default of their type."""
    from spshell.dotnet.reflection.statics import default_value

    if any(count < 0 for count in lengths):
        raise thrown("System.OverflowException", "Overflow", "Int32")
    element = net_type.element
    assert element is not None
    filler = default_value(element) if element.is_value_type else None
    return GridArray([filler] * prod(lengths), net_type, lengths)


def create(element: NetType, lengths: Sequence[int]) -> GridArray:
    """[array]::CreateInstance with several lengths."""
    from spshell.values.typenames import make_array_type

    for count in lengths:
        if count < 0:
            raise out_of_range("lengths", count)
    return make_grid(make_array_type(element, len(lengths)), lengths)


def length(array: GridArray, dimension: int) -> int:
    """The number of elements of a dimension."""
    if not 0 <= dimension < len(array.lengths):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return array.lengths[dimension]


def _place(array: GridArray, indexes: Sequence[int]) -> int:
    if len(indexes) != len(array.lengths):
        raise bad_argument("There must be as many indexes as the array has dimensions.")
    position = array.place(indexes)
    if position is None:
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return position


def get(array: GridArray, *indexes: int) -> Any:
    """An element."""
    return array[_place(array, indexes)]


def put(array: GridArray, value: Any, indexes: Sequence[int]) -> None:
    """Replace an element by one of the elements' type."""
    array[_place(array, indexes)] = value


def put_value(array: GridArray, value: Any, indexes: Sequence[int]) -> None:
    """SetValue: raises InvalidCastException for a value of another type."""
    from spshell.values.nettype import type_of
    from spshell.values.type_relations import assignable

    position = _place(array, indexes)
    element = array.net_type.element
    if value is not None and element is not None and not assignable(type_of(value), element):
        raise thrown("System.InvalidCastException", "Invalid", "The value does not suit the array.")
    array[position] = value
