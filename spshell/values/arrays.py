"""Arrays: a plain ``list`` is Object[]; a typed array is a list that knows its type."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
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
        super().__init__(items)
        self.net_type = net_type
        element = net_type.element
        self.exact = None if element is None else element.python_type


LISTS: set[type] = {list, TypedArray}
"""Classes whose elements are a Python list's, read by position as such: those of lists join when they are defined."""
