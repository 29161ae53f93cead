"""Output when no formatter is installed: one line of text an object."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class PlainRenderer:
    """Writes the text of each object."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write

    def add(self, value: Any) -> None:
        from spshell.values.text import to_text

        self.write(to_text(value) + "\n")

    def finish(self) -> None:
        """Nothing is held back."""
