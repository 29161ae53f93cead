"""The offset of local time from UTC, from the operating system."""

from __future__ import annotations

import time

TICKS_PER_SECOND = 10_000_000
UNIX_EPOCH = 621_355_968_000_000_000
_MAX_TICKS = 3_155_378_975_999_999_999


def offset_at_utc(ticks: int) -> int:
    """The offset (in ticks) of local time at a moment given in UTC ticks."""
    seconds = (ticks - UNIX_EPOCH) // TICKS_PER_SECOND
    try:
        return time.localtime(seconds).tm_gmtoff * TICKS_PER_SECOND
    except (OverflowError, ValueError, OSError):
        return 0


def offset_at_local(ticks: int) -> int:
    """The offset of a moment given in local ticks; the standard offset where clocks were set back."""
    guess = offset_at_utc(ticks - offset_at_utc(ticks))
    return offset_at_utc(ticks - guess)


def to_local(ticks: int) -> int:
    """Local ticks of UTC ticks, kept inside the range of dates."""
    return min(max(ticks + offset_at_utc(ticks), 0), _MAX_TICKS)


def to_utc(ticks: int) -> int:
    """UTC ticks of local ticks, kept inside the range of dates."""
    return min(max(ticks - offset_at_local(ticks), 0), _MAX_TICKS)


def utc_now() -> int:
    """Now in UTC ticks."""
    return UNIX_EPOCH + time.time_ns() // 100
