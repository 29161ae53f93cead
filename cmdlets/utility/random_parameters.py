"""What Get-Random and Get-SecureRandom share: numbers in a range, or some of the objects given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.random_source import RandomSource, number_between, shuffled
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.objects import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER, _LIST, _SHUFFLE = "RandomNumberParameterSet", "RandomListItemParameterSet", "ShuffleParameterSet"


class RandomCmdlet(Cmdlet):
    """A cmdlet that chooses at random."""

    maximum: Any = parameter(
        "System.Object", sets={_NUMBER: SetFlags(position=0)}, help="All numbers are below this one."
    )
    minimum: Any = parameter("System.Object", sets=(_NUMBER,), help="The least number.")
    input_object: Any = parameter(
        "System.Object[]",
        sets={
            _LIST: SetFlags(mandatory=True, position=0, by_value=True),
            _SHUFFLE: SetFlags(mandatory=True, position=0, by_value=True),
        },
        allow_null=True,
        help="The objects to choose from.",
    )
    count: Any = parameter(
        "int",
        default=1,
        sets=(_NUMBER, _LIST),
        validate=[ValidateRange(1, 2147483647)],
        help="How many numbers or objects.",
    )
    shuffle: Any = parameter(
        "switch", sets={_SHUFFLE: SetFlags(mandatory=True)}, help="All, in random order."
    )

    def source(self) -> RandomSource:
        """Where the numbers come from."""
        return RandomSource()

    def begin(self) -> Iterator[object] | None:
        self.chosen: list[Any] = []
        self.seen = 0
        self.numbers = self.source()
        return self._numbers() if self.parameter_set == _NUMBER and not self.expects_input else None

    def _numbers(self) -> Iterator[object]:
        low, high = _operand(self.minimum), _operand(self.maximum)
        for _ in range(self.count):
            yield number_between(self.numbers, low, high)

    def process(self) -> None:
        if self.parameter_set == _NUMBER:
            return
        items = [None] if self.input_object is None else self.input_object
        for item in items:
            if self.shuffle or self.seen < self.count:
                self.chosen.append(item)
            elif self.numbers.between(0, self.seen + 1) < self.count:
                self.chosen[self.numbers.between(0, len(self.chosen))] = item
            self.seen += 1

    def end(self) -> Iterator[object]:
        yield from shuffled(self.numbers, self.chosen)


def _operand(value: Any) -> Any:
    plain = unwrap(value)
    if type(plain) is not str:
        return plain
    from spshell.values.arithmetic import add

    return add(0, plain)
