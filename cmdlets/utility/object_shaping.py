"""What Select-Object makes of an object: -Property, -ExcludeProperty and -ExpandProperty."""

from __future__ import annotations

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.property_expressions import ABSENT, read_expressions
from spshell.values.exceptions import NetException
from spshell.values.objects import Member, PSCustomObject, PSObject, unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from cmdlets.utility.property_expressions import PropertyExpression
    from spshell.engine.variables.scope import Scope

    Write = Callable[[Any], None]

_CUSTOM = "System.Management.Automation.PSCustomObject"
_SELECTED: dict[Any, list[str]] = {}


def selected_names(item: Any) -> list[str]:
    """The type names of an object made from `item`. The list is shared; scripts are given copies."""
    from spshell.values.nettype import type_of

    net_type = type_of(unwrap(item))
    names = _SELECTED.get(net_type)
    if names is None:
        from spshell.values.text import to_text

        names = _SELECTED[net_type] = [
            f"Selected.{to_text_name(net_type, to_text)}",
            _CUSTOM,
            "System.Object",
        ]
    return names


def to_text_name(net_type: Any, to_text: Callable[[Any], str]) -> str:
    """GetType().ToString(); a type without arguments is its full name."""
    return net_type.full_name if not net_type.generic_arguments else to_text(net_type)


def make_shaper(cmdlet: Any, write: Write) -> Write:
    """What happens to each chosen object."""
    excluded = None
    properties = cmdlet.property
    if cmdlet.exclude_property is not None:
        from spshell.values.wildcard import wildcard_test

        tests = [wildcard_test(pattern) for pattern in cmdlet.exclude_property]

        def excluded(name: str) -> bool:
            return any(test(name) for test in tests)

        properties = properties or ["*"]
    expressions = read_expressions(properties)
    if cmdlet.expand_property:
        shaper = _Shaper(cmdlet, write, expressions, excluded)
        shaper.expanding = read_expressions([cmdlet.expand_property])[0]
        if not expressions and shaper.expanding.script is None and not shaper.expanding.wildcards:
            return _expanding(shaper.expanding.source, write, shaper.expand)
        return shaper.expand
    if not expressions:
        return _passing(write)
    shaper = _Shaper(cmdlet, write, expressions, excluded)
    if excluded is None and all(e.script is None and not e.wildcards and not e.named for e in expressions):
        names = [expression.source for expression in expressions]
        if len({name.lower() for name in names}) == len(names):
            return _copying(names, write, shaper.select)
    if excluded is None and not any(expression.wildcards for expression in expressions):
        labels = [_label(expression) for expression in expressions]
        if all(labels) and len({label.lower() for label in labels}) == len(labels):
            return _calculating(expressions, labels, cmdlet.scope, write, shaper.select)
    return shaper.select


def _label(expression: PropertyExpression) -> str:
    """What the property of a calculated object is called when the object spells it as the script does."""
    if expression.named:
        return expression.label
    return expression.source if expression.script is None else str(expression.script.text)


def _calculating(
    expressions: list[PropertyExpression], labels: list[str], scope: Scope, write: Write, slowly: Write
) -> Write:
    """Calculated properties of plain objects: names that they store as written, and script blocks."""
    chosen = selected_names(PSCustomObject())
    stored = [expression.source for expression in expressions if expression.script is None]
    columns: list[tuple[str, str, Callable[[Any], Any] | None]] = []

    def take(item: Any) -> None:
        if item.__class__ is not PSCustomObject:
            slowly(item)
            return
        members = item.members
        for name in stored:
            value = members.get(name, ABSENT)
            if value.__class__ not in _SCALARS and (value is ABSENT or isinstance(value, Member)):
                slowly(item)
                return
        if not columns:
            for label, expression in zip(labels, expressions, strict=True):
                run = None if expression.script is None else expression.function(scope)
                columns.append((label, expression.source, run))
        made = {}
        for label, name, run in columns:
            if run is None:
                made[label] = members[name]
                continue
            try:
                made[label] = run(item)
            except NetException:
                made[label] = None
        write(PSCustomObject(made, chosen))

    return take


def _expanding(name: str, write: Write, slowly: Write) -> Write:
    """One property of plain objects: values that are no collections are written at once."""

    def take(item: Any) -> None:
        if item.__class__ is PSCustomObject:
            value = item.members.get(name)
            if value.__class__ in _SCALARS:
                write(value)
                return
        slowly(item)

    return take


_SCALARS = frozenset({str, int, float, bool})


def _passing(write: Write) -> Write:
    def take(value: Any) -> None:
        if value.__class__ is PSCustomObject:
            _mark(value)
        write(value)

    return take


def _mark(item: PSCustomObject) -> None:
    """A chosen object says so in its type names."""
    names = item.type_names
    chosen = selected_names(item)
    if names is None:
        item.type_names = chosen
    elif chosen[0] not in names:
        names.insert(0, chosen[0])


def _copying(names: list[str], write: Write, slowly: Write) -> Write:
    """Plain properties of plain objects: copied without a look at the type."""
    chosen = selected_names(PSCustomObject())

    def take(item: Any) -> None:
        if item.__class__ is PSCustomObject:
            stored = item.members
            made = {}
            for name in names:
                value = stored.get(name, ABSENT)
                if value.__class__ not in _SCALARS and (value is ABSENT or isinstance(value, Member)):
                    slowly(item)
                    return
                made[name] = value
            write(PSCustomObject(made, chosen))
            return
        slowly(item)

    return take


class _Shaper:
    def __init__(
        self,
        cmdlet: Any,
        write: Write,
        expressions: list[PropertyExpression],
        excluded: Callable[[str], bool] | None,
    ) -> None:
        self.cmdlet = cmdlet
        self.write = write
        self.expressions = expressions
        self.excluded = excluded
        self.expanding: Any = None

    def select(self, item: Any) -> None:
        """An object with the chosen properties."""
        made: dict[str, Any] = {}
        folded: set[str] = set()
        for name, value in self.found(item):
            if name.lower() in folded:
                self._exists_already(name, item, "AlreadyExistingUserSpecifiedPropertyNoExpand")
                continue
            folded.add(name.lower())
            made[name] = value
        names = selected_names(item) if made else [_CUSTOM, "System.Object"]
        if not made:
            names = ["Selected." + selected_names(item)[0].partition(".")[2], *names]
        self.write(PSCustomObject(made, names))

    def found(self, item: Any) -> list[tuple[str, Any]]:
        """(name, value) of all expressions, in their order."""
        result: list[tuple[str, Any]] = []
        for expression in self.expressions:
            self._add(expression, item, result)
        return result

    def _add(self, expression: PropertyExpression, item: Any, result: list[tuple[str, Any]]) -> None:
        excluded = self.excluded
        if expression.script is not None:
            value, _ = expression.run(item, self.cmdlet.scope)
            values = [(expression.script.text, value)]
        else:
            names = [name for name in expression.names(item) if excluded is None or not excluded(name)]
            values = [(name, expression.read(item, name)) for name in names]
        if not values and not expression.wildcards:
            values = [(expression.source, None)]
        elif expression.named and len(values) > 1:
            self.cmdlet.write_error(utility_fault("RenamingMultipleResults", expression.label, target=item))
            return
        for name, value in values:
            if excluded is not None and excluded(name):
                continue
            shown = expression.label if expression.named else name
            if not shown:
                self.cmdlet.throw(utility_fault("EmptyScriptBlockAndNoName"))
            result.append((shown, None if value is ABSENT else value))

    def expand(self, item: Any) -> None:
        """The values of -ExpandProperty, with the chosen properties added to each."""
        more = self.found(item) if self.expressions else []
        values = self.expanding.values(item, self.cmdlet.scope)
        if len(values) != 1:
            name = "MutlipleExpandProperties" if values else "ExpandPropertyNotFound"
            self.cmdlet.write_error(utility_fault(name, self.cmdlet.expand_property, target=item))
            return
        _, value, error = values[0]
        if error is not None:
            self.cmdlet.write_error(utility_fault("PropertyEvaluationExpand", error.message, target=item))
            return
        if value is None:
            return
        from spshell.values.enumeration import enumerate_value

        elements = enumerate_value(value)
        for element in [value] if elements is None else elements:
            if element is not None:
                self.write(self._with(element, item, more) if more else self._plain(element))

    def _plain(self, element: Any) -> Any:
        if element.__class__ is PSCustomObject:
            _mark(element)
        return element

    def _with(self, element: Any, item: Any, more: list[tuple[str, Any]]) -> Any:
        """An expanded value that carries the chosen properties."""
        from spshell.dotnet.reflection.members import properties_of

        base = unwrap(element)
        if type(element) is PSCustomObject:
            made: Any = element
            names = selected_names(element)
            if made.type_names is None:
                made.type_names = list(names)
            else:
                made.type_names.insert(0, names[0])
        else:
            own = dict(element.members) if type(element) is PSObject else {}
            made = PSObject(base, own)
        known = {name.lower() for name, _ in properties_of(made)}
        for name, value in more:
            if name.lower() in known:
                self._exists_already(name, item, "AlreadyExistingUserSpecifiedPropertyExpand")
            else:
                made.members[name] = value
                known.add(name.lower())
        return made

    def _exists_already(self, name: str, item: Any, error_id: str) -> None:
        self.cmdlet.write_error(
            utility_fault("AlreadyExistingProperty", name, error_id=error_id, target=item)
        )
