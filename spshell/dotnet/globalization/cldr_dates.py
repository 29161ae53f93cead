"""How a culture writes dates, read from the CLDR as .NET reads it from ICU (CalendarData and CultureData)."""

from __future__ import annotations

import re
from functools import cache

from spshell.dotnet.globalization.date_rows import EN_US, DateRows
from spshell.values.locales import locale_of, specific

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CALENDARS = {"de": "Gregorianischer Kalender"}
"""The calendar's name in its language, which Babel does not hold; English for others."""
_FIRST_DAY, _FIRST_FULL_WEEK, _FIRST_FOUR_DAYS = 0, 1, 2
_RUN = re.compile(r"'[^']*'|([A-Za-z])\1*|[^A-Za-z']+")


@cache
def cldr_dates(name: str) -> DateRows:
    """The dates of any culture but the invariant one and en-US."""
    locale = locale_of(name)
    if locale is None:
        return EN_US
    rows = DateRows()
    _patterns(rows, locale)
    _names(rows, locale)
    _weeks(rows, locale_of(specific(name)))
    rows.list_separator = ";" if _has_decimal_comma(locale) else ","
    rows.calendar = _CALENDARS.get(locale.language, rows.calendar)
    return rows


def _has_decimal_comma(locale: Any) -> bool:
    """Whether numbers have a decimal comma, so that lists want another mark."""
    return bool(locale.symbols()["decimal"] == ",")


def _patterns(rows: DateRows, locale: Any) -> None:
    rows.short_date = _full_year(net_date(locale.data["date_formats"]["short"].pattern))
    rows.long_date = net_date(locale.data["date_formats"]["full"].pattern)
    rows.short_time = net_time(locale.data["time_formats"]["short"].pattern)
    rows.long_time = net_time(locale.data["time_formats"]["medium"].pattern)
    rows.month_day = net_date(_skeleton(locale, "MMMMd", "d MMMM"))
    rows.year_month = net_date(_skeleton(locale, "yMMMM", "MMMM y"))
    rows.date_separator = _separator(rows.short_date, "dyM")
    rows.time_separator = _separator(rows.long_time, "Hhms")


def _skeleton(locale: Any, fields: str, otherwise: str) -> str:
    """The pattern for some fields; that of the short month's name serves with the long one, as in ICU."""
    skeletons = locale.data["datetime_skeletons"]
    if fields in skeletons:
        return str(skeletons[fields].pattern)
    short = skeletons.get(fields.replace("MMMM", "MMM"))
    return otherwise if short is None else re.sub("MMM|LLL", "MMMM", short.pattern)


def _names(rows: DateRows, locale: Any) -> None:
    days, months = locale.data["days"]["stand-alone"], locale.data["months"]
    rows.days = _days(days["wide"])
    rows.short_days = _days(days["abbreviated"])
    rows.shortest_days = _days(days.get("short") or days["abbreviated"])
    rows.months = _months(months["stand-alone"]["wide"])
    rows.months_genitive = _months(months["format"]["wide"])
    rows.short_months = _months(months["stand-alone"]["abbreviated"])
    rows.short_months_genitive = _months(months["format"]["abbreviated"])
    halves = locale.data["day_periods"]["format"]["abbreviated"]
    rows.am, rows.pm = halves.get("am", rows.am), halves.get("pm", rows.pm)
    rows.era = locale.data["eras"]["abbreviated"].get(1, rows.era)


def _days(names: Any) -> list[str]:
    return [names[(number - 1) % 7] for number in range(7)]  # Babel's week begins with Monday


def _months(names: Any) -> list[str]:
    return [*(names[number] for number in range(1, 13)), ""]


def _weeks(rows: DateRows, locale: Any) -> None:
    rows.first_day = (locale.data["week_data"]["first_day"] + 1) % 7
    rows.first_week = {1: _FIRST_DAY, 7: _FIRST_FULL_WEEK}.get(
        locale.data["week_data"]["min_days"], _FIRST_FOUR_DAYS
    )


def net_date(pattern: str) -> str:
    """A date pattern of the CLDR in .NET's letters."""
    return "".join(_date_field(run.group()) for run in _RUN.finditer(pattern))


def _date_field(run: str) -> str:
    letter, count = run[0], len(run)
    if letter in "Eec":
        return "dddd" if count == 4 else "ddd"
    if letter in "LM":
        return "MMM" if count > 4 else "M" * count
    if letter == "G":
        return "g"
    return "yyyy" if run == "y" else run


def net_time(pattern: str) -> str:
    """A time pattern of the CLDR in .NET's letters: what .NET cannot say is left out."""
    return "".join(_time_field(run.group()) for run in _RUN.finditer(pattern))


def _time_field(run: str) -> str:
    if run[0] in "abB":
        return "tt"
    if run[0].isascii() and run[0].isalpha():
        return run if run[0] in "Hhms" else ""
    return (
        run if run[0] == "'" else "".join(mark for mark in run.replace("\u00a0", " ") if mark in ":. \u202f")
    )


def _full_year(pattern: str) -> str:
    """A short date shows four digits of the year, whatever the CLDR says."""
    return re.sub(r"(?<!y)yy(?!y)", "yyyy", pattern, count=1)


def _separator(pattern: str, fields: str) -> str:
    """What stands between the first field of a pattern and the next."""
    found = re.search(f"([{fields}])\\1*((?:'[^']*'|[^{fields}'])*)[{fields}]", pattern)
    return found.group(2).replace("'", "") if found else ""
