"""Dates in JSON texts: which strings are dates, and of which kind they become."""

from __future__ import annotations

import re
from typing import Any

from spshell.dotnet.time.calendar_arithmetic import day_number, days_in_month
from spshell.dotnet.time.datetimes import LOCAL, MAX_TICKS, TICKS_PER_DAY, UNSPECIFIED, UTC, DateTime

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?"
)
_MICROSOFT = re.compile(r"/Date\((-?\d+)(?:([+-])(\d\d)(\d\d)?)?\)/")
_UNIX_EPOCH = 621_355_968_000_000_000


def date_reader(kind: str) -> Any:
    """The function behind a -DateKind: text -> date, or None when the text is no date; None for String."""
    if kind == "String":
        return None
    if kind == "Offset":
        return _offset_date
    return lambda text: _date(text, kind)


def _parsed(text: str) -> tuple[int, int | None, bool] | None:
    """Ticks of the clock shown, its offset in minutes (None when none is said), and whether it says Z."""
    if text[0] == "/":
        match = _MICROSOFT.fullmatch(text)
        if match is None:
            return None
        ticks = int(match[1]) * 10_000 + _UNIX_EPOCH
        if match[2] is None:
            return ticks, 0, True
        offset = _minutes(match[2], match[3], match[4])
        return ticks + offset * 600_000_000, offset, False
    match = _ISO.fullmatch(text)
    if match is None or len(text) > 40:
        return None
    year, month, day, hour, minute, second = (int(match[index]) for index in range(1, 7))
    if not (year and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    fraction = int((match[7] or "0").ljust(7, "0"))
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second or fraction)):
        return None
    ticks = day_number(year, month, day) * TICKS_PER_DAY
    ticks += ((hour * 60 + minute) * 60 + second) * 10_000_000 + fraction
    if match[8]:
        return ticks, 0, True
    return ticks, None if match[9] is None else _minutes(match[9], match[10], match[11]), False


def _minutes(sign: str, hours: str, minutes: str | None) -> int:
    value = int(hours) * 60 + int(minutes or 0)
    return -value if sign == "-" else value


def _date(text: str, kind: str) -> DateTime | None:
    parsed = _parsed(text)
    if parsed is None:
        return None
    ticks, offset, zulu = parsed
    if not 0 <= ticks <= MAX_TICKS:
        return None
    if offset is None:
        return DateTime(ticks, {"Local": LOCAL, "Utc": UTC}.get(kind, UNSPECIFIED))
    date = DateTime(ticks - offset * 600_000_000, UTC)
    if kind == "Local" or (kind == "Default" and not zulu):
        return date.local()
    return date


def _offset_date(text: str) -> Any:
    parsed = _parsed(text)
    if parsed is None:
        return None
    from spshell.dotnet.time.moments import DateTimeOffset

    ticks, offset, _ = parsed
    if offset is None:
        offset = (ticks - DateTime(ticks, LOCAL).universal().ticks) // 600_000_000
    return DateTimeOffset(ticks, offset * 600_000_000)
