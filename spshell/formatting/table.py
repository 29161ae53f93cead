"""Tables: column widths, alignment, cutting (the geometry of Format-Table)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.formatting.text_width import cut, pad, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable


class TableColumn:
    """A column as shown: ``alignment`` is left, right or center, ``width`` 0 until it is worked out."""

    __slots__ = ("alignment", "fixed", "label", "width")

    def __init__(self, label: str, alignment: str, width: int = 0) -> None:
        self.label = label
        self.alignment = alignment
        self.width = width
        self.fixed = width > 0


class TableLayout:
    """Columns with their widths worked out for a usable width; ``dropped`` says that some did not fit."""

    def __init__(self, columns: list[TableColumn], usable: int) -> None:
        self.columns = columns
        self.usable = usable
        self.dropped = False

    def measure(self, rows: Iterable[list[str]]) -> None:
        """Widths from headers and cells; columns that do not fit are taken from the right."""
        for column in self.columns:
            if not column.fixed:
                column.width = max(text_width(column.label), 1)
        for row in rows:
            for column, cell in zip(self.columns, row, strict=False):
                if not column.fixed:
                    column.width = max(column.width, text_width(cell.replace("\r", "")))
        self.fit()

    def share(self, total: int) -> None:
        """Fixed widths: columns without one share what is left of the whole width equally."""
        free = [column for column in self.columns if not column.fixed]
        used = sum(column.width for column in self.columns if column.fixed) + len(self.columns) - 1
        left = total - used
        for column in free:
            column.width = max(left // len(free), 0)
        self.fit()

    def fit(self) -> None:
        """Shrink the last column that has room, drop those after it."""
        left = self.usable
        for index, column in enumerate(self.columns):
            room = left - (1 if index else 0)
            if room < 1 or column.width < 1:
                self.dropped = True
                self.columns = self.columns[:index]
                return
            if column.width > room:
                column.width = room
                if index + 1 < len(self.columns):
                    self.dropped = True
                self.columns = self.columns[: index + 1]
                return
            left = room - column.width

    def header(self, *, hide: bool = False) -> list[str]:
        """The header lines and the rule; long headers wrap."""
        if hide:
            return []
        parts = [_wrapped_header(column.label, column.width) for column in self.columns]
        height = max((len(part) for part in parts), default=0)
        lines = [
            self.line([part[row] if row < len(part) else "" for part in parts], header=True)
            for row in range(height)
        ]
        if parts and self.columns[-1].alignment == "left":
            ended = len(parts[-1])
            lines[ended:] = [line.rstrip() for line in lines[ended:]]
        rule = ["-" * min(max(text_width(column.label), 1), column.width) for column in self.columns]
        return [*lines, self.line(rule)]

    def line(self, cells: list[str], *, header: bool = False) -> str:
        """One line of cells, cut and padded to the columns."""
        shown: list[str] = []
        last = len(self.columns) - 1
        for index, column in enumerate(self.columns):
            text = cut(cells[index] if index < len(cells) else "", column.width, column.alignment)
            bare = index == last and column.alignment == "left" and (header or not self.dropped)
            if index == last and column.alignment == "center":
                text = (
                    pad(text, column.width, "center").rstrip()
                    if not self.dropped
                    else pad(text, column.width, "center")
                )
                shown.append(text)
                continue
            shown.append(text if bare else pad(text, column.width, column.alignment))
        return " ".join(shown)

    def row(self, cells: list[str]) -> str:
        """A row: of cells with several lines the first is shown, marked with an ellipsis."""
        return self.line([_first_line(cell) for cell in cells])

    def wrapped_row(self, cells: list[str]) -> list[str]:
        """A row under -Wrap: cells break at blanks into as many lines as they need."""
        parts = [_wrap_cell(cell, column.width) for cell, column in zip(cells, self.columns, strict=False)]
        height = max((len(part) for part in parts), default=1)
        lines = [self.line([part[row] if row < len(part) else "" for part in parts]) for row in range(height)]
        return [line.rstrip() for line in lines]


def _first_line(cell: str) -> str:
    if "\n" not in cell and "\r" not in cell:
        return cell
    return cell.replace("\r\n", "\n").replace("\r", "\n").split("\n", 1)[0] + "\u2026"


def _wrapped_header(label: str, width: int) -> list[str]:
    return _wrap_cell(label, width) or [""]


def _wrap_cell(cell: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in cell.replace("\r\n", "\n").split("\n"):
        lines.extend(wrap(line, width))
    return lines


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of `width` columns: words keep the blank behind them; one that is wider than a line
    fills what is left of the line it begins on.
    """
    if width <= 0 or text_width(text) <= width:
        return [text]
    lines: list[str] = []
    line, left = "", width
    for word in _words(text):
        taken = text_width(word)
        for piece in [word] if taken <= width else word:
            room = text_width(piece)
            if room > left:
                lines.append(line)
                line, left = "", width
            line += piece
            left -= room
    lines.append(line)
    return lines


def _words(text: str) -> list[str]:
    """The words of a text, each with the blank that ends it."""
    words: list[str] = []
    start = 0
    for index, character in enumerate(text):
        if character in " \t":
            words.append(text[start : index + 1])
            start = index + 1
    if start < len(text):
        words.append(text[start:])
    return words


def cells_aligned(values: list[Any], alignments: list[str]) -> list[str]:
    """The alignments, the first row's values deciding where none is given."""
    from spshell.formatting.cells import alignment_of

    return [given or alignment_of(value) for given, value in zip(alignments, values, strict=True)]
