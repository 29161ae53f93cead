"""``$( )`` around a variable or a property: what fails in it is its own statement's error, and the rest goes on without it.

Strict mode is all that makes these fail most often, so the code around them has no handler of its own: the calls here do.
"""

from __future__ import annotations

import sys
from types import TracebackType

from spshell.engine.errors.flow import statement_error
from spshell.engine.pipelines.output import sub_value
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope

_FAILED = object()


def read_apart(scope: Scope, reader: Callable[[Scope, str], Any], path: str) -> Any:
    """A variable that the running scope does not hold."""
    try:
        return reader(scope, path)
    except NetException as error:
        _report(scope, error)
        return _FAILED


def property_apart(scope: Scope, site: Callable[[Scope, Any], Any], target: Any) -> Any:
    """A property of what was read apart."""
    if target is _FAILED:
        return target
    try:
        return site(scope, target)
    except NetException as error:
        _report(scope, error)
        return _FAILED


def sub_value_apart(value: Any) -> Any:
    """The value of ``$( )`` around what was read apart."""
    return NOTHING if value is _FAILED else sub_value(value)


def _report(scope: Scope, error: NetException) -> None:
    """As a statement's handler does it: the error stands where the generated code called."""
    caller = sys._getframe(2)
    error.__traceback__ = TracebackType(error.__traceback__, caller, caller.f_lasti, caller.f_lineno or 1)
    statement_error(scope, error)
