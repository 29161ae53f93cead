"""What every mechanism may raise."""

from __future__ import annotations


class SaslError(Exception):
    """The exchange cannot go on; `reason` is for the administrator and holds no secret."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
