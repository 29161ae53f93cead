"""DateTimeFormatInfo: how a culture writes and reads dates."""

from __future__ import annotations

from copy import copy
from functools import cache

from spshell.dotnet.globalization.date_rows import date_rows
from spshell.dotnet.system.enumerations import enum_number
from spshell.dotnet.system.errors import argument_null, bad_argument, invalid_operation, out_of_range
from spshell.values.declare import NetProperty, constructor, method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_G = "System.Globalization."


def _text(name: str, attribute: str) -> NetProperty:
    """A pattern, a mark or a designator, kept in an attribute of the format."""

    def read(target: DateFormat) -> Any:
        return getattr(target, attribute)

    def write(target: DateFormat, value: str | None) -> None:
        target.check_writable()
        if value is None:
            raise argument_null("value")
        setattr(target, attribute, value)

    return NetProperty(f"string {name} {{get;set}}", read, write)


def _names(name: str, attribute: str, count: int) -> NetProperty:
    """Names of the days or months; there are always so many."""

    def read(target: DateFormat) -> Any:
        from spshell.dotnet.text.strings import string_array

        return string_array(getattr(target, attribute))

    def write(target: DateFormat, value: Any) -> None:
        target.check_writable()
        if value is None:
            raise argument_null("value")
        if len(value) != count:
            raise bad_argument(f"{name} takes {count} names, not {len(value)}.", "value")
        setattr(target, attribute, [str(item) for item in value])

    return NetProperty(f"string[] {name} {{get;set}}", read, write)


@net_class(_G + "DateTimeFormatInfo", interfaces=("System.IFormatProvider", "System.ICloneable"))
class DateFormat:
    """How a culture writes dates; attributes are patterns and lists of names."""

    def __init__(self, name: str, *, read_only: bool = True) -> None:
        self.name = name
        self.read_only = read_only
        self._full = ""
        self.rows = rows = date_rows(name)
        self.first_day, self.first_week = rows.first_day, rows.first_week
        self.short_date, self.long_date = rows.short_date, rows.long_date
        self.short_time, self.long_time = rows.short_time, rows.long_time
        self.month_day, self.year_month = rows.month_day, rows.year_month
        self.days, self.short_days, self.shortest_days = rows.days, rows.short_days, rows.shortest_days
        self.months, self.months_genitive = rows.months, rows.months_genitive
        self.short_months, self.short_months_genitive = rows.short_months, rows.short_months_genitive
        self.am, self.pm, self.era = rows.am, rows.pm, rows.era
        self.date_separator, self.time_separator = rows.date_separator, rows.time_separator

    @property
    def full(self) -> str:
        """The full pattern: long date and long time, until it is set itself."""
        return self._full or f"{self.long_date} {self.long_time}"

    @full.setter
    def full(self, value: str) -> None:
        self._full = value

    @constructor("()")
    @staticmethod
    def create() -> DateFormat:
        """The invariant culture's, to be changed."""
        return DateFormat("", read_only=False)

    def check_writable(self) -> None:
        """Raises InvalidOperationException for the format of a culture itself."""
        if self.read_only:
            raise invalid_operation("This date format is read-only: change a copy, as Clone() makes one.")

    abbreviated_day_names = _names("AbbreviatedDayNames", "short_days", 7)
    abbreviated_month_names = _names("AbbreviatedMonthNames", "short_months", 13)
    abbreviated_month_genitive_names = _names("AbbreviatedMonthGenitiveNames", "short_months_genitive", 13)
    day_names = _names("DayNames", "days", 7)
    month_names = _names("MonthNames", "months", 13)
    month_genitive_names = _names("MonthGenitiveNames", "months_genitive", 13)
    shortest_day_names = _names("ShortestDayNames", "shortest_days", 7)
    am_designator = _text("AMDesignator", "am")
    pm_designator = _text("PMDesignator", "pm")
    separator_of_dates = _text("DateSeparator", "date_separator")
    separator_of_times = _text("TimeSeparator", "time_separator")
    long_date_pattern = _text("LongDatePattern", "long_date")
    long_time_pattern = _text("LongTimePattern", "long_time")
    month_day_pattern = _text("MonthDayPattern", "month_day")
    short_date_pattern = _text("ShortDatePattern", "short_date")
    short_time_pattern = _text("ShortTimePattern", "short_time")
    year_month_pattern = _text("YearMonthPattern", "year_month")
    full_pattern = _text("FullDateTimePattern", "full")

    @prop("System.Globalization.Calendar Calendar {get}")
    def calendar(self) -> Any:
        from spshell.dotnet.time.calendars import Calendar

        return Calendar()

    @prop("System.Globalization.CalendarWeekRule CalendarWeekRule {get;set}")
    def calendar_week_rule(self) -> Any:
        return enum_number(_G + "CalendarWeekRule", self.first_week)

    @calendar_week_rule.setter
    def set_calendar_week_rule(self, value: Any) -> None:
        self.check_writable()
        self.first_week = value.value

    @prop("System.DayOfWeek FirstDayOfWeek {get;set}")
    def first_day_of_week(self) -> Any:
        return enum_number("System.DayOfWeek", self.first_day)

    @first_day_of_week.setter
    def set_first_day_of_week(self, value: Any) -> None:
        self.check_writable()
        self.first_day = value.value

    @prop("string RFC1123Pattern {get}")
    def rfc1123_pattern(self) -> str:
        return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"

    @prop("string SortableDateTimePattern {get}")
    def sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"

    @prop("string UniversalSortableDateTimePattern {get}")
    def universal_sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"

    @prop("string NativeCalendarName {get}")
    def native_calendar_name(self) -> str:
        return self.rows.calendar

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return self.read_only

    @method("System.Object Clone()")
    def clone(self) -> DateFormat:
        made = copy(self)
        made.read_only = False
        return made

    @method(
        "static System.Globalization.DateTimeFormatInfo ReadOnly(System.Globalization.DateTimeFormatInfo dtfi)"
    )
    @staticmethod
    def read_only_copy(other: DateFormat | None) -> DateFormat:
        if other is None:
            raise argument_null("dtfi")
        made = copy(other)
        made.read_only = True
        return made

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> DateFormat | None:
        return self if wanted.name == "DateTimeFormatInfo" else None

    @method("string GetShortestDayName(System.DayOfWeek dayOfWeek)")
    def get_shortest_day_name(self, day: Any) -> str:
        return self._pick(self.shortest_days, day.value, "dayOfWeek")

    @prop("static System.Globalization.DateTimeFormatInfo InvariantInfo {get}")
    @staticmethod
    def invariant_info() -> DateFormat:
        from spshell.dotnet.globalization.cultures import culture

        return culture("").dates

    @prop("static System.Globalization.DateTimeFormatInfo CurrentInfo {get}")
    @staticmethod
    def current_info() -> DateFormat:
        from spshell.dotnet.globalization.cultures import current

        return current().dates

    @method("string GetMonthName(int month)")
    def get_month_name(self, month: int) -> str:
        return self._pick(self.months, month, "month", first=1)

    @method("string GetAbbreviatedMonthName(int month)")
    def get_abbreviated_month_name(self, month: int) -> str:
        return self._pick(self.short_months, month, "month", first=1)

    @method("string GetDayName(System.DayOfWeek dayofweek)")
    def get_day_name(self, day: Any) -> str:
        return self._pick(self.days, day.value, "dayofweek")

    @method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)")
    def get_abbreviated_day_name(self, day: Any) -> str:
        return self._pick(self.short_days, day.value, "dayofweek")

    def _pick(self, names: list[str], number: int, parameter: str, first: int = 0) -> str:
        if not first <= number < len(names) + first:
            raise out_of_range(parameter, number)
        return names[number - first]


@cache
def kept_dates(name: str) -> DateFormat:
    """The date format of a culture for formatting and parsing; scripts never get hold of it."""
    return DateFormat(name)
