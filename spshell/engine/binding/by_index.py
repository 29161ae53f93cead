"""Arguments of a block that is called from the inside (``.Invoke()``, script methods, module bodies), not as a command.

Each argument goes to the parameter at its index, switches too; nothing is asked for, sets and pipeline input do not
count, and a value that does not fit fails as an assignment to the variable would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.calls.call import Call
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


def bind_by_index(block: ScriptBlock, scope: Scope, args: list[Any], call: Call) -> None:
    """Put arguments and defaults into the scope, what is left over into ``$args``."""
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.parameters import default_value, keep_type

    metadata = block.metadata()
    specs = metadata.parameters
    binding = Binding(metadata, scope.session, scope, False)
    bound: dict[str, Any] = {}
    for index, spec in enumerate(specs):
        if index < len(args):
            value = bound[spec.name] = (
                _checked(spec, args[index], scope) if spec.validators else _fitting(spec, args[index])
            )
        else:
            value = default_value(spec, scope, binding) if spec.has_default else spec.default
        scope.vars[spec.folded] = value
        if spec.typed or spec.validators:
            keep_type(spec, scope)
    call.bound = bound
    scope.vars["args"] = list(args[len(specs) :])


def _checked(spec: ParameterSpec, value: Any, scope: Scope) -> Any:
    """As `_fitting`; the checks run inside the block and see its ``$this``."""
    session = scope.session
    outside, session.current = session.current, scope
    try:
        return _fitting(spec, value)
    finally:
        session.current = outside


def _fitting(spec: ParameterSpec, value: Any) -> Any:
    """An argument after the parameter's transformations, its type and its checks."""
    from spshell.engine.binding.parameters import constraints_of
    from spshell.engine.calls.calls import without_text
    from spshell.values.nothing import NOTHING

    if value is NOTHING:
        value = None
    if not spec.typed:
        value = without_text(value)
    for constraint in constraints_of(spec):
        value = constraint(value)
    return value
