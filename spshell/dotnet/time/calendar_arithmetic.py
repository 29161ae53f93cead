"""The proleptic Gregorian calendar in whole days; day 0 is 1 January of year 1."""

from __future__ import annotations

from datetime import date

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
    found = date.fromordinal(number + 1)
    month = found.month
    before = _BEFORE[month - 1] + (1 if month > 2 and is_leap(found.year) else 0)
    return found.year, month, found.day, before + found.day
