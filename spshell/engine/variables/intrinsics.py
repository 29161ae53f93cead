"""``$ExecutionContext`` and ``$PSCmdlet.SessionState``: variables, paths and commands of a running scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from spshell.engine.variables.scope import Scope

_SMA = "System.Management.Automation."


@net_class(_SMA + "PSVariableIntrinsics")
class VariableIntrinsics:
    """Variables by name, as a scope sees them."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @method(
        "System.Object GetValue(string name)",
        "System.Object GetValue(string name, System.Object defaultValue)",
    )
    def get_value(self, name: str, default: Any = None) -> Any:
        from spshell.engine.variables.scope import UNSET
        from spshell.engine.variables.variables import lookup, read_scoped

        prefix, colon, rest = name.partition(":")
        if colon:
            found = read_scoped(self.scope, prefix.lower(), rest)
            return default if found is None else found
        found = lookup(self.scope, name.lower())
        return default if found is UNSET else found

    @method("psvariable Get(string name)")
    def get(self, name: str) -> Any:
        from spshell.engine.variables.objects import VariableObject, find_scope

        holder = find_scope(self.scope, name.lower())
        return None if holder is None else VariableObject(holder, name)

    @method("void Set(string name, System.Object value)")
    def set_value(self, name: str, value: Any) -> None:
        from spshell.engine.variables.variables import write, write_scoped

        prefix, colon, rest = name.partition(":")
        if colon:
            write_scoped(self.scope, prefix.lower(), rest, value)
        else:
            write(self.scope, name, value)

    @method("void Remove(string name)")
    def remove(self, name: str) -> None:
        self.scope.vars.pop(name.lower(), None)


@net_class(_SMA + "PathIntrinsics")
class PathIntrinsics:
    """Paths of a session."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @prop("System.Management.Automation.PathInfo CurrentLocation {get}")
    def current_location(self) -> Any:
        return self.scope.session.path_info()

    @prop("System.Management.Automation.PathInfo CurrentFileSystemLocation {get}")
    def current_folder(self) -> Any:
        return self.scope.session.path_info()

    @method("string GetUnresolvedProviderPathFromPSPath(string path)")
    def unresolved(self, path: str) -> str:
        return self.scope.session.resolve_path(path)

    def ps_text(self) -> str:
        return self.scope.session.location

    to_string = ps_text


@net_class(_SMA + "CommandInvocationIntrinsics")
class CommandIntrinsics:
    """Running and finding commands from .NET code."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @method("string ExpandString(string source)")
    def expand_string(self, source: str) -> str:
        from spshell.values.text import to_text

        # a here-string keeps quotes as they are
        block = self.scope.session.make_block(f'@"\n{source}\n"@')
        output: list[Any] = []
        block.run_inline(self.scope, output.append)
        return to_text(output[0]) if output else ""

    @method(
        "System.Object InvokeScript(string script)",
        "System.Object InvokeScript(string script, params System.Object[] args)",
    )
    def invoke_script(self, script: str, *arguments: Any) -> Any:
        return self.scope.session.make_block(script).invoke(_listed(arguments), caller=self.scope, apart=True)

    @method(
        "System.Object InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, "
        "params System.Object[] args)"
    )
    def invoke_block(self, local: bool, block: Any, given: Any, *arguments: Any) -> Any:
        from spshell.engine.calls.calls import call_block
        from spshell.engine.pipelines.apart import Apart

        if local:
            return block.invoke(_listed(arguments), input=given, caller=self.scope, apart=True)
        scope = self.scope
        output: list[Any] = []
        before, scope.apart = scope.apart, True
        try:
            with Apart(scope.session):
                take, values = output.append, _listed(arguments)
                call_block(block, scope, values, take, input_items=given, scope=scope, by_index=True)
        finally:
            scope.apart = before
        return output

    @method("scriptblock NewScriptBlock(string scriptText)")
    def new_script_block(self, text: str) -> Any:
        return self.scope.session.make_block(text)

    @method("System.Object GetCommand(string commandName, System.Management.Automation.CommandTypes type)")
    def get_command(self, name: str, _types: Any) -> Any:
        return self.scope.session.commands.find(self.scope, name)


def _listed(arguments: tuple[Any, ...]) -> list[Any]:
    """The arguments behind the declared ones, which may come as one array."""
    return list(arguments[0]) if arguments and isinstance(arguments[0], list) else list(arguments)


@net_class(_SMA + "SessionState")
class SessionState:
    """System.Management.Automation.SessionState."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @prop("System.Management.Automation.PSVariableIntrinsics PSVariable {get}")
    def variables(self) -> VariableIntrinsics:
        return VariableIntrinsics(self.scope)

    @prop("System.Management.Automation.PathIntrinsics Path {get}")
    def path(self) -> PathIntrinsics:
        return PathIntrinsics(self.scope)

    @prop("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get}")
    def invoke_command(self) -> CommandIntrinsics:
        return CommandIntrinsics(self.scope)

    @prop("string LanguageMode {get;set}")
    def language_mode(self) -> str:
        return "FullLanguage"

    @language_mode.setter  # type: ignore[no-redef]  # the property above gets its setter
    def language_mode(self, value: str) -> None:
        """Only the full language exists here."""

    @prop("psmoduleinfo Module {get}")
    def module(self) -> Any:
        return self.scope.module


@net_class(_SMA + "EngineIntrinsics")
class EngineIntrinsics:
    """System.Management.Automation.EngineIntrinsics."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @prop("System.Management.Automation.SessionState SessionState {get}")
    def session_state(self) -> SessionState:
        return SessionState(self.scope)

    @prop("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get}")
    def invoke_command(self) -> CommandIntrinsics:
        return CommandIntrinsics(self.scope)

    @prop("System.Object Host {get}")
    def host(self) -> Any:
        return self.scope.session.host_object()
