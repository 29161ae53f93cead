"""The arithmetic of Measure-Object: what is kept for one property while objects pass."""

from __future__ import annotations

import math

from spshell.values.nettype import BY_NAME
from spshell.values.numbers import Int64
from spshell.values.objects import unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from cmdlets.utility.measure_info import MeasureInfo


class Measures:
    """Which results are wanted, read off the parameters once."""

    __slots__ = (
        "average",
        "characters",
        "deviation",
        "extremes",
        "ignore_space",
        "lines",
        "maximum",
        "minimum",
        "numeric",
        "sum",
        "text",
        "words",
    )

    def __init__(self, cmdlet: Any) -> None:
        everything = bool(cmdlet.all_stats)
        self.sum = everything or bool(cmdlet.sum)
        self.average = everything or bool(cmdlet.average)
        self.deviation = everything or bool(cmdlet.standard_deviation)
        self.minimum = everything or bool(cmdlet.minimum)
        self.maximum = everything or bool(cmdlet.maximum)
        self.lines = bool(cmdlet.line)
        self.words = bool(cmdlet.word)
        self.characters = bool(cmdlet.character)
        self.ignore_space = bool(cmdlet.ignore_white_space)
        self.numeric = self.sum or self.average or self.deviation
        self.extremes = self.minimum or self.maximum
        self.text = self.lines or self.words or self.characters


class Statistics:
    """What was seen of one property."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.sum = 0.0
        self.variance = 0.0
        self.minimum: Any = None
        self.maximum: Any = None
        self.lines = self.words = self.characters = 0

    def add_all(self, values: list[Any], wanted: Measures) -> bool:
        """Take in many values, the first ones of all; False, with nothing done, when they are not all plain numbers."""
        if self.count or not values:
            return False
        kinds = set(map(type, values))
        if kinds == {str} and wanted.numeric and not wanted.extremes and all(values):
            text = "".join(values)
            if not (text.isdigit() and text.isascii()):
                return False
            values = [float(value) for value in values]
        elif not kinds <= {int, float}:
            return False
        total = 0.0
        for value in values:  # one after the other: Python's sum() rounds less
            total += value
        if total != total:  # noqa: PLR0124 - a NaN is among them, which has an order of its own
            return False
        self.count, self.sum = len(values), total
        if wanted.minimum:
            self.minimum = min(values)
        if wanted.maximum:
            self.maximum = max(values)
        return True

    def adder(self, wanted: Measures, other: Callable[[Any], None]) -> Callable[[Any], None]:
        """A function that takes plain numbers in at once and hands anything else to `other`."""
        if wanted.extremes:
            return self._comparing(wanted, other)

        def add(value: Any) -> None:
            kind = value.__class__
            if kind is int or kind is float:
                self.count += 1
                self.sum += value
            else:
                other(value)

        return add

    def _comparing(self, wanted: Measures, other: Callable[[Any], None]) -> Callable[[Any], None]:
        """As `adder`, for the smallest and the largest too."""
        smallest, largest = wanted.minimum, wanted.maximum

        def add(value: Any) -> None:
            kind = value.__class__
            low, high = self.minimum, self.maximum
            if (
                (kind is not int and kind is not float)
                or value != value  # noqa: PLR0124 - NaN has an order of its own
                or (smallest and ((low.__class__ is not int and low.__class__ is not float) or low != low))  # noqa: PLR0124 - NaN
                or (largest and ((high.__class__ is not int and high.__class__ is not float) or high != high))  # noqa: PLR0124 - NaN
            ):
                other(value)
                return
            self.count += 1
            self.sum += value
            if smallest and value < low:
                self.minimum = value
            if largest and value > high:
                self.maximum = value

        return add

    def add(self, value: Any, wanted: Measures) -> bool:
        """Take a value in; False when it should have been a number and is none."""
        self.count += 1
        if wanted.text:
            self._add_text(value, wanted)
        if wanted.numeric:
            number = as_double(value)
            if number is None:
                return False
            self._add_number(number, wanted)
        if wanted.minimum:
            self.minimum = _further(value, self.minimum, smallest=True)
        if wanted.maximum:
            self.maximum = _further(value, self.maximum, smallest=False)
        return True

    def _add_number(self, number: float, wanted: Measures) -> None:
        before = self.sum
        self.sum += number
        if wanted.deviation and self.count > 1:  # Welford's running variance
            distance = number - before / (self.count - 1)
            self.variance *= (self.count - 2.0) / (self.count - 1)
            self.variance += distance * distance / self.count

    def _add_text(self, value: Any, wanted: Measures) -> None:
        from spshell.values.text import to_string

        text = "" if value is None else to_string(value)
        if wanted.characters:
            self.characters += len("".join(text.split())) if wanted.ignore_space else _units(text)
        if wanted.words:
            self.words += len(text.split())
        if wanted.lines and text:
            self.lines += text.count("\n") + (not text.endswith("\n"))

    def result(self, wanted: Measures, *, numbers: bool, generic: bool) -> MeasureInfo:
        """The object to write."""
        from cmdlets.utility.measure_info import (
            GenericMeasureInfo,
            GenericObjectMeasureInfo,
            TextMeasureInfo,
        )

        if not generic:
            text = TextMeasureInfo()
            text.lines = self.lines if wanted.lines else None
            text.words = self.words if wanted.words else None
            text.characters = self.characters if wanted.characters else None
            return text
        low, high = as_double(self.minimum), as_double(self.maximum)
        plain = low is not None and high is not None
        info: Any = GenericMeasureInfo() if plain else GenericObjectMeasureInfo()
        info.count = self.count
        if numbers:
            info.sum = self.sum if wanted.sum else None
            info.average = self.sum / self.count if wanted.average and self.count else None
            if plain and wanted.deviation:
                info.standard_deviation = math.sqrt(self.variance)
        if self.minimum is not None:
            info.minimum = low if plain else self.minimum
        if self.maximum is not None:
            info.maximum = high if plain else self.maximum
        return info  # type: ignore[no-any-return]  # one of two classes with the same fields


def as_double(value: Any) -> float | None:
    """A value as a number, null as zero; None when it is none."""
    kind = type(value)
    if kind is int or kind is float:
        return float(value)
    if value is None:
        return 0.0
    if kind is Int64:
        return float(value)
    if kind is str and value.isdigit() and value.isascii():
        return float(value)
    from spshell.values.conversion import try_convert

    fits, number = try_convert(unwrap(value), BY_NAME["system.double"])
    return number if fits else None


def _further(value: Any, kept: Any, *, smallest: bool) -> Any:
    """The smaller or larger of a new value and the one kept so far; numbers in text count as numbers."""
    if kept is None:
        return value
    if type(value) in _PLAIN and type(kept) in _PLAIN and not (math.isnan(value) or math.isnan(kept)):
        return value if (value < kept if smallest else value > kept) else kept
    current = _number_or_self(value)
    other = _number_or_self(kept)
    if current is not None and type(current) is not type(other):
        from spshell.values.text import to_text

        current, other = to_text(current), to_text(other)
    result = _order(other, current)
    return value if (result if smallest else -result) > 0 else kept


def _order(left: Any, right: Any) -> int:
    from spshell.values.comparison import order
    from spshell.values.exceptions import NetException

    try:
        return order(left, right, False)
    except NetException as error:
        from cmdlets.utility.messages import utility_fault
        from spshell.values.text import to_string

        raise utility_fault("NotIcomparable", to_string(left), error_id="Argument") from error


_PLAIN = frozenset({int, float})


def _number_or_self(value: Any) -> Any:
    if value is None:
        return None
    number = as_double(value)
    return value if number is None else number


def _units(text: str) -> int:
    """Length in UTF-16 units, as .NET counts."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)
