"""Lists: one line a property, long values wrapped under themselves."""

from __future__ import annotations

from spshell.formatting.table import NARROWEST, wrap
from spshell.formatting.text_width import pad, text_width

UNLIMITED = 2**31 - 1
"""The width of a list whose lines are not broken."""


def list_lines(entries: list[tuple[str, str]], width: int, accent: str | None = None) -> list[str]:
    """``label : value`` lines; labels are as wide as the longest, values wrap at `width`."""
    if width < NARROWEST:
        return []
    longest = max((text_width(label) for label, _value in entries), default=0)
    label_width = min(longest, max(width - 4, 1))
    room = max(width - label_width - 3, 1)
    lines: list[str] = []
    blank = " " * (label_width + 3)
    for label, value in entries:
        head = pad(label[:label_width], label_width, "left") + " : "
        pieces = [piece for line in value.replace("\r\n", "\n").split("\n") for piece in wrap(line, room)]
        if accent is not None:
            head = f"{accent}{head}\x1b[0m"
        lines.append(head + pieces[0])
        lines.extend(blank + piece for piece in pieces[1:])
    return lines
