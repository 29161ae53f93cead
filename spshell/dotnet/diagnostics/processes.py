"""System.Diagnostics.Process: a running program, or one that was started here and has ended."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from spshell.dotnet.diagnostics import process_facts as facts
from spshell.dotnet.diagnostics.process_start_info import ProcessStartInfo
from spshell.dotnet.system.errors import argument_null, bad_argument, invalid_operation, thrown
from spshell.dotnet.time.datetimes import LOCAL, DateTime
from spshell.dotnet.time.local_time import TICKS_PER_SECOND, UNIX_EPOCH, to_local
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    import subprocess

_D = "System.Diagnostics."
_POLL = 0.02


@net_class(_D + "Process", interfaces=("System.ComponentModel.IComponent", "System.IDisposable"))
class Process:
    """A process by its number; `child` is the handle of one that this shell started."""

    def __init__(
        self, number: int | None = None, name: str = "", child: subprocess.Popen[bytes] | None = None
    ) -> None:
        self.number = number
        self.title = name or (facts.name_of(number) if number is not None else "")
        self.child = child
        self.info = ProcessStartInfo()
        self.readers: dict[str, Any] = {}
        self.ended: DateTime | None = None
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return f"{_D}Process ({self.title})" if self.title else f"{_D}Process"

    to_string = ps_text

    @property
    def running(self) -> bool:
        """Whether the program still runs."""
        runs = self.child.poll() is None if self.child is not None else facts.runs(self._known())
        if not runs and self.ended is None:
            self.ended = DateTime(to_local(UNIX_EPOCH + int(time.time() * TICKS_PER_SECOND)), LOCAL)
        return runs

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the program ends; False when the time is over first."""
        end = None if seconds is None else time.monotonic() + seconds
        while self.running:
            if end is not None and time.monotonic() >= end:
                return False
            time.sleep(_POLL)
        return True

    def stop(self) -> None:
        """End the program at once. Raises OSError."""
        os.kill(self._known(), signal.SIGKILL)
        if self.child is not None:
            self.child.wait()

    def _known(self) -> int:
        if self.number is None:
            raise invalid_operation("No process belongs to this object.")
        return self.number

    @constructor("()")
    @staticmethod
    def create() -> Process:
        return Process()

    @method(f"static {_D}Process GetCurrentProcess()")
    @staticmethod
    def current() -> Process:
        return Process(os.getpid())

    @method(f"static {_D}Process GetProcessById(int processId)")
    @staticmethod
    def by_id(number: int) -> Process:
        if not facts.runs(number):
            raise bad_argument(f"No process with the id {number} is running.")
        return Process(number)

    @method(f"static {_D}Process[] GetProcesses()")
    @staticmethod
    def all_processes() -> list[Any]:
        return [Process(number, name) for number, name in sorted(facts.every())]

    @method(f"static {_D}Process[] GetProcessesByName(string processName)")
    @staticmethod
    def by_name(name: str) -> list[Any]:
        return [found for found in Process.all_processes() if found.title == name]

    @method(
        f"static {_D}Process Start(string fileName)",
        f"static {_D}Process Start(string fileName, string arguments)",
    )
    @staticmethod
    def start_program(name: str, arguments: str = "") -> Process:
        return _started(ProcessStartInfo(name, arguments))

    @method(f"static {_D}Process Start({_D}ProcessStartInfo startInfo)")
    @staticmethod
    def start_info_program(info: Any) -> Process:
        if info is None:
            raise argument_null("startInfo")
        return _started(info)

    @method("bool Start()")
    def start(self) -> bool:
        values = self.info.values
        if not values["FileName"]:
            raise invalid_operation("The program to start is not given: set StartInfo.FileName.")
        try:
            self.child = self.info.open()
        except OSError as error:
            text = f"'{values['FileName']}' could not be started: {error.strerror}"
            raise thrown("System.ComponentModel.Win32Exception", "Invalid", text) from None
        self.number = self.child.pid
        self.title = os.path.basename(values["FileName"])
        return True

    @prop(f"{_D}ProcessStartInfo StartInfo {{get;set}}")
    def start_info(self) -> Any:
        return self.info

    @start_info.setter
    def set_start_info(self, value: Any) -> None:
        self.info = value

    @prop("int Id {get}")
    def id(self) -> int:
        return self._known()

    @prop("string ProcessName {get}")
    def process_name(self) -> str:
        self._known()
        return self.title

    @prop("bool HasExited {get}")
    def has_exited(self) -> bool:
        return not self.running

    @prop("int ExitCode {get}")
    def exit_code(self) -> int:
        code = None if self.child is None else self.child.poll()
        if code is None:
            raise invalid_operation("The process has not ended, or was not started by this object.")
        return 128 - code if code < 0 else code

    @prop("datetime StartTime {get}")
    def start_time(self) -> Any:
        moment = facts.started(self._known())
        if moment is None:
            raise invalid_operation(
                f"Process {self.number} has ended: when it started is not known any more."
            )
        return DateTime(to_local(UNIX_EPOCH + int(moment * TICKS_PER_SECOND)), LOCAL)

    @prop("long WorkingSet64 {get}")
    def working_set(self) -> Int64:
        return Int64(facts.memory(self._known(), "VmRSS"))

    @prop("long PeakWorkingSet64 {get}")
    def peak_working_set(self) -> Int64:
        return Int64(facts.memory(self._known(), "VmHWM"))

    @prop("long VirtualMemorySize64 {get}")
    def virtual_memory(self) -> Int64:
        return Int64(facts.memory(self._known(), "VmSize"))

    @prop("long PrivateMemorySize64 {get}")
    def private_memory(self) -> Int64:
        return Int64(facts.memory(self._known(), "VmData"))

    @prop("long PagedMemorySize64 {get}")
    def paged_memory(self) -> Int64:
        return Int64(0)  # counted by Windows only, as the next one

    @prop("long NonpagedSystemMemorySize64 {get}")
    def nonpaged_memory(self) -> Int64:
        return Int64(0)

    @prop("timespan TotalProcessorTime {get}")
    def total_processor_time(self) -> Any:
        return _span(self.cpu)

    @prop("timespan UserProcessorTime {get}")
    def user_processor_time(self) -> Any:
        return _span(facts.seconds(self._known(), facts.USER_TIME))

    @prop("timespan PrivilegedProcessorTime {get}")
    def privileged_processor_time(self) -> Any:
        return _span(facts.seconds(self._known(), facts.SYSTEM_TIME))

    @property
    def cpu(self) -> float:
        """Seconds of processor time."""
        number = self._known()
        return facts.seconds(number, facts.USER_TIME) + facts.seconds(number, facts.SYSTEM_TIME)

    @prop("int SessionId {get}")
    def session_id(self) -> int:
        return facts.stat(self._known(), facts.SESSION)

    @prop("int BasePriority {get}")
    def base_priority(self) -> int:
        return facts.stat(self._known(), facts.PRIORITY)

    @prop("int HandleCount {get}")
    def handle_count(self) -> int:
        return facts.handles(self._known())

    @prop(f"{_D}ProcessModule MainModule {{get}}")
    def main_module(self) -> Any:
        from spshell.dotnet.diagnostics.process_modules import main_module_of

        return main_module_of(self._known())

    @prop(f"{_D}ProcessModuleCollection Modules {{get}}")
    def modules(self) -> Any:
        from spshell.dotnet.diagnostics.process_modules import modules_of

        return modules_of(self._known())

    @prop(f"{_D}ProcessPriorityClass PriorityClass {{get}}")
    def priority_class(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_D + "ProcessPriorityClass", facts.priority_class(self._known()))

    @prop("datetime ExitTime {get}")
    def exit_time(self) -> Any:
        if self.running or self.ended is None:
            raise invalid_operation("The process has not ended, or was not started by this object.")
        return self.ended

    @prop("int WorkingSet {get}")
    def working_set_of_old(self) -> int:
        return _as_int(facts.memory(self._known(), "VmRSS"))

    @prop("int VirtualMemorySize {get}")
    def virtual_memory_of_old(self) -> int:
        return _as_int(facts.memory(self._known(), "VmSize"))

    @prop("int PrivateMemorySize {get}")
    def private_memory_of_old(self) -> int:
        return _as_int(facts.memory(self._known(), "VmData"))

    @prop("bool Responding {get}")
    def responding(self) -> bool:
        return True

    @prop("string MachineName {get}")
    def machine_name(self) -> str:
        return "."

    @prop("string MainWindowTitle {get}")
    def main_window_title(self) -> str:
        return ""

    def extended(self, name: str) -> Any:
        """The properties that PowerShell adds to the type."""
        number = self._known()
        if name == "Parent":
            parent = facts.stat(number, facts.PARENT)
            return Process(parent) if parent > 0 else None
        if name == "Path":
            return facts.program(number)
        if name == "CommandLine":
            return facts.read(number, "cmdline").replace("\0", " ").strip() or None
        return self.cpu if name == "CPU" else None

    @prop("System.IO.StreamWriter StandardInput {get}")
    def standard_input(self) -> Any:
        from spshell.dotnet.diagnostics.process_streams import input_writer

        return self._redirected("stdin", "StandardIn", input_writer)

    @prop("System.IO.StreamReader StandardOutput {get}")
    def standard_output(self) -> Any:
        from spshell.dotnet.diagnostics.process_streams import output_reader

        return self._redirected("stdout", "StandardOut", output_reader)

    @prop("System.IO.StreamReader StandardError {get}")
    def standard_error(self) -> Any:
        from spshell.dotnet.diagnostics.process_streams import output_reader

        return self._redirected("stderr", "StandardError", output_reader)

    def _redirected(self, stream: str, title: str, make: Any) -> Any:
        pipe = getattr(self.child, stream, None)
        if pipe is None:
            raise invalid_operation(f"{title} has not been redirected or the process has not started.")
        if stream not in self.readers:
            self.readers[stream] = make(pipe)
        return self.readers[stream]

    @method("void WaitForExit()")
    def wait_for_exit(self) -> None:
        self.wait()

    @method("bool WaitForExit(int milliseconds)")
    def wait_for_exit_within(self, milliseconds: int) -> bool:
        return self.wait(None if milliseconds < 0 else milliseconds / 1000)

    @method("void Kill()", "void Kill(bool entireProcessTree)")
    def kill(self, tree: bool = False) -> None:
        if not self.running:
            return
        for number in facts.descendants(self._known()) if tree else ():
            with suppress(OSError):
                os.kill(number, signal.SIGKILL)
        try:
            self.stop()
        except OSError as error:
            text = f"{self.number}: {error.strerror}"
            raise thrown("System.ComponentModel.Win32Exception", "Invalid", text) from None

    @method("void Refresh()", "void Close()", "void Dispose()")
    def refresh(self) -> None:
        """Values are read when asked for; nothing is held."""


def _started(info: ProcessStartInfo) -> Process:
    made = Process()
    made.info = info
    made.start()
    return made


def _as_int(size: int) -> int:
    """A size as the properties of 32 bits give it, without the bits that have no room."""
    low = size & 0xFFFFFFFF
    return low - 0x100000000 if low > 0x7FFFFFFF else low


def _span(seconds: float) -> TimeSpan:
    return TimeSpan(int(seconds * TICKS_PER_SECOND))
