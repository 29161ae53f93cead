"""Sort-Object."""

from __future__ import annotations

from cmdlets.utility.net_sorting import heap_sort, list_sort
from cmdlets.utility.ordering import comparer, plain_order
from cmdlets.utility.property_expressions import (
    ABSENT,
    PropertyExpression,
    matching_names,
    read_expressions,
    values_in_columns,
)
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from cmdlets.utility.ordering import Row


class SortObject(Cmdlet, verb="Sort", noun="Object", default_set="Default"):
    """Put objects in order.

    Objects are compared themselves, or by properties or script blocks.

        PS> 3, 1, 2 | Sort-Object
        PS> 'pear', 'fig' | Sort-Object Length -Descending
    """

    stable: Any = parameter("switch", sets=("Default",), help="Equal objects keep their order.")
    descending: Any = parameter("switch", help="The largest first.")
    unique: Any = parameter("switch", help="Only one of equal objects.")
    top: Any = parameter(
        "int",
        sets={"Top": SetFlags(mandatory=True)},
        validate=[ValidateRange(1, 2147483647)],
        help="Only the first so many.",
    )
    bottom: Any = parameter(
        "int",
        sets={"Bottom": SetFlags(mandatory=True)},
        validate=[ValidateRange(1, 2147483647)],
        help="Only the last so many.",
    )
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    property: Any = parameter(
        "System.Object[]", position=0, help="Properties, script blocks or tables with Expression."
    )
    culture: Any = parameter("string", help="The culture whose order counts.")
    case_sensitive: Any = parameter("switch", help="Capital letters differ.")

    def begin(self) -> None:
        self.items: list[Any] = []
        self.accept = self.items.append  # type: ignore[assignment,method-assign]  # collecting is all there is to do
        self.take_all = self.items.extend

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        if self.expects_input or self.is_bound("InputObject"):
            self.items.append(self.input_object)

    def end(self) -> Iterator[object]:
        items = [item for item in self.items if item is not None]
        expressions = read_expressions(self.property, ("ascending", "descending"), named=False)
        if self.unique and not expressions and set(map(type, items)) == {str}:
            items = list(dict.fromkeys(items))  # the first of the same: fewer are left to be put in order
        expressions = _expanded(expressions, items)
        directions: list[bool] = [self._descends(expression) for expression in expressions] or [
            bool(self.descending)
        ]
        columns = values_in_columns(items, expressions, self) or [items]
        places = plain_order(
            columns, directions, ignore_case=not self.case_sensitive, unique=bool(self.unique)
        )
        if places is not None:
            chosen = places[: self.top] if self.top else places[-self.bottom :] if self.bottom else places
            yield from map(items.__getitem__, chosen)
            return
        rows = [(item, list(values)) for item, *values in zip(items, *columns, strict=True)]
        yield from (item for item, _ in self._chosen(rows, directions))

    def _chosen(self, rows: list[Row], directions: list[bool]) -> list[Row]:
        """Rows without a plain order put in order, without repeats when those are not wanted, cut to -Top or -Bottom."""
        ignore_case = not self.case_sensitive
        compare = comparer(directions, ignore_case=ignore_case)
        if self.stable or self.top or self.bottom:
            return self._picked(rows, compare)
        list_sort(rows, lambda left, right: compare(left[1], right[1]))
        if self.unique:
            rows = _without_repeats(rows, compare)
        return rows

    def _picked(self, rows: list[Row], compare: Callable[[list[Any], list[Any]], int]) -> list[Row]:
        """-Top, -Bottom and -Stable of values without one order: equal ones keep theirs."""
        if self.unique:
            kept: list[Row] = []
            for row in rows:
                if all(compare(row[1], other[1]) != 0 for other in kept):
                    kept.append(row)
            rows = kept
        numbered = list(enumerate(rows))

        def by_place(left: tuple[int, Row], right: tuple[int, Row]) -> int:
            missing = _absent(left[1]), _absent(right[1])
            if missing[0] != missing[1]:
                return 1 if missing[0] else -1
            return compare(left[1][1], right[1][1]) or (left[0] > right[0]) - (left[0] < right[0])

        capacity = self.top or self.bottom or len(rows)
        return [row for _, row in heap_sort(numbered, by_place, capacity, top=bool(self.top))]

    def _descends(self, expression: PropertyExpression) -> bool:
        ascending = expression.options.get("ascending")
        descending = expression.options.get("descending")
        if ascending is None and descending is None:
            return bool(self.descending)
        if ascending is not None and descending is not None and bool(ascending) == bool(descending):
            return bool(self.descending)
        return not ascending if ascending is not None else bool(descending)


def _absent(row: Row) -> bool:
    """Whether an object has none of the properties."""
    return all(value is ABSENT for value in row[1])


def _expanded(expressions: list[PropertyExpression], items: list[Any]) -> list[PropertyExpression]:
    """Names with wildcards replaced by all properties of all objects that they match, in their order."""
    result: list[PropertyExpression] = []
    for expression in expressions:
        if not expression.wildcards:
            result.append(expression)
            continue
        found = {name.lower(): name for item in items for name in matching_names(item, expression.source)}
        result.extend(
            PropertyExpression(found[folded], None, found[folded], expression.options)
            for folded in sorted(found)
        )
    return result


def _without_repeats(
    rows: list[tuple[Any, list[Any]]], compare: Callable[[list[Any], list[Any]], int]
) -> list[Any]:
    kept: list[tuple[Any, list[Any]]] = []
    for row in rows:
        if not kept or compare(kept[-1][1], row[1]) != 0:
            kept.append(row)
    return kept
