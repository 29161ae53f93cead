"""Comments that belong together: those on one line or on lines that follow each other (about_Comment_Based_Help)."""

from __future__ import annotations

from bisect import bisect_right

NEAR = 2
"""How many lines the last line of a comment may stand above what it explains."""


class Comments:
    """The comments of a text by place: (start, end) offsets, in order."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self.text = text
        self.spans = spans
        self._starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def lines(self, block: list[tuple[int, int]]) -> list[str]:
        """What the comments say, line by line, without their marks."""
        return [line for start, end in block for line in _content(self.text[start:end])]

    def line_of(self, offset: int) -> int:
        """The number of the line that a place is in."""
        return bisect_right(self._starts, offset)

    def before(self, position: int, near: int | None = NEAR) -> list[tuple[int, int]]:
        """The comments right above a place, or anywhere above it with `near` None."""
        found: list[tuple[int, int]] = []
        lowest = 0 if near is None else self.line_of(position) - near
        for start, end in reversed(self.spans):
            if end > position:
                continue
            if self.text[end:position].strip() or self.line_of(end) < lowest:
                break
            found.insert(0, (start, end))
            position, lowest = start, self.line_of(start) - 1
        return found

    def blocks_after(self, position: int, end_of_text: int) -> list[list[tuple[int, int]]]:
        """The comments between a place and the first thing that is no comment, in the blocks that empty lines make."""
        found: list[list[tuple[int, int]]] = []
        for start, end in self.spans:
            if start < position:
                continue
            if end > end_of_text or self.text[position:start].strip():
                break
            if not found or self.line_of(start) > self.line_of(position) + 1:
                found.append([])
            found[-1].append((start, end))
            position = end
        return found

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The comments between two places."""
        return [span for span in self.spans if start <= span[0] and span[1] <= end]


def _content(text: str) -> list[str]:
    """The content of a ``<# #>`` comment or of one ``#`` line."""
    if text.startswith("<#"):
        return text[2:].removesuffix("#>").splitlines()
    return [text.lstrip("#").removeprefix(" ")]
