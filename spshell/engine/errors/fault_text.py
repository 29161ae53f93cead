"""What a user sees of an internal fault: one line that names a report."""

from __future__ import annotations


def fault_line(error: BaseException) -> str:
    """Write a report of a fault and say where it is."""
    name = type(error).__name__
    try:
        from spshell.engine.errors.fault_report import write_report

        path = write_report(error)
    except Exception:  # noqa: BLE001 - no room for a report: the line must come nevertheless
        return f"spshell: internal fault ({name}); no report could be written\n"
    return f"spshell: internal fault ({name}); a report was written to {path}\n"
