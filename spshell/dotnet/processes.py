"""System.Diagnostics.Process: programs started from scripts, and this one."""

from __future__ import annotations

import os
from typing import Any

from spshell.dotnet.datetimes import UTC, DateTime
from spshell.dotnet.errors import argument_null, bad_argument, invalid_operation, thrown
from spshell.dotnet.timespans import TimeSpan
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64

_D = "System.Diagnostics."
_EPOCH = 621_355_968_000_000_000


@net_class(_D + "ProcessStartInfo")
class ProcessStartInfo:
    """What a program is started with."""

    def __init__(self, name: str = "", arguments: str = "") -> None:
        self.values: dict[str, Any] = {"FileName": name, "Arguments": arguments}
        self.items: list[str] = []
        self.variables = dict(os.environ)
        self.ps_members: Any = None

    @constructor("()", "(string fileName)", "(string fileName, string arguments)")
    @staticmethod
    def create(name: str = "", arguments: str = "") -> ProcessStartInfo:
        return ProcessStartInfo(name, arguments)

    @prop("System.Collections.ObjectModel.Collection[string] ArgumentList {get}")
    def argument_list(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        if not self.values.get("ArgumentList"):
            self.values["ArgumentList"] = convert([], resolve_type_name("System.Collections.ArrayList"))
        return self.values["ArgumentList"]

    @prop("System.Collections.Generic.IDictionary[string,string] Environment {get}")
    def environment(self) -> Any:
        from spshell.values.hashtable import Hashtable

        if "Environment" not in self.values:
            self.values["Environment"] = Hashtable(self.variables.items(), case_sensitive=True)
        return self.values["Environment"]

    def command(self) -> list[str]:
        """The program and its arguments."""
        import shlex

        listed = [str(item) for item in self.values.get("ArgumentList") or ()]
        return [self.values["FileName"], *(listed or shlex.split(self.values["Arguments"] or ""))]


def _stored(name: str, kind: str, default: Any) -> None:
    made = prop(f"{kind} {name} {{get;set}}")(lambda info: info.values.get(name, default))
    setattr(
        ProcessStartInfo,
        "part_" + name.lower(),
        made.setter(lambda info, value: info.values.__setitem__(name, value)),
    )


for _name, _kind, _default in (
    ("FileName", "string", ""),
    ("Arguments", "string", ""),
    ("WorkingDirectory", "string", ""),
    ("UseShellExecute", "bool", False),
    ("CreateNoWindow", "bool", False),
    ("RedirectStandardInput", "bool", False),
    ("RedirectStandardOutput", "bool", False),
    ("RedirectStandardError", "bool", False),
    ("UserName", "string", ""),
    ("Verb", "string", ""),
    ("StandardOutputEncoding", "System.Text.Encoding", None),
    ("StandardErrorEncoding", "System.Text.Encoding", None),
):
    _stored(_name, _kind, _default)


@net_class(_D + "Process", interfaces=("System.ComponentModel.IComponent", "System.IDisposable"))
class Process:
    """A running program, or one that has ended."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number
        self.info = ProcessStartInfo()
        self.child: Any = None
        self.ps_members: Any = None

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
        if not os.path.isdir(f"/proc/{number}"):
            raise bad_argument(f"No process with the id {number} is running.")
        return Process(number)

    @method(f"static {_D}Process[] GetProcesses()")
    @staticmethod
    def all_processes() -> list[Any]:
        return [Process(int(name)) for name in sorted(os.listdir("/proc")) if name.isdigit()]

    @method(f"static {_D}Process[] GetProcessesByName(string processName)")
    @staticmethod
    def by_name(name: str) -> list[Any]:
        return [found for found in Process.all_processes() if found.name == name]

    @method(
        f"static {_D}Process Start(string fileName)",
        f"static {_D}Process Start(string fileName, string arguments)",
    )
    @staticmethod
    def start_program(name: str, arguments: str = "") -> Process:
        made = Process()
        made.info = ProcessStartInfo(name, arguments)
        made.start()
        return made

    @method(f"static {_D}Process Start({_D}ProcessStartInfo startInfo)")
    @staticmethod
    def start_info_program(info: Any) -> Process:
        if info is None:
            raise argument_null("startInfo")
        made = Process()
        made.info = info
        made.start()
        return made

    @method("bool Start()")
    def start(self) -> bool:
        import subprocess

        values = self.info.values
        if not values["FileName"]:
            raise invalid_operation("The program to start is not given: set StartInfo.FileName.")
        pipe = subprocess.PIPE
        table = values.get("Environment")
        try:
            self.child = subprocess.Popen(  # noqa: S603 - starting what the script says is its job
                self.info.command(),
                cwd=values.get("WorkingDirectory") or None,
                env=None if table is None else {str(key): str(value) for key, value in table.items()},
                stdin=pipe if values.get("RedirectStandardInput") else None,
                stdout=pipe if values.get("RedirectStandardOutput") else None,
                stderr=pipe if values.get("RedirectStandardError") else None,
            )
        except OSError as error:
            raise thrown(
                "System.ComponentModel.Win32Exception",
                "Invalid",
                f"'{values['FileName']}' could not be started: {error.strerror}",
            ) from None
        self.number = self.child.pid
        return True

    @prop(f"{_D}ProcessStartInfo StartInfo {{get;set}}")
    def start_info(self) -> Any:
        return self.info

    @start_info.setter
    def set_start_info(self, value: Any) -> None:
        self.info = value

    @prop("int Id {get}")
    def id(self) -> int:
        if self.number is None:
            raise invalid_operation("No process belongs to this object.")
        return self.number

    @prop("string ProcessName {get}")
    def name(self) -> str:
        return _read(f"/proc/{self.id}/comm").strip()

    @prop("bool HasExited {get}")
    def has_exited(self) -> bool:
        if self.child is not None:
            return self.child.poll() is not None
        return not os.path.isdir(f"/proc/{self.id}")

    @prop("int ExitCode {get}")
    def exit_code(self) -> int:
        if self.child is None or self.child.poll() is None:
            raise invalid_operation("The process has not ended, or was not started by this object.")
        code = int(self.child.returncode)
        return code if code >= 0 else 128 - code

    @prop("datetime StartTime {get}")
    def start_time(self) -> Any:
        moment = os.stat(f"/proc/{self.id}").st_mtime
        return DateTime(int(moment * 10_000_000) + _EPOCH, UTC).local()

    @prop("long WorkingSet64 {get}")
    def working_set(self) -> Int64:
        return self._memory("VmRSS")

    @prop("long VirtualMemorySize64 {get}")
    def virtual_memory(self) -> Int64:
        return self._memory("VmSize")

    @prop("long PeakWorkingSet64 {get}")
    def peak_working_set(self) -> Int64:
        return self._memory("VmHWM")

    def _memory(self, key: str) -> Int64:
        for line in _read(f"/proc/{self.id}/status").splitlines():
            if line.startswith(key + ":"):
                return Int64(int(line.split()[1]) * 1024)
        return Int64(0)

    @prop("timespan TotalProcessorTime {get}")
    def total_processor_time(self) -> Any:
        fields = _read(f"/proc/{self.id}/stat").rpartition(")")[2].split()
        ticks = int(fields[11]) + int(fields[12]) if len(fields) > 12 else 0
        return TimeSpan(ticks * 10_000_000 // os.sysconf("SC_CLK_TCK"))

    @prop("string MachineName {get}")
    def machine_name(self) -> str:
        return "."

    @prop("System.IO.StreamReader StandardOutput {get}")
    def standard_output(self) -> Any:
        return self._reader("stdout", "StandardOut")

    @prop("System.IO.StreamReader StandardError {get}")
    def standard_error(self) -> Any:
        return self._reader("stderr", "StandardError")

    def _reader(self, stream: str, title: str) -> Any:
        from spshell.dotnet.streams import StringReader

        pipe = getattr(self.child, stream, None)
        if pipe is None:
            raise invalid_operation(f"{title} has not been redirected or the process has not started.")
        key = "reader " + stream
        if key not in self.info.values:
            self.info.values[key] = StringReader(pipe.read().decode("utf-8", "replace"))
        return self.info.values[key]

    @method("void WaitForExit()", "bool WaitForExit(int milliseconds)")
    def wait_for_exit(self, milliseconds: int = -1) -> bool:
        import subprocess

        if self.child is None:
            raise invalid_operation("No process belongs to this object.")
        try:
            self.child.wait(None if milliseconds < 0 else milliseconds / 1000)
        except subprocess.TimeoutExpired:
            return False
        return True

    @method("void Kill()", "void Kill(bool entireProcessTree)")
    def kill(self, _tree: bool = False) -> None:
        import signal

        try:
            os.kill(self.id, signal.SIGKILL)
        except OSError as error:
            raise thrown(
                "System.ComponentModel.Win32Exception", "Invalid", f"{self.id}: {error.strerror}"
            ) from None

    @method("void Refresh()", "void Close()", "void Dispose()")
    def refresh(self) -> None:
        """Values are read when asked for; nothing is held."""

    def ps_text(self) -> str:
        return f"{_D}Process ({self.name})" if self.number is not None else f"{_D}Process"

    to_string = ps_text


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
