"""What Group-Object writes."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.property_expressions import ABSENT
from spshell.dotnet.collections.collections import ArrayList, object_collection
from spshell.values.declare import net_class, prop
from spshell.values.enumeration import enumerate_value
from spshell.values.objects import PSObject
from spshell.values.text import to_string, to_text


@net_class("Microsoft.PowerShell.Commands.GroupInfo")
class GroupInfo:
    """Objects that share their values."""

    def __init__(self, values: list[Any]) -> None:
        self.shared = [None if value is ABSENT else value for value in values]
        self.items: list[Any] = []
        self.size = 0
        self.ps_members: Any = None

    def take(self, items: list[Any]) -> None:
        """More objects."""
        if self.items:
            self.items.extend(items)
        else:
            self.items = items
        self.size += len(items)

    @property
    def title(self) -> str:
        """The values as text."""
        return ", ".join([_shown(value) for value in self.shared if value is not None])

    @prop("System.Collections.ArrayList Values {get}")
    def values(self) -> Any:
        return ArrayList(self.shared)

    @prop("int Count {get}")
    def count(self) -> int:
        return self.size

    @prop("System.Collections.ObjectModel.Collection[psobject] Group {get}")
    def group(self) -> Any:
        if not hasattr(self, "_collection"):
            self._collection = object_collection(self.items)
        return self._collection

    @prop("string Name {get}")
    def name(self) -> str:
        return self.title


@net_class("Microsoft.PowerShell.Commands.GroupInfoNoElement")
class GroupInfoNoElement(GroupInfo):
    """A group that only counts."""

    def take(self, items: list[Any]) -> None:
        if not self.items:
            self.items.append(items[0])
        self.size += len(items)


def _shown(value: Any) -> str:
    if value.__class__ is str:
        return str(value)
    if type(value) is PSObject:
        return to_string(value.base) if enumerate_value(value.base) is None else to_text(value)
    items = enumerate_value(value)
    if items is None:
        return to_string(value)
    return "{" + ", ".join("" if item is None else to_string(item) for item in items) + "}"
