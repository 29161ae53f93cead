"""What goes first, and how long it stays worth sending."""

from __future__ import annotations

import enum
from datetime import timedelta


class Priority(enum.IntEnum):
    """The smaller number leaves first. ORDER: the numbers stand in outbox files."""

    ADMINISTRATION = 0
    """Certificates and passwords that expire, sites about to be deleted, storage."""
    REQUEST = 1
    """Somebody waits for an answer: access requests, confirmations."""
    ALERT = 2
    DIGEST = 3

    @property
    def lifetime(self) -> timedelta:
        """When to give up: an alert is stale after two days; RFC 5321 §4.5.4.1 has four to five for the rest."""
        return timedelta(hours=48) if self >= Priority.ALERT else timedelta(days=5)
