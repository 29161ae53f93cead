"""Tasks that are done when they are made, Lazy, and the locks that one thread never waits for."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, invalid_operation
from spshell.values.declare import Members, constructor, method, net_class, prop
from spshell.values.nettype import BY_NAME, NetType, type_of

_T = "System.Threading."


class Task:
    """A task with its result or its fault. Most have ended when a script gets them; `work` is what one still waits for."""

    __slots__ = ("fault", "net_type", "result", "work")

    def __init__(self, result: Any, net_type: NetType, fault: Any = None, work: Any = None) -> None:
        self.result = result
        self.net_type = net_type
        self.fault = fault
        self.work = work

    def is_done(self) -> bool:
        """Whether it has ended."""
        if self.work is not None and self.work.done.is_set():
            self.fault, self.work = self.work.failure(), None
        return self.work is None

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        return self.is_done() or (self.work.wait(seconds) and self.is_done())

    def failure(self) -> Any:
        """The AggregateException around what the task failed with, None when it did not."""
        from spshell.values.exceptions import exception_class

        if not self.is_done() or self.fault is None:
            return None
        text = f"One or more errors occurred. ({self.fault.message})"
        return exception_class("System.AggregateException")(text, inner=self.fault)

    def value(self) -> Any:
        """The result, waited for; raises what the task failed with."""
        self.wait()
        failure = self.failure()
        if failure is not None:
            raise failure
        return self.result

    def awaited(self) -> Any:
        """The result, waited for; raises the fault itself."""
        self.wait()
        if self.fault is not None:
            raise self.fault
        return self.result


def _of(result: Any) -> Task:
    """`[Task]::FromResult(x)`"""
    from spshell.values.core_types import OBJECT
    from spshell.values.typenames import make_generic

    inner = OBJECT if result is None else type_of(result)
    return Task(result, make_generic(BY_NAME[(_T + "Tasks.Task`1").lower()], [inner]))


def _status(task: Task) -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    done = "RanToCompletion" if task.fault is None else "Faulted"
    return enum_value(_T + "Tasks.TaskStatus", done if task.is_done() else "WaitingForActivation")


def _wait(task: Task, limit: Any = -1) -> bool:
    milliseconds = limit if isinstance(limit, int) else limit.span_ticks / 10_000
    ended = task.wait(None if milliseconds < 0 else milliseconds / 1000)
    failure = task.failure()
    if failure is not None:
        raise failure
    return ended


TASK = Members()
TASK.method(f"static {_T}Tasks.Task`1[TResult] FromResult(System.Object result)")(_of)
TASK.method(f"static void WaitAll(params {_T}Tasks.Task[] tasks)")(
    lambda *tasks: [task.value() for task in _tasks(tasks)] and None
)
TASK.method(f"static int WaitAny(params {_T}Tasks.Task[] tasks)")(lambda *tasks: _first_done(_tasks(tasks)))
TASK.prop(f"static {_T}Tasks.Task CompletedTask {{get}}")(lambda: Task(None, plain_task()))
TASK.prop("bool IsCompleted {get}")(lambda task: task.is_done())
TASK.prop("bool IsCompletedSuccessfully {get}")(lambda task: task.is_done() and task.fault is None)
TASK.prop("bool IsFaulted {get}")(lambda task: task.is_done() and task.fault is not None)
TASK.prop("bool IsCanceled {get}")(lambda _task: False)
TASK.prop("System.AggregateException Exception {get}")(lambda task: task.failure())
TASK.prop(f"{_T}Tasks.TaskStatus Status {{get}}")(_status)
TASK.prop("int Id {get}")(lambda task: id(task) % 100000)
TASK.method("void Wait()")(lambda task: task.value() and None)
TASK.method("bool Wait(int millisecondsTimeout)", "bool Wait(timespan timeout)")(_wait)
TASK.method("System.Runtime.CompilerServices.TaskAwaiter GetAwaiter()")(lambda task: task)
TASK.method("System.Object GetResult()")(lambda task: task.awaited())
TASK.method("void Dispose()")(lambda _task: None)


def _tasks(given: tuple[Any, ...]) -> list[Task]:
    """The tasks of a params method, which arrive as one array or one by one."""
    return list(given[0]) if len(given) == 1 and isinstance(given[0], list) else list(given)


def _first_done(tasks: list[Task]) -> int:
    """The place of a task that has ended, the first to end."""
    import time

    while True:
        for index, task in enumerate(tasks):
            if task.is_done():
                return index
        time.sleep(0.005)


RESULT = Members("TResult")
RESULT.prop("TResult Result {get}")(lambda task: task.value())


def plain_task() -> NetType:
    """The type of a task without a result."""
    return BY_NAME[(_T + "Tasks.Task").lower()]


@TASK.method(f"static {_T}Tasks.Task Delay(int millisecondsDelay)")
def delay(milliseconds: int) -> Task:
    """A task that is done after a while: the while passes here."""
    import time

    time.sleep(max(milliseconds, 0) / 1000)
    return Task(None, plain_task())


@TASK.method(f"static {_T}Tasks.Task Run(System.Action action)")
def run(block: Any) -> Task:
    """A task that runs a block, at once."""
    from spshell.values.exceptions import NetException

    if block is None:
        raise argument_null("action")
    try:
        return Task(block.invoke_value(()), plain_task())
    except NetException as error:
        return Task(None, plain_task(), error)


define(_T + "Tasks.Task", TASK, interfaces=("System.IDisposable", "System.IAsyncResult"))
define(_T + "Tasks.Task`1", RESULT, base=_T + "Tasks.Task")


class Lazy:
    """A value that is worked out when it is first asked for."""

    __slots__ = ("factory", "made", "net_type", "value")

    def __init__(self, net_type: NetType, factory: Any) -> None:
        self.net_type = net_type
        self.factory = factory
        self.made = False
        self.value: Any = None

    def get(self) -> Any:
        """The value; a factory that throws is asked again next time."""
        if not self.made:
            self.value = self.factory()
            self.made = True
        return self.value

    def ps_text(self) -> str:
        from spshell.values.text import to_string

        return to_string(self.value) if self.made else "Value is not created."

    to_string = ps_text


def _lazy(net_type: NetType, source: Any = None, *_mode: Any) -> Lazy:
    if hasattr(source, "invoke_value"):
        return Lazy(net_type, lambda: source.invoke_value(()))
    inner = net_type.generic_arguments[0]

    def construct() -> Any:
        from spshell.dotnet.reflection.members import construct as make

        return make(inner, [])

    return Lazy(net_type, construct)


LAZY = Members("T")
LAZY.constructor("()", "(System.Func[T] valueFactory)", "(System.Func[T] valueFactory, bool isThreadSafe)")(
    _lazy
)
LAZY.prop("T Value {get}")(lambda lazy: lazy.get())
LAZY.prop("bool IsValueCreated {get}")(lambda lazy: lazy.made)
define("System.Lazy`1", LAZY)


@net_class(_T + "Monitor", kind="static")
class Monitor:
    """One thread runs scripts: every lock is free."""

    @method("static void Enter(System.Object obj)", "static void Exit(System.Object obj)")
    @staticmethod
    def enter(value: Any) -> None:
        if value is None:
            raise argument_null("obj")

    @method(
        "static bool TryEnter(System.Object obj)",
        "static bool TryEnter(System.Object obj, int millisecondsTimeout)",
    )
    @staticmethod
    def try_enter(value: Any, _limit: int = 0) -> bool:
        if value is None:
            raise argument_null("obj")
        return True


@net_class(_T + "Mutex", interfaces=("System.IDisposable",))
class Mutex:
    """A lock by name, held between processes through a file of that name."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.handle: Any = None

    @constructor("()", "(bool initiallyOwned)", "(bool initiallyOwned, string name)")
    @staticmethod
    def create(owned: bool = False, name: str | None = None) -> Mutex:
        made = Mutex(name)
        if owned:
            made.wait_one()
        return made

    @method("bool WaitOne()", "bool WaitOne(int millisecondsTimeout)", "bool WaitOne(timespan timeout)")
    def wait_one(self, limit: Any = -1) -> bool:
        if not self.name or self.handle is not None:
            return True
        import fcntl
        import hashlib
        import os
        import tempfile
        import time

        digest = hashlib.sha256(self.name.encode()).hexdigest()[:24]
        handle = open(os.path.join(tempfile.gettempdir(), f"spshell-mutex-{digest}"), "a")  # noqa: SIM115 - held until released
        seconds = limit / 1000 if isinstance(limit, int) else limit.span_ticks / 10_000_000
        end = None if seconds < 0 else time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if end is not None and time.monotonic() >= end:
                    handle.close()
                    return False
                time.sleep(0.02)
            else:
                self.handle = handle
                return True

    @method("void ReleaseMutex()")
    def release_mutex(self) -> None:
        if self.name and self.handle is None:
            raise invalid_operation("The mutex is not held.")
        self.close()

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        if self.handle is not None:
            self.handle.close()
            self.handle = None


@net_class(_T + "CancellationToken", kind="struct", is_value_type=True)
class CancellationToken:
    """Says whether somebody asked to stop."""

    def __init__(self, source: CancellationTokenSource | None = None) -> None:
        self.source = source

    @prop("bool IsCancellationRequested {get}")
    def is_cancellation_requested(self) -> bool:
        return self.source is not None and self.source.cancelled

    @prop("bool CanBeCanceled {get}")
    def can_be_canceled(self) -> bool:
        return self.source is not None

    @prop(f"static {_T}CancellationToken None {{get}}")
    @staticmethod
    def none() -> CancellationToken:
        return CancellationToken()

    @method("void ThrowIfCancellationRequested()")
    def throw_if_cancellation_requested(self) -> None:
        if self.is_cancellation_requested:
            from spshell.dotnet.system.errors import thrown

            raise thrown("System.OperationCanceledException", "Invalid", "The operation was cancelled.")


@net_class(_T + "CancellationTokenSource", interfaces=("System.IDisposable",))
class CancellationTokenSource:
    """Where asking to stop begins."""

    def __init__(self) -> None:
        self.cancelled = False

    @constructor("()")
    @staticmethod
    def create() -> CancellationTokenSource:
        return CancellationTokenSource()

    @prop(f"{_T}CancellationToken Token {{get}}")
    def token(self) -> CancellationToken:
        return CancellationToken(self)

    @prop("bool IsCancellationRequested {get}")
    def is_cancellation_requested(self) -> bool:
        return self.cancelled

    @method("void Cancel()", "void Cancel(bool throwOnFirstException)")
    def cancel(self, _throw: bool = False) -> None:
        self.cancelled = True

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held."""
