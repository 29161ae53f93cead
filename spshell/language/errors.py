"""What is wrong with a text, and where."""

from __future__ import annotations


class ParseError:
    """One fault: PowerShell's id for it, what its sentence names, its place.

    `incomplete` is true when more text could still mend it, so that a prompt asks for another line.
    """

    __slots__ = ("arguments", "end", "error_id", "incomplete", "start")

    def __init__(
        self, error_id: str, arguments: tuple[str, ...], start: int, end: int, incomplete: bool
    ) -> None:
        self.error_id = error_id
        self.arguments = arguments
        self.start = start
        self.end = end
        self.incomplete = incomplete

    def __repr__(self) -> str:
        more = ", incomplete" if self.incomplete else ""
        return f"ParseError({self.error_id}{self.arguments!r} [{self.start}, {self.end}]{more})"
