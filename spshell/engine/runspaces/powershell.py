"""System.Management.Automation.PowerShell: a pipeline in a session of its own, now or on another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.running import RUNNING
from spshell.engine.runspaces.commands import Statements
from spshell.engine.runspaces.data import data_collection
from spshell.engine.runspaces.ps_command import MadeCommand, PSCommand
from spshell.engine.runspaces.runspace import InitialSessionState, Runspace, RunspacePool
from spshell.engine.runspaces.sessions import Worker, running_in, stopped
from spshell.engine.runspaces.table import runspace_of
from spshell.values.declare import method, net_class, prop
from spshell.values.exceptions import NetException, fault
from spshell.values.nettype import type_of
from spshell.values.type_relations import has_base

if TYPE_CHECKING:
    from spshell.dotnet.system.tasks import Task
    from spshell.engine.session import Session

_SMA = "System.Management.Automation."
_SELF = _SMA + "PowerShell"
_TASK = "System.Threading.Tasks.Task"
_RECORDS = {
    "error": _SMA + "ErrorRecord", "warning": _SMA + "WarningRecord", "verbose": _SMA + "VerboseRecord",
    "debug": _SMA + "DebugRecord", "information": _SMA + "InformationRecord",
}  # fmt: skip


@net_class(_SMA + "PSDataStreams")
class DataStreams:
    """The records of a pipeline, by stream."""

    def __init__(self) -> None:
        self.clear()

    @method("void ClearStreams()")
    def clear(self) -> None:
        self.records = {name: data_collection(record) for name, record in _RECORDS.items()}
        self.records["progress"] = data_collection(_SMA + "ProgressRecord")

    @prop(f"{_SMA}PSDataCollection[{_SMA}ErrorRecord] Error {{get}}")
    def errors(self) -> Any:
        return self.records["error"]

    @prop(f"{_SMA}PSDataCollection[{_SMA}WarningRecord] Warning {{get}}")
    def warnings(self) -> Any:
        return self.records["warning"]

    @prop(f"{_SMA}PSDataCollection[{_SMA}VerboseRecord] Verbose {{get}}")
    def verbose(self) -> Any:
        return self.records["verbose"]

    @prop(f"{_SMA}PSDataCollection[{_SMA}DebugRecord] Debug {{get}}")
    def debug(self) -> Any:
        return self.records["debug"]

    @prop(f"{_SMA}PSDataCollection[{_SMA}InformationRecord] Information {{get}}")
    def information(self) -> Any:
        return self.records["information"]

    @prop(f"{_SMA}PSDataCollection[{_SMA}ProgressRecord] Progress {{get}}")
    def progress(self) -> Any:
        return self.records["progress"]


@net_class(_SMA + "PSInvocationStateInfo")
class StateInfo:
    """How far an invocation is."""

    def __init__(self, state: str, reason: Any = None) -> None:
        self.word = state
        self.why = reason

    @prop("System.Management.Automation.PSInvocationState State {get}")
    def state(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_SMA + "PSInvocationState", self.word)

    @prop("System.Exception Reason {get}")
    def reason(self) -> Any:
        return self.why


@net_class("System.IAsyncResult")
class AsyncResult:
    """What BeginInvoke gives: ask it whether the work is done, wait for it."""

    def __init__(self, worker: Worker, output: Any) -> None:
        self.worker = worker
        self.output = output

    @prop("bool IsCompleted {get}")
    def is_completed(self) -> bool:
        return self.worker.done.is_set()

    @prop("bool CompletedSynchronously {get}")
    def synchronously(self) -> bool:
        return False

    @prop("System.Object AsyncWaitHandle {get}")
    def wait_handle(self) -> WaitHandle:
        return WaitHandle(self.worker)


@net_class("System.Threading.WaitHandle")
class WaitHandle:
    """WaitOne of an asynchronous result."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker

    @method("bool WaitOne()", "bool WaitOne(int millisecondsTimeout)", "bool WaitOne(timespan timeout)")
    def wait_one(self, limit: Any = -1) -> bool:
        """Whether the work ended within the time; milliseconds, -1 for ever."""
        milliseconds = limit if isinstance(limit, int) else limit.ticks / 10_000
        return self.worker.wait(None if milliseconds < 0 else milliseconds / 1000)

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """Nothing to free."""


@net_class(_SELF)
class PowerShell:
    """Commands, streams and the session they run in."""

    def __init__(self, session: Session | None = None) -> None:
        running = RUNNING.get()
        assert running is not None  # a script makes these
        self.nested = session is not None
        self.own = Runspace(running) if session is None else runspace_of(session)
        self.place: Runspace | RunspacePool = self.own
        self.statements = Statements()
        self.collected = DataStreams()
        self.state = StateInfo("NotStarted")
        self.failed = False
        self.worker: Worker | None = None

    @method(f"static {_SELF} Create()", f"static {_SELF} Create({_SMA}RunspaceMode runspace)")
    @staticmethod
    def create(mode: Any = None) -> PowerShell:
        """With CurrentRunspace, code runs in the session of the caller."""
        return PowerShell(RUNNING.get() if mode is not None and mode.name == "CurrentRunspace" else None)

    @method(f"static {_SELF} Create({_SMA}Runspaces.Runspace runspace)")
    @staticmethod
    def create_in(runspace: Runspace | None) -> PowerShell:
        if runspace is None:
            raise fault(
                _SMA + "PSArgumentNullException",
                "A PowerShell object for a runspace needs one: the value given is $null.",
                "ArgumentNull",
                "InvalidArgument",
            )
        made = PowerShell()
        made.place = runspace
        return made

    @method(f"static {_SELF} Create({_SMA}Runspaces.InitialSessionState initialSessionState)")
    @staticmethod
    def create_from(initial: InitialSessionState) -> PowerShell:
        made = PowerShell()
        made.own.initial = initial
        return made

    @method(f"{_SELF} AddScript(string script)", f"{_SELF} AddScript(string script, bool useLocalScope)")
    def add_script(self, script: str, local: bool = False) -> PowerShell:
        self.statements.add(script, is_script=True, local=local)
        return self

    @method(f"{_SELF} AddCommand(string cmdlet)", f"{_SELF} AddCommand(string cmdlet, bool useLocalScope)")
    def add_command(self, name: str, local: bool = False) -> PowerShell:
        self.statements.add(name, is_script=False, local=local)
        return self

    @method(f"{_SELF} AddCommand({_SMA}Runspaces.Command command)")
    def add_made_command(self, command: MadeCommand) -> PowerShell:
        self.statements.take(command.command)
        return self

    @method(f"{_SELF} AddStatement()")
    def add_statement(self) -> PowerShell:
        self.statements.new_statement()
        return self

    @method(f"{_SELF} AddArgument(System.Object value)")
    def add_argument(self, value: Any) -> PowerShell:
        self.statements.last().positional.append(value)
        return self

    @method(f"{_SELF} AddParameter(string parameterName)",
            f"{_SELF} AddParameter(string parameterName, System.Object value)")  # fmt: skip
    def add_parameter(self, name: str, *value: Any) -> PowerShell:
        self.statements.last().named[name.removeprefix("-")] = value[0] if value else True
        return self

    @method(f"{_SELF} AddParameters(System.Collections.IDictionary parameters)",
            f"{_SELF} AddParameters(System.Collections.IList parameters)")  # fmt: skip
    def add_parameters(self, parameters: Any) -> PowerShell:
        self.statements.last().add(parameters)
        return self

    @prop(f"{_SMA}PSDataStreams Streams {{get}}")
    def streams(self) -> DataStreams:
        return self.collected

    @prop("bool HadErrors {get}")
    def had_errors(self) -> bool:
        return self.failed

    @prop("bool IsNested {get}")
    def is_nested(self) -> bool:
        return self.nested

    @prop(f"{_SMA}PSInvocationStateInfo InvocationStateInfo {{get}}")
    def state_info(self) -> StateInfo:
        return self.state

    @prop(f"{_SMA}PSCommand Commands {{get;set}}")
    def commands(self) -> PSCommand:
        return PSCommand(self.statements)

    @commands.setter
    def set_commands(self, given: PSCommand) -> None:
        self.statements = given.statements.copy()

    @prop(f"{_SMA}Runspaces.Runspace Runspace {{get;set}}")
    def runspace(self) -> Any:
        return self.place if isinstance(self.place, Runspace) else None

    @runspace.setter
    def set_runspace(self, value: Runspace | None) -> None:
        self.place = value if value is not None else self.own

    @prop(f"{_SMA}Runspaces.RunspacePool RunspacePool {{get;set}}")
    def runspace_pool(self) -> Any:
        return self.place if isinstance(self.place, RunspacePool) else None

    @runspace_pool.setter
    def set_runspace_pool(self, value: RunspacePool | None) -> None:
        self.place = value if value is not None else self.own

    @method(
        "System.Collections.ObjectModel.Collection[psobject] Invoke()",
        "System.Collections.ObjectModel.Collection[psobject] Invoke(System.Collections.IEnumerable input)",
    )
    def invoke(self, given: Any = None) -> Any:
        """Run and wait. Raises what ended the script."""
        from spshell.dotnet.collections.collections import generic_list

        output: list[Any] = []
        self._may_run()
        self._run(output.append, given)
        return generic_list(_SMA + "PSObject", output, "System.Collections.ObjectModel.Collection`1")

    @method("System.IAsyncResult BeginInvoke()",
            "System.IAsyncResult BeginInvoke(System.Object input)",
            "System.IAsyncResult BeginInvoke(System.Object input, System.Object output)")  # fmt: skip
    def begin_invoke(self, given: Any = None, output: Any = None) -> AsyncResult:
        """Run on a thread of its own."""
        self._may_run(apart=True)
        collected = data_collection(_SMA + "PSObject") if output is None else output
        piped = list(given) if given is not None else None
        self.state = StateInfo("Running")
        self.worker = Worker(lambda: self._run(collected.append, piped or None))
        return AsyncResult(self.worker, collected)

    @method(f"{_SMA}PSDataCollection[psobject] EndInvoke(System.IAsyncResult asyncResult)")
    def end_invoke(self, result: AsyncResult) -> Any:
        """Wait for the end and give the output. Raises what ended the script."""
        result.worker.wait()
        failure = result.worker.failure()
        if failure is not None:
            raise failure
        return result.output

    @method(f"{_TASK}`1[{_SMA}PSDataCollection[psobject]] InvokeAsync()",
            f"{_TASK}`1[{_SMA}PSDataCollection[psobject]] InvokeAsync(System.Object input)",
            f"{_TASK}`1[{_SMA}PSDataCollection[psobject]] InvokeAsync(System.Object input, System.Object output)")  # fmt: skip
    def invoke_async(self, given: Any = None, output: Any = None) -> Task:
        """Run on a thread of its own; the task ends with it and has the output."""
        started = self.begin_invoke(given, output)
        return task_of(started.output, started.worker)

    @method(f"{_TASK} StopAsync(System.AsyncCallback callback, System.Object state)")
    def stop_async(self, _callback: Any, _state: Any) -> Task:
        self.stop()
        return task_of(None, None)

    @method("System.IAsyncResult BeginStop(System.AsyncCallback callback, System.Object state)")
    def begin_stop(self, _callback: Any, _state: Any) -> AsyncResult:
        return AsyncResult(Worker(self.stop), None)

    @method("void EndStop(System.IAsyncResult asyncResult)")
    def end_stop(self, result: AsyncResult) -> None:
        result.worker.wait()

    def _may_run(self, *, apart: bool = False) -> None:
        """Raises when the place is not open; a nested pipeline runs with what is around it, never apart."""
        if apart and self.nested:
            raise fault(
                _SMA + "PSInvalidOperationException",
                "A pipeline of the current runspace cannot run beside it: use Invoke, or a runspace of its own.",
                "InvalidOperation",
                "InvalidOperation",
            )
        if self.place is self.own and self.own.state == "BeforeOpen":
            self.own.open()
        if isinstance(self.place, Runspace):
            self.place.require_open()

    @method("void Stop()")
    def stop(self) -> None:
        if self.worker is not None:
            self.worker.stop()
        self.state = StateInfo("Stopped", stopped())

    @method("void Dispose()")
    def dispose(self) -> None:
        self.statements.clear()

    def _run(self, out: Any, given: Any) -> None:
        session = self.own.session if self.nested else self.place.borrow()
        streams = session.streams
        before = streams.snapshot()
        records = self.collected.records
        streams.restore(tuple(records[name].append for name in _RECORDS))  # ORDER Streams.snapshot
        apart_errors, session.apart_errors = session.apart_errors, streams.error
        self.failed = False
        self.state = StateInfo("Running")
        try:
            with running_in(session):
                self.statements.run(session, out, given)
            self.state = StateInfo("Completed")
        except NetException as error:
            self.failed = True
            shown = _as_callers_see_it(error)
            self.state = StateInfo("Failed", shown)
            if shown is error:
                raise
            raise shown from error
        finally:
            streams.restore(before)
            session.apart_errors = apart_errors
            self.failed = self.failed or len(records["error"]) > 0
            if not self.nested:
                self.place.give_back(session)


def task_of(result: Any, worker: Worker | None) -> Task:
    """The task that ends with a worker; without one it has ended."""
    from spshell.dotnet.system.tasks import Task, plain_task
    from spshell.values.nettype import BY_NAME
    from spshell.values.typenames import make_generic

    if result is None:
        return Task(None, plain_task(), work=worker)
    return Task(result, make_generic(BY_NAME[f"{_TASK}`1".lower()], [type_of(result)]), work=worker)


def _as_callers_see_it(error: NetException) -> NetException:
    """What leaves the pipeline: an error that a preference made final is told apart, and a text that only began.

    An exception of another kind than PowerShell's own stands inside a CmdletInvocationException.
    """
    name = ""
    if getattr(error, "stopped", False):
        name = "ActionPreferenceStopException"
    elif getattr(error, "incomplete", False):
        name = "IncompleteParseException"
    elif not has_base(type_of(error), _SMA + "RuntimeException"):
        made = fault(_SMA + "CmdletInvocationException", error.message, "CmdletInvocationException")
        made.inner = error
        made.record = error.record
        return made
    if not name:
        return error
    made = fault(_SMA + name, error.message, name, "OperationStopped")
    made.inner = error
    if name == "ActionPreferenceStopException":
        made.record = error.record
    return made
