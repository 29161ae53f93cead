"""When a deferred message is tried again, and when that ends.

A farm's relay is a smart host: one destination, usually back within minutes. So the first retries come
soon, and then every hour (RFC 5321 §4.5.4.1 asks for patience towards the many hosts of the internet,
and for giving up after four to five days).
"""

from __future__ import annotations

from datetime import datetime, timedelta

_MINUTES = (1, 2, 5, 10, 20, 30)
_LATER = timedelta(hours=1)

LIFETIME = timedelta(days=5)


def next_attempt(attempts: int, now: datetime) -> datetime:
    """The time of the next attempt after so many."""
    if attempts <= len(_MINUTES):
        return now + timedelta(minutes=_MINUTES[max(attempts, 1) - 1])
    return now + _LATER


def expired(created: datetime, now: datetime) -> bool:
    return now - created >= LIFETIME
