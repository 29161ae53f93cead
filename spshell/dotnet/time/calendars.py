"""The Gregorian calendar, ISO weeks, and CompareInfo."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, out_of_range
from spshell.dotnet.text.text_search import compare, find, find_last
from spshell.dotnet.time.calendar_arithmetic import day_number, days_in_month, is_leap
from spshell.values.declare import Members, method, net_class, prop

_G = "System.Globalization."


@net_class(_G + "GregorianCalendar")
class Calendar:
    """System.Globalization.GregorianCalendar."""

    @method(
        "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule,"
        " System.DayOfWeek firstDayOfWeek)"
    )
    def get_week_of_year(self, time: Any, rule: Any, first_day: Any) -> int:
        return week_of_year(time, int(rule.value), int(first_day.value))

    @method("int GetDayOfYear(datetime time)")
    def get_day_of_year(self, time: Any) -> int:
        return int(time.day_of_year)

    @method("int GetDaysInMonth(int year, int month)")
    def get_days_in_month(self, year: int, month: int) -> int:
        if not 1 <= month <= 12:
            raise out_of_range("month", month)
        return days_in_month(year, month)

    @method("int GetDaysInYear(int year)")
    def get_days_in_year(self, year: int) -> int:
        return 366 if is_leap(year) else 365

    @method("bool IsLeapYear(int year)")
    def is_leap_year(self, year: int) -> bool:
        return is_leap(year)

    @prop("datetime MinSupportedDateTime {get}")
    def first_moment(self) -> Any:
        from spshell.dotnet.time.datetimes import DateTime

        return DateTime(0)

    @prop("datetime MaxSupportedDateTime {get}")
    def last_moment(self) -> Any:
        from spshell.dotnet.time.datetimes import MAX_TICKS, DateTime

        return DateTime(MAX_TICKS)

    @prop("System.Globalization.CalendarAlgorithmType AlgorithmType {get}")
    def algorithm(self) -> Any:
        return enum_value(_G + "CalendarAlgorithmType", "SolarCalendar")

    @prop("System.Globalization.GregorianCalendarTypes CalendarType {get}")
    def calendar_type(self) -> Any:
        return enum_value(_G + "GregorianCalendarTypes", "Localized")

    @prop("int[] Eras {get}")
    def eras(self) -> Any:
        return [1]

    @prop("int TwoDigitYearMax {get}")
    def two_digit_year_max(self) -> int:
        return 2049

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return False

    @method("int ToFourDigitYear(int year)")
    def to_four_digit_year(self, year: int) -> int:
        return four_digit_year(year)

    @method("System.DayOfWeek GetDayOfWeek(datetime time)")
    def get_day_of_week(self, time: Any) -> Any:
        return time.day_of_week

    @method("datetime AddMonths(datetime time, int months)")
    def add_months(self, time: Any, months: int) -> Any:
        return time.add_months(months)

    @method("datetime AddDays(datetime time, int days)")
    def add_days(self, time: Any, days: int) -> Any:
        return time.add_days(float(days))


def four_digit_year(year: int) -> int:
    """Two digits mean 1950 to 2049."""
    return year + (2000 if year < 50 else 1900) if year < 100 else year


def week_of_year(time: Any, rule: int, first_day: int) -> int:
    """The week number by a rule: 0 first day, 1 first full week, 2 first week of four days."""
    year = time.year
    day = time.day_of_year - 1
    weekday_of_first = (int(time.day_of_week.value) - day) % 7
    offset = (weekday_of_first - first_day) % 7
    if rule == 0:
        return int((day + offset) // 7 + 1)
    needed = 7 if rule == 1 else 4
    start = -offset if 7 - offset >= needed else 7 - offset
    if day >= start:
        week = (day - start) // 7 + 1
        if week >= 53 and rule == 2 and _first_week_of(year + 1, first_day, needed) <= day:
            return 1
        return int(week)
    from spshell.dotnet.time.datetimes import DateTime

    last = DateTime(day_number(year, 1, 1) * 864_000_000_000 - 864_000_000_000)
    return week_of_year(last, rule, first_day)


def _first_week_of(year: int, first_day: int, needed: int) -> int:
    """The day of the year before on which the first week of `year` begins (large when it begins later)."""
    first = day_number(year, 1, 1)
    weekday = (first + 1) % 7
    offset = (weekday - first_day) % 7
    if 7 - offset < needed or offset == 0:
        return 1000
    return first - offset - day_number(year - 1, 1, 1)


@net_class(_G + "CompareInfo")
class CompareInfo:
    """Comparison of text by culture."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.owner.name)

    @prop("int LCID {get}")
    def lcid(self) -> int:
        return int(self.owner.lcid)

    def ps_text(self) -> str:
        return f"CompareInfo - {self.owner.name}"

    to_string = ps_text

    def _mode(self, options: Any) -> str:
        return "CurrentCultureIgnoreCase" if options is not None and options.value & 1 else "CurrentCulture"

    @method(
        "int Compare(string string1, string string2)",
        "int Compare(string string1, string string2, System.Globalization.CompareOptions options)",
    )
    def compare(self, left: str, right: str, options: Any = None) -> int:
        return compare(left, right, self._mode(options))

    @method(
        "int IndexOf(string source, string value)",
        "int IndexOf(string source, string value, System.Globalization.CompareOptions options)",
    )
    def index_of(self, text: str, part: str, options: Any = None) -> int:
        if text is None:
            raise argument_null("source")
        return find(text, part, self._mode(options))

    @method("int LastIndexOf(string source, string value)")
    def last_index_of(self, text: str, part: str) -> int:
        return find_last(text, part, "CurrentCulture")


WEEK = Members()


@WEEK.method("static int GetWeekOfYear(datetime date)")
def iso_week(time: Any) -> int:
    """ISO 8601 week number."""
    return iso_week_and_year(time)[0]


@WEEK.method("static int GetYear(datetime date)")
def iso_year(time: Any) -> int:
    """The year that the ISO week belongs to."""
    return iso_week_and_year(time)[1]


@WEEK.method("static int GetWeeksInYear(int year)")
def weeks_in_year(year: int) -> int:
    """52 or 53."""
    first = (day_number(year, 1, 1) + 1) % 7
    return 53 if first == 4 or (first == 3 and is_leap(year)) else 52


def iso_week_and_year(time: Any) -> tuple[int, int]:
    """(week, year) of ISO 8601."""
    year = time.year
    weekday = (int(time.day_of_week.value) + 6) % 7 + 1
    week = (time.day_of_year - weekday + 10) // 7
    if week < 1:
        return weeks_in_year(year - 1), year - 1
    if week > weeks_in_year(year):
        return 1, year + 1
    return week, year


define(_G + "ISOWeek", WEEK, kind="static")
