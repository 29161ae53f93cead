"""A place in a script as text: its line, a marker under it, and PositionMessage (the form of Windows PowerShell)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.errors.extents import Extent

MAX_LINE = 69
"""How much of a source line is shown."""


def position_message(extent: Extent) -> str:
    """``At file:line char:column``, the line, and a marker under the extent."""
    line, marker = marked_line(extent)
    where = extent.file or "line"
    return f"At {where}:{extent.line} char:{extent.column}\n+ {line}\n+ {marker}"


def marked_line(extent: Extent) -> tuple[str, str]:
    """(source line, markers under the error), cut to a window around the error when the line is long."""
    line = extent.line_text().rstrip()
    before = extent.column - 1
    if extent.end_line == extent.line and extent.end_column - 1 <= len(line):
        length = extent.end_column - extent.column
    else:
        length = len(line) - extent.column + 1
    if "\t" in line:
        before += 3 * line[:before].count("\t")
        length += 3 * line[extent.column - 1 : extent.column - 1 + length].count("\t")
        line = line.replace("\t", "    ")
    prefix_dots = suffix_dots = False
    if len(line) > MAX_LINE:
        line, before, length, prefix_dots, suffix_dots = _window(line, before, length)
    shown = ("\u2026 " if prefix_dots else "") + line + (" \u2026" if suffix_dots else "")
    return shown, " " * (before + (2 if prefix_dots else 0)) + "~" * max(length, 1)


def _window(line: str, before: int, length: int) -> tuple[str, int, int, bool, bool]:
    """The stretch of a long line that is shown: up to 12 characters before the error, up to 8 after, more if they fit."""
    prefix = min(before, 12)
    total_suffix = len(line) - length - before
    suffix = min(total_suffix, 8)
    candidate = prefix + length + suffix
    if candidate >= MAX_LINE:
        if prefix + length >= MAX_LINE:
            length = MAX_LINE - prefix
    else:
        shift = min(before - prefix, MAX_LINE - candidate)
        if shift > 0:
            prefix += shift
            candidate += shift
        more = min(total_suffix - suffix, MAX_LINE - candidate)
        if more > 0:
            suffix += more
    start = max(before - prefix, 0)
    shown = line[start : start + MAX_LINE]
    return shown, min(before, prefix), length, start > 0, start + MAX_LINE < len(line)
