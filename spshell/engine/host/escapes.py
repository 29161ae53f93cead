"""Escape sequences in text: which there are, text without them, and whether output is to have any."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

RESET = "\x1b[0m"


def _pattern() -> Any:
    import re

    return re.compile("(\x1b\\[\\d*(?:;\\d+)*m|\x1b\\[\\?\\d+[hl]|\x1b\\]8;;.*?\x1b\\\\)")


def strip(text: str) -> str:
    """The text alone."""
    return str(_pattern().sub("", text))


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text: (piece, whether it is visible)."""
    for index, piece in enumerate(_pattern().split(text)):
        if piece:
            yield piece, index % 2 == 0


def rendering(style: Any) -> str:
    """``$PSStyle.OutputRendering``: what a script chose, else PlainText where NO_COLOR is set, else Host."""
    chosen = None if style is None else style.rendering
    if chosen is not None:
        return str(chosen.name)
    return "PlainText" if "NO_COLOR" in os.environ else "Host"


def decorations(session: Any) -> dict[str, str] | None:
    """The sequences of ``$PSStyle.Formatting``, or None when output is to have no colours of its own.

    Unasked there is none: off a terminal text is read by programs.
    """
    style = session.ps_style
    if style is None or rendering(style) != "Ansi":
        return None
    return style.parts["Formatting"].settings  # type: ignore[no-any-return]  # name -> sequence
