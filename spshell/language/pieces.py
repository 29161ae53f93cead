"""Pieces of an expandable string, before the inner texts are parsed."""

from __future__ import annotations


class VariablePiece:
    """`$name` or `${name}` inside a string."""

    __slots__ = ("end", "path", "start")

    def __init__(self, path: str, start: int, end: int) -> None:
        self.path = path
        self.start = start
        self.end = end


class TextPiece:
    """`$( )` inside a string, cut out lexically; `skipped` are offsets of characters left out of `text`."""

    __slots__ = ("faulty", "skipped", "start", "text")

    def __init__(self, text: str, start: int, skipped: list[int], faulty: bool) -> None:
        self.text = text
        self.start = start
        self.skipped = skipped
        self.faulty = faulty

    def outward(self, offset: int) -> int:
        """The offset in the surrounding text of an offset in the piece."""
        offset += self.start
        for skipped in self.skipped:
            if skipped >= offset:
                break
            offset += 1
        return offset


Piece = str | VariablePiece | TextPiece
