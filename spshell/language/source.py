"""A text being parsed, and where its lines begin."""

from __future__ import annotations

from bisect import bisect_right


class Source:
    """A script text with its name (a file's path, or an empty string)."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, text: str, name: str = "") -> None:
        self.text = text
        self.name = name
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """The index at which each line begins; CR, LF and CR LF end a line."""
        if self._starts is None:
            import re

            self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self.text))]
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an index, both from 1."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1
