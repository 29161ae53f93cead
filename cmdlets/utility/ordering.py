"""The order of objects by several values: what Sort-Object, Group-Object and Compare-Object share."""

from __future__ import annotations

from math import isnan

from cmdlets.utility.property_expressions import ABSENT
from spshell.values.enums import EnumValue
from spshell.values.numbers import Byte, Int16, Int64, SByte, UInt16, UInt32, UInt64
from spshell.values.objects import PSCustomObject, unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Row = tuple[Any, list[Any]]
    """An object with the values that decide its place."""


def compare_values(left: Any, right: Any, *, ignore_case: bool) -> int:
    """The order of two values: null first, what cannot be compared by its text."""
    from spshell.values.comparison import order
    from spshell.values.exceptions import NetException

    if left is None or right is None:
        return (left is not None) - (right is not None)
    try:
        return order(left, right, ignore_case)
    except NetException:
        return order(_text(left), _text(right), ignore_case)


def _text(value: Any) -> str:
    """What an object without an order is compared by: a custom object has no text of its own."""
    from spshell.values.text import to_text

    return "" if type(value) is PSCustomObject else to_text(value)


def comparer(descending: Sequence[bool], *, ignore_case: bool) -> Callable[[list[Any], list[Any]], int]:
    """Compares two lists of values, column by column."""

    def compare(left: list[Any], right: list[Any]) -> int:
        for first, second, reverse in zip(left, right, descending, strict=False):
            if first is ABSENT or second is ABSENT:  # objects without the property stand last either way
                if first is not second:
                    return 1 if first is ABSENT else -1
                continue
            result = compare_values(first, second, ignore_case=ignore_case)
            if result:
                return -result if reverse else result
        return 0

    return compare


def sort_rows(rows: list[Row], descending: Sequence[bool], *, ignore_case: bool) -> None:
    """Sort in place: by keys where that is possible, else by comparing as .NET does."""
    if not sort_plainly(rows, descending, ignore_case=ignore_case):
        from cmdlets.utility.net_sorting import list_sort

        compare = comparer(descending, ignore_case=ignore_case)
        list_sort(rows, lambda left, right: compare(left[1], right[1]))


def sort_plainly(rows: list[Row], descending: Sequence[bool], *, ignore_case: bool) -> bool:
    """Sort in place and stably when each column is of one plain kind; False when that is not so."""
    columns = [[row[1][index] for row in rows] for index in range(len(descending))]
    places = plain_order(columns, descending, ignore_case=ignore_case)
    if places is None:
        return False
    rows[:] = [rows[place] for place in places]
    return True


def plain_order(
    columns: Sequence[list[Any]], descending: Sequence[bool], *, ignore_case: bool, unique: bool = False
) -> list[int] | None:
    """The places in order and stably when each column is of one plain kind; None when that is not so.

    With `unique` only the first of equal ones: their keys are equal.
    """
    found = [
        column_keys(column, reverse=reverse, ignore_case=ignore_case)
        for column, reverse in zip(columns, descending, strict=True)
    ]
    places = list(range(len(columns[0])))
    for keys, reverse in reversed(list(zip(found, descending, strict=True))):
        if keys is None:
            return None
        places.sort(key=keys.__getitem__, reverse=reverse)
    return _first_of_equal(places, found) if unique else places


def _first_of_equal(places: list[int], columns: Sequence[Any]) -> list[int]:
    kept: list[int] = []
    last: Any = None
    for place in places:
        key = [keys[place] for keys in columns]
        if key != last:
            kept.append(place)
            last = key
    return kept


def column_keys(values: list[Any], *, reverse: bool, ignore_case: bool) -> list[Any] | None:
    """Python keys with the order of these values; None when their order needs comparing."""
    kinds = set(map(type, values))
    special = kinds & {type(None), type(ABSENT)}
    if special:
        kept = [value for value in values if value is not None and value is not ABSENT]
        keys = _plain_keys(kept, kinds - special, ignore_case=ignore_case)
        if keys is None:
            return None
        last = (-1 if reverse else 2,)
        following = iter(keys)
        return [
            last if value is ABSENT else (0,) if value is None else (1, next(following)) for value in values
        ]
    return _plain_keys(values, kinds, ignore_case=ignore_case)


def _plain_keys(values: list[Any], kinds: set[type], *, ignore_case: bool) -> list[Any] | None:
    if kinds <= {int, float}:
        return None if float in kinds and any(map(isnan, values)) else values
    if kinds == {bool} or kinds <= _WHOLE:
        return values
    if kinds == {str}:
        from spshell.values.collation import sort_keys

        return sort_keys(values, ignore_case)
    if len(kinds) == 1:
        (kind,) = kinds
        if kind is EnumValue:
            return (
                [value.value for value in values] if len({value.net_type for value in values}) == 1 else None
            )
        key = _own_keys().get(kind)
        return None if key is None else [getattr(value, key) for value in values]
    return None


_WHOLE = frozenset({int, Byte, SByte, Int16, UInt16, UInt32, Int64, UInt64})


def _own_keys() -> dict[type, str]:
    """Classes whose objects have the order of a number that they hold."""
    from spshell.dotnet.time.datetimes import DateTime
    from spshell.dotnet.time.timespans import TimeSpan

    return {DateTime: "ticks", TimeSpan: "span_ticks"}


def identity(value: Any) -> Any:
    """Something hashable that is the same for values that are certainly equal: the class and the value itself.

    What has no order is known by its text, as ToString() gives it; null and a missing property are alike.
    """
    plain = unwrap(value)
    if plain is None or plain is ABSENT:
        return None
    kind = type(plain)
    if kind in (str, int, float, bool):
        return kind, plain
    if kind is PSCustomObject:
        return kind
    from spshell.values.text import to_string

    return kind, to_string(plain)
