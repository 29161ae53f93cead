"""Binding the objects that come down the pipeline (about_Pipelines, Methods of accepting pipeline input).

Per object four passes: by value and by property name without conversion, then both with conversion.
"""

from __future__ import annotations

from spshell.engine.binding.arguments import Argument
from spshell.engine.binding.errors import BindingPlace, binding_error
from spshell.engine.binding.parameter_sets import narrow, select
from spshell.engine.binding.values import bind_parameter
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec

_CLASS_TRANSFORMATION = "ParameterBindingArgumentTransformationException"
_CLASS_VALIDATION = "ParameterBindingValidationException"


def bind_input(binding: Binding, value: Any) -> None:
    """Bind one object; what the last one brought is taken back first.

    Raises InputObjectNotBound, InputObjectMissingMandatory or the error of a value that does not fit.
    """
    try:
        waiting = bool(binding.delayed)
        fed = _run_delayed(binding, value) if waiting else False
        bound = _bind_object(binding, value) if not waiting or fed else False
        select(binding)
    except NetException:
        restore(binding)
        raise
    if not (bound or fed):
        restore(binding)
        raise binding_error("InputObjectNotBound")
    from spshell.engine.binding.parameter_sets import missing_after_input

    missing = missing_after_input(binding)
    if missing:
        raise binding_error("InputObjectMissingMandatory", "".join(f" {spec.name}" for spec in missing))


def restore(binding: Binding) -> None:
    """Give parameters that the last object brought their earlier values back."""
    for spec in binding.from_pipeline:
        if binding.on_reset is not None:
            binding.on_reset(spec)
        binding.taken.pop(spec.name, None)
        if spec not in binding.free:
            binding.free.append(spec)


def _bind_object(binding: Binding, value: Any) -> bool:
    restore(binding)
    binding.from_pipeline.clear()
    binding.mask = binding.mask_before_input
    mask = binding.mask
    bound = False
    preferred = binding.preferred_mask
    for step in range(2 if preferred else 1):
        if preferred:
            if step == 0:
                mask = preferred
            elif binding.mask == preferred:
                break
            else:
                mask = binding.mask & ~preferred
        for coerce, by_name in ((False, False), (False, True), (True, False), (True, True)):
            if _pass(binding, value, mask, coerce=coerce, by_name=by_name):
                bound = True
                if not preferred or step == 1:
                    narrow(binding, before_input=True, settle=True)
                    mask = binding.mask
    narrow(binding, before_input=False, settle=True)
    if not binding.applied_defaults:
        from spshell.engine.binding import user_defaults as defaults

        defaults.apply(binding)
    return bound


def _pass(binding: Binding, value: Any, mask: int, *, coerce: bool, by_name: bool) -> bool:
    default = binding.metadata.default_mask
    if default and mask & default:
        if _pass_in_sets(binding, value, default, coerce=coerce, by_name=by_name):
            return True
        mask &= ~default
    return _pass_in_sets(binding, value, mask, coerce=coerce, by_name=by_name)


def _pass_in_sets(binding: Binding, value: Any, mask: int, *, coerce: bool, by_name: bool) -> bool:
    bound = False
    for spec in [item for item in reversed(binding.free) if item.takes_input]:
        if not spec.belongs_to(mask):
            continue
        for flags in spec.matching(mask):
            if by_name:
                fits = (
                    flags.by_name and value is not None and _by_property(binding, spec, value, coerce=coerce)
                )
            else:
                fits = flags.by_value and _offer(binding, spec, value, coerce=coerce, strict=False)
            if fits:
                bound = True
                break
    return bound


def _by_property(binding: Binding, spec: ParameterSpec, value: Any, *, coerce: bool) -> bool:
    from spshell.engine.binding.input_properties import find_property, property_value

    found = find_property(value, (spec.name, *spec.aliases))
    if found is None:
        return False
    return _offer(binding, spec, property_value(value, found), coerce=coerce, strict=True)


def _offer(binding: Binding, spec: ParameterSpec, value: Any, *, coerce: bool, strict: bool) -> bool:
    if value is NOTHING:
        return False
    argument = Argument(spec.name, f"-{spec.name}:", value, -1)
    try:
        bound = bind_parameter(binding, spec, argument, coerce=coerce)
    except NetException as error:
        if not getattr(error, "binding", False):
            raise
        kind = type(error).__name__
        if not coerce and _from_cast(error):
            return False
        if kind == _CLASS_VALIDATION or (kind == _CLASS_TRANSFORMATION and (strict or not _from_cast(error))):
            raise binding.fail(error) from None
        return False
    if bound:
        binding.from_pipeline.append(spec)
    return bound


def _from_cast(error: NetException) -> bool:
    inner: Any = error.inner
    while inner is not None:
        if inner.net_name == "System.Management.Automation.PSInvalidCastException":
            return True
        inner = inner.inner
    return False


def _run_delayed(binding: Binding, value: Any) -> bool:
    """Run the script blocks that wait for the input and bind what they give."""
    for spec, argument in binding.delayed.items():
        place = BindingPlace(argument.index, "value")
        try:
            output = argument.value.invoke((value,), dollar=value, input=[value], apart=True)
        except NetException as error:
            raise binding_error(
                "ScriptBlockArgumentInvocationFailed",
                spec.name,
                error.message,
                spec=spec,
                place=place,
                inner=error,
            ) from error
        if not output:
            raise binding_error("ScriptBlockArgumentNoOutput", spec.name, spec=spec, place=place)
        result = output[0] if len(output) == 1 else output
        made = Argument(argument.name, argument.text, result, argument.index)
        bind_parameter(binding, spec, made, coerce=True)
    return True
