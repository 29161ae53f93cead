"""Runspaces, pools of them, and what a new one begins with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import argument_null
from spshell.engine.running import RUNNING
from spshell.engine.runspaces.sessions import running_in, sibling
from spshell.engine.runspaces.table import runspace_of, table_of
from spshell.values.declare import constructor, field, method, net_class, prop
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from spshell.engine.session import Session

_R = "System.Management.Automation.Runspaces."


@net_class(_R + "SessionStateVariableEntry")
class VariableEntry:
    """A variable that new sessions have."""

    def __init__(self, name: str, value: Any) -> None:
        self.variable = name
        self.content = value

    @constructor("(string name, System.Object value, string description)",
                 "(string name, System.Object value, string description, System.Object options)")  # fmt: skip
    @staticmethod
    def make(name: str, value: Any, _description: str, *_options: Any) -> VariableEntry:
        return VariableEntry(name, value)

    @prop("string Name {get}")
    def name(self) -> str:
        return self.variable

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return self.content

    def enter(self, session: Session) -> None:
        """Put it into a session."""
        session.global_scope.vars[self.variable.lower()] = self.content


@net_class(_R + "SessionStateFunctionEntry")
class FunctionEntry:
    """A function that new sessions have."""

    def __init__(self, name: str, definition: str) -> None:
        self.function = name
        self.text = definition

    @constructor("(string name, string definition)")
    @staticmethod
    def make(name: str, definition: str) -> FunctionEntry:
        return FunctionEntry(name, definition)

    @prop("string Name {get}")
    def name(self) -> str:
        return self.function

    @prop("string Definition {get}")
    def definition(self) -> str:
        return self.text

    def enter(self, session: Session) -> None:
        """Define it in a session."""
        session.evaluate(f"function global:{self.function} {{{self.text}}}")


@net_class(_R + "InitialSessionState")
class InitialSessionState:
    """What a new session begins with."""

    def __init__(self) -> None:
        self.variable_entries: list[Any] = []
        self.command_entries: list[Any] = []
        self.module_names: list[str] = []

    language_mode = field("System.Management.Automation.PSLanguageMode LanguageMode {get;set}")

    @method(f"static {_R}InitialSessionState CreateDefault()", f"static {_R}InitialSessionState CreateDefault2()",
            f"static {_R}InitialSessionState Create()")  # fmt: skip
    @staticmethod
    def create() -> InitialSessionState:
        return InitialSessionState()

    @prop("System.Object Variables {get}")
    def variables(self) -> Any:
        return _Entries(self.variable_entries)

    @prop("System.Object Commands {get}")
    def commands(self) -> Any:
        return _Entries(self.command_entries)

    @method("void ImportPSModule(string[] name)")
    def import_module(self, names: Any) -> None:
        if names is None:
            raise argument_null("name")
        self.module_names.extend(names if isinstance(names, list) else [names])

    def enter(self, session: Session) -> None:
        """Put everything into a session."""
        with running_in(session):
            for name in self.module_names:
                session.evaluate(f"Import-Module -Name '{name.replace(chr(39), chr(39) * 2)}'")
            for entry in [*self.variable_entries, *self.command_entries]:
                entry.enter(session)


@net_class(_R + "InitialSessionStateEntryCollection")
class _Entries:
    def __init__(self, items: list[Any]) -> None:
        self.items = items

    @method("void Add(System.Object item)")
    def add(self, item: Any) -> None:
        self.items.append(item)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.items)


@net_class(_R + "RunspaceStateInfo")
class RunspaceStateInfo:
    """Whether a runspace is open."""

    def __init__(self, word: str, kind: str = "RunspaceState") -> None:
        self.word = word
        self.kind = kind

    @prop(f"{_R}RunspaceState State {{get}}")
    def state(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_R + self.kind, self.word)

    @prop("System.Exception Reason {get}")
    def reason(self) -> None:
        """Nothing breaks a runspace of this process."""

    @method("string ToString()")
    def ps_text(self) -> str:
        return self.word


@net_class(_R + "SessionStateProxy")
class SessionStateProxy:
    """The variables of another session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @method("void SetVariable(string name, System.Object value)")
    def set_variable(self, name: str, value: Any) -> None:
        self.session.global_scope.vars[name.lower()] = value

    @method("System.Object GetVariable(string name)")
    def get_variable(self, name: str) -> Any:
        return self.session.global_scope.vars.get(name.lower())


@net_class(_R + "Runspace")
class Runspace:
    """A session that pipelines may run in, one at a time."""

    def __init__(
        self, parent: Session, session: Session | None = None, initial: InitialSessionState | None = None
    ) -> None:
        self.parent = parent
        self._session = session
        self.initial = initial
        self.state = "BeforeOpen" if session is None else "Opened"
        self.running = 0
        self.identity: Any = None
        if session is not None:
            session.runspace = session.runspace or self
        self.table = table_of(parent)
        self.number = self.table.add(self)
        self.title = f"Runspace{self.number}"

    @property
    def session(self) -> Session:
        """The session, made at first use."""
        if self._session is None:
            self._session = sibling(self.parent)
            self._session.runspace = self
            if self.initial is not None:
                self.initial.enter(self._session)
        return self._session

    def require_open(self) -> None:
        """Raises InvalidRunspaceStateException unless pipelines may run in it."""
        if self.state != "Opened":
            made = fault(
                _R + "InvalidRunspaceStateException",
                f"No pipeline runs in runspace '{self.title}': it is in state {self.state}; open it with Open().",
                "InvalidRunspaceStateException",
                "InvalidOperation",
            )
            made.properties = {"CurrentState": self.state_word(), "ExpectedState": self.state_word("Opened")}
            raise made

    def state_word(self, word: str | None = None) -> Any:
        """A state, that of the runspace unless told, as .NET has it."""
        return RunspaceStateInfo(word or self.state).state

    def borrow(self) -> Session:
        """The session for one pipeline. Raises PSInvalidOperationException while another one runs in it."""
        if self.running:
            raise fault(
                "System.Management.Automation.PSInvalidOperationException",
                f"A pipeline runs in runspace '{self.title}' already: wait for its end, or take a pool.",
                "InvalidOperation",
                "InvalidOperation",
            )
        self.running += 1
        return self.session

    def give_back(self, _session: Session) -> None:
        """The pipeline has ended; the session keeps what it did."""
        self.running -= 1

    @prop(f"static {_R}Runspace DefaultRunspace {{get}}")
    @staticmethod
    def default() -> Runspace:
        running = RUNNING.get()
        assert running is not None
        return runspace_of(running)

    @prop("int Id {get}")
    def id(self) -> int:
        return self.number

    @prop("string Name {get;set}")
    def name(self) -> str:
        return self.title

    @name.setter
    def set_name(self, value: str) -> None:
        self.title = value

    @prop(f"{_R}RunspaceStateInfo RunspaceStateInfo {{get}}")
    def state_info(self) -> RunspaceStateInfo:
        return RunspaceStateInfo(self.state)

    @prop(f"{_R}RunspaceAvailability RunspaceAvailability {{get}}")
    def availability(self) -> Any:
        """Busy while a pipeline runs in it; the running session is always."""
        from spshell.dotnet.system.enumerations import enum_value

        word = "None"
        if self.state == "Opened":
            word = "Busy" if self.running or self._session is RUNNING.get() else "Available"
        return enum_value(_R + "RunspaceAvailability", word)

    @prop("System.Management.Automation.ScriptDebugger Debugger {get}")
    def debugger(self) -> Any:
        from spshell.engine.debugging.handlers import ScriptDebugger

        return ScriptDebugger(self.session)

    @prop("guid InstanceId {get}")
    def instance_id(self) -> Any:
        from uuid import uuid4

        from spshell.dotnet.system.ids import Guid

        if self.identity is None:
            self.identity = Guid(uuid4().int)
        return self.identity

    @prop("System.Object ConnectionInfo {get}")
    def connection_info(self) -> None:
        """A runspace of this process has none."""

    @prop("version Version {get}")
    def version(self) -> Any:
        from spshell.dotnet.system.versions import Version

        return Version(7, 6, 0)

    @prop("bool RunspaceIsRemote {get}")
    def is_remote(self) -> bool:
        return False

    @prop(f"{_R}SessionStateProxy SessionStateProxy {{get}}")
    def proxy(self) -> SessionStateProxy:
        return SessionStateProxy(self.session)

    @prop(f"{_R}InitialSessionState InitialSessionState {{get}}")
    def initial_state(self) -> Any:
        return self.initial

    apartment_state = field("string ApartmentState {get;set}", default="Unknown")
    thread_options = field("string ThreadOptions {get;set}", default="Default")

    @method("void Open()", "void OpenAsync()")
    def open(self) -> None:
        """Pipelines may run in it from now on. Raises InvalidRunspaceStateException when it was opened before."""
        if self.state != "BeforeOpen":
            made = fault(
                _R + "InvalidRunspaceStateException",
                f"Runspace '{self.title}' cannot be opened: it is in state {self.state}; make another one.",
                "InvalidRunspaceStateException",
                "InvalidOperation",
            )
            made.properties = {
                "CurrentState": self.state_word(),
                "ExpectedState": self.state_word("BeforeOpen"),
            }
            raise made
        self.state = "Opened"

    @method("void Close()", "void CloseAsync()")
    def close(self) -> None:
        self.state = "Closed"

    @method("void Dispose()")
    def dispose(self) -> None:
        self.state = "Closed"
        self.table.remove(self)

    @method("void ResetRunspaceState()")
    def reset(self) -> None:
        """Forget what pipelines left in it: its variables are those of a new session."""
        self.require_open()
        self._session = None


@net_class(_R + "RunspacePool")
class RunspacePool:
    """Sessions that pipelines take in turn, at most `maximum` at once; the rest wait."""

    def __init__(self, parent: Session, maximum: int, initial: InitialSessionState | None) -> None:
        self.parent = parent
        self.maximum = maximum
        self.initial = initial
        self.word = "BeforeOpen"
        self._free: list[Session] = []
        self._lock = threading.Lock()
        self._places = threading.Semaphore(maximum)

    def borrow(self) -> Session:
        """A free session; waits for one when all are in use."""
        self._places.acquire()
        with self._lock:
            if self._free:
                return self._free.pop()
        made = sibling(self.parent)
        if self.initial is not None:
            self.initial.enter(made)
        return made

    def give_back(self, session: Session) -> None:
        """The session is free for the next pipeline."""
        with self._lock:
            self._free.append(session)
        self._places.release()

    apartment_state = field("string ApartmentState {get;set}", default="Unknown")
    thread_options = field("string ThreadOptions {get;set}", default="Default")
    cleanup_interval = field("timespan CleanupInterval {get;set}")

    @prop("System.Object RunspacePoolStateInfo {get}")
    def state_info(self) -> RunspaceStateInfo:
        return RunspaceStateInfo(self.word, "RunspacePoolState")

    @method("int GetMaxRunspaces()")
    def get_maximum(self) -> int:
        return self.maximum

    @method("int GetAvailableRunspaces()")
    def get_available(self) -> int:
        return self._places._value

    @method("bool SetMaxRunspaces(int maxRunspaces)")
    def set_maximum(self, maximum: int) -> bool:
        """More places at once; fewer are not taken away from pipelines that run."""
        for _ in range(maximum - self.maximum):
            self._places.release()
        self.maximum = max(maximum, self.maximum)
        return True

    @method("bool SetMinRunspaces(int minRunspaces)")
    def set_minimum(self, _minimum: int) -> bool:
        return True

    @method("void Open()")
    def open(self) -> None:
        self.word = "Opened"

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        self.word = "Closed"
        with self._lock:
            self._free.clear()


@net_class(_R + "RunspaceFactory", kind="static")
class RunspaceFactory:
    """Makes runspaces and pools."""

    @method(f"static {_R}Runspace CreateRunspace()",
            f"static {_R}Runspace CreateRunspace({_R}InitialSessionState initialSessionState)",
            f"static {_R}Runspace CreateRunspace(System.Object host)",
            f"static {_R}Runspace CreateRunspace(System.Object host, "
            f"{_R}InitialSessionState initialSessionState)")  # fmt: skip
    @staticmethod
    def create(*arguments: Any) -> Runspace:
        running = RUNNING.get()
        assert running is not None  # a script asks
        initial = next((item for item in arguments if isinstance(item, InitialSessionState)), None)
        return Runspace(running, None, initial)

    @method(f"static {_R}RunspacePool CreateRunspacePool()",
            f"static {_R}RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces)",
            f"static {_R}RunspacePool CreateRunspacePool({_R}InitialSessionState initialSessionState)",
            f"static {_R}RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces, System.Object host)",
            f"static {_R}RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces, "
            f"{_R}InitialSessionState initialSessionState, System.Object host)")  # fmt: skip
    @staticmethod
    def create_pool(*arguments: Any) -> RunspacePool:
        running = RUNNING.get()
        assert running is not None  # a script asks
        numbers = [item for item in arguments if type(item) is int]
        initial = next((item for item in arguments if isinstance(item, InitialSessionState)), None)
        return RunspacePool(running, max(numbers[-1], 1) if numbers else 1, initial)
