"""What an advanced function or script has beyond a simple one: common parameters, ``$PSCmdlet``, bound
pipeline input.
"""

from __future__ import annotations

from spshell.engine.calls.lent_preferences import ASKING, PREFERENCES, preference_value
from spshell.engine.commands.runtime import CommandRuntime
from spshell.engine.variables.scope import UNSET
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.pipelines.collectors import Tap
    from spshell.engine.pipelines.script_stages import BlockStage
    from spshell.engine.variables.scope import Scope


class AdvancedCall:
    """The common parameters of one running advanced function."""

    __slots__ = ("runtime", "stage")

    def __init__(self, stage: BlockStage, runtime: CommandRuntime) -> None:
        self.stage = stage
        self.runtime = runtime

    def close(self) -> None:
        """The function is over."""
        self.runtime.close()


def open_advanced(stage: BlockStage, binding: Binding) -> AdvancedCall:
    """Set ``$PSCmdlet`` and the preference variables that common parameters stand for."""
    from spshell.engine.commands.script_cmdlet import ScriptCmdlet

    scope = stage.scope
    assert scope is not None
    metadata = stage.block.metadata()
    runtime = CommandRuntime(metadata, scope, stage.site, stage.command)
    runtime.caller = stage.caller
    runtime.call = stage.call
    binding.runtime = runtime
    runtime.open(binding)
    if binding.plan is None or binding.plan.opens:
        _set_preferences(scope, binding)
    runtime.actions = {}  # from here on the variables of the function's scope say it
    scope.vars["pscmdlet"] = ScriptCmdlet(runtime, binding, stage)
    stage.out = runtime.wrap_output(stage.out, feeds=stage.feeds)
    if runtime.tap is not None:
        _collect_streams(stage, runtime, runtime.tap)
    return AdvancedCall(stage, runtime)


def _set_preferences(scope: Scope, binding: Binding) -> None:
    for name, value in binding.bound.items():
        folded = name.lower()
        if folded in ASKING and not binding.metadata.should_process:
            continue  # parameters of the function's own that happen to be called so
        variable = PREFERENCES.get(folded)
        if variable is not None:
            scope.vars[variable] = preference_value(folded, value)


def _collect_streams(stage: BlockStage, runtime: CommandRuntime, tap: Tap) -> None:
    """-ErrorVariable and its kin hold what the whole function writes, not only its own records."""
    run, clean = stage._run, stage._clean
    stage.out = tap.outside(stage.out)

    def tapped(kind: str) -> None:
        with tap:
            try:
                run(kind)
            except NetException as error:
                tap.take("error", runtime.session.record_of(error))
                raise

    def tapped_clean(scope: Scope) -> None:
        with tap:
            clean(scope)

    stage._run = tapped  # type: ignore[method-assign]  # only calls with such a variable pay for it
    stage._clean = tapped_clean  # type: ignore[method-assign]


def bind_input(stage: BlockStage, value: Any) -> bool:
    """Bind one pipeline object; when it fits nowhere, write the error and skip the object."""
    binding = stage.binding
    runtime = binding.runtime
    try:
        binding.bind_input(value)
    except NetException as error:
        runtime.write_input_error(error, value)
        return False
    if stage.call.bound is not binding.bound:
        stage.call.bound = binding.bound
    return True


def check_mandatory(stage: BlockStage) -> None:
    """Without pipeline input nothing may be missing."""
    stage.binding.check_mandatory()


def finish_binding(scope: Scope) -> None:
    """Forget what only dynamic parameters needed."""
    if scope.vars.get("psboundparameters", UNSET) is not UNSET:
        scope.vars.pop("psboundparameters", None)
