"""The base of all nodes of the tree."""

from __future__ import annotations

from typing import Any


class Node:
    """A node: ``start`` and ``end`` are indexes into the source text, the end exclusive; ``kind`` is its name."""

    __slots__ = ("end", "start")

    kind = "Node"
    fields: tuple[str, ...] = ()

    start: int
    end: int

    def children(self) -> list[Any]:
        """The nodes directly below, in the order of their fields."""
        found: list[Any] = []
        for name in self.fields:
            _gather(getattr(self, name), found)
        return found


def _gather(value: Any, found: list[Any]) -> None:
    if isinstance(value, Node):
        found.append(value)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _gather(item, found)
