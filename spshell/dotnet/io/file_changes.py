"""What can be changed about a file without opening it: its times, its attributes, its mode."""

from __future__ import annotations

import os

from spshell.dotnet.io.file_errors import checked, guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_READ_ONLY = 1
_ALL_MAY_WRITE = 0o222
_OWNER_MAY_WRITE = 0o200


def set_moment(path: str | None, which: str, moment: Any, *, utc: bool = False) -> None:
    """A time of a file or folder; a file system without a settable birth time takes the one of writing instead."""
    from spshell.dotnet.time.datetimes import UNSPECIFIED
    from spshell.dotnet.time.local_time import UNIX_EPOCH

    name = checked(path)
    plain = utc and moment.kind == UNSPECIFIED  # a moment of no zone is taken as what is asked for
    nanoseconds = ((moment if plain else moment.universal()).ticks - UNIX_EPOCH) * 100

    def change() -> None:
        status = os.stat(name)
        accessed = nanoseconds if which == "accessed" else status.st_atime_ns
        written = status.st_mtime_ns if which == "accessed" else nanoseconds
        os.utime(name, ns=(accessed, written))

    guarded(change, name)


def set_read_only(path: str | None, *, wanted: bool) -> None:
    """Nobody may write, or at least the owner may."""
    name = checked(path)

    def change() -> None:
        mode = os.stat(name).st_mode
        os.chmod(name, mode & ~_ALL_MAY_WRITE if wanted else mode | _OWNER_MAY_WRITE)

    guarded(change, name)


def set_attributes(path: str | None, attributes: Any) -> None:
    """FileAttributes: of these a Unix file system keeps ReadOnly only."""
    set_read_only(path, wanted=bool(int(attributes.value) & _READ_ONLY))


def unix_mode_of(path: str) -> Any:
    """The permission bits of a path as UnixFileMode."""
    from spshell.dotnet.system.enumerations import enum_number

    name = checked(path)
    return enum_number("System.IO.UnixFileMode", guarded(lambda: os.stat(name).st_mode, name) & 0o7777)


def set_unix_mode(path: str, mode: Any) -> None:
    """The permission bits of a path."""
    name = checked(path)
    guarded(lambda: os.chmod(name, int(mode.value)), name)
