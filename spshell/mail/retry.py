"""When a deferred message is tried again.

A farm's relay is a smart host: one destination, usually back within minutes. So the first retries come soon, and then
every hour (RFC 5321 §4.5.4.1 asks for patience towards the many hosts of the internet). When that ends is the
message's priority's business.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

_MINUTES = (1, 2, 5, 10, 20, 30)
LONGEST = timedelta(hours=1)
_JITTER = 0.1  # so that several servers, or thousands of messages, do not all come at the same second


def delay(attempts: int) -> timedelta:
    """How long to wait after so many attempts."""
    if attempts <= len(_MINUTES):
        return timedelta(minutes=_MINUTES[max(attempts, 1) - 1])
    return LONGEST


def next_attempt(attempts: int, now: datetime, spread: float | None = None) -> datetime:
    """The time of the next attempt after so many; `spread` from -1 to 1 is where in the jitter it falls."""
    if spread is None:
        spread = random.uniform(-1, 1)  # noqa: S311 - no secret
    return now + delay(attempts) * (1 + _JITTER * spread)
