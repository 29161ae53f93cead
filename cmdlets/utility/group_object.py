"""Group-Object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from cmdlets.utility.group_info import GroupInfo
    from cmdlets.utility.property_expressions import PropertyExpression


class GroupObject(Cmdlet, verb="Group", noun="Object"):
    """Put objects that share values together.

    Groups whose values are of one type come in their order, others as their first objects came.

        PS> 'ann', 'bob', 'al' | Group-Object { $_[0] }
        PS> 1..6 | Group-Object { $_ % 2 } -AsHashTable -AsString
    """

    no_element: Any = parameter("switch", help="Only the counts.")
    as_hash_table: Any = parameter("switch", sets=("HashTable",), aliases=("AHT",), help="As one table.")
    as_string: Any = parameter("switch", sets=("HashTable",), help="With -AsHashTable: the keys are text.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    property: Any = parameter(
        "System.Object[]", position=0, help="Properties, script blocks or tables with Expression."
    )
    culture: Any = parameter("string", help="The culture whose order counts.")
    case_sensitive: Any = parameter("switch", help="Capital letters differ.")

    def begin(self) -> None:
        self._items: list[Any] = []
        self.accept = self._items.append  # type: ignore[assignment,method-assign]  # collecting is all there is to do
        self.take_all = self._items.extend

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        if self.input_object is not NOTHING:
            self._items.append(self.input_object)

    def end(self) -> Iterator[object]:
        items = [item for item in self._items if item is not None]
        if not items:
            return
        from cmdlets.utility.grouping import grouped
        from cmdlets.utility.property_expressions import values_in_columns

        expressions = self._expressions(items[0])
        columns = values_in_columns(items, expressions, self) or [[_itself(item) for item in items]]
        groups = grouped(items, columns, ignore_case=not self.case_sensitive, elements=not self.no_element)
        if self.as_hash_table:
            table = self._table(groups)
            if table is not None:
                yield table
            return
        yield from groups

    def _expressions(self, first: Any) -> list[PropertyExpression]:
        from cmdlets.utility.property_expressions import default_keys, read_expressions

        chosen = self.property if self.property is not None else default_keys(first)
        expressions = read_expressions(chosen, named=False, wildcards=False)
        if self.as_string and not self.as_hash_table:
            self._refuse("GroupObjectWithHashTable")
        if self.as_hash_table and not self.as_string and len(expressions) > 1:
            self._refuse("GroupObjectSingleProperty")
        return expressions

    def _refuse(self, name: str) -> NoReturn:
        from cmdlets.utility.messages import utility_fault
        from spshell.engine.errors.records import ErrorRecord

        error = utility_fault(name)
        error.record = ErrorRecord(error, "ArgumentException")
        self.throw(error)

    def _table(self, groups: list[GroupInfo]) -> Any:
        """One table of all groups; null when two groups would have the same key."""
        from cmdlets.utility.messages import utility_fault
        from spshell.values.hashtable import Hashtable
        from spshell.values.objects import unwrap

        table = Hashtable(case_sensitive=bool(self.case_sensitive))
        for group in groups:
            key = group.title if self.as_string else unwrap(group.shared[0])
            if key is None or key in table:
                self.write_error(utility_fault("GroupKeyDuplication", error_id=_DUPLICATION))
                return None
            table[key] = group.group
        return table


# PowerShell's error id here is the sentence of the error itself.
_DUPLICATION = (
    "The objects grouped by this property cannot be expanded because there is a key duplication. "
    "Provide a valid value for the property, and then try again."
)


def _itself(item: Any) -> Any:
    """The object; a collection is one value here, not several."""
    from spshell.values.objects import PSObject

    return PSObject(item) if isinstance(item, list) else item
