"""Sort-Object."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from cmdlets.utility.property_expressions import ABSENT, PropertyExpression, expanded, read_expressions
from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.engine.metadata import SetFlags
from spshell.engine.validation import ValidateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        if self.expects_input or self.is_bound("InputObject"):
            self.items.append(self.input_object)

    def end(self) -> Iterator[object]:
        items = [item for item in self.items if item is not None or not self.property]
        expressions = read_expressions(self.property, ("ascending", "descending"))
        if items:
            expressions = expanded(expressions, items[0])
        rows: list[tuple[Any, list[Any]]] = [(item, self._keys(expressions, item)) for item in items]
        directions: list[bool] = [self._descends(expression) for expression in expressions] or [
            bool(self.descending)
        ]
        compare = _comparer(directions, ignore_case=not self.case_sensitive)

        def by_keys(left: tuple[Any, list[Any]], right: tuple[Any, list[Any]]) -> int:
            return compare(left[1], right[1])

        rows.sort(key=cmp_to_key(by_keys))
        if self.unique:
            rows = _without_repeats(rows, compare)
        if self.parameter_set == "Top":
            rows = rows[: self.top]
        elif self.parameter_set == "Bottom":
            rows = rows[-self.bottom :]
        yield from (item for item, _ in rows)

    def _keys(self, expressions: list[PropertyExpression], item: Any) -> list[Any]:
        if not expressions:
            return [item]
        return [expression.value(item, self.scope) for expression in expressions]

    def _descends(self, expression: PropertyExpression) -> bool:
        options = expression.options
        if "descending" in options:
            return bool(options["descending"])
        if "ascending" in options:
            return not options["ascending"]
        return bool(self.descending)


def _comparer(directions: list[bool], *, ignore_case: bool) -> Callable[[list[Any], list[Any]], int]:
    def compare(left: list[Any], right: list[Any]) -> int:
        for first, second, descending in zip(left, right, directions, strict=True):
            if first is ABSENT or second is ABSENT:  # objects without the property stand last either way
                if first is not second:
                    return 1 if first is ABSENT else -1
                continue
            result = compare_values(first, second, ignore_case=ignore_case)
            if result:
                return -result if descending else result
        return 0

    return compare


def compare_values(left: Any, right: Any, *, ignore_case: bool) -> int:
    """The order of two values: null first, what cannot be compared by its text."""
    from spshell.values.comparison import order
    from spshell.values.exceptions import NetException
    from spshell.values.text import to_text

    if left is None or right is None:
        return (left is not None) - (right is not None)
    try:
        return order(left, right, ignore_case)
    except NetException:
        return order(to_text(left), to_text(right), ignore_case)


def _without_repeats(
    rows: list[tuple[Any, list[Any]]], compare: Callable[[list[Any], list[Any]], int]
) -> list[Any]:
    kept: list[tuple[Any, list[Any]]] = []
    for row in rows:
        if not kept or compare(kept[-1][1], row[1]) != 0:
            kept.append(row)
    return kept
