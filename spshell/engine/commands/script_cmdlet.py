"""``$PSCmdlet``: what an advanced function may ask of the engine (about_Functions_CmdletBindingAttribute)."""

from __future__ import annotations

from spshell.engine.commands.should_process import Answers, ask, should_continue, should_process
from spshell.engine.errors.records import ErrorRecord
from spshell.values.declare import method, net_class, prop
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.commands.runtime import CommandRuntime


@net_class(
    "System.Management.Automation.PSScriptCmdlet", ps_name="System.Management.Automation.PSScriptCmdlet"
)
class ScriptCmdlet:
    """System.Management.Automation.PSScriptCmdlet."""

    def __init__(self, runtime: CommandRuntime, binding: Binding, stage: Any) -> None:
        self.runtime = runtime
        self.binding = binding
        self.stage = stage

    @prop("string ParameterSetName {get}")
    def parameter_set_name(self) -> str:
        return self.binding.set_name

    @prop("System.Management.Automation.InvocationInfo MyInvocation {get}")
    def my_invocation(self) -> Any:
        return self.runtime.invocation

    @prop("System.Object PagingParameters {get}")
    def paging_parameters(self) -> Any:
        from spshell.engine.binding.paging import PagingParameters

        return PagingParameters(self.binding.bound) if self.runtime.metadata.paging else None

    @prop("System.Object SessionState {get}")
    def session_state(self) -> Any:
        from spshell.engine.variables.intrinsics import SessionState

        return SessionState(self.runtime.scope)

    @prop("System.Object InvokeCommand {get}")
    def invoke_command(self) -> Any:
        from spshell.engine.variables.intrinsics import CommandIntrinsics

        return CommandIntrinsics(self.runtime.scope)

    @prop("System.Object Host {get}")
    def host(self) -> Any:
        return self.runtime.session.host_object()

    @prop("System.Object CommandRuntime {get}")
    def command_runtime(self) -> Any:
        return CommandRuntimeView(self.runtime, self.binding, self.stage)

    @prop("bool Stopping {get}")
    def stopping(self) -> bool:
        return False

    @method(
        "bool ShouldProcess(string target)",
        "bool ShouldProcess(string target, string action)",
        "bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)",
    )
    def should_process(self, target: str, action: str | None = None, caption: str | None = None) -> bool:
        if caption is not None:
            return ask(self.runtime, target, action or "", caption)
        return should_process(self.runtime, target, action)

    @method(
        "bool ShouldProcess(string verboseDescription, string verboseWarning, string caption,"
        " ref System.Management.Automation.ShouldProcessReason shouldProcessReason)"
    )
    def should_process_reason(self, description: str, warning: str, caption: str, reason: Any) -> bool:
        from spshell.engine.commands.should_process import what_if
        from spshell.engine.variables.objects import enum_value

        word = "WhatIf" if what_if(self.runtime) else "None"
        reason.value = enum_value("System.Management.Automation.ShouldProcessReason", word)
        return ask(self.runtime, description, warning, caption)

    @method("bool ShouldContinue(string query, string caption)")
    def should_continue(self, query: str, caption: str) -> bool:
        return should_continue(self.runtime, query, caption)

    @method("bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll)")
    def should_continue_with_all(self, query: str, caption: str, yes: Any, no: Any) -> bool:
        answers = Answers()
        answers.yes_to_all = bool(yes.value)
        answers.no_to_all = bool(no.value)
        result = should_continue(self.runtime, query, caption, answers)
        yes.value = answers.yes_to_all
        no.value = answers.no_to_all
        return result or answers.yes_to_all

    @method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)")
    def write_error(self, record: ErrorRecord) -> None:
        _sign(self.runtime, record)
        self.runtime.failed = True
        try:
            self.runtime.write_record(record)
        except NetException as error:
            error.from_script = True  # type: ignore[attr-defined]  # Stop unwinds as it is
            raise

    @method("void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)")
    def throw_terminating_error(self, record: ErrorRecord) -> None:
        _sign(self.runtime, record)
        error: NetException = record.exception
        error.record = record
        error.thrown = True
        error.settled = True  # type: ignore[attr-defined]  # the function's own -ErrorAction is not asked
        error.from_script = True  # type: ignore[attr-defined]  # not wrapped as a method's failure
        error.ends_function = self.stage.scope  # type: ignore[attr-defined]  # there it becomes a statement's error
        raise error

    @method("void WriteObject(System.Object sendToPipeline)")
    def write_object(self, value: Any) -> None:
        self.stage.out(value)

    @method("void WriteObject(System.Object sendToPipeline, bool enumerateCollection)")
    def write_enumerated(self, value: Any, enumerate_collection: bool) -> None:
        if enumerate_collection:
            from spshell.engine.pipelines.output import emit

            emit(self.stage.out, value)
        else:
            self.stage.out(value)

    @method("void WriteWarning(string text)")
    def write_warning(self, text: str) -> None:
        self.runtime.write_warning(text)

    @method("void WriteVerbose(string text)")
    def write_verbose(self, text: str) -> None:
        self.runtime.write_verbose(text)

    @method("void WriteDebug(string text)")
    def write_debug(self, text: str) -> None:
        self.runtime.write_debug(text)

    @method("void WriteInformation(System.Object messageData, string[] tags)")
    def write_information(self, data: Any, tags: Any = None) -> None:
        self.runtime.write_information(data, [str(tag) for tag in tags or ()])

    @method("void WriteProgress(System.Object progressRecord)")
    def write_progress(self, record: Any) -> None:
        """Progress is shown by interactive hosts only."""

    @method("System.Object GetVariableValue(string name)")
    def get_variable_value(self, name: str) -> Any:
        from spshell.engine.variables.variables import read

        return read(self.runtime.scope, name)

    @method("System.Object GetVariableValue(string name, System.Object defaultValue)")
    def get_variable_or(self, name: str, default: Any) -> Any:
        from spshell.engine.variables.scope import UNSET
        from spshell.engine.variables.variables import lookup

        found = lookup(self.runtime.scope, name.lower())
        return default if found is UNSET else found

    @method("string GetUnresolvedProviderPathFromPSPath(string path)")
    def unresolved_path(self, path: str) -> str:
        return self.runtime.session.resolve_path(path)


@net_class("System.Management.Automation.MshCommandRuntime")
class CommandRuntimeView(ScriptCmdlet):
    """System.Management.Automation.MshCommandRuntime: the streams of a running command."""


def _sign(runtime: CommandRuntime, record: ErrorRecord) -> None:
    """The error points at the call of the function."""
    record.command = runtime.metadata.error_class
    record.activity = runtime.metadata.name
    record.invocation = runtime.invocation
