"""Compare-Object of two whole lists whose values are plain: what belongs together is found by keys.

It is what `compare_object` does with rows one by one, when no row can wait too long: both sides advance together, an object of
the differences looks among the references that wait, a reference among the differences.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


class Pairing:
    """Places in the lists: references that found an equal one, in order, and what is left of either side."""

    __slots__ = ("differences", "matched", "references")

    def __init__(self) -> None:
        self.matched: list[int] = []
        self.references: list[int] = []
        self.differences: list[int] = []


def paired(references: Sequence[Hashable], differences: Sequence[Hashable]) -> Pairing:
    """Pair the keys of two lists."""
    result = Pairing()
    matched = result.matched
    ahead: dict[Hashable, list[int]] = {}
    behind: dict[Hashable, list[int]] = {}
    for place, (reference, difference) in enumerate(zip_longest(references, differences, fillvalue=_NONE)):
        if reference == difference:
            matched.append(place)
            continue
        late = reference is not _NONE
        if difference is not _NONE:
            waiting = ahead.get(difference)
            if waiting:
                matched.append(waiting.pop(0))
                difference = _NONE  # it waits no longer
        if late:
            waiting = behind.get(reference)
            if waiting:
                waiting.pop(0)
                matched.append(place)
                late = False
        if difference is not _NONE:
            behind.setdefault(difference, []).append(place)
        if late:
            ahead.setdefault(reference, []).append(place)
    result.references = sorted(place for places in ahead.values() for place in places)
    result.differences = sorted(place for places in behind.values() for place in places)
    return result


_NONE: Any = object()


def plain_keys(
    columns: Sequence[list[Any]], *, ignore_case: bool
) -> tuple[tuple[type, ...], list[Any]] | None:
    """(the classes of the columns, a key for each row) when equality is plain: text that folds by letters, whole numbers."""
    kinds: list[type] = []
    keys: list[list[Any]] = []
    for column in columns:
        found = set(map(type, column))
        if found == {int}:
            keys.append(column)
        elif found == {str}:
            text = "".join(column)
            if not (text.isascii() and text.isprintable()):
                return None
            keys.append([value.lower() for value in column] if ignore_case else column)
        else:
            return None
        kinds.append(found.pop())
    return tuple(kinds), keys[0] if len(keys) == 1 else list(zip(*keys, strict=True))
