"""Compare-Object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.objects import PSCustomObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cmdlets.utility.backlog import ComparedRow

_ALL = 2147483647


class CompareObject(Cmdlet, verb="Compare", noun="Object"):
    """Tell what two lists of objects have in common and what only one of them has.

    SideIndicator is => for what only -DifferenceObject has, <= for what only -ReferenceObject has.

        PS> Compare-Object 1, 2, 3 2, 3, 4
        PS> Compare-Object 'a', 'b' 'b', 'c' -IncludeEqual -ExcludeDifferent
    """

    reference_object: Any = parameter(
        "psobject[]", position=0, mandatory=True, allow_empty_collection=True, help="What to compare with."
    )
    difference_object: Any = parameter(
        "psobject[]",
        position=1,
        mandatory=True,
        from_pipeline=True,
        allow_empty_collection=True,
        help="What to compare.",
    )
    sync_window: Any = parameter(
        "int", default=_ALL, validate=[ValidateRange(0, _ALL)], help="How far apart equal objects may be."
    )
    property: Any = parameter("System.Object[]", help="Properties, script blocks or tables with Expression.")
    exclude_different: Any = parameter("switch", help="Only what is equal.")
    include_equal: Any = parameter("switch", help="What is equal too.")
    pass_thru: Any = parameter("switch", help="Write the compared objects themselves.")
    culture: Any = parameter("string", help="The culture whose order counts.")
    case_sensitive: Any = parameter("switch", help="Capital letters differ.")

    def begin(self) -> None:
        from cmdlets.utility.backlog import Backlog

        self._equal = bool(self.include_equal)
        if self.exclude_different and not (self.is_bound("IncludeEqual") and not self.include_equal):
            self._equal = True
        ignore_case = not self.case_sensitive
        self._ahead = Backlog(ignore_case=ignore_case)
        self._behind = Backlog(ignore_case=ignore_case)
        self._references: list[ComparedRow] | None = None
        self._next = 0
        self._expressions: Any = None

    def process(self) -> None:
        references, differences = self.reference_object, self.difference_object
        if not references:
            for row in self._rows(differences):
                self._only(row, "=>")
            return
        if self._references is None:
            if self._compared_plainly(references, differences):
                self._references = []
                return
            self._references = self._rows(references)
            if not differences:
                self._step(None)
        for row in self._rows(differences or []):
            self._step(row)

    def end(self) -> None:
        while self._references is not None and self._next < len(self._references):
            self._step(None)
        for row in self._behind.rest():
            self._only(row, "=>")
        for row in self._ahead.rest():
            self._only(row, "<=")

    def _read_expressions(self, items: list[Any]) -> None:
        if self._expressions is None:
            from cmdlets.utility.property_expressions import default_keys, read_expressions

            chosen = self.property if self.property is not None else default_keys(items[0] if items else None)
            self._expressions = read_expressions(chosen, named=False, wildcards=False)
            self._readers = [expression.evaluator(self) for expression in self._expressions]

    def _compared_plainly(self, references: list[Any], differences: list[Any] | None) -> bool:
        """Compare two whole lists by keys; False, with nothing done, when their values need comparing."""
        if self.expects_input or self.sync_window != _ALL or not differences:
            return False
        from cmdlets.utility.plain_comparison import paired, plain_keys
        from cmdlets.utility.property_expressions import values_in_columns

        items = [[item for item in side if item is not None] for side in (references, differences)]
        self._read_expressions(references)
        if not all(items) or any(expression.script is not None for expression in self._expressions):
            return False
        columns = [values_in_columns(side, self._expressions, self) or [side] for side in items]
        keys = [plain_keys(side, ignore_case=not self.case_sensitive) for side in columns]
        if keys[0] is None or keys[1] is None or keys[0][0] != keys[1][0]:
            return False
        found = paired(keys[0][1], keys[1][1])
        for side, places, sign in (
            (0, found.matched, "=="),
            (1, found.differences, "=>"),
            (0, found.references, "<="),
        ):
            if not (self._equal if sign == "==" else not self.exclude_different):
                continue
            for place in places:
                self._emit(items[side][place], [column[place] for column in columns[side]], sign)
        return True

    def _rows(self, items: list[Any]) -> list[ComparedRow]:
        from cmdlets.utility.backlog import ComparedRow

        self._read_expressions(items)
        readers, ignore_case = self._readers, not self.case_sensitive
        return [
            ComparedRow(
                item, [read(item) for read in readers] if readers else [item], ignore_case=ignore_case
            )
            for item in items
            if item is not None
        ]

    def _step(self, difference: ComparedRow | None) -> None:
        """Take the next object of either side and look for its equal among those that wait."""
        reference = None
        assert self._references is not None
        if self._next < len(self._references):
            reference = self._references[self._next]
            self._next += 1
        if reference is not None and difference is not None and self._ahead.same(reference, difference):
            self._match(reference)
            return
        found = None if difference is None else self._ahead.take(difference)
        if found is not None:
            self._match(found)
            difference = None
        if reference is not None and self._behind.take(reference) is not None:
            self._match(reference)
            reference = None
        if difference is not None:
            for row in self._behind.add(difference, self.sync_window):
                self._only(row, "=>")
        if reference is not None:
            for row in self._ahead.add(reference, self.sync_window):
                self._only(row, "<=")

    def _match(self, row: ComparedRow) -> None:
        if self._equal:
            self._emit(row.item, row.values, "==")

    def _only(self, row: ComparedRow, side: str) -> None:
        if not self.exclude_different:
            self._emit(row.item, row.values, side)

    def _emit(self, item: Any, values: Sequence[Any], side: str) -> None:
        if self.pass_thru:
            self.write(_with_side(item, side))
            return
        from cmdlets.utility.property_expressions import ABSENT

        made: dict[str, Any] = {}
        if not self.property:
            made["InputObject"] = item
        else:
            for expression, value in zip(self._expressions, values, strict=True):
                name = expression.source if expression.script is None else expression.script.text
                made.setdefault(name, None if value is ABSENT else value)
        made["SideIndicator"] = side
        self.write(PSCustomObject(made))


def _with_side(item: Any, side: str) -> Any:
    """The object itself, with the indicator as a property of its own."""
    from spshell.dotnet.reflection.reading import own_members
    from spshell.values.objects import PSObject, unwrap

    if type(item) is PSCustomObject:
        item.members.pop("SideIndicator", None)
        item.members["SideIndicator"] = side
        return item
    members = dict(own_members(item) or {})
    members["SideIndicator"] = side
    return PSObject(unwrap(item), members)
