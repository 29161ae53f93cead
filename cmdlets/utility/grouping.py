"""Dividing rows into groups of equal values, as Group-Object does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.group_info import GroupInfo, GroupInfoNoElement
from cmdlets.utility.ordering import comparer, identity, sort_rows
from cmdlets.utility.property_expressions import ABSENT
from spshell.values.objects import unwrap

if TYPE_CHECKING:
    from cmdlets.utility.ordering import Row


def grouped(rows: list[Row], *, ignore_case: bool, elements: bool) -> list[GroupInfo]:
    """The groups: in the order of their values when each column is of one type, else as they came.

    Values that are the same to the letter find their group by a table; others are compared, in an ordered
    list only with the group before.
    """
    ordered = _of_one_type(rows)
    if ordered:
        sort_rows(rows, [False] * len(rows[0][1]), ignore_case=ignore_case)
    make = GroupInfo if elements else GroupInfoNoElement
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
        group.add(item)
    return groups


def _of_one_type(rows: list[Row]) -> bool:
    """Whether the values of each column have one type; null and missing ones fit in anywhere."""
    for index in range(len(rows[0][1])):
        kinds = {type(unwrap(values[index])) for _, values in rows}
        if len(kinds - {type(None), type(ABSENT)}) > 1:
            return False
    return True
