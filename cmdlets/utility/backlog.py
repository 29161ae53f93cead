"""The objects of one side that wait for an equal one on the other (Compare-Object)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.ordering import comparer, identity

if TYPE_CHECKING:
    from cmdlets.utility.ordering import Row


class Backlog:
    """Rows in the order they came.

    As long as all values are text, or all are whole numbers, an equal one is found by its key.
    """

    def __init__(self, *, ignore_case: bool) -> None:
        self.ignore_case = ignore_case
        self.waiting: dict[int, Row] = {}
        self.places: dict[Any, list[int]] = {}
        self.kinds: set[Any] = set()
        self.number = 0

    def same(self, left: Row, right: Row) -> bool:
        """Whether two rows are equal."""
        kinds = _kinds(left)
        if kinds is not None and kinds == _kinds(right):
            return bool(self._key(left) == self._key(right))
        compare = comparer([False] * max(len(left[1]), len(right[1])), ignore_case=self.ignore_case)
        return compare(left[1], right[1]) == 0

    def add(self, row: Row, window: int) -> list[Row]:
        """Let a row wait; those that have waited too long for the window are handed back."""
        if window == 0:
            return [row]
        late = []
        while len(self.waiting) >= window:
            late.append(self._remove(next(iter(self.waiting))))
        self.waiting[self.number] = row
        self.places.setdefault(self._key(row), []).append(self.number)
        self.kinds.add(_kinds(row))
        self.number += 1
        return late

    def take(self, row: Row) -> Row | None:
        """The first waiting row that is equal; it waits no longer."""
        kinds = _kinds(row)
        if kinds is not None and self.kinds <= {kinds}:
            places = self.places.get(self._key(row))
            return self._remove(places[0]) if places else None
        for place, other in self.waiting.items():
            if self.same(row, other):
                return self._remove(place)
        return None

    def rest(self) -> list[Row]:
        """What is left."""
        return list(self.waiting.values())

    def _remove(self, place: int) -> Row:
        row = self.waiting.pop(place)
        key = self._key(row)
        self.places[key].remove(place)
        if not self.places[key]:
            del self.places[key]
        return row

    def _key(self, row: Row) -> Any:
        values = row[1]
        if self.ignore_case:
            if len(values) == 1 and values[0].__class__ is str:
                return (values[0].lower(),)
            return tuple([value.lower() if type(value) is str else identity(value) for value in values])
        return tuple(map(identity, row[1]))


def _kinds(row: Row) -> tuple[type, ...] | None:
    """The classes of a row's values when equality among them is plain; None when it needs comparing."""
    kinds = []
    for value in row[1]:
        kind = type(value)
        if kind is not int and not (kind is str and value.isascii() and value.isprintable()):
            return None
        kinds.append(kind)
    return tuple(kinds)
