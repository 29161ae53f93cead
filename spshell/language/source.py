"""A script's text and its lines."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.language.nodes.base import Node


class Source:
    """A text with its name; knows lines and columns.

    `root` is the tree made of the text; `faces` is for whoever shows the tree's nodes to scripts, `kept` for whoever keeps
    what was compiled of the text.
    """

    __slots__ = ("_line_starts", "faces", "kept", "name", "root", "text")

    def __init__(self, text: str, name: str = "") -> None:
        self.text = text
        self.name = name
        self._line_starts: list[int] | None = None
        self.root: Node | None = None
        self.faces: object = None
        self.kept: Any = None

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
        from bisect import bisect_right

        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
