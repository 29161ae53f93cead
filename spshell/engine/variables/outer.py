"""Variables of callers that live in Python locals, for a function without a scope of its own that reads them after all.

Such a function runs with the scope that its caller has; what the caller keeps in locals is not in there. A call site knows
which locals these are, so the frames of the callers are asked one by one: as long as they are functions without a scope
too, and the last one for the locals around its own call. That is slow, and rare: a name that the function itself assigns
is looked up here only while it holds nothing (about_Scopes: reads go on through the callers).
"""

from __future__ import annotations

import sys

from spshell.engine.calls.lent_preferences import PreferenceScope
from spshell.engine.errors.extents import GENERATED
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import read, read_in_text, spill_local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Any

    from spshell.engine.variables.scope import Scope


def read_outer(scope: Scope, path: str) -> Any:
    """As `read`, for a variable that the running function could have but has not."""
    found = _find(scope, path.lower(), sys._getframe(1))
    return read(scope, path) if found is UNSET else found


def read_outer_in_text(scope: Scope, path: str) -> Any:
    """As `read_in_text`."""
    found = _find(scope, path.lower(), sys._getframe(1))
    return read_in_text(scope, path) if found is UNSET else found


def _find(scope: Scope, name: str, frame: FrameType | None) -> Any:
    """The value that the nearest caller has in a local; UNSET when none has."""
    for promoted, names in _callers(scope, frame):
        local = promoted.get(name)
        value = UNSET if local is None else names.get(local, UNSET)
        if value is not UNSET:
            return value
    return UNSET


def with_callers(scope: Scope, frame: FrameType | None) -> tuple[Scope, dict[str, Any]]:
    """(a scope in which code finds what the callers of the running function have in locals, beside what `scope` holds; the
    preference variables that the function's own call set).
    """
    from spshell.engine.calls.direct_functions import scope_of

    callers = list(_callers(scope, frame))
    last: Scope = callers[-1][1]["S"] if callers else scope
    made, preferences = _apart(last)
    for promoted, names in reversed(callers):
        if names["S"] is not last:
            last = names["S"]
            preferences = last.vars
        if "K" not in names:  # the locals are variables of the scope itself
            for name, local in promoted.items():
                value = names.get(local, UNSET)
                if value is not UNSET:
                    spill_local(made, name, value)
        else:
            values = tuple(names.get(local, UNSET) for local in promoted.values())
            made = scope_of(made, names["F"], names["K"], tuple(promoted), values, names["out"], preferences)
        preferences = {}
    return made, preferences if scope is last else scope.vars


def _apart(scope: Scope) -> tuple[Scope, dict[str, Any]]:
    """(the scope of a call's caller, the preference variables that the call set)."""
    if scope.__class__ is PreferenceScope:
        assert scope.parent is not None
        return scope.parent, scope.vars
    return scope, {}


def _callers(scope: Scope, frame: FrameType | None) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """(variable -> local, values of the locals) of each caller that keeps variables in locals, the nearest first."""
    frame = _block(_generated(frame))
    while frame is not None:
        site = frame.f_locals.get("K")
        if site is None or not site.promoted:
            return  # called from a scope as it stands
        frame = _block(_generated(frame.f_back))
        if frame is None:
            return
        around = frame.f_locals.get("S")
        if around is not scope:
            passed = scope.__class__ is PreferenceScope and around is scope.parent
            if not passed or scope.parent is None:
                return  # a module's function: it does not see the caller
            scope = scope.parent
        names = frame.f_locals
        if "K" in names:
            names = {**names, "F": frame.f_globals["F"]}
        yield site.promoted, names


def _generated(frame: FrameType | None) -> FrameType | None:
    """The nearest frame of code that was made of a script."""
    while frame is not None and not frame.f_code.co_filename.startswith(GENERATED):
        frame = frame.f_back
    return frame


def _block(frame: FrameType | None) -> FrameType | None:
    """The frame of the function that a frame of generated code is nested in, or the frame itself."""
    while frame is not None and frame.f_code.co_name != "block":
        frame = _generated(frame.f_back)
    return frame
