"""What a culture says of dates: the patterns, names and customs behind DateTimeFormatInfo.

The culture that scripts begin in and the invariant one stand here; the others are read from the CLDR (cldr_dates.py).
"""

from __future__ import annotations

from copy import copy

_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip


class DateRows:
    """Patterns are .NET's. Days begin with Sunday, months with January and end with "" (calendars of thirteen months).

    ``first_day`` is 0 for Sunday, ``first_week`` the number of a CalendarWeekRule.
    """

    era = "AD"
    am, pm = "AM", "PM"
    date_separator, time_separator = "/", ":"
    first_day = first_week = 0
    list_separator = ","
    calendar = "Gregorian Calendar"

    def __init__(self) -> None:
        self.short_date, self.long_date = "M/d/yyyy", "dddd, MMMM d, yyyy"
        self.short_time, self.long_time = "h:mm\u202ftt", "h:mm:ss\u202ftt"
        self.month_day, self.year_month = "MMMM d", "MMMM yyyy"
        self.days = _DAYS
        self.short_days = [day[:3] for day in _DAYS]
        self.shortest_days = [day[:2] for day in _DAYS]
        self.months = self.months_genitive = [*_MONTHS, ""]
        self.short_months = self.short_months_genitive = [*(month[:3] for month in _MONTHS), ""]


def _invariant() -> DateRows:
    rows = copy(EN_US)
    rows.era = "A.D."
    rows.short_date, rows.long_date = "MM/dd/yyyy", "dddd, dd MMMM yyyy"
    rows.short_time, rows.long_time = "HH:mm", "HH:mm:ss"
    rows.month_day, rows.year_month = "MMMM dd", "yyyy MMMM"
    return rows


EN_US = DateRows()
INVARIANT = _invariant()


def date_rows(name: str) -> DateRows:
    """What the culture of a name says of dates."""
    if name in ("en-US", ""):
        return EN_US if name else INVARIANT
    from spshell.dotnet.globalization.cldr_dates import cldr_dates

    return cldr_dates(name)
