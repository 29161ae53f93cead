"""Reports of internal faults: the traceback without values, so that no secret can be in it."""

from __future__ import annotations


def write_report(error: BaseException) -> str:
    """Write the traceback of a fault to a private file and return its path. Exception text is left out."""
    import os
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    handle, path = tempfile.mkstemp(prefix="spshell-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{type(error).__name__}\n" + "\n".join(lines) + "\n")
    return path
