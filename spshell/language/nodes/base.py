"""The source text and what every node of PowerShell's tree has."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar


class Source:
    """A text with its name; knows lines and columns.

    `root` is the tree made of the text; `faces` is for whoever shows the tree's nodes to scripts.
    """

    __slots__ = ("_line_starts", "faces", "name", "root", "text")

    def __init__(self, text: str, name: str = "") -> None:
        self.text = text
        self.name = name
        self._line_starts: list[int] | None = None
        self.root: Node | None = None
        self.faces: object = None

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; CR, LF and CR LF end a line."""
        starts = self._line_starts
        if starts is None:
            starts = [0]
            offset = 0
            text = self.text
            if "\r" in text:
                size = len(text)
                while offset < size:
                    feed, carriage = text.find("\n", offset), text.find("\r", offset)
                    if feed < 0 and carriage < 0:
                        break
                    if carriage < 0 or 0 <= feed < carriage:
                        offset = feed + 1
                    else:
                        offset = carriage + (2 if feed == carriage + 1 else 1)
                    starts.append(offset)
            else:
                while (offset := text.find("\n", offset) + 1) > 0:
                    starts.append(offset)
            self._line_starts = starts
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


_CLASSES: set[type] = set()
"""Every class of nodes: asking a set is quicker than isinstance, and whole trees are walked."""


def _reader(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the fields of a node as a tuple."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda node: tuple(getattr(node, field) for field in fields)


class Node:
    """A piece of the tree; `start` and `end` index the source text, `end` is exclusive."""

    __slots__ = ("end", "start")
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
