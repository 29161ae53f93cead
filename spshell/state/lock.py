"""One writer at a time: an advisory lock on a file beside the one that is written."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from spshell.state.store import LockBusy

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

PATIENCE = 10.0
"""Seconds that a writer waits for another before it gives up with LockBusy."""

_PAUSE = 0.02


class FileLock:
    """Hold `path` exclusively inside a with block; the operating system releases it at a crash.

    The lock file stays: removing it would let two processes lock two different files of one name.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._descriptor = -1

    def __enter__(self) -> FileLock:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            deadline = time.monotonic() + self._patience
            while not _try_lock(descriptor):
                if time.monotonic() >= deadline:
                    raise LockBusy(str(self._path), _holder(descriptor))
                time.sleep(_PAUSE)
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"process {os.getpid()}\n".encode(), 0) if sys.platform != "win32" else None
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._descriptor)  # closing releases the lock
        self._descriptor = -1


def _holder(descriptor: int) -> str:
    if sys.platform == "win32":
        return ""  # a locked region cannot be read there
    return os.pread(descriptor, 200, 0).decode("utf-8", "replace").strip()


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
