"""Arrays of more than one dimension: ``[int[,]]::new(2, 3)``, read and set with as many indexes as they have dimensions.

The elements lie in one list, the last dimension fastest, which is the order in which they are enumerated.
Negative indexes count from the end, what lies outside reads as null. Source: about_Arrays.
"""

from __future__ import annotations

from spshell.values.arrays import TypedArray
from spshell.values.exceptions import NetException
from spshell.values.messages import net_fault, runtime_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from spshell.values.nettype import NetType


class GridArray(TypedArray):
    """An array with the given number of elements in each dimension."""

    __slots__ = ("lengths",)

    def __init__(self, items: Iterable[Any], net_type: NetType, lengths: Sequence[int]) -> None:
        super().__init__(items, net_type)
        self.lengths = tuple(lengths)

    def place(self, indexes: Sequence[int]) -> int | None:
        """Where in the list an element lies; None when an index is outside."""
        position = 0
        for index, length in zip(indexes, self.lengths, strict=True):
            if not 0 <= index < length:
                return None
            position = position * length + index
        return position

    def read(self, index: Any, *, strict: bool = False) -> Any:
        """``$grid[i, j]``; a list of places gives the elements that exist."""
        indexes = _numbers(index)
        if indexes is None and isinstance(index, list):
            places = [_numbers(item) for item in index]
            if all(place is not None and len(place) == len(self.lengths) for place in places):
                found = [self.place(self._from_end(place or [])) for place in places]
                return [self[position] for position in found if position is not None]
        position = self.place(self._from_end(self._checked(index, indexes)))
        if position is None:
            if strict:
                raise net_fault("System.IndexOutOfRangeException", "Arg_IndexOutOfRange")
            return None
        return self[position]

    def write(self, index: Any, value: Any) -> None:
        """``$grid[i, j] = value``; the value is converted to the type of the elements."""
        from spshell.values.conversion import convert

        position = self.place(self._from_end(self._checked(index, _numbers(index))))
        element = self.net_type.element
        value = convert(value, element) if element is not None else value
        if position is None:
            raise net_fault("System.IndexOutOfRangeException", "Arg_IndexOutOfRange")
        self[position] = value

    def _checked(self, index: Any, indexes: list[int] | None) -> list[int]:
        if indexes is None or len(indexes) != len(self.lengths):
            from spshell.values.text import to_text

            raise runtime_fault("NeedMultidimensionalIndex", len(self.lengths), to_text(index, ","))
        return indexes

    def _from_end(self, indexes: list[int]) -> list[int]:
        lengths = self.lengths
        return [
            index + length if index < 0 else index for index, length in zip(indexes, lengths, strict=True)
        ]


def _numbers(index: Any) -> list[int] | None:
    """The numbers of an index, or None when it is no list of numbers."""
    from spshell.values.conversion import to_int

    if not isinstance(index, list) or any(isinstance(item, list) for item in index):
        return None
    try:
        return [to_int(item) for item in index]
    except NetException:
        return None
