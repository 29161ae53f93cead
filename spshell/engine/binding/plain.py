"""The short way to bind a simple function: only positional values, parameters in order."""

from __future__ import annotations

from spshell.engine.binding.arguments import Argument
from spshell.engine.binding.parameters import default_value, keep_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.calls.call import Call
    from spshell.engine.variables.scope import Scope

_EXACT = (int, str, float, bool)


def plan_of(metadata: CommandMetadata) -> list[ParameterSpec] | None:
    """The positional parameters in order, for a function without transformations; None for others."""
    metadata.all_parameters()
    for spec in metadata.parameters:
        if (
            spec.transformers
            or spec.early_transformers
            or spec.obsolete is not None
            or spec.ps_type_name is not None
        ):
            return None
        if len(spec.sets) != 1 or spec.mask:
            return None
    positional = [spec for spec in metadata.parameters if spec.positional]
    positional.sort(key=lambda spec: next(iter(spec.sets.values())).position or 0)
    return positional


def bind_plain(
    metadata: CommandMetadata, plan: list[ParameterSpec], args: list[Any], scope: Scope, call: Call
) -> None:
    """Bind values by position into the scope. Raises what the binder raises for values that do not fit."""
    from spshell.engine.calls.calls import without_text

    variables = scope.vars
    bound: dict[str, Any] = {}
    count = len(args)
    binding: Any = None
    index = 0
    for spec in plan:
        if index == count:
            break
        value = args[index]
        index += 1
        if spec.typed or spec.validators:
            if spec.validators or type(value) not in _EXACT or spec.type.python_type is not type(value):
                binding = binding or _binding(metadata, scope)
                value = _prepared(binding, spec, value, index - 1)
            keep_type(spec, scope)
        else:
            value = without_text(value)
        variables[spec.folded] = bound[spec.name] = value
    for spec in metadata.parameters if len(bound) < len(metadata.parameters) else ():
        if spec.name in bound:
            continue
        if spec.has_default:
            binding = binding or _binding(metadata, scope)
            variables[spec.folded] = default_value(spec, scope, binding)
        else:
            variables[spec.folded] = spec.default
        if spec.typed or spec.validators:
            keep_type(spec, scope)
    call.bound = bound
    variables["args"] = list(args[index:])


def _binding(metadata: CommandMetadata, scope: Scope) -> Any:
    from spshell.engine.binding.binder import Binding

    return Binding(metadata, scope.session, scope, False)


def _prepared(binding: Any, spec: ParameterSpec, value: Any, index: int) -> Any:
    from spshell.engine.binding.values import REFUSED, prepare
    from spshell.values.nothing import NOTHING

    argument = Argument(spec.name, "", value, index)
    result = prepare(binding, spec, argument, coerce=False)
    if result is REFUSED:
        result = prepare(binding, spec, argument, coerce=True)
    return None if result is NOTHING else result
