"""Tables: column widths, alignment, cutting (the geometry of Format-Table)."""

from __future__ import annotations

from spshell.formatting.text_width import cut, pad, text_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


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

    def __init__(self, columns: list[TableColumn], usable: int, accent: str | None = None) -> None:
        self.columns = columns
        self.accent = accent
        self.usable = usable
        self.dropped = False

    @property
    def disabled(self) -> bool:
        """Whether there is no room to show anything."""
        return self.usable < NARROWEST

    def measure(self, rows: Iterable[list[str]]) -> None:
        """Widths from headers and cells; columns that do not fit are taken from the right."""
        for column in self.columns:
            if not column.fixed:
                column.width = max(text_width(column.label), 1)
        for row in rows:
            for column, cell in zip(self.columns, row, strict=False):
                if not column.fixed:
                    column.width = max(column.width, text_width(cell))
        self.fit()

    def share(self) -> None:
        """Fixed widths: columns without one share what is left of the whole width equally."""
        free = [column for column in self.columns if not column.fixed]
        used = sum(column.width for column in self.columns if column.fixed) + len(self.columns) - 1
        for column, width in zip(free, shares(self.usable - used, len(free)), strict=True):
            column.width = width
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
        if hide or self.disabled:
            return []
        lines = self._stacked(
            [_wrapped_header(column.label, column.width) for column in self.columns], self.accent
        )
        rule = ["-" * min(max(text_width(column.label), 1), column.width) for column in self.columns]
        return [*lines, self.line(rule, self.accent)]

    def line(self, cells: list[str], accent: str | None = None) -> str:
        """One line of cells, cut and padded to the columns."""
        shown = [self._cell(column, cells[index]) for index, column in enumerate(self.columns)]
        if shown and self.columns[-1].alignment != "right" and not self.dropped:
            last = cut(cells[len(shown) - 1], self.columns[-1].width, self.columns[-1].alignment)
            shown[-1] = last if self.columns[-1].alignment == "left" else shown[-1].rstrip()
        if accent is not None:
            shown = [f"{accent}{cell}\x1b[0m" for cell in shown]
        return " ".join(shown)

    @staticmethod
    def _cell(column: TableColumn, text: str) -> str:
        return pad(cut(text, column.width, column.alignment), column.width, column.alignment)

    def _stacked(self, parts: list[list[str]], accent: str | None = None) -> list[str]:
        """Cells of several lines; each line ends with the text of the last column that has some in it."""
        lines: list[str] = []
        height = max((len(part) for part in parts), default=0)
        for row in range(height):
            reach = max(index for index, part in enumerate(parts) if row < len(part))
            cells = [
                self._cell(column, part[row] if row < len(part) else "")
                for column, part in zip(self.columns[: reach + 1], parts, strict=False)
            ]
            if self.columns[reach].alignment == "left":
                cells[-1] = cut(parts[reach][row], self.columns[reach].width, "left")
            if height > 1:
                cells[-1] = cells[-1].rstrip()
                if not cells[-1] and len(cells) > 1:
                    del cells[-1]
            lines.append(_joined(cells, accent))
        return lines

    def row(self, cells: list[str], *, wrapped: bool) -> list[str]:
        """The lines of a row. Of cells with several lines the first is shown, marked with an ellipsis; under -Wrap cells
        break at blanks into as many lines as they need.
        """
        if self.disabled:
            return []
        if not wrapped:
            return [self.line([_first_line(cell) for cell in cells[: len(self.columns)]])]
        parts = [_wrap_cell(cell, column.width) for cell, column in zip(cells, self.columns, strict=False)]
        return self._stacked(parts)


def _joined(cells: list[str], accent: str | None) -> str:
    """A line of cells; a coloured one has each cell with the blank before it in colour."""
    if accent is None:
        return " ".join(cells)
    return "".join(f"{accent}{' ' if index else ''}{cell}\x1b[0m" for index, cell in enumerate(cells))


def shares(room: int, count: int) -> list[int]:
    """`room` dealt out to `count` columns: the first ones get what is over."""
    width, over = divmod(max(room, 0), count) if count else (0, 0)
    return [width + (index < over) for index in range(count)]


NARROWEST = 5
"""Tables and lists show nothing in fewer columns."""


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
