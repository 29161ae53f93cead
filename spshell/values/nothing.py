"""The empty result of a pipeline (PowerShell's AutomationNull)."""

from __future__ import annotations


class Nothing:
    """What a command that wrote no object evaluates to: ``$null`` as a value, no object as pipeline input."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOTHING"

    def __bool__(self) -> bool:
        return False


NOTHING = Nothing()
