"""Measure-Object."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from cmdlets.utility.property_expressions import PropertyExpression
    from cmdlets.utility.statistics import Statistics

_GENERIC = ("GenericMeasure",)
_TEXT = ("TextMeasure",)
_PLAIN = frozenset({int, float, str})


class MeasureObject(Cmdlet, verb="Measure", noun="Object", default_set="GenericMeasure"):
    """Count objects, add up numbers, find the largest and the smallest, count words of text.

    PS> 1..10 | Measure-Object -Sum -Average
    PS> 'one two' | Measure-Object -Word
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    property: Any = parameter(
        "Microsoft.PowerShell.Commands.PSPropertyExpression[]",
        position=0,
        validate=[ValidateNotNullOrEmpty()],
        help="The properties to measure.",
    )
    standard_deviation: Any = parameter("switch", sets=_GENERIC, help="The standard deviation.")
    sum: Any = parameter("switch", sets=_GENERIC, help="The sum.")
    all_stats: Any = parameter("switch", sets=_GENERIC, help="Everything.")
    average: Any = parameter("switch", sets=_GENERIC, help="The average.")
    maximum: Any = parameter("switch", sets=_GENERIC, help="The largest value.")
    minimum: Any = parameter("switch", sets=_GENERIC, help="The smallest value.")
    line: Any = parameter("switch", sets=_TEXT, help="Count lines.")
    word: Any = parameter("switch", sets=_TEXT, help="Count words.")
    character: Any = parameter("switch", sets=_TEXT, help="Count characters.")
    ignore_white_space: Any = parameter("switch", sets=_TEXT, help="Do not count white space.")

    def begin(self) -> None:
        from cmdlets.utility.statistics import Measures

        self._found: dict[str, Statistics] = {}
        self._not_a_number = False
        wanted = self._measures = Measures(self)
        plain = not (wanted.deviation or wanted.text)
        if not self.property:
            statistics = self._entry("$_")
            self.accept = statistics.adder(wanted, self._add_whole) if plain else self._add_whole  # type: ignore[assignment,method-assign]  # bound once
            if plain:
                self.take_all = self._take_values
        elif plain and len(self.property) == 1 and not self.property[0].wildcards:
            expression = self.property[0]
            adder = self._script_adder if expression.script is not None else self._property_adder
            self.accept = adder(expression)  # type: ignore[assignment,method-assign]  # the same
            if expression.script is None:
                self.take_all = self._take_objects

    def _take_values(self, values: list[Any]) -> None:
        """Many objects that are measured themselves."""
        if not self._entry("$_").add_all(values, self._measures):
            for value in values:
                self.accept(value)

    def _take_objects(self, items: list[Any]) -> None:
        """Many objects with one property."""
        name = self.property[0].source
        if set(map(type, items)) == {PSCustomObject}:
            values = [item.members.get(name) for item in items]
            kinds = set(map(type, values))
            if kinds <= _PLAIN and self._entry(name).add_all(values, self._measures):
                return
        for item in items:
            self.accept(item)

    def _property_adder(self, expression: PropertyExpression) -> Callable[[Any], None]:
        """One property: numbers and digits that plain objects store are taken in at once."""
        from cmdlets.utility.property_expressions import reader
        from spshell.engine.members.readers import declared_property

        name = expression.source
        read = reader(name)
        take: Callable[[Any], None] | None = None

        def add(item: Any) -> None:
            nonlocal take
            if item.__class__ is PSCustomObject:
                value: Any = item.members.get(name)
                kind = value.__class__
                if kind is int or kind is float or kind is str:
                    if take is None:
                        take = self._value_adder(name)
                    take(value)
                    return
            elif (declared := declared_property(item, name)) is not None and declared[0] == name:
                if take is None:
                    take = self._value_adder(name)
                take(read(item))
                return
            if item is not None:
                self._add_properties(item)

        return add

    def _script_adder(self, expression: PropertyExpression) -> Callable[[Any], None]:
        """One script block."""
        take: Callable[[Any], None] | None = None

        def add(item: Any) -> None:
            nonlocal take
            if item is not None:
                if take is None:
                    take = self._value_adder(expression.script.text)
                take(expression.run(item, self.scope)[0])

        return add

    def _value_adder(self, name: str) -> Callable[[Any], None]:
        """What takes in the values of a property."""
        statistics = self._entry(name)
        measures = self._measures
        if measures.numeric and not measures.extremes:

            def number(value: Any) -> None:
                if value.__class__ is str and value.isdigit() and value.isascii():
                    statistics.count += 1
                    statistics.sum += float(value)
                else:
                    self._add(statistics, value)

            return statistics.adder(measures, number)
        return statistics.adder(measures, lambda value: self._add(statistics, value))

    def accept(self, value: Any) -> None:
        """One object whose properties count."""
        if value is not None:
            self._add_properties(value)

    def process(self) -> None:
        value = self.input_object
        if value is not NOTHING:
            self.accept(value)

    def _entry(self, name: str) -> Statistics:
        from cmdlets.utility.statistics import Statistics

        folded = name.lower()
        found = self._found.get(folded)
        if found is None:
            found = self._found[folded] = Statistics(name)
        return found

    def _add_whole(self, value: Any) -> None:
        if value is not None:
            from spshell.values.objects import unwrap

            self._add(self._entry("$_"), unwrap(value))

    def _add_properties(self, item: Any) -> None:
        counted: set[str] = set()
        for expression in self.property:
            values = expression.values(item, self.scope)
            if not values and not expression.wildcards:
                self._entry(expression.source)
            for name, value, _ in values:
                if name.lower() not in counted:
                    counted.add(name.lower())
                    self._add(self._entry(name), value)

    def _add(self, statistics: Statistics, value: Any) -> None:
        if not statistics.add(value, self._measures):
            from cmdlets.utility.messages import utility_fault
            from spshell.values.text import to_string

            self._not_a_number = True
            text = "" if value is None else to_string(value)
            self.write_error(utility_fault("NonNumericInputObject", text, target=value))

    def end(self) -> Iterator[object]:
        for statistics in self._found.values():
            if statistics.count == 0 and self.property:
                self._missing(statistics.name)
                continue
            result = statistics.result(
                self._measures, numbers=not self._not_a_number, generic=self.parameter_set in _GENERIC
            )
            if self.property:
                result.property = statistics.name
            yield result

    def _missing(self, name: str) -> None:
        """Under strict mode a property that no object has is an error."""
        if self.scope.strict >= 2:
            from cmdlets.utility.messages import utility_fault

            kind = "Generic" if self.parameter_set in _GENERIC else "Text"
            self.write_error(utility_fault(f"{kind}MeasurePropertyNotFound", name))
