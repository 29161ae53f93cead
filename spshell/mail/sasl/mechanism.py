"""What every mechanism may raise, and what several need."""

from __future__ import annotations

SERVICE = "SMTPSVC"
"""The service class of SharePoint's principal name, SMTPSVC/<configured host>."""


class SaslError(Exception):
    """The exchange cannot go on; `reason` is for the administrator and holds no secret.

    `passes`: waiting will help (nobody answered), where otherwise somebody has to change something.
    """

    def __init__(self, reason: str, *, passes: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passes = passes
