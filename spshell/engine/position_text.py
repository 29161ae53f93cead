"""PositionMessage: where an error is, in the form of Windows PowerShell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.engine.extents import Extent


def position_message(extent: Extent) -> str:
    """``At file:line char:column``, the line, and a marker under the extent."""
    where = extent.file or "line"
    text = extent.line_text()
    end = extent.end_column if extent.end_line == extent.line else len(text) + 1
    marker = " " * (extent.column - 1) + "~" * max(end - extent.column, 1)
    place = f"{where}:{extent.line}" if extent.file else f"line:{extent.line}"
    return f"At {place} char:{extent.column}\n+ {text}\n+ {marker}"
