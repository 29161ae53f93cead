"""What a user sees of an internal fault: one line that names a report."""

from __future__ import annotations


def fault_line(error: BaseException) -> str:
    """Write a report of a fault and say where it is."""
    from spshell.engine.fault_report import write_report

    return (
        f"spshell: internal fault ({type(error).__name__}); a report was written to {write_report(error)}\n"
    )
