"""Files that only this user may have written: what is read from them is run as code.

The folder is ``cache`` under ``$SPSHELL_HOME``, else ``spshell`` in the user's folder for caches; ``SPSHELL_CACHE=0`` switches
it off. Nothing is read from a folder or file that belongs to somebody else or that others can write; nothing is an error:
what cannot be read is made again, what cannot be written is not kept.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_OTHERS_WRITE = 0o022
_OFF = ("0", "off", "no", "false")


def cache_folder(environment: Mapping[str, str] = os.environ) -> str | None:
    """Where the user's compiled code is kept; None when it is not."""
    if environment.get("SPSHELL_CACHE", "").lower() in _OFF:
        return None
    home = environment.get("SPSHELL_HOME")
    if home:
        return os.path.join(home, "cache")
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_cache_dir

        return user_cache_dir("spshell", appauthor=False)
    base = environment.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.expanduser("~/.cache")
        if base.startswith("~"):
            return None
    return os.path.join(base, "spshell")


def read_own(folder: str, name: str) -> bytes | None:
    """The bytes of a file in a folder; None when it is not there or somebody else could have written it."""
    opened = open_own(folder, name)
    if opened is None:
        return None
    descriptor, size = opened
    try:
        return _read_all(descriptor, size)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def open_own(folder: str, name: str) -> tuple[int, int] | None:
    """(descriptor, size) of a file in a folder, open for reading; None as `read_own`."""
    try:
        if not _is_own(os.lstat(folder)):
            return None
        descriptor = os.open(os.path.join(folder, name), os.O_RDONLY | _NO_LINK)
    except OSError:
        return None
    status = os.fstat(descriptor)
    if _is_own(status):
        return descriptor, status.st_size
    os.close(descriptor)
    return None


def write_own(folder: str, name: str, data: bytes) -> bool:
    """Write a file so that others see the old one or the new one, whole; whether that could be done."""
    temporary = os.path.join(folder, f".{name}.{os.getpid()}")
    try:
        if not _make_own(folder) or not _is_own(os.lstat(folder)):
            return False
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
    except OSError:
        return False
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, os.path.join(folder, name))
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            return False
        return False
    return True


_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def _is_own(status: os.stat_result) -> bool:
    """Whether a file or folder is this user's and only this user can write it (Windows: the profile's own rights hold)."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _make_own(folder: str) -> bool:
    """Make a folder below folders of this user: never in the home of another (sudo keeps $HOME)."""
    missing = []
    above = folder
    while not os.path.isdir(above):
        missing.append(above)
        above = os.path.dirname(above)
        if above in missing:
            return False
    if missing and sys.platform != "win32" and os.stat(above).st_uid != os.geteuid():
        return False
    for path in reversed(missing):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue  # another process was quicker
    return True


def _read_all(descriptor: int, size: int) -> bytes:
    pieces = []
    while size > 0:
        piece = os.read(descriptor, size)
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
