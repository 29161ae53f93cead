"""Writing files so that a crash leaves the old content or the new, never neither."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace a file's content atomically and durably, with the given mode from its first byte on.

    Temporary file in the same directory, fsync, rename, fsync of the directory: without the last
    step the rename itself may be lost by a power failure.
    """
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if sys.platform != "win32":
                os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def sync_directory(directory: Path) -> None:
    """Make a creation, a rename or a removal in a directory durable."""
    if sys.platform == "win32":
        return  # directories cannot be opened there; NTFS journals its metadata
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
