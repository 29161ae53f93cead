"""The proleptic Gregorian calendar in whole days; day 0 is 1 January of year 1."""

from __future__ import annotations

_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 January of year 1."""
    before = year - 1
    leap = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month - 1] + leap + day - 1


def civil(number: int) -> tuple[int, int, int, int]:
    """(year, month, day, day of the year) of a day number."""
    n400, n = divmod(number, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31, 366
    leap = is_leap(year)
    month = (n + 50) >> 5
    before = _BEFORE[month - 1] + (1 if leap and month > 2 else 0)
    if before > n:
        month -= 1
        before = _BEFORE[month - 1] + (1 if leap and month > 2 else 0)
    return year, month, n - before + 1, n + 1
