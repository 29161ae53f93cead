"""The debugger as scripts drive it: handlers of its stops, and commands given to it (``$Host.Runspace.Debugger``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.debugging.commands import RESUMING, resume, told
from spshell.engine.debugging.debugger import debugger_of
from spshell.engine.errors.records import InvocationInfo
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from spshell.engine.debugging.debugger import Debugger
    from spshell.engine.runspaces.ps_command import PSCommand
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope

_SMA = "System.Management.Automation."


def _action(word: str | None) -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    return None if word is None else enum_value(_SMA + "DebuggerResumeAction", word)


@net_class(_SMA + "PSDebugContext")
class DebugContext:
    """$PSDebugContext: where and why the code stopped."""

    def __init__(self, position: Any, breakpoints: list[Any], trigger: Any) -> None:
        self.position = position
        self.reached = breakpoints
        self.cause = trigger

    @prop(f"{_SMA}InvocationInfo InvocationInfo {{get}}")
    def invocation_info(self) -> InvocationInfo:
        return InvocationInfo(self.position)

    @prop(f"{_SMA}Breakpoint[] Breakpoints {{get}}")
    def breakpoints(self) -> list[Any]:
        return self.reached

    @prop("System.Object Trigger {get}")
    def trigger(self) -> Any:
        return self.cause


@net_class(_SMA + "DebuggerStopEventArgs")
class StopEvent:
    """What a handler of a stop gets; it says how to go on."""

    def __init__(self, context: DebugContext) -> None:
        self.context = context
        self.word = "Continue"

    @prop(f"{_SMA}InvocationInfo InvocationInfo {{get}}")
    def invocation_info(self) -> InvocationInfo:
        return InvocationInfo(self.context.position)

    @prop(f"{_SMA}Breakpoint[] Breakpoints {{get}}")
    def breakpoints(self) -> list[Any]:
        return self.context.reached

    @prop(f"{_SMA}DebuggerResumeAction ResumeAction {{get;set}}")
    def resume_action(self) -> Any:
        return _action(self.word)

    @resume_action.setter
    def set_resume_action(self, value: Any) -> None:
        self.word = value.name


@net_class(_SMA + "DebuggerCommandResults")
class CommandResults:
    """What became of a command given to the debugger."""

    def __init__(self, word: str | None, own: bool) -> None:
        self.word = word
        self.own = own

    @prop(f"System.Nullable[{_SMA}DebuggerResumeAction] ResumeAction {{get}}")
    def resume_action(self) -> Any:
        return _action(self.word)

    @prop("bool EvaluatedByDebugger {get}")
    def evaluated_by_debugger(self) -> bool:
        return self.own


@net_class(_SMA + "ScriptDebugger", base="System.Object")
class ScriptDebugger:
    """The debugger of a runspace."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @method("void add_DebuggerStop(System.Object value)")
    def add_handler(self, handler: Any) -> None:
        debugger_of(self.session).handlers.append(handler)

    @method("void remove_DebuggerStop(System.Object value)")
    def remove_handler(self, handler: Any) -> None:
        handlers = debugger_of(self.session).handlers
        if handler in handlers:
            handlers.remove(handler)

    @prop("bool InBreakpoint {get}")
    def in_breakpoint(self) -> bool:
        return self.session.debugger is not None and self.session.debugger.stopped is not None

    @prop("bool IsActive {get}")
    def is_active(self) -> bool:
        return self.session.debugger is not None

    @method(f"{_SMA}DebuggerCommandResults ProcessCommand({_SMA}PSCommand command, System.Object output)")
    def process_command(self, command: PSCommand, output: Any) -> CommandResults:
        """Obey one command where the code stopped; what it shows goes to the output."""
        debugger = debugger_of(self.session)
        word = "; ".join(item.name for item in command.statements.commands).strip()
        action = RESUMING.get(word.lower())
        if action is not None:
            return CommandResults(action, own=True)
        scope, context = debugger.stopped or (self.session.global_scope, None)
        shown = told(word, context.position if context is not None else None) if word else None
        if shown is not None:
            output.extend(shown)
            return CommandResults(None, own=True)
        text = "Get-PSCallStack" if word.lower() == "k" else word
        self.session.make_block(text).run_inline(scope, output.append)
        return CommandResults(None, own=False)


def ask_handlers(debugger: Debugger, scope: Scope, context: DebugContext) -> None:
    """Call the handlers of stops with the stop; the last one's wish is done."""
    event = StopEvent(context)
    outer, debugger.stopped = debugger.stopped, (scope, context)
    global_vars = debugger.session.global_scope.vars
    global_vars["psdebugcontext"] = context
    try:
        for handler in list(debugger.handlers):
            handler.invoke([ScriptDebugger(debugger.session), event])
    finally:
        debugger.stopped = outer
        global_vars.pop("psdebugcontext", None)
    resume(debugger, event.word)
