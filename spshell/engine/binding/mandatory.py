"""Which mandatory parameters are missing, and what the pipeline may still be trusted to bring."""

from __future__ import annotations

from spshell.engine.binding.errors import binding_error
from spshell.engine.binding.metadata import EVERY_SET
from spshell.engine.binding.parameter_sets import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec, SetFlags


class _Needs:
    """The missing mandatory parameters of one set (``mask`` is EVERY_SET for those of all sets)."""

    __slots__ = ("by_name", "by_value", "is_default", "mask", "others")

    def __init__(self, mask: int, is_default: bool) -> None:
        self.mask = mask
        self.is_default = is_default
        self.by_value: list[ParameterSpec] = []
        self.by_name: list[ParameterSpec] = []
        self.others: list[ParameterSpec] = []

    @property
    def for_all(self) -> bool:
        return self.mask == EVERY_SET

    @property
    def by_input(self) -> list[ParameterSpec]:
        return [*self.by_value, *self.by_name]

    def add(self, spec: ParameterSpec, flags: SetFlags, expects_input: bool) -> None:
        if not (expects_input and (flags.by_value or flags.by_name)):
            self.others.append(spec)
            return
        if flags.by_value:
            self.by_value.append(spec)
        if flags.by_name:
            self.by_name.append(spec)


def missing_parameters(binding: Binding, valid: int, expects_input: bool) -> list[ParameterSpec]:
    """The mandatory parameters to ask for. With input expected, those that it may bring are left out.

    May settle the parameter set, or prefer one for the pipeline's objects. Raises AmbiguousParameterSet.
    """
    needs, missing = _collect(binding, expects_input)
    if not needs or not expects_input:
        return missing
    default = binding.metadata.default_mask
    demanding = 0
    for need in needs.values():
        if not need.for_all:
            demanding |= binding.mask & need.mask
    if not demanding:
        demanding = binding.mask
    if EVERY_SET in needs:
        demanding = binding.mask & (binding.metadata.all_masks or EVERY_SET)
    if valid > 1 and default and not default & demanding and default & binding.mask:
        demanding = _leave_default_open(binding, needs, demanding, default)
    sets = count(demanding)
    if sets == 0:
        raise _ambiguous(binding)
    if sets == 1:
        return _others(needs, demanding)
    if binding.preferred_mask:
        return []
    return _choose_among(binding, needs, demanding, default)


def _ambiguous(binding: Binding) -> Exception:
    return binding.fail(binding_error("AmbiguousParameterSet"))


def _collect(binding: Binding, expects_input: bool) -> tuple[dict[int, _Needs], list[ParameterSpec]]:
    default = binding.metadata.default_mask
    needs: dict[int, _Needs] = {}
    missing: list[ParameterSpec] = []
    for spec in binding.free if binding.metadata.has_mandatory else ():
        is_missing = False
        for flags in spec.matching(binding.mask) if spec.mandatory_somewhere else ():
            if flags.mandatory:
                is_missing = True
                mask = flags.bit or EVERY_SET
                need = needs.setdefault(mask, _Needs(mask, bool(default & mask)))
                need.add(spec, flags, expects_input)
        if is_missing and not expects_input:
            missing.append(spec)
    return needs, missing


def _others(needs: dict[int, _Needs], chosen: int) -> list[ParameterSpec]:
    """What the pipeline cannot bring to the chosen sets."""
    found: list[ParameterSpec] = []
    for need in needs.values():
        if need.for_all or need.mask & chosen:
            found.extend(spec for spec in need.others if spec not in found)
    return found


def _leave_default_open(binding: Binding, needs: dict[int, _Needs], demanding: int, default: int) -> int:
    """The default set lacks nothing: unless another set waits for the input, sets with demands are out."""
    for need in needs.values():
        if need.mask & binding.mask and not need.mask & default and not need.for_all and need.by_input:
            return demanding
    left = binding.mask & ~demanding
    binding.mask = left
    if left == default:
        binding.set_name = binding.metadata.set_name(left)
    else:
        binding.preferred_mask = default
    return left


def _choose_among(
    binding: Binding, needs: dict[int, _Needs], demanding: int, default: int
) -> list[ParameterSpec]:
    if default and demanding & default and _latch_on_default(needs, default):
        binding.mask = default
        binding.set_name = binding.metadata.set_name(default)
        return _others(needs, default)
    by_value, many_values = _only_set(needs, demanding, by_value=True)
    by_name, many_names = _only_set(needs, demanding, by_value=False)
    unique = 0
    if (by_value or many_values) and (by_name or many_names):
        unique = by_value if by_value == by_name else 0
    elif by_value or many_values or by_name or many_names:
        unique = by_value or by_name
    if unique:
        return _prefer(binding, needs, unique)
    lacking = [need for need in needs.values() if (need.for_all or need.mask & demanding) and need.others]
    if not lacking:
        return []
    if by_value:
        return _prefer(binding, needs, by_value)
    if not many_values and not many_names:
        raise _ambiguous(binding)
    ignored = 0
    for need in lacking:
        if not need.for_all:
            ignored |= need.mask
    if ignored:
        _drop(binding, ignored)
        if not binding.mask:
            raise _ambiguous(binding)
        if count(binding.mask) == 1:
            binding.set_name = binding.metadata.set_name(binding.mask)
    return []


def _latch_on_default(needs: dict[int, _Needs], default: int) -> bool:
    others = [need for need in needs.values() if not need.for_all and not need.is_default]
    other_by_input = any(need.by_input and not need.others for need in others)
    other_by_name = any(need.by_name for need in others)
    own = needs.get(default)
    if own is not None:
        if own.by_name and not other_by_name:
            return True
        if own.by_input and not other_by_input:
            return True
    if not other_by_input:
        return True
    every = needs.get(EVERY_SET)
    return every is not None and bool(every.others)


def _only_set(needs: dict[int, _Needs], demanding: int, *, by_value: bool) -> tuple[int, bool]:
    """(the one set that waits for input of this kind, or 0; whether several do)."""
    found = 0
    for need in needs.values():
        if need.for_all or not need.mask & demanding:
            continue
        if need.by_value if by_value else need.by_name:
            if found:
                return 0, True
            found = need.mask
    return found, False


def _prefer(binding: Binding, needs: dict[int, _Needs], chosen: int) -> list[ParameterSpec]:
    """Settle on a set, or only try it first when the input could also complete another one."""
    ignored = 0
    firm = False
    for need in needs.values():
        if need.for_all:
            continue
        if need.mask & chosen:
            firm = bool(need.others)
        else:
            ignored |= need.mask
    missing = _others(needs, chosen)
    if firm:
        binding.mask = chosen
    else:
        _drop(binding, ignored)
        if binding.mask != chosen:
            binding.preferred_mask = chosen
    binding.set_name = binding.metadata.set_name(binding.mask)
    return missing


def _drop(binding: Binding, ignored: int) -> None:
    if ignored:
        base = binding.metadata.all_masks if binding.mask == EVERY_SET else binding.mask
        binding.mask = base & ~ignored
