"""DateTimeFormatInfo: how a culture writes and reads dates."""

from __future__ import annotations

from functools import cache

from spshell.dotnet.globalization.culture_data import ERAS, PATTERNS
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import out_of_range
from spshell.values.declare import method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_G = "System.Globalization."
_SHORT_DAYS = "Sun Mon Tue Wed Thu Fri Sat"
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@net_class(_G + "DateTimeFormatInfo", interfaces=("System.IFormatProvider", "System.ICloneable"))
class DateFormat:
    """How a culture writes dates; attributes are patterns and lists of names."""

    def __init__(self, name: str) -> None:
        language = name.partition("-")[0]
        rows = {**PATTERNS["en-US"], **PATTERNS.get(language, {}), **PATTERNS.get(name, {})}
        if not name:
            rows = {**PATTERNS["en-US"], **PATTERNS[""]}
        self.name = name
        self.rows = rows
        self.short_date = rows["short_date"]
        self.long_date = rows["long_date"]
        self.short_time = rows["short_time"]
        self.long_time = rows["long_time"]
        self.month_day = rows["month_day"]
        self.year_month = rows["year_month"]
        self.days = rows["days"].split()
        self.short_days = rows.get("short_days", _SHORT_DAYS).split()
        self.months = [*rows["months"].split(), ""]
        genitives = rows.get("months_genitive")
        self.months_genitive = [*genitives.split(), ""] if genitives else self.months
        self.short_months = [*rows.get("short_months", _SHORT_MONTHS).split(), ""]
        genitive = rows.get("short_months_genitive")
        self.short_months_genitive = [*genitive.split(), ""] if genitive else self.short_months
        self.am = rows.get("am", "AM")
        self.pm = rows.get("pm", "PM")
        self.date_separator = rows.get("date_separator", "/")
        self.time_separator = rows.get("time_separator", ":")
        self.era = ERAS.get(language, "AD")

    @property
    def full(self) -> str:
        """The full pattern: long date and long time."""
        return f"{self.long_date} {self.long_time}"

    def _strings(self, items: list[str]) -> Any:
        from spshell.dotnet.text.strings import string_array

        return string_array(items)

    @prop("string[] AbbreviatedDayNames {get}")
    def abbreviated_day_names(self) -> Any:
        return self._strings(self.short_days)

    @prop("string[] AbbreviatedMonthNames {get}")
    def abbreviated_month_names(self) -> Any:
        return self._strings(self.short_months)

    @prop("string[] AbbreviatedMonthGenitiveNames {get}")
    def abbreviated_month_genitive_names(self) -> Any:
        return self._strings(self.short_months_genitive)

    @prop("string AMDesignator {get}")
    def am_designator(self) -> str:
        return self.am

    @prop("string PMDesignator {get}")
    def pm_designator(self) -> str:
        return self.pm

    @prop("System.Globalization.Calendar Calendar {get}")
    def calendar(self) -> Any:
        from spshell.dotnet.time.calendars import Calendar

        return Calendar()

    @prop("System.Globalization.CalendarWeekRule CalendarWeekRule {get}")
    def calendar_week_rule(self) -> Any:
        monday = self.rows.get("first_day") == "Monday"
        return enum_value(_G + "CalendarWeekRule", "FirstFourDayWeek" if monday else "FirstDay")

    @prop("string DateSeparator {get}")
    def separator_of_dates(self) -> str:
        return self.date_separator

    @prop("string TimeSeparator {get}")
    def separator_of_times(self) -> str:
        return self.time_separator

    @prop("string[] DayNames {get}")
    def day_names(self) -> Any:
        return self._strings(self.days)

    @prop("string[] MonthNames {get}")
    def month_names(self) -> Any:
        return self._strings(self.months)

    @prop("string[] MonthGenitiveNames {get}")
    def month_genitive_names(self) -> Any:
        return self._strings(self.months_genitive)

    @prop("string[] ShortestDayNames {get}")
    def shortest_day_names(self) -> Any:
        if self.name.startswith("en") or not self.name:
            return self._strings([day[:2] for day in self.days])
        return self._strings(self.rows.get("shortest_days", " ".join(self.short_days)).split())

    @prop("System.DayOfWeek FirstDayOfWeek {get}")
    def first_day_of_week(self) -> Any:
        return enum_value("System.DayOfWeek", self.rows.get("first_day", "Sunday"))

    @prop("string FullDateTimePattern {get}")
    def full_pattern(self) -> str:
        return self.full

    @prop("string LongDatePattern {get}")
    def long_date_pattern(self) -> str:
        return self.long_date

    @prop("string LongTimePattern {get}")
    def long_time_pattern(self) -> str:
        return self.long_time

    @prop("string MonthDayPattern {get}")
    def month_day_pattern(self) -> str:
        return self.month_day

    @prop("string RFC1123Pattern {get}")
    def rfc1123_pattern(self) -> str:
        return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"

    @prop("string ShortDatePattern {get;set}")
    def short_date_pattern(self) -> str:
        return self.short_date

    @short_date_pattern.setter
    def set_short_date_pattern(self, value: str) -> None:
        self.short_date = value

    @prop("string ShortTimePattern {get}")
    def short_time_pattern(self) -> str:
        return self.short_time

    @prop("string SortableDateTimePattern {get}")
    def sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"

    @prop("string UniversalSortableDateTimePattern {get}")
    def universal_sortable_pattern(self) -> str:
        return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"

    @prop("string NativeCalendarName {get}")
    def native_calendar_name(self) -> str:
        return self.rows.get("calendar", "Gregorian Calendar")

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return not self.name

    @method("System.Object Clone()")
    def clone(self) -> DateFormat:
        return DateFormat(self.name)

    @method("System.Object GetFormat(type formatType)")
    def get_format(self, wanted: Any) -> DateFormat | None:
        return self if wanted.name == "DateTimeFormatInfo" else None

    @method("string GetShortestDayName(System.DayOfWeek dayOfWeek)")
    def get_shortest_day_name(self, day: Any) -> str:
        return str(list(self.shortest_day_names)[day.value])

    @prop("string YearMonthPattern {get}")
    def year_month_pattern(self) -> str:
        return self.year_month

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
