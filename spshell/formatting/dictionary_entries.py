"""Hashtables are shown as their entries: name and value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.values.hashtable import Hashtable


class ShownEntry:
    """One entry of a dictionary on its way to the screen."""

    ps_view = ("table", (("Name", 30, "", lambda e: e.name), ("Value", 0, "", lambda e: e.value)))

    def __init__(self, name: Any, value: Any) -> None:
        self.name = name
        self.value = value


def entries(table: Hashtable) -> list[Any]:
    """The entries of a dictionary in its own order."""
    return [ShownEntry(key, value) for key, value in table.items()]
