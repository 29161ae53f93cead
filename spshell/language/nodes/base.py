"""What every node of PowerShell's tree has."""

from __future__ import annotations

from operator import attrgetter

from spshell.language.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar


_CLASSES: set[type] = set()
"""Every class of nodes: asking a set is quicker than isinstance, and whole trees are walked."""


def _reader(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the fields of a node as a tuple."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda node: tuple(getattr(node, field) for field in fields)


class Node:
    """A piece of the tree; `start` and `end` index the source text, `end` is exclusive.

    ``below`` is where the compiler keeps what it found out of the node (`spshell.compiler.below`); a node that nobody asked
    about has no such attribute.
    """

    __slots__ = ("below", "end", "start")
    kind: ClassVar[str] = "Node"
    _fields: ClassVar[Any]
    start: int
    end: int

    def __init_subclass__(cls) -> None:
        cls.kind = cls.__name__
        cls._fields = staticmethod(_reader(tuple(cls.__slots__)))
        _CLASSES.add(cls)

    def children(self) -> list[Node]:
        """The nodes directly below, in the order of the fields."""
        found: list[Any] = []
        for value in self._fields(self):
            kind = value.__class__
            if kind in _CLASSES:
                found.append(value)
            elif kind is list:
                for item in value:
                    kind = item.__class__
                    if kind in _CLASSES:
                        found.append(item)
                    elif kind is tuple:  # clauses and entries
                        found += [part for part in item if part.__class__ in _CLASSES]
        return found

    def __repr__(self) -> str:
        fields = ", ".join(f"{field}={getattr(self, field)!r}" for field in type(self).__slots__)
        return f"{self.kind}({fields})"


class Expression(Node):
    """A node that can stand where a value is wanted."""

    __slots__ = ()


class Statement(Node):
    """A node that can stand in a statement list."""

    __slots__ = ()


__all__ = ["Expression", "Node", "Source", "Statement"]
