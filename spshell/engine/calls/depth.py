"""How deeply scripts may call: room on Python's stack for it, and what becomes of too much (CallDepthOverflow)."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from spshell.values.exceptions import NetException

MAX_DEPTH = 1000
"""How deeply calls may be nested before CallDepthOverflow."""

_FRAMES = 24_000
"""Python frames that this takes in the worst case."""

_STACK = 256 * 1024 * 1024


def make_room() -> None:
    """Raise Python's recursion limit, and the system's stack limit where it is lower than needed."""
    if sys.getrecursionlimit() >= _FRAMES:
        return
    sys.setrecursionlimit(_FRAMES)
    try:
        import resource
    except ImportError:  # Windows: the limit above is what there is
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = _STACK if hard == resource.RLIM_INFINITY else min(_STACK, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))


def call_depth_fault() -> NetException:
    """The fault of calls, or of an expression, nested too deeply."""
    from spshell.engine.errors.faults import make_fault

    return make_fault("CallDepthOverflow", MAX_DEPTH)


def overflow() -> NoReturn:
    """Raise `call_depth_fault`."""
    raise call_depth_fault()
