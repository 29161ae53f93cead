"""The action Inquire: after an error or a message somebody says whether to go on (about_Preference_Variables)."""

from __future__ import annotations

from spshell.engine.errors.records import InvocationInfo
from spshell.engine.host.choices import SUSPEND, YES, YES_TO_ALL, Choice, choose, no_prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.commands.runtime import CommandRuntime
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.variables.scope import Scope

HALT = Choice("&Halt Command", "End this command.")


def inquire(scope: Scope, record: ErrorRecord) -> None:
    """Ask about an error, then report it or end the command. Raises InvalidOperation when nobody can answer."""
    session = scope.session
    if session.non_interactive:
        raise _nobody(scope)
    offered = [YES, YES_TO_ALL, HALT, SUSPEND]
    answer = offered[choose(session, "Confirm", record.message, offered, 0)]
    if answer is HALT:
        error = record.exception
        error.record = record
        error.thrown = True
        raise error
    if answer is YES_TO_ALL:
        scope.vars["erroractionpreference"] = "Continue"
    session.report(record)


def inquire_message(runtime: CommandRuntime, stream: str, variable: str, text: str) -> None:
    """Ask after a warning, verbose or debug message whether to go on; the answer no ends the command."""
    from spshell.engine.pipelines.message_streams import stop_fault

    offered = [YES, YES_TO_ALL, HALT]
    answer = offered[choose(runtime.session, "Confirm", "Continue with this operation?", offered, 0)]
    if answer is HALT:
        raise stop_fault(variable, text)
    if answer is YES_TO_ALL:
        runtime.own_actions[stream] = "continue"


def _nobody(scope: Scope) -> Exception:
    """The error is the running function's: it ends, its caller goes on with the next statement."""
    error = no_prompt()
    current: Scope | None = scope
    while current is not None and current.call is None:
        current = current.parent
    call = current.call if current is not None else None
    made = call.invocation() if call is not None else None
    if isinstance(made, InvocationInfo) and made.position is not None:
        from spshell.engine.errors.records import ErrorRecord

        error.record = ErrorRecord(error)
        error.record.invocation = made
        error.record.activity = made.invocation_name
        error.ends_function = current  # type: ignore[attr-defined]  # there it becomes a statement's error
        error.thrown = True
    return error
