"""The objects of one side that wait for an equal one on the other (Compare-Object)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.ordering import comparer, identity

if TYPE_CHECKING:
    from collections.abc import Sequence


class ComparedRow:
    """An object with the values that it is compared by.

    ``kinds`` are their classes when equality among them is plain (text that folds by letters, whole numbers), else None:
    rows of the same kinds are equal when their keys are.
    """

    __slots__ = ("item", "key", "kinds", "values")

    def __init__(self, item: Any, values: Sequence[Any], *, ignore_case: bool) -> None:
        self.item = item
        self.values = values
        self.kinds = _kinds(values)
        self.key = _key(values, ignore_case=ignore_case)


class Backlog:
    """Rows in the order they came.

    As long as all values are text, or all are whole numbers, an equal one is found by its key.
    """

    def __init__(self, *, ignore_case: bool) -> None:
        self.ignore_case = ignore_case
        self.waiting: dict[int, ComparedRow] = {}
        self.places: dict[Any, list[int]] = {}
        self.kinds: set[Any] = set()
        self.number = 0

    def same(self, left: ComparedRow, right: ComparedRow) -> bool:
        """Whether two rows are equal."""
        if left.kinds is not None and left.kinds == right.kinds:
            return bool(left.key == right.key)
        compare = comparer([False] * max(len(left.values), len(right.values)), ignore_case=self.ignore_case)
        return compare([*left.values], [*right.values]) == 0

    def add(self, row: ComparedRow, window: int) -> list[ComparedRow]:
        """Let a row wait; those that have waited too long for the window are handed back."""
        if window == 0:
            return [row]
        late = []
        while len(self.waiting) >= window:
            late.append(self._remove(next(iter(self.waiting))))
        self.waiting[self.number] = row
        places = self.places.get(row.key)
        if places is None:
            self.places[row.key] = [self.number]
        else:
            places.append(self.number)
        self.kinds.add(row.kinds)
        self.number += 1
        return late

    def take(self, row: ComparedRow) -> ComparedRow | None:
        """The first waiting row that is equal; it waits no longer."""
        kinds = row.kinds
        if kinds is not None and self.kinds <= {kinds}:
            places = self.places.get(row.key)
            return self._remove(places[0]) if places else None
        for place, other in self.waiting.items():
            if self.same(row, other):
                return self._remove(place)
        return None

    def rest(self) -> list[ComparedRow]:
        """What is left."""
        return list(self.waiting.values())

    def _remove(self, place: int) -> ComparedRow:
        row = self.waiting.pop(place)
        places = self.places[row.key]
        places.remove(place)
        if not places:
            del self.places[row.key]
        return row


def _key(values: Sequence[Any], *, ignore_case: bool) -> Any:
    if ignore_case:
        return tuple([value.lower() if value.__class__ is str else identity(value) for value in values])
    return tuple(map(identity, values))


def _kinds(values: Sequence[Any]) -> tuple[type, ...] | None:
    for value in values:
        kind = value.__class__
        if kind is not int and not (kind is str and value.isascii() and value.isprintable()):
            return None
    return tuple([value.__class__ for value in values])
