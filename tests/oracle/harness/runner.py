"""Running one record of any kind."""

from __future__ import annotations

from typing import Any

from . import completions, expressions, processes, trees

_KINDS: dict[str, Any] = {"parse": trees, "exprs": expressions, "cases": processes, "complete": completions}


def check(kind: str, record: dict[str, Any]) -> tuple[bool, dict[str, Any]]:
    """(passes, what spshell gave)."""
    module = _KINDS.get(kind)
    if module is None:
        return False, {"failed": f"no runner for {kind}"}
    try:
        got = module.run(record)
        return bool(module.passes(record, got)), got
    except Exception as fault:  # a fault of the harness or the parser is a failing case, not the end of the run
        return False, {"failed": f"{type(fault).__name__}: {fault}"}
