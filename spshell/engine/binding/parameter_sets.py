"""Parameter sets: which are still possible, which one it is, and what it lacks (about_Parameter_Sets)."""

from __future__ import annotations

from spshell.engine.binding.errors import binding_error
from spshell.engine.binding.metadata import EVERY_SET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec


def count(mask: int) -> int:
    """How many sets a mask holds; all sets count as one until somebody chooses."""
    return 1 if mask == EVERY_SET else mask.bit_count()


def narrow(binding: Binding, *, before_input: bool, settle: bool) -> int:
    """Check that a set is possible; with `settle`, fall back on the default set. Returns how many are
    possible.
    """
    metadata = binding.metadata
    valid = count(binding.mask)
    default = metadata.default_mask
    if valid == 0:
        raise _ambiguous(binding)
    if valid > 1:
        if (not before_input and binding.mask == default) or binding.mask & default:
            binding.set_name = metadata.set_name(default)
            if settle:
                binding.mask = default
                valid = 1
        elif not (before_input and input_wanted(binding, binding.mask)):
            valid = _by_mandatory(binding)
        return valid
    if binding.mask == EVERY_SET:
        valid = len(metadata.bits) or 1
        if before_input and input_wanted(binding, binding.mask):
            pass
        elif default:
            if settle:
                binding.mask = default
                valid = 1
        elif valid > 1:
            valid = _by_mandatory(binding)
    binding.set_name = metadata.set_name(binding.mask)
    return valid


def _ambiguous(binding: Binding) -> Exception:
    return binding.fail(binding_error("AmbiguousParameterSet"))


def input_wanted(binding: Binding, mask: int) -> bool:
    """Whether the pipeline may still fill a free parameter of these sets."""
    free = binding.free
    return any(
        spec in free and spec.belongs_to(mask) and spec.takes_input_in(mask)
        for spec in binding.metadata.input_specs
    )


def _by_mandatory(binding: Binding) -> int:
    """The only set whose mandatory parameters are all there, when there is just one."""
    metadata = binding.metadata
    left = binding.mask & _used_masks(binding)
    for spec in binding.free:
        for flags in spec.sets.values():
            if flags.mandatory:
                left &= ~flags.bit
    if left.bit_count() != 1:
        raise _ambiguous(binding)
    binding.mask = left
    binding.set_name = metadata.set_name(left)
    return 1


def _used_masks(binding: Binding) -> int:
    mask = 0
    for spec in binding.metadata.all_parameters():
        mask |= spec.mask
    return mask


def settle(binding: Binding) -> None:
    """After the command line: choose the set, or the sets that the pipeline may still choose from."""
    from spshell.engine.binding import user_defaults as defaults
    from spshell.engine.binding.mandatory import missing_parameters

    if binding.expects_input:
        valid = narrow(binding, before_input=True, settle=False)
    else:
        valid = narrow(binding, before_input=False, settle=True)
    if valid == 1 and not binding.applied_defaults:
        defaults.apply(binding)
    if valid > 1 and binding.expects_input:
        kept = _sets_with_input(binding)
        if kept != binding.mask:
            binding.mask = kept
            valid = narrow(binding, before_input=True, settle=False)
    missing = missing_parameters(binding, valid, binding.expects_input)
    if missing:
        _ask_for(binding, missing)
    if not binding.expects_input:
        select(binding)
    binding.mask_before_input = binding.mask


def _ask_for(binding: Binding, missing: list[ParameterSpec]) -> None:
    """Prompt for mandatory parameters when somebody can answer, else raise MissingMandatoryParameter."""
    from spshell.engine.binding.prompting import ask_for_parameters

    if not ask_for_parameters(binding, missing):
        names = "".join(f" {spec.name}" for spec in missing)
        raise binding.fail(binding_error("MissingMandatoryParameter", names))


def select(binding: Binding) -> None:
    """Make sure that one set is chosen when the command has several."""
    metadata = binding.metadata
    if len(metadata.bits) > 1 and binding.mask == EVERY_SET:
        if not metadata.default_mask:
            raise _ambiguous(binding)
        binding.mask = metadata.default_mask


def _sets_with_input(binding: Binding) -> int:
    """The sets that can take pipeline input at all."""
    taking = 0
    for spec in binding.delayed:
        taking |= spec.mask
    for spec in binding.free:
        for flags in spec.matching(binding.mask):
            if flags.by_value or flags.by_name:
                if flags.bit == 0:
                    return binding.mask
                taking |= flags.bit
    return binding.mask & taking if taking else binding.mask


def missing_after_input(binding: Binding) -> list[ParameterSpec]:
    """Mandatory parameters that neither the command line nor the present object gave."""
    from spshell.engine.binding.mandatory import missing_parameters

    return missing_parameters(binding, count(binding.mask), expects_input=False)
