"""The script frames of an error, taken when it is caught: cheap to take, turned into names and places when somebody looks."""

from __future__ import annotations

import sys

from spshell.engine.errors.extents import GENERATED, CodePosition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType, FrameType, TracebackType
    from typing import Any

    from spshell.engine.errors.records import ErrorRecord

    Place = tuple[CodeType, int, dict[str, Any]]
    """Code, the instruction that was running, and the globals of the code: its source and the name of its block."""


def position_of(place: Place) -> CodePosition:
    """The position that turns into an extent."""
    code, instruction, names = place
    return CodePosition(code, instruction, names["__source__"])


def named_places(places: Iterable[Place]) -> list[tuple[str, CodePosition]]:
    """(name of the block, position) of each block; statements in a Python function of their own count as their block."""
    found: list[tuple[str, CodePosition]] = []
    around: dict[str, Any] | None = None  # the globals of the block that the last frame is a part of
    for place in places:
        code, _, names = place
        if around is not names:
            found.append((names.get("__function__") or "<ScriptBlock>", position_of(place)))
        around = None if code.co_name == "block" else names
    return found


def unwound_places(traceback: TracebackType | None) -> tuple[Place, ...]:
    """The generated frames of a traceback, innermost first."""
    found: tuple[Place, ...] = ()
    while traceback is not None:
        frame = traceback.tb_frame
        code = frame.f_code
        if code.co_filename.startswith(GENERATED):
            names = frame.f_globals
            if names["__source__"] is not None:
                found = ((code, traceback.tb_lasti, names), *found)
        traceback = traceback.tb_next
    return found


def _running_places(frame: FrameType | None) -> list[Place]:
    """The generated frames from `frame` on outwards."""
    found: list[Place] = []
    while frame is not None:
        if frame.f_code.co_filename.startswith(GENERATED):
            names = frame.f_globals
            if names["__source__"] is not None:
                found.append((frame.f_code, frame.f_lasti, names))
        frame = frame.f_back
    return found


def keep_callers(record: ErrorRecord) -> None:
    """An error that is written, not raised: keep the frames that run now for its ScriptStackTrace."""
    if record.running is None and record._stack_trace is None:
        record.running = _running_places(sys._getframe(1))


def callers_of(traceback: TracebackType | None, kept: list[Any] | None) -> list[Place]:
    """The frames outside of the outermost one of a traceback.

    `kept` belongs to one run of a generated function: its callers stand still as long as it runs, so they are looked for
    once.
    """
    if traceback is None:
        return _running_places(sys._getframe(1))
    if kept is None:
        return _running_places(traceback.tb_frame.f_back)
    if not kept:
        kept.append(_running_places(traceback.tb_frame.f_back))
    return kept[0]  # type: ignore[no-any-return]  # a list of places
