"""How errors move: statement errors, throw, catch, trap, and what gets reported (about_Try_Catch_Finally, about_Trap)."""

from __future__ import annotations

import sys

from spshell.engine.errors.extents import node_extent
from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.engine.errors.stack_capture import callers_of, unwound_places
from spshell.engine.session import MAX_ERRORS
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import preference
from spshell.values.exceptions import NetException, exception_class, known_exception
from spshell.values.nettype import ADDED
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.compiled.sites import CatchTable
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope

_QUIET = ("silentlycontinue", "ignore")


def record_of(_scope: Scope | None, error: NetException, kept: list[Any] | None = None) -> ErrorRecord:
    """The error record of an exception, made at first need with the place where it was raised."""
    record: ErrorRecord | None = error._record
    if record.__class__ is not ErrorRecord:
        record = error.record
    if record is None:
        record = error.record = _new_record(error)
    if record.place is not None:
        return record
    known = record._invocation
    if known is None or (known.unplaced and known.position is None):
        traceback = error.__traceback__
        record.unwound = unwound = unwound_places(traceback)
        record.running = callers_of(traceback, kept)
        if record._stack_trace is not None:
            record._stack_trace = None
        if unwound:
            if known is not None:
                record._invocation = None
            record.place = unwound[0]
        elif known is None:
            record.invocation = InvocationInfo(None)
            record._invocation.unplaced = True  # type: ignore[union-attr]  # an outer frame may still tell
    elif record._stack_trace is None and record.running is None:
        traceback = error.__traceback__
        record.unwound, record.running = unwound_places(traceback), callers_of(traceback, kept)
    return record


def _new_record(error: NetException) -> ErrorRecord:
    if error.thrown_object:
        return ErrorRecord(error, error.message, "OperationStopped", target=None)
    return ErrorRecord(_as_seen(error))


_CAST = "System.Management.Automation.PSInvalidCastException"


def _as_seen(error: NetException) -> NetException:
    """The exception as a script sees it: a failed conversion comes inside a RuntimeException of the same identity."""
    if error.net_name != _CAST:
        return error
    outer = exception_class("System.Management.Automation.RuntimeException")(
        error.message,
        error_id=error.error_id,
        category=error.category,
        target=error.target,
        inner=error,
        arguments=error.arguments,
    )
    outer.__traceback__ = error.__traceback__
    return outer


def statement_error(scope: Scope, error: NetException) -> None:
    """An error reached the end of its statement: unwind further, or report it and go on with the next statement."""
    session = scope.session
    record = record_of(scope, error)
    if scope.apart and not error.thrown:
        session.remember(record)  # whoever runs the block may keep the error to itself
    if session.try_depth or scope.apart:
        if not error.thrown:
            session.ok = False
        raise error
    action = preference(scope, "erroractionpreference")
    if error.thrown:
        if action in _QUIET and not error.__dict__.get("settled"):
            _report(session, record, action)
            return
        raise error
    session.ok = False
    if action == "stop":
        error.thrown = True
        error.settled = True  # type: ignore[attr-defined]  # no preference of the callers is asked any more
        session.stopped_by_preference = True
        raise error
    if action == "inquire":
        from spshell.engine.errors.inquiry import inquire

        inquire(scope, record)
        return
    _report(session, record, action)


def reports(scope: Scope) -> Any:
    """The exceptions that the handler of a statement takes, in a function that is called by generated code alone.

    What was thrown and will be caught passes by: its record is made where it is caught.
    """
    if scope.session.try_depth and not scope.apart and getattr(sys.exception(), "thrown", False):
        return ()
    return NetException


def _report(session: Session, record: ErrorRecord, action: str) -> None:
    """Report an exception: $Error keeps it even when it is ignored, unlike an error that is written."""
    session.report(record, "silentlycontinue" if action == "ignore" else action)


def thrown(scope: Scope, value: Any) -> NetException:
    """The exception that ``throw`` raises for a value; without a value the error being handled, or ScriptHalted."""
    if type(value) is str:
        return _thrown_text(value)
    if isinstance(value, NetException):
        value.thrown_object = value.thrown = True
        value._record = value.__traceback__ = None  # of an earlier throw
        return value
    session = scope.session
    if value is NOTHING and session.handled_errors:
        record = session.handled_errors[-1]
        error = record.exception
        error.record = record
        error.thrown = True
        return error
    from spshell.values.objects import PSObject

    plain = value.base if type(value) is PSObject else value
    if isinstance(plain, ErrorRecord):
        error = plain.exception
        error.record = plain
    elif isinstance(plain, NetException):
        return thrown(scope, plain)
    else:
        error = _thrown_value(plain)
    error.thrown = True
    return error


def _thrown_text(text: str) -> NetException:
    """The same as `_thrown_value` makes, for the most frequent value."""
    error: NetException = _RUNTIME_EXCEPTION.__new__(_RUNTIME_EXCEPTION, text)
    error.__dict__ = {
        "message": text,
        "error_id": text,
        "target": text,
        "category": "OperationStopped",
        "thrown_value": True,
        "thrown": True,
    }
    return error


def _thrown_value(value: Any) -> NetException:
    from spshell.values.text import to_text

    empty = value is NOTHING or value is None
    text = "ScriptHalted" if empty else to_text(value)
    target = None if empty else value
    error = _RUNTIME_EXCEPTION(text, error_id=text, category="OperationStopped", target=target)
    error.record = ErrorRecord(error, text, "OperationStopped", target=target)
    error.thrown_value = True  # type: ignore[attr-defined]  # the view prints such errors under the name Exception
    return error


_RUNTIME_EXCEPTION = exception_class("System.Management.Automation.RuntimeException")


def find_catch(scope: Scope, error: NetException, table: CatchTable, kept: list[Any] | None = None) -> int:
    """The index of the clause that takes the error, or -1. The inner exception is tried before the outer one."""
    if table.takes_all:
        return 0
    session = scope.session
    key = (error.__class__, error.inner.__class__)
    known = table.known.get(key)
    record = error._record
    exception = error
    if (
        known is None
        or (record is not None and (record.__class__ is not ErrorRecord or record.exception is not error))
        or session.has_script_types
        or session.used_namespaces
        or ADDED
    ):
        exception = record_of(scope, error, kept).exception
        known = _fitting_clause(scope, exception, table)  # what a name means may change
        if exception is error:
            table.known[key] = known
    index, inner = known
    if inner:
        error.matched_inner = exception.inner  # type: ignore[attr-defined]  # read by enter_catch
    return index


def _fitting_clause(scope: Scope, error: NetException, table: CatchTable) -> tuple[int, bool]:
    """(the clause that takes the error or -1, whether it takes the inner exception)."""
    for exception in _candidates(error):
        for index, types in enumerate(table.clauses):
            if any(_catches(scope, table, item, exception) for item in types):
                return index, exception is not error
    return next((index for index, types in enumerate(table.clauses) if not types), -1), False


def _candidates(error: NetException) -> list[NetException]:
    result: list[NetException] = []
    if error.inner is not None and error.net_name.startswith("System.Management.Automation."):
        result.append(error.inner)
    result.append(error)
    return result


def _catches(scope: Scope, table: CatchTable, item: tuple[Any, int, int], exception: NetException) -> bool:
    from spshell.values.nettype import NetType

    type_name, start, end = item
    try:
        wanted = resolve_exception_type(scope, type_name)
    except NetException as unknown:
        record = record_of(scope, unknown)
        record.invocation = InvocationInfo(node_extent(table.source, start, end))
        raise
    if isinstance(wanted, NetType):
        own = getattr(exception, "net_type", None)
        return own is not None and own.is_subtype_of(wanted)
    return isinstance(exception, wanted)


def resolve_exception_type(scope: Scope, type_name: Any) -> Any:
    """The Python class (or script-defined type) of a catch clause's type name; raises TypeNotFound."""
    from spshell.engine.classes.names import find_script_type, resolve

    own = find_script_type(scope, type_name.text) or ADDED.get(type_name.text.lower())
    if own is not None:
        return (
            own.python_type
            if own.python_type is not None and issubclass(own.python_type, NetException)
            else own
        )
    found = known_exception(type_name.text)
    if found is not None:
        return found
    resolved = resolve(scope, type_name)
    if resolved.full_name == "System.Object":
        return NetException
    if resolved.python_type is not None and issubclass(resolved.python_type, NetException):
        return resolved.python_type
    return resolved


def enter_catch(scope: Scope, error: NetException, kept: list[Any] | None = None) -> Any:
    """Set ``$_`` for a catch clause; returns what `leave_catch` needs."""
    saved = scope.vars.get("_", UNSET)
    scope.vars["_"] = caught(scope, error, kept)
    scope.session.ok = False
    scope.session.handled_errors.append(
        record_of(scope, error, kept)
    )  # which a bare throw throws, not the inner one
    return saved


def caught(scope: Scope, error: NetException, kept: list[Any] | None = None) -> ErrorRecord:
    """The record that a catch clause sees in ``$_``; ``$Error`` has it from here on."""
    session = scope.session
    record = record_of(scope, error, kept)
    session.remember(record)
    inner = error.__dict__.pop("matched_inner", None)
    if inner is not None:
        record = _inner_record(record, inner)
    for tap in session.taps:
        tap.take("error", record)
    return record


def _inner_record(outer: ErrorRecord, inner: NetException) -> ErrorRecord:
    """The record of an inner exception, for the clause that takes that one."""
    record = ErrorRecord(inner, outer.error_id, outer.category, outer.target)
    held = outer.__dict__
    record.__dict__.update((name, held[name]) for name in _SHARED if name in held)
    return record


_SHARED = (
    "command", "activity", "details", "_invocation", "place", "unwound", "running", "_stack_trace", "in_error_list", "no_suffix",
)  # fmt: skip
"""What the record of an inner exception has of the outer one: where it happened above all."""


def pass_by(scope: Scope, error: NetException, kept: list[Any] | None = None) -> None:
    """No clause takes the error: it goes on, and ``$Error`` has it."""
    caught(scope, error, kept)
    scope.session.ok = True


def catch_unseen(scope: Scope, error: NetException, kept: list[Any]) -> None:
    """An error for a clause that cannot look at it: its record is made when ``$Error`` is read."""
    session = scope.session
    session.ok = True
    if error._record is None and not session.taps and not session.errors_shared:
        if error.inner is not None:
            error.__dict__.pop("matched_inner", None)
        if not kept:
            callers_of(error.__traceback__, kept)
        forgotten = session.forgotten
        forgotten.append((error, kept[0]))
        if len(forgotten) > MAX_ERRORS:
            del forgotten[0]
        return
    caught(scope, error, kept)


def caught_exception(scope: Scope, error: NetException, kept: list[Any]) -> NetException:
    """The exception behind ``$_`` for a clause that looks at nothing else."""
    session = scope.session
    if (
        error._record is not None
        or error.net_name == _CAST
        or session.taps
        or (error.inner is not None and "matched_inner" in error.__dict__)
    ):
        record = caught(scope, error, kept)
        seen = record.exception
        seen.caught_as = record  # type: ignore[attr-defined]  # for `error_text`
        return seen
    catch_unseen(scope, error, kept)
    return error


def error_text(error: NetException) -> str:
    """``"$_"`` for an exception that `caught_exception` gave."""
    record = error.__dict__.get("caught_as") or error.record
    return error.message if record is None else str(record.message)


def leave_catch(scope: Scope, saved: Any) -> None:
    session = scope.session
    session.handled_errors.pop()
    if saved is UNSET:
        scope.vars.pop("_", None)
    else:
        scope.vars["_"] = saved
    session.ok = True


def run_traps(
    scope: Scope, out: Callable[[Any], None], error: NetException, traps: tuple[tuple[CatchTable, Any], ...]
) -> bool:
    """Run the trap that takes the error. True means: leave the block (``return`` in the trap).

    The trap's own ``continue`` hides the error, ``break`` raises it again; otherwise it is shown and the block goes
    on with the next statement. Raises the error when no trap takes it.
    """
    from spshell.engine.errors.signals import BreakSignal, ContinueSignal, ReturnSignal

    record = record_of(scope, error)
    session = scope.session
    session.remember(record)
    body = _fitting_trap(scope, error, traps)
    if body is None:
        raise error
    saved = enter_catch(scope, error)
    try:
        body(out)
    except ContinueSignal:
        return False
    except BreakSignal:
        error.thrown = True
        raise error from None
    except ReturnSignal as signal:
        if signal.scope is scope:
            return True
        raise
    finally:
        leave_catch(scope, saved)
        session.ok = False
    session.report(record, preference(scope, "erroractionpreference"), remember=False)
    return False


def _fitting_trap(scope: Scope, error: NetException, traps: tuple[tuple[CatchTable, Any], ...]) -> Any:
    """The body of the trap whose type is nearest to the error; one without a type only when no other fits."""
    best: Any = None
    best_rank = (-1, -1)
    best_inner = None
    for table, body in traps:
        if find_catch(scope, error, table) < 0:
            continue
        inner = error.__dict__.pop("matched_inner", None)
        rank = (0 if table.takes_all else 1 if inner is None else 2, _type_depth(scope, table))
        if rank > best_rank:
            best, best_rank, best_inner = body, rank, inner
    if best_inner is not None:
        error.matched_inner = best_inner  # type: ignore[attr-defined]  # read by enter_catch
    return best


def _type_depth(scope: Scope, table: CatchTable) -> int:
    """How many base types the type of a trap has."""
    from spshell.values.nettype import NetType

    if table.takes_all:
        return 0
    wanted = resolve_exception_type(scope, table.clauses[0][0][0])
    if not isinstance(wanted, NetType):
        return len(wanted.__mro__)
    depth = 0
    kind = wanted.base
    while kind is not None:
        depth += 1
        kind = kind.base
    return depth
