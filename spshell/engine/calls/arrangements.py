"""Which argument of a call site goes to which parameter, told from the shape of the arguments.

Where all parameters stand in every parameter set, names and positions decide. Where they do not, the binder binds the first
call's arguments, and what it found holds for every call of this shape: names choose the set, and no two parameters
compete for a position.
"""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS
from spshell.engine.calls.lent_preferences import PREFERENCES
from spshell.engine.compiled.sites import ParameterName
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.variables.scope import Scope

GIVEN = -1
"""In place of a value's number: a switch that is there, without a value."""


class Arrangement:
    """Parameter -> number of the value among the site's values, the values left over, and the parameter set.

    Common parameters are among them when all that they do is to set a preference variable.
    """

    __slots__ = ("bound", "rest", "set_name")

    def __init__(self, bound: dict[ParameterSpec, int], rest: list[int], set_name: str) -> None:
        self.bound = bound
        self.rest = rest
        self.set_name = set_name


def arrange(
    layout: tuple[Any, ...],
    metadata: CommandMetadata,
    scope: Scope,
    values: tuple[Any, ...],
    *,
    rest: bool,
) -> Arrangement | None:
    """Where the arguments go; None when only the binder can tell. `rest` says that some may be left over."""
    metadata.all_parameters()
    if any(flags.remaining for spec in metadata.parameters for flags in spec.sets.values()):
        return None
    if any(list(spec.sets) != [ALL_SETS] for spec in metadata.parameters):
        return _by_binder(layout, metadata, scope, values)
    bound: dict[ParameterSpec, int] = {}
    positional: list[int] = []
    number = 0
    index = 0
    while index < len(layout):
        item = layout[index]
        index += 1
        if item is None:
            positional.append(number)
            number += 1
            continue
        spec = _named(item[0], metadata)
        if spec is None or spec in bound:
            return None
        if spec.is_switch and not item[1]:
            bound[spec] = GIVEN
            continue
        if index >= len(layout) or layout[index] is not None:
            return None
        bound[spec] = number
        number += 1
        index += 1
    return _place(positional, bound, metadata, rest=rest)


def _named(name: str, metadata: CommandMetadata) -> ParameterSpec | None:
    folded = name.lower()
    assert metadata.lookup is not None
    found = metadata.lookup.get(folded)
    if found is None:
        candidates = {id(spec): spec for key, spec in metadata.lookup.items() if key.startswith(folded)}
        if len(candidates) != 1:
            return None
        found = next(iter(candidates.values()))
    if found.common:
        return found if found.folded in PREFERENCES else None
    return found if found in metadata.parameters else None


def _place(
    positional: list[int], bound: dict[ParameterSpec, int], metadata: CommandMetadata, *, rest: bool
) -> Arrangement | None:
    """Values without a name go to the free parameters in the order of their positions."""
    free: list[tuple[int, ParameterSpec]] = []
    for spec in metadata.parameters:
        position = spec.sets[ALL_SETS].position
        if spec not in bound and position is not None:
            free.append((position, spec))
    free.sort(key=lambda pair: pair[0])
    if len({position for position, _ in free}) < len(free) or (len(positional) > len(free) and not rest):
        return None
    for number, (_, spec) in zip(positional, free, strict=False):
        bound[spec] = number
    for spec in metadata.parameters:
        if spec.sets[ALL_SETS].mandatory and spec not in bound:
            return None
    return Arrangement(bound, positional[len(free) :], metadata.default_set or ALL_SETS)


def _by_binder(
    layout: tuple[Any, ...], metadata: CommandMetadata, scope: Scope, values: tuple[Any, ...]
) -> Arrangement | None:
    from spshell.engine.binding.binder import bind_arguments
    from spshell.engine.binding.user_defaults import defaults_table

    if defaults_table(scope) or _compete(metadata):
        return None
    arguments: list[Any] = []
    numbers: dict[int, int] = {}
    for item in layout:
        if item is None:
            numbers[len(arguments)] = len(numbers)
            arguments.append(values[len(numbers) - 1])
        else:
            name, colon = item
            arguments.append(ParameterName(name, f"-{name}", colon))
    try:
        binding = bind_arguments(metadata, arguments, None, scope)  # nobody is asked for what is missing
        binding.check_mandatory()
    except NetException:
        return None
    of = {spec.name: spec for spec in metadata.all_parameters()}
    bound: dict[ParameterSpec, int] = {}
    for name in binding.bound:
        spec = of[name]
        if spec.common and spec.folded not in PREFERENCES:
            return None
        number = numbers.get(binding.taken[name].index)
        if number is None and not spec.is_switch:
            return None
        bound[spec] = GIVEN if number is None else number
    return Arrangement(bound, [], binding.set_name) if not binding.warnings else None


def _compete(metadata: CommandMetadata) -> bool:
    """Whether several parameters may take the value at one position."""
    positions = [
        position
        for spec in metadata.parameters
        for position in {flags.position for flags in spec.sets.values() if flags.position is not None}
    ]
    return len(positions) > len(set(positions))
