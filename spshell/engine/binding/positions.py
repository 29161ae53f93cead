"""Positional arguments: who takes the next value, and who takes what is left over."""

from __future__ import annotations

from spshell.engine.binding.arguments import UNSPECIFIED, Argument
from spshell.engine.binding.errors import binding_error
from spshell.engine.binding.metadata import EVERY_SET
from spshell.engine.binding.values import bind_parameter, is_list
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec, SetFlags

_VALIDATION_CLASSES = (
    "ParameterBindingArgumentTransformationException",
    "ParameterBindingValidationException",
)
"""Errors of these classes end positional binding; other binding errors let the next candidate try."""

Places = dict[int, dict["ParameterSpec", list["SetFlags"]]]


def _places(binding: Binding) -> Places:
    """Free parameters by position; raises when two of one set claim the same position."""
    places: Places = {}
    for spec in binding.free:
        if not spec.positional or not spec.belongs_to(binding.mask):
            continue
        for flags in spec.matching(binding.mask):
            if flags.remaining or flags.position is None:
                continue
            at = places.setdefault(flags.position, {})
            for other, others in at.items():
                if other is not spec and any(f.bit & flags.bit or f.bit == flags.bit for f in others):
                    raise binding_error("AmbiguousPositionalParameterNoName")
            at.setdefault(spec, []).append(flags)
    return dict(sorted(places.items()))


def bind_positional(
    binding: Binding, arguments: list[Argument]
) -> tuple[list[Argument], NetException | None]:
    """Bind values without a name; returns what is left, and why the last candidate refused its value."""
    if not arguments:
        return arguments, None
    places = _places(binding)
    if not places:
        return arguments, None
    simple = binding.metadata.kind == "simple"
    default = EVERY_SET if simple else binding.metadata.default_mask
    mask = binding.mask
    queue = list(arguments)
    rest: list[Argument] = []
    failure: NetException | None = None
    for candidates in places.values():
        if not candidates:
            continue
        argument = _next(queue, rest)
        if argument is None:
            break
        taken = False
        for coerce in (False, True):
            for wanted in (default, mask) if default & mask and default != mask else (mask,):
                taken, failure = _bind_in_sets(binding, candidates, wanted, argument, coerce=coerce)
                if taken:
                    break
            if taken:
                break
        if not taken:
            rest.append(argument)
        elif mask != binding.mask:
            mask = binding.mask
            _narrow(places, mask)
    return rest + queue, failure


def _next(queue: list[Argument], rest: list[Argument]) -> Argument | None:
    """The next value without a name; unknown names in front of it are put aside together with their value."""
    while queue:
        argument = queue.pop(0)
        if not argument.name:
            return argument
        rest.append(argument)
        if queue and not queue[0].name:
            rest.append(queue.pop(0))
    return None


def _narrow(places: Places, mask: int) -> None:
    for candidates in places.values():
        for spec in list(candidates):
            kept = [flags for flags in candidates[spec] if flags.bit == 0 or flags.bit & mask]
            if kept:
                candidates[spec] = kept
            else:
                del candidates[spec]


def _bind_in_sets(
    binding: Binding,
    candidates: dict[ParameterSpec, list[SetFlags]],
    mask: int,
    argument: Argument,
    *,
    coerce: bool,
) -> tuple[bool, NetException | None]:
    taken = False
    failure: NetException | None = None
    for spec, all_flags in candidates.items():
        for flags in all_flags:
            if flags.bit and not flags.bit & mask:
                continue
            offered = Argument(spec.name, f"-{spec.name}:", argument.value, argument.index)
            try:
                bound = bind_parameter(binding, spec, offered, coerce=coerce, delay=True, mask=mask)
            except NetException as error:
                passed_over = getattr(
                    error.inner, "passed_over", False
                )  # the validator leaves it to other sets
                refused = type(error).__name__ in _VALIDATION_CLASSES
                if not passed_over and (refused or not getattr(error, "binding", False)):
                    raise binding.fail(error) from None
                failure = error
                continue
            if bound:
                taken = True
                binding.positional.append(spec.name)
                break
    return taken, failure


def bind_remaining(binding: Binding, rest: list[Argument]) -> list[Argument]:
    """Give everything left to the parameter with ValueFromRemainingArguments, when there is one."""
    if not rest:
        return rest
    taker: ParameterSpec | None = None
    for spec in binding.free:
        flags = spec.flags(binding.mask)
        if flags is not None and flags.remaining:
            if taker is not None:
                raise binding.fail(binding_error("AmbiguousParameterSet", category="MetadataError"))
            taker = spec
    if taker is None:
        return rest
    from spshell.engine.binding.remaining import remaining_list

    values: list[Any] = []
    for argument in rest:
        if argument.name:
            values.append(argument.text)
        if argument.value is not UNSPECIFIED:
            values.append(argument.value)
    value: Any = remaining_list(values)
    if len(values) == 1 and is_list(values[0]):
        value = values[0]
    offered = Argument(taker.name, f"-{taker.name}:", value, rest[0].index if len(rest) == 1 else -1)
    bind_parameter(binding, taker, offered, coerce=True, delay=False)
    if not any(argument.name for argument in rest):
        binding.gathered = (taker.name, tuple(argument.index for argument in rest))
    return []
