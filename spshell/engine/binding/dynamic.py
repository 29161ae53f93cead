"""Dynamic parameters: a ``dynamicparam`` block that returns a RuntimeDefinedParameterDictionary."""

from __future__ import annotations

from spshell.engine.binding.errors import binding_error
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.scriptblock import ScriptBlock


def of_block(block: ScriptBlock) -> Any:
    """What to call for the dynamic parameters of a function."""

    def run(binding: Binding) -> list[ParameterSpec]:
        return _run_block(block, binding)

    return run


def dynamic_parameters(binding: Binding) -> list[ParameterSpec]:
    """The dynamic parameters for what is bound so far. Raises GetDynamicParametersException when the code
    fails.
    """
    make = binding.metadata.dynamic
    assert make is not None
    try:
        specs: list[ParameterSpec] = list(make(binding))
    except NetException as error:
        if error.__dict__.pop("ends_function", None) is not None:
            error.thrown = False  # ThrowTerminatingError: the error is the command's own
            raise
        raise binding_error("GetDynamicParametersException", error.message, inner=error) from error
    for spec in specs:
        spec.dynamic = True
    return specs


def _run_block(block: ScriptBlock, binding: Binding) -> list[ParameterSpec]:
    from spshell.engine.binding.parameters import set_parameters
    from spshell.engine.binding.runtime_parameters import RuntimeParameterDictionary

    scope = binding.scope
    function = block.functions().get("DynamicParam")
    if scope is None or function is None:
        return []
    set_parameters(binding, scope)
    scope.vars["psboundparameters"] = _bound(binding)
    scope.vars["pscmdlet"] = _cmdlet(block, binding)
    output: list[Any] = []
    try:
        function(scope, output.append)
    finally:
        scope.vars.pop("psboundparameters", None)
    for item in output:
        if isinstance(item, RuntimeParameterDictionary):
            binding.dynamic_values = item
            return [parameter.spec() for parameter in item.values()]
    return []


class _Preparing:
    """Stands for the stage of a function whose parameters are being made: nobody takes its output yet."""

    def __init__(self, scope: Any) -> None:
        self.scope = scope

    def out(self, value: Any) -> None:
        """Nothing to hand on to."""


def _cmdlet(block: ScriptBlock, binding: Binding) -> Any:
    """``$PSCmdlet`` while the dynamic parameters are made; the function itself gets its own."""
    from spshell.engine.commands.runtime import CommandRuntime
    from spshell.engine.commands.script_cmdlet import ScriptCmdlet

    scope: Any = binding.scope
    call = scope.call
    site = getattr(call, "site", None)
    runtime = CommandRuntime(block.metadata(), scope, site, getattr(call, "command", None))
    runtime.invocation.bound_parameters = binding.bound
    return ScriptCmdlet(runtime, binding, _Preparing(scope))


def _bound(binding: Binding) -> Any:
    from spshell.engine.binding.bound_parameters import bound_dictionary

    return bound_dictionary(binding.bound)
