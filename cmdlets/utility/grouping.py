"""Dividing objects into groups of equal values, as Group-Object does it.

Groups come in the order of their values when each column is of one type, else as their first objects came. Values that have
plain keys (`ordering`) need no comparing: equal ones have equal keys, and only the groups are put in order. Others are sorted
and compared as .NET does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.group_info import GroupInfo, GroupInfoNoElement
from cmdlets.utility.ordering import column_keys, comparer, identity, plain_order, sort_rows
from cmdlets.utility.property_expressions import ABSENT
from spshell.values.objects import unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmdlets.utility.ordering import Row


def grouped(
    items: list[Any], columns: Sequence[list[Any]], *, ignore_case: bool, elements: bool
) -> list[GroupInfo]:
    """The groups of objects whose values stand in the columns."""
    make = GroupInfo if elements else GroupInfoNoElement
    if all(set(map(type, column)) in _EXACT for column in columns):
        groups = _by_values(items, columns, make, ignore_case=ignore_case)
        if groups is not None:
            return groups
    found = [column_keys(column, reverse=False, ignore_case=ignore_case) for column in columns]
    keys = [column for column in found if column is not None]
    if len(keys) == len(columns) and not any(None in column and ABSENT in column for column in columns):
        return _by_keys(items, columns, keys, make)
    return _by_comparing(
        list(zip(items, map(list, zip(*columns, strict=True)), strict=True)), ignore_case, make
    )


_EXACT = ({str}, {int}, {bool})
"""Classes of values that equal each other in Python only when they are the same."""


def _by_values(
    items: list[Any], columns: Sequence[list[Any]], make: type[GroupInfo], *, ignore_case: bool
) -> list[GroupInfo] | None:
    """The same values are put together first: keys are made for the groups. None when groups of two spellings are one."""
    places: dict[Any, list[Any]] = {}
    for value, item in zip(
        columns[0] if len(columns) == 1 else zip(*columns, strict=True), items, strict=True
    ):
        same = places.get(value)
        if same is None:
            places[value] = [item]
        else:
            same.append(item)
    heads = [[value] for value in places] if len(columns) == 1 else [list(value) for value in places]
    order = plain_order(
        list(map(list, zip(*heads, strict=True))),
        [False] * len(columns),
        ignore_case=ignore_case,
        unique=True,
    )
    if order is None or len(order) < len(heads):
        return None
    together = list(places.values())
    groups: list[GroupInfo] = []
    for place in order:
        group = make(heads[place])
        group.take(together[place])
        groups.append(group)
    return groups


def _by_keys(
    items: list[Any], columns: Sequence[list[Any]], keys: list[list[Any]], make: type[GroupInfo]
) -> list[GroupInfo]:
    places: dict[Any, list[int]] = {}
    joined = keys[0] if len(keys) == 1 else list(zip(*keys, strict=True))
    for place, key in enumerate(joined):
        same = places.get(key)
        if same is None:
            places[key] = [place]
        else:
            same.append(place)
    groups: list[GroupInfo] = []
    for key in sorted(places):
        same = places[key]
        group = make([column[same[0]] for column in columns])
        group.take([items[place] for place in same])
        groups.append(group)
    return groups


def _by_comparing(rows: list[Row], ignore_case: bool, make: type[GroupInfo]) -> list[GroupInfo]:
    """Values that are the same to the letter find their group by a table; others are compared, in an ordered list only with
    the group before.
    """
    ordered = _of_one_type(rows)
    if ordered:
        sort_rows(rows, [False] * len(rows[0][1]), ignore_case=ignore_case)
    compare = comparer([False] * len(rows[0][1]), ignore_case=ignore_case)
    groups: list[GroupInfo] = []
    heads: list[list[Any]] = []
    known: dict[Any, GroupInfo] = {}
    for item, values in rows:
        key = identity(values[0]) if len(values) == 1 else tuple(map(identity, values))
        group = known.get(key)
        if group is None:
            candidates = range(len(groups) - 1, len(groups)) if ordered and groups else range(len(groups))
            place = next((at for at in candidates if compare(heads[at], values) == 0), -1)
            if place < 0:
                group = make(values)
                groups.append(group)
                heads.append(values)
            else:
                group = groups[place]
            known[key] = group
        group.take([item])
    return groups


def _of_one_type(rows: list[Row]) -> bool:
    """Whether the values of each column have one type; null and missing ones fit in anywhere."""
    for index in range(len(rows[0][1])):
        kinds = {type(unwrap(values[index])) for _, values in rows}
        if len(kinds - {type(None), type(ABSENT)}) > 1:
            return False
    return True
