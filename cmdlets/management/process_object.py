"""System.Diagnostics.Process: a running program, or one that was started here and has ended."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

_PROC = "/proc"
_POLL = 0.02


@net_class("System.Diagnostics.Process", interfaces=("System.IDisposable",))
class Process:
    """A process by its identifier; `child` is the handle of one that this shell started."""

    ps_view = (
        "table",
        (
            ("NPM(K)", 7, "right", lambda _process: "0.00"),
            ("PM(M)", 8, "right", lambda _process: "0.00"),
            ("WS(M)", 10, "right", lambda process: f"{process.working_set / 1048576:.2f}"),
            ("CPU(s)", 10, "right", lambda process: f"{process.cpu:.2f}"),
            ("Id", 7, "right", "Id"),
            ("SI", 3, "right", "SI"),
            ("ProcessName", 0, "", "ProcessName"),
        ),
    )

    def __init__(self, number: int, name: str = "", child: subprocess.Popen[bytes] | None = None) -> None:
        self.number = number
        self.title = name or _name_of(number)
        self.child = child

    def ps_text(self) -> str:
        return f"System.Diagnostics.Process ({self.title})" if self.title else "System.Diagnostics.Process"

    to_string = ps_text

    @property
    def running(self) -> bool:
        """Whether the program still runs."""
        if self.child is not None:
            return self.child.poll() is None
        try:
            os.kill(self.number, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return _stat(self.number)[:1] != ["Z"]

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
        os.kill(self.number, signal.SIGKILL)
        if self.child is not None:
            self.child.wait()

    @prop("int Id {get}")
    def id(self) -> int:
        return self.number

    @prop("string ProcessName {get}")
    def process_name(self) -> str:
        return self.title

    @prop("string Name {get}")
    def name(self) -> str:
        return self.title

    @prop("bool HasExited {get}")
    def has_exited(self) -> bool:
        return not self.running

    @prop("int ExitCode {get}")
    def exit_code(self) -> int | None:
        code = None if self.child is None else self.child.poll()
        return 128 - code if code is not None and code < 0 else code

    @prop("string Path {get}")
    def path(self) -> str | None:
        if self.number == os.getpid():
            own = _own_program()
            if own is not None:
                return own
        try:
            return os.readlink(f"{_PROC}/{self.number}/exe")
        except OSError:
            return None

    @prop("string CommandLine {get}")
    def command_line(self) -> str | None:
        try:
            with open(f"{_PROC}/{self.number}/cmdline", "rb") as file:
                return file.read().replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:
            return None

    @prop("long WorkingSet64 {get}")
    def working_set(self) -> Any:
        fields = _stat(self.number)
        return Int64(int(fields[21]) * os.sysconf("SC_PAGE_SIZE") if len(fields) > 21 else 0)

    @prop("long WorkingSet {get}")
    def working_set_alias(self) -> Any:
        return self.working_set

    @prop("double CPU {get}")
    def cpu(self) -> float:
        fields = _stat(self.number)
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if len(fields) > 12 else 0.0

    @prop("datetime StartTime {get}")
    def start_time(self) -> Any:
        fields = _stat(self.number)
        if len(fields) <= 19:
            return None
        from spshell.dotnet.datetimes import LOCAL, DateTime
        from spshell.dotnet.local_time import TICKS_PER_SECOND, UNIX_EPOCH, to_local

        seconds = _boot_time() + int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return DateTime(to_local(UNIX_EPOCH + int(seconds * TICKS_PER_SECOND)), LOCAL)

    @prop("int SessionId {get}")
    def session_id(self) -> int:
        fields = _stat(self.number)
        return int(fields[3]) if len(fields) > 3 else 0

    @prop("int SI {get}")
    def session_alias(self) -> int:
        return int(self.session_id)

    @prop("bool Responding {get}")
    def responding(self) -> bool:
        return True

    @prop("System.Object Parent {get}")
    def parent(self) -> Process | None:
        fields = _stat(self.number)
        return Process(int(fields[1])) if len(fields) > 1 and int(fields[1]) > 0 else None

    @prop("string MachineName {get}")
    def machine_name(self) -> str:
        return "."

    @method("void WaitForExit()")
    def wait_for_exit(self) -> None:
        self.wait()

    @method("bool WaitForExit(int milliseconds)")
    def wait_for_exit_within(self, milliseconds: int) -> bool:
        return self.wait(None if milliseconds < 0 else milliseconds / 1000)

    @method("void Kill()", "void Kill(bool entireProcessTree)")
    def kill(self, _tree: bool = False) -> None:
        if self.running:
            self.stop()

    @method("void Refresh()", "void Close()", "void Dispose()")
    def refresh(self) -> None:
        """Everything is read when it is asked for."""


def _own_program() -> str | None:
    """The command that this shell was started as: scripts call it again. The interpreter is not it."""
    import shutil
    import sys

    started = os.path.abspath(sys.argv[0])
    beside = os.path.join(os.path.dirname(sys.executable), "spshell")
    for path in (started, beside, shutil.which("spshell")):
        if path and os.path.basename(path) == "spshell" and os.access(path, os.X_OK) and os.path.isfile(path):
            return path
    return None


def _stat(number: int) -> list[str]:
    """The fields of /proc/<id>/stat behind the name: state, parent, group, session, ..."""
    try:
        with open(f"{_PROC}/{number}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []


def _name_of(number: int) -> str:
    try:
        with open(f"{_PROC}/{number}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().partition("(")[2].rpartition(")")[0]
    except OSError:
        return ""


def _boot_time() -> float:
    with open(f"{_PROC}/stat", encoding="utf-8") as file:
        return next(float(line.split()[1]) for line in file if line.startswith("btime"))


def every_process() -> Iterator[Process]:
    """The processes of this machine, sorted by name."""
    if os.path.isdir(_PROC) and os.path.exists(f"{_PROC}/self"):
        found = [Process(int(entry)) for entry in os.listdir(_PROC) if entry.isdigit()]
    else:
        found = list(_listed())
    yield from sorted(found, key=lambda process: (process.title.lower(), process.number))


def _listed() -> Iterator[Process]:
    """What ``ps`` says, where there is no /proc."""
    import subprocess

    done = subprocess.run(["ps", "-A", "-o", "pid=,comm="], capture_output=True, text=True, check=False)  # noqa: S607
    for line in done.stdout.splitlines():
        number, _, name = line.strip().partition(" ")
        yield Process(int(number), os.path.basename(name.strip()))


def find_process(number: int) -> Process | None:
    """A running process by its identifier."""
    process = Process(number)
    return process if process.running else None
