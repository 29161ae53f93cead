"""-OutBuffer: objects wait until more of them are there than the number says, then go on together (about_CommonParameters)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class OutBuffer:
    """Holds back the output of a command; `flush` hands on what is left when the command has ended."""

    __slots__ = ("count", "held", "out")

    def __init__(self, out: Callable[[Any], None], count: int) -> None:
        self.out = out
        self.count = count
        self.held: list[Any] = []

    def take(self, value: Any) -> None:
        """One object of the command."""
        self.held.append(value)
        if len(self.held) > self.count:
            self.flush()

    def flush(self) -> None:
        """Hand on everything that waits."""
        held, self.held = self.held, []
        for value in held:
            self.out(value)
