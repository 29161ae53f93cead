"""Arrays: a plain ``list`` is Object[]; a typed array is a list that knows its type."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.values.nettype import NetType

    Items = list[Any]
else:
    Items = list


class TypedArray(Items):
    """An array of one element type (``string[]``, ``int[]``, ``byte[]``); ``net_type`` is the array type.

    ``exact`` is the Python class of the elements: a value of just that class is stored as it is.
    """

    __slots__ = ("exact", "net_type")

    def __init__(self, items: Iterable[Any], net_type: NetType) -> None:
        self.extend(items)  # quicker than what list itself does
        self.net_type = net_type
        element = net_type.element
        self.exact = None if element is None else element.python_type


def array_maker(net_type: NetType) -> Callable[[Iterable[Any]], TypedArray]:
    """A function that makes arrays of one type out of elements of its own class."""
    exact = None if net_type.element is None else net_type.element.python_type
    new = TypedArray.__new__

    def make(items: Iterable[Any]) -> TypedArray:
        made = new(TypedArray)
        made.extend(items)
        made.net_type = net_type
        made.exact = exact
        return made

    return make


LISTS: set[type] = {list, TypedArray}
"""Classes whose elements are a Python list's, read by position as such: those of lists join when they are defined."""
