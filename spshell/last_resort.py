"""What the process does with an exception that nobody took: a line and an exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys

from spshell.options import CLOSED, FAILED, INTERNAL_FAULT, INTERRUPTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_OUTPUT = (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT)


def open_streams() -> None:
    """Standard streams that the caller closed are /dev/null."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open as long as the process


def leave_with(run: Callable[[], int]) -> int:
    """The exit code of `run`, or of what it ended with; standard output is complete afterwards, or given up."""
    try:
        code = run()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:  # nobody reads on, as in `spshell ... | head`
        code = CLOSED
    except Exception as error:
        if os.environ.get("SPSHELL_TRACEBACK"):
            raise
        code = _report(error)
    _give_up_what_cannot_be_written()
    return code


def _report(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno in _OUTPUT and error.filename is None:
        _say(f"spshell: the output cannot be written: {error.strerror or error}\n")
        return FAILED
    from spshell.engine.errors.fault_text import fault_line

    _say(fault_line(error))
    return INTERNAL_FAULT


def _say(line: str) -> None:
    try:
        sys.stderr.write(line)
        sys.stderr.flush()
    except OSError:
        pass  # nobody is there to be told


def _give_up_what_cannot_be_written() -> None:
    """Else the interpreter complains about it when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _discard(stream)


def _discard(stream: object) -> None:
    import contextlib

    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]  # a text stream
