"""Errors that point at a line of some other text: their target names it (``Line``, ``LineText``, perhaps ``File``,
``StartColumn`` and ``EndColumn``), and ConciseView shows it in place of the script's own line.
"""

from __future__ import annotations

from spshell.values.hashtable import Hashtable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def names_line(target: Any) -> bool:
    """Whether the target of an error is a dictionary with a line in it."""
    entries = _entries(target)
    return entries is not None and "line" in entries and "linetext" in entries


def named_line(target: Any) -> tuple[str, str, str, str]:
    """(file, number, line, marker): the marker is empty without a column that lies in the line."""
    from spshell.values.text import to_text

    entries = _entries(target) or {}
    line = to_text(entries["linetext"]).strip()
    start = _column(entries.get("startcolumn"))
    marker = ""
    if 0 < start <= len(line):
        end = _column(entries.get("endcolumn"))
        if not start < end <= len(line) + 1:
            end = len(line) + 1
        marker = " " * (start - 1) + "~" * (end - start)
    return to_text(entries.get("file")), to_text(entries["line"]), line, marker


def _entries(target: Any) -> dict[str, Any] | None:
    from spshell.values.objects import unwrap

    plain = unwrap(target)
    if not isinstance(plain, Hashtable):
        return None
    return {key.lower(): value for key, value in plain.items() if isinstance(key, str)}


def _column(value: Any) -> int:
    from spshell.values import conversion
    from spshell.values.exceptions import NetException

    try:
        return conversion.to_int(value)
    except NetException:
        return 0
