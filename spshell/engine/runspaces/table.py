"""The runspaces of a process: that of the running session, and those that scripts opened."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from spshell.engine.runspaces.runspace import Runspace
    from spshell.engine.session import Session


class RunspaceTable:
    """Runspaces by number, for as long as somebody holds them and until they are closed."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._known: WeakValueDictionary[int, Runspace] = WeakValueDictionary()

    def add(self, runspace: Runspace) -> int:
        """Take a runspace in; gives its number."""
        number = next(self._numbers)
        self._known[number] = runspace
        return number

    def remove(self, runspace: Runspace) -> None:
        """The runspace is closed for good."""
        self._known.pop(runspace.number, None)

    def all(self) -> list[Runspace]:
        """Those known, by number."""
        return [runspace for _number, runspace in sorted(self._known.items())]


def table_of(session: Session) -> RunspaceTable:
    """The table that a session shares with the sessions made beside it."""
    from spshell.engine.runspaces.runspace import Runspace

    table = session.services.get(RunspaceTable)
    if table is None:
        table = session.services[RunspaceTable] = RunspaceTable()
        session.runspace = Runspace(session, session)
    return table


def runspace_of(session: Session) -> Runspace:
    """The runspace that a session is."""
    from spshell.engine.runspaces.runspace import Runspace

    table_of(session)
    if session.runspace is None:
        session.runspace = Runspace(session, session)
    found: Runspace = session.runspace
    return found
