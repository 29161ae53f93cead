"""Parameters of functions, scripts and script blocks: from the tree to what the binder needs, and back into
the scope.
"""

from __future__ import annotations

import os

from spshell.engine.attributes.constant_expressions import Compiled, default_of
from spshell.engine.attributes.written import Attributes, read_attributes
from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec, SetFlags
from spshell.engine.variables.scope import VariableAttributes
from spshell.values.exceptions import NetException, fault
from spshell.values.numbers import NUMBER_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


def metadata_of(block: ScriptBlock) -> CommandMetadata:
    """The metadata of a block's parameters. Raises TypeNotFound for unknown types and attributes."""
    scope = block.home or block.session.current or block.session.global_scope
    source = block.node.source
    param_block = block.node.param_block
    options = read_attributes(param_block.attributes if param_block is not None else [], source, scope)
    binding = options.cmdlet_binding
    specs = [_spec(node, source, scope) for node in block.parameter_nodes()]
    advanced = binding is not None or any(spec.attributes for spec in specs)
    binding = binding or {}
    metadata = CommandMetadata(
        block.name or (os.path.basename(block.path) if block.path and block.home is None else ""),
        specs,
        kind="advanced" if advanced else "simple",
        default_set=binding.get("defaultparametersetname") or None,
        should_process=bool(binding.get("supportsshouldprocess", False)),
        confirm_impact=_impact(binding.get("confirmimpact", "Medium")),
        paging=bool(binding.get("supportspaging", False)),
        positional_binding=bool(binding.get("positionalbinding", True)),
    )
    metadata.obsolete = options.obsolete
    metadata.help_uri = str(binding.get("helpuri", ""))
    if metadata.positional_binding:
        _number(specs)
    if block.node.dynamicparam_block is not None:
        from spshell.engine.binding.dynamic import of_block

        metadata.dynamic = of_block(block) if advanced else None
    return metadata


def _impact(value: Any) -> str:
    from spshell.values.text import to_text

    text = to_text(value)
    return {"none": "None", "low": "Low", "medium": "Medium", "high": "High"}.get(text.lower(), text)


def _number(specs: list[ParameterSpec]) -> None:
    """Positions in the order of declaration, unless some parameter says its own position or set."""
    for spec in specs:
        if ALL_SETS not in spec.sets or len(spec.sets) > 1:
            return
        if any(flags.position is not None for flags in spec.sets.values()):
            return
    position = 0
    for spec in specs:
        if not spec.is_switch:
            spec.sets[ALL_SETS].position = position
            position += 1


def _spec(node: Any, source: Any, scope: Scope) -> ParameterSpec:
    found = read_attributes(node.attributes, source, scope)
    name = node.name.path.rpartition(":")[2]
    net_type = found.types[0] if found.types else "System.Object"
    spec = ParameterSpec(name, net_type, _sets(found), aliases=found.aliases, typed=bool(found.types))
    spec.attributes = found.parameters
    spec.validators = found.validators
    spec.transformers = found.transformers
    spec.early_transformers = found.early_transformers
    spec.allow_null = found.allow_null
    spec.allow_empty_string = found.allow_empty_string
    spec.allow_empty_collection = found.allow_empty_collection
    spec.obsolete = found.obsolete
    spec.ps_type_name = found.ps_type_name
    spec.hidden = any(item.get("dontshow") for item in found.parameters)
    spec.wildcards = found.wildcards
    spec.default_help = found.default_help
    if node.default is not None:
        spec.has_default = True
        spec.default = default_of(node.default, source)
    elif found.types:
        spec.default = initial_value(spec)
    return spec


def _sets(found: Attributes) -> dict[str, SetFlags]:
    sets: dict[str, SetFlags] = {}
    for item in found.parameters:
        name = str(item.get("parametersetname") or ALL_SETS)
        position = item.get("position")
        sets[name] = SetFlags(
            bool(item.get("mandatory", False)),
            position if type(position) is int else None,
            bool(item.get("valuefrompipeline", False)),
            bool(item.get("valuefrompipelinebypropertyname", False)),
            bool(item.get("valuefromremainingarguments", False)),
            str(item.get("helpmessage", "")),
        )
    return sets or {ALL_SETS: SetFlags()}


def initial_value(spec: ParameterSpec) -> Any:
    """What a typed parameter holds that nobody gave: zero, false, empty text; null for objects."""
    net_type = spec.type
    name = net_type.full_name
    if name == "System.String":
        return ""
    if name in NUMBER_TYPES:
        from spshell.values.conversion import convert

        return convert(0, net_type)
    if name == "System.Boolean":
        return False
    return net_type.default if spec.is_switch else None  # other structs start as null


def validator_of(node: Any, scope: Scope) -> Any:
    """The check behind an attribute of a variable; attributes that check nothing accept everything."""
    found = read_attributes([node], None, scope)
    if found.validators:
        return found.validators[0]
    return _AcceptAll()


class _AcceptAll:
    def validate(self, value: Any, scope: Any) -> None:
        """Accept anything."""


def set_parameters(binding: Binding, scope: Scope) -> None:
    """Put bound values into the scope, then defaults from left to right; typed parameters keep their type.

    Raises ParameterArgumentTransformationError when a default does not fit its type.
    """
    from spshell.engine.calls.calls import without_text

    variables = scope.vars
    specs = binding.metadata.parameters
    bound = binding.bound
    waiting: list[ParameterSpec] = []
    for spec in specs:
        if spec.dynamic:  # a dynamic parameter is no variable: scripts read it in $PSBoundParameters
            _set_dynamic(binding, spec)
        elif spec.name in bound:
            variables[spec.folded] = bound[spec.name] if spec.typed else without_text(bound[spec.name])
            if spec.typed or spec.validators or spec.transformers:
                keep_type(spec, scope)
        else:
            waiting.append(spec)
    for spec in waiting:
        variables[spec.folded] = default_value(spec, scope, binding)
        if spec.typed or spec.validators or spec.transformers:
            keep_type(spec, scope)
    if binding.expects_input:
        _follow_input(binding, scope)


def _set_dynamic(binding: Binding, spec: ParameterSpec) -> None:
    """Put a bound value into the RuntimeDefinedParameter that the block made."""
    made = binding.dynamic_values.get(spec.name) if binding.dynamic_values is not None else None
    if made is not None and spec.name in binding.bound:
        made.value = binding.bound[spec.name]
        made.is_set = True


def default_value(spec: ParameterSpec, scope: Scope, binding: Binding) -> Any:
    """The default of a parameter, converted to its type but not validated."""
    default = spec.default
    if not spec.has_default:
        return default
    value = default(scope) if type(default) is Compiled else default
    if not spec.typed:
        return value
    from spshell.engine.binding.arguments import Argument
    from spshell.engine.binding.values import transform_only

    return transform_only(binding, spec, Argument(spec.name, "", value, -1))


def _follow_input(binding: Binding, scope: Scope) -> None:
    """Pipeline objects change the variables; what is taken back has the value from before the input."""
    variables = scope.vars
    initial: dict[str, Any] = {}

    def on_value(spec: ParameterSpec, value: Any) -> None:
        if spec.common:
            return
        initial.setdefault(spec.folded, variables.get(spec.folded))
        variables[spec.folded] = value

    def on_reset(spec: ParameterSpec) -> None:
        if spec.folded in initial:
            variables[spec.folded] = initial[spec.folded]

    binding.on_value = on_value
    binding.on_reset = on_reset


def keep_type(spec: ParameterSpec, scope: Scope) -> None:
    """Assignments to the parameter's variable convert and validate as long as the function runs."""
    attributes = VariableAttributes(spec.name)
    attributes.constraints = constraints_of(spec)
    scope.attributes[spec.folded] = attributes


def constraints_of(spec: ParameterSpec) -> list[Callable[[Any], Any]]:
    """What a value passes through on its way into the parameter's variable."""
    if spec.constraints is None:
        spec.constraints = _constraints(spec)
    return spec.constraints


def _constraints(spec: ParameterSpec) -> list[Callable[[Any], Any]]:
    from spshell.engine.attributes.of_variables import cast_constraint, type_constraint

    result: list[Callable[[Any], Any]] = []
    if spec.typed and spec.type.full_name != "System.Object":
        result.append((type_constraint if spec.validators else cast_constraint)(spec.type))
    if spec.validators:
        result.append(_validating(spec))
    return result


def _validating(spec: ParameterSpec) -> Callable[[Any], Any]:
    def apply(value: Any) -> Any:
        for validator in reversed(spec.validators):
            try:
                validator.validate(value, None)
            except NetException as error:
                raise fault(
                    "System.Management.Automation.ValidationMetadataException",
                    error.message,
                    "ValidateSetFailure",
                    "MetadataError",
                    inner=error,
                    arguments=error.arguments,
                ) from None
        return value

    return apply
