"""Telling equal objects apart from new ones: what -Unique of Select-Object keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.objects import PSCustomObject, PSObject, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator


class UniqueObjects:
    """The first of all objects that are equal: values by comparison, selected objects by their properties.

    Values that only equal themselves (whole numbers, printable ASCII text; objects whose properties are such, of the same
    names and classes) are found by a set; as soon as anything else is among them, each new object is compared with all kept
    ones.
    """

    def __init__(self, *, ignore_case: bool, by_properties: bool) -> None:
        self.ignore_case = ignore_case
        self.by_properties = by_properties
        self.kept: list[Any] = []
        self.seen: set[Any] = set()
        self.texts: set[str] = set()
        """Text that was met: the same once more is known without a look at its letters."""
        self.only: Any = None
        self.mixed = False

    def __iter__(self) -> Iterator[Any]:
        return iter(self.kept)

    def add(self, value: Any) -> None:
        """Keep a value unless an equal one was kept."""
        if value.__class__ is str and value in self.texts:
            return
        key = self._key(value)
        if key is None or self.mixed:
            self.mixed = True
            if all(not self._same(value, other) for other in self.kept):
                self.kept.append(value)
            return
        if key not in self.seen:
            self.seen.add(key)
            self.kept.append(value)
        if value.__class__ is str:
            self.texts.add(value)

    def _key(self, value: Any) -> Any:
        """Something hashable that decides equality among values of one class or shape; None when nothing does."""
        kind: Any = type(value)
        if kind is PSCustomObject and self.by_properties:
            values = value.members.values()
            kind = (*map(str.lower, value.members), *map(type, values))
            keys = tuple(map(self._plain_key, values))
            key = None if None in keys else keys
        else:
            key = self._plain_key(value)
        if self.only is None:
            self.only = kind
        return key if kind == self.only else None

    def _plain_key(self, value: Any) -> Any:
        kind = type(value)
        if kind is int or kind is bool:
            return value
        if kind is str and value.isascii() and value.isprintable():
            return value.lower() if self.ignore_case else value
        return None

    def _same(self, left: Any, right: Any) -> bool:
        from cmdlets.utility.ordering import compare_values

        first, second = self._notes(left), self._notes(right)
        if len(first) != len(second):
            return False
        if not (type(left) is PSCustomObject and type(right) is PSCustomObject):
            if type(left) is PSCustomObject or type(right) is PSCustomObject:
                return False
            if compare_values(unwrap(left), unwrap(right), ignore_case=self.ignore_case) != 0:
                return False
        folded = {name.lower(): value for name, value in second.items()}
        for name, value in first.items():
            if name.lower() not in folded:
                return False
            if compare_values(value, folded[name.lower()], ignore_case=self.ignore_case) != 0:
                return False
        return True

    def _notes(self, value: Any) -> dict[str, Any]:
        """The properties that -Property chose; without it, all custom objects are equal."""
        if self.by_properties and (type(value) is PSCustomObject or type(value) is PSObject):
            return value.members
        return {}
