"""The commands that were typed in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    from spshell.engine.session import Session


@net_class("Microsoft.PowerShell.Commands.HistoryInfo")
class HistoryInfo:
    """One typed command."""

    def __init__(self, number: int, line: str) -> None:
        self.number = number
        self.line = line
        self.ps_members: Any = None

    @prop("long Id {get}")
    def id(self) -> Int64:
        return Int64(self.number)

    @prop("string CommandLine {get}")
    def command_line(self) -> str:
        return self.line

    def ps_text(self) -> str:
        return self.line

    to_string = ps_text


class HistoryList:
    """``entries`` in the order they were typed."""

    def __init__(self) -> None:
        self.entries: list[HistoryInfo] = []
        self.last = 0

    def add(self, line: str) -> HistoryInfo:
        """Keep a line."""
        self.last += 1
        entry = HistoryInfo(self.last, line)
        self.entries.append(entry)
        return entry


def history_of(session: Session) -> HistoryList:
    """The session's history."""
    found: Any = session.services.get(HistoryList)
    if found is None:
        found = session.services[HistoryList] = HistoryList()
    return found  # type: ignore[no-any-return]  # put there above
