"""What the operating system says about its processes: /proc where there is one, else ``ps``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROC = "/proc"

# Fields of /proc/<id>/stat behind the name, counted from the state (proc_pid_stat(5)).
STATE, PARENT, SESSION, USER_TIME, SYSTEM_TIME, PRIORITY, THREADS, STARTED = 0, 1, 3, 11, 12, 15, 17, 19


def read(number: int, file: str) -> str:
    """The text of one file about a process; empty when it is gone or not ours to read."""
    try:
        with open(f"{_PROC}/{number}/{file}", encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""


def name_of(number: int) -> str:
    """The program's name, cut to what the kernel keeps (15 characters)."""
    return read(number, "stat").partition("(")[2].rpartition(")")[0]


def stat(number: int, field: int) -> int:
    """One number of /proc/<id>/stat; 0 when the process is gone."""
    fields = read(number, "stat").rpartition(")")[2].split()
    return int(fields[field]) if len(fields) > field else 0


def is_zombie(number: int) -> bool:
    """Whether it has ended and only waits for its parent to ask."""
    return read(number, "stat").rpartition(")")[2].split()[:1] == ["Z"]


def runs(number: int) -> bool:
    """Whether such a process runs."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not is_zombie(number)


def memory(number: int, key: str) -> int:
    """Bytes, by a key of /proc/<id>/status such as ``VmRSS``."""
    for line in read(number, "status").splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) * 1024
    return 0


def seconds(number: int, field: int) -> float:
    """A time of /proc/<id>/stat, which counts in clock ticks."""
    return stat(number, field) / os.sysconf("SC_CLK_TCK")


def started(number: int) -> float | None:
    """When it was started, in seconds since 1970; None when it is gone."""
    since_boot = seconds(number, STARTED)
    if not since_boot:
        return None
    with open(f"{_PROC}/stat", encoding="utf-8") as file:
        boot = next(float(line.split()[1]) for line in file if line.startswith("btime"))
    return boot + since_boot


def priority_class(number: int) -> str:
    """The ProcessPriorityClass that fits the niceness of a process."""
    nice = stat(number, PRIORITY + 1)
    for limit, name in (
        (-15, "RealTime"),
        (-10, "High"),
        (-5, "AboveNormal"),
        (4, "Normal"),
        (9, "BelowNormal"),
    ):
        if nice <= limit:
            return name
    return "Idle"


def descendants(number: int) -> list[int]:
    """Every process below a process."""
    found = [child for child, _name in every() if stat(child, PARENT) == number]
    return [*found, *(below for child in found for below in descendants(child))]


def user_of(number: int) -> str | None:
    """Whose process it is."""
    import pwd

    try:
        return pwd.getpwuid(os.stat(f"{_PROC}/{number}").st_uid).pw_name
    except (OSError, KeyError):
        return None


def handles(number: int) -> int:
    """How many files it holds open; 0 when that is not ours to know."""
    try:
        return len(os.listdir(f"{_PROC}/{number}/fd"))
    except OSError:
        return 0


def program(number: int) -> str | None:
    """The path of the program; that of this shell is the command it was started as, not the interpreter."""
    if number == os.getpid():
        own = _own_program()
        if own is not None:
            return own
    try:
        return os.readlink(f"{_PROC}/{number}/exe")
    except OSError:
        return None


def _own_program() -> str | None:
    import shutil
    import sys

    started_as = os.path.abspath(sys.argv[0])
    beside = os.path.join(os.path.dirname(sys.executable), "spshell")
    for path in (started_as, beside, shutil.which("spshell")):
        if path and os.path.basename(path) == "spshell" and os.access(path, os.X_OK) and os.path.isfile(path):
            return path
    return None


def every() -> Iterator[tuple[int, str]]:
    """Number and name of each process of this machine."""
    if os.path.exists(f"{_PROC}/self"):
        for entry in os.listdir(_PROC):
            if entry.isdigit():
                yield int(entry), name_of(int(entry))
        return
    import subprocess

    done = subprocess.run(["ps", "-A", "-o", "pid=,comm="], capture_output=True, text=True, check=False)  # noqa: S607
    for line in done.stdout.splitlines():
        number, _, path = line.strip().partition(" ")
        yield int(number), os.path.basename(path.strip())
