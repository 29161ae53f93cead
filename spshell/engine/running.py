"""The session whose code runs on this thread, for static methods such as [scriptblock]::Create."""

from __future__ import annotations

from _contextvars import ContextVar  # what `contextvars` hands on, without its file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.session import Session

RUNNING: ContextVar[Session | None] = ContextVar("spshell_session", default=None)


def list_separator() -> str:
    """What stands between the elements of a list in text: ``$OFS``, a blank when it is not set."""
    from spshell.engine.calls.frames import running_scope
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup
    from spshell.values.text import to_text

    scope = running_scope()
    if scope is None:
        return " "
    separator = lookup(scope, "ofs")
    return " " if separator is UNSET or separator is None else to_text(separator)
