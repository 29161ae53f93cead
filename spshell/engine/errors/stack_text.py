"""The text of ScriptStackTrace."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.errors.records import ErrorRecord


def stack_text(record: ErrorRecord) -> str:
    """``at name, file: line n``, innermost first."""
    lines: list[str] = []
    for index, (name, position) in enumerate(record.stack_trace or []):
        extent = position.extent() if hasattr(position, "extent") else position
        if index == 0 and record.invocation is not None and record.invocation.extent is not None:
            extent = record.invocation.extent
        file = extent.file if extent is not None and extent.file else "<No file>"
        line = extent.line if extent is not None else 1
        lines.append(f"at {name}, {file}: line {line}")
    return "\n".join(lines)
