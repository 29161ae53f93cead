"""SPAssignmentCollection: objects that Stop-SPAssignment disposes of. Here nothing is held open; the bookkeeping is real."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import net_class, prop


@net_class("Microsoft.SharePoint.PowerShell.SPAssignmentCollection")
class SPAssignmentCollection:
    """What Start-SPAssignment gives."""

    def __init__(self, *, is_global: bool = False) -> None:
        self.items: list[Any] = []
        self.is_global = is_global

    @prop("bool Global {get}")
    def global_(self) -> bool:
        return self.is_global

    def dispose(self) -> None:
        """Close what was assigned, each once."""
        while self.items:
            close = getattr(self.items.pop(), "dispose", None)
            if close is not None:
                close()
