"""System.DateTime: ticks since 1 January of year 1, and a kind."""

from __future__ import annotations

from datetime import date as python_date
from functools import cache

from spshell.dotnet.globalization.cultures import dates_of
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.enumerations import enum_number
from spshell.dotnet.system.errors import bad_argument, out_of_range, thrown
from spshell.dotnet.time import calendar_arithmetic as calendar
from spshell.dotnet.time import local_time
from spshell.dotnet.time.date_format import Moment, format_moment
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import Members
from spshell.values.numbers import Int64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DATE = Members()

MAX_TICKS = 3_155_378_975_999_999_999
TICKS_PER_DAY = 864_000_000_000
UNSPECIFIED, UTC, LOCAL = 0, 1, 2


date_of = python_date.fromordinal
"""Python's date of a day number; day 1 is 1 January of year 1."""


class DateTime:
    """A moment; immutable. ``kind`` is 0 unspecified, 1 UTC, 2 local."""

    __slots__ = ("kind", "ps_members", "ticks")

    def __init__(self, ticks: int, kind: int = UNSPECIFIED) -> None:
        if not 0 <= ticks <= MAX_TICKS:
            raise out_of_range("ticks", ticks)
        self.ticks = ticks
        self.kind = kind
        self.ps_members: Any = None

    @property
    def date_parts(self) -> tuple[int, int, int, int]:
        """(year, month, day, day of the year)."""
        return calendar.civil(self.ticks // TICKS_PER_DAY)

    @property
    def year(self) -> int:
        return date_of(self.ticks // TICKS_PER_DAY + 1).year

    @property
    def day_of_year(self) -> int:
        return self.date_parts[3]

    @property
    def day_of_week(self) -> Any:
        return _week_days()[(self.ticks // TICKS_PER_DAY + 1) % 7]

    def ps_text(self) -> str:
        return self.format("MM/dd/yyyy HH:mm:ss", "")

    def to_string(self) -> str:
        return self.format(None)

    def format(self, spec: str | None, culture: Any = None) -> str:
        """The text by a format; raises FormatException."""
        return format_moment(Moment(self.ticks, self.kind), spec or "", dates_of(culture))

    def compare_to(self, other: Any) -> int:
        return int(self.ticks > other.ticks) - int(self.ticks < other.ticks)

    def __eq__(self, other: object) -> bool:
        return type(other) is DateTime and other.ticks == self.ticks

    def __hash__(self) -> int:
        return hash(self.ticks)

    def net_equals(self, other: DateTime) -> bool:
        return self.ticks == other.ticks

    def __repr__(self) -> str:
        return f"DateTime({self.ps_text()}, {self.kind})"

    def moved(self, ticks: int, parameter: str = "value") -> DateTime:
        """The date so many ticks later, of the same kind; raises ArgumentOutOfRangeException."""
        moved = self.ticks + ticks
        if not 0 <= moved <= MAX_TICKS:
            raise out_of_range(parameter, ticks)
        return DateTime(moved, self.kind)

    def add_units(self, value: float, unit: int) -> DateTime:
        """The date so many units later; a fraction of a tick is cut off."""
        if value != value or abs(value) > MAX_TICKS / unit:  # noqa: PLR0124 - NaN
            raise out_of_range("value", value)
        whole = int(value)
        return self.moved(whole * unit + int((value - whole) * unit))

    def add_days(self, value: float) -> DateTime:
        return self.add_units(value, TICKS_PER_DAY)

    def add_months(self, months: int) -> DateTime:
        """The same day some months later, or the last one of a shorter month."""
        if not -120_000 <= months <= 120_000:
            raise out_of_range("months", months)
        year, month, day, _ = self.date_parts
        year, month = divmod(year * 12 + month - 1 + months, 12)
        if not 1 <= year <= 9999:
            raise out_of_range("months", months)
        day = min(day, calendar.days_in_month(year, month + 1))
        ticks = calendar.day_number(year, month + 1, day) * TICKS_PER_DAY + self.ticks % TICKS_PER_DAY
        return DateTime(ticks, self.kind)

    def local(self) -> DateTime:
        """As local time."""
        return self if self.kind == LOCAL else DateTime(local_time.to_local(self.ticks), LOCAL)

    def universal(self) -> DateTime:
        """As UTC; an unspecified date counts as local."""
        return self if self.kind == UTC else DateTime(local_time.to_utc(self.ticks), UTC)


@cache
def _week_days() -> list[Any]:
    return [enum_number("System.DayOfWeek", number) for number in range(7)]


def date_ticks(year: int, month: int, day: int) -> int:
    """Ticks of midnight; raises ArgumentOutOfRangeException for a date that is not in the calendar."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.days_in_month(year, month):
        raise thrown("System.ArgumentOutOfRangeException", "Invalid", "The parts do not make a date.")
    return calendar.day_number(year, month, day) * TICKS_PER_DAY


def time_ticks(hour: int, minute: int, second: int, millisecond: int = 0, microsecond: int = 0) -> int:
    """Ticks since midnight; raises ArgumentOutOfRangeException."""
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):
        raise thrown("System.ArgumentOutOfRangeException", "Invalid", "The parts do not make a time of day.")
    if not 0 <= millisecond < 1000:
        raise out_of_range("millisecond", millisecond)
    if not 0 <= microsecond < 1000:
        raise out_of_range("microsecond", microsecond)
    return ((hour * 60 + minute) * 60 + second) * 10_000_000 + millisecond * 10_000 + microsecond * 10


@DATE.constructor(
    "(long ticks)",
    "(long ticks, System.DateTimeKind kind)",
    "(System.DateOnly date, System.TimeOnly time)",
    "(System.DateOnly date, System.TimeOnly time, System.DateTimeKind kind)",
    "(int year, int month, int day)",
    "(int year, int month, int day, System.Globalization.Calendar calendar)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, "
    "System.Globalization.Calendar calendar, System.DateTimeKind kind)",
    "(int year, int month, int day, int hour, int minute, int second)",
    "(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)",
    "(int year, int month, int day, int hour, int minute, int second, "
    "System.Globalization.Calendar calendar)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, "
    "System.DateTimeKind kind)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, "
    "System.Globalization.Calendar calendar)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, int "
    "microsecond, System.DateTimeKind kind)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, int "
    "microsecond, System.Globalization.Calendar calendar)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, int "
    "microsecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)",
)
def create(*parts: Any) -> DateTime:
    kind = UNSPECIFIED
    items = list(parts)
    if hasattr(items[-1], "net_type"):
        kind = items.pop().value
    items = [item for item in items if isinstance(item, int) or hasattr(item, "day_number")]
    if len(items) == 1:
        return DateTime(int(items[0]), kind)
    if not isinstance(items[0], int):
        return DateTime(items[0].day_number * TICKS_PER_DAY + items[1].ticks, kind)
    ticks = date_ticks(*items[:3])
    if len(items) > 3:
        ticks += time_ticks(*items[3:])
    return DateTime(ticks, kind)


DATE.constant("datetime MinValue {get}", DateTime(0))
DATE.constant("datetime MaxValue {get}", DateTime(MAX_TICKS))
DATE.constant("datetime UnixEpoch {get}", DateTime(local_time.UNIX_EPOCH, UTC))


@DATE.prop("datetime Date {get}")
def date(value: DateTime) -> DateTime:
    return DateTime(value.ticks - value.ticks % TICKS_PER_DAY, value.kind)


@DATE.prop("int Day {get}")
def day(value: DateTime) -> int:
    return date_of(value.ticks // TICKS_PER_DAY + 1).day


@DATE.prop("System.DayOfWeek DayOfWeek {get}")
def day_of_week(value: DateTime) -> Any:
    return value.day_of_week


@DATE.prop("int DayOfYear {get}")
def day_of_year(value: DateTime) -> int:
    return value.day_of_year


@DATE.prop("int Hour {get}")
def hour(value: DateTime) -> int:
    return value.ticks // 36_000_000_000 % 24


@DATE.prop("System.DateTimeKind Kind {get}")
def kind_of(value: DateTime) -> Any:
    return enum_number("System.DateTimeKind", value.kind)


@DATE.prop("int Millisecond {get}")
def millisecond(value: DateTime) -> int:
    return value.ticks // 10_000 % 1000


@DATE.prop("int Microsecond {get}")
def microsecond(value: DateTime) -> int:
    return value.ticks // 10 % 1000


@DATE.prop("int Nanosecond {get}")
def nanosecond(value: DateTime) -> int:
    return value.ticks % 10 * 100


@DATE.prop("int Minute {get}")
def minute(value: DateTime) -> int:
    return value.ticks // 600_000_000 % 60


@DATE.prop("int Month {get}")
def month(value: DateTime) -> int:
    return date_of(value.ticks // TICKS_PER_DAY + 1).month


@DATE.prop("static datetime Now {get}")
def now() -> DateTime:
    return DateTime(local_time.to_local(local_time.utc_now()), LOCAL)


@DATE.prop("int Second {get}")
def second(value: DateTime) -> int:
    return value.ticks // 10_000_000 % 60


@DATE.prop("long Ticks {get}")
def ticks_of(value: DateTime) -> Int64:
    return Int64(value.ticks)


@DATE.prop("timespan TimeOfDay {get}")
def time_of_day(value: DateTime) -> TimeSpan:
    return TimeSpan(value.ticks % TICKS_PER_DAY)


@DATE.prop("static datetime Today {get}")
def today() -> DateTime:
    return date(now())


@DATE.prop("int Year {get}")
def year_of(value: DateTime) -> int:
    return value.year


@DATE.prop("static datetime UtcNow {get}")
def utc_now() -> DateTime:
    return DateTime(local_time.utc_now(), UTC)


@DATE.method("datetime Add(timespan value)")
def add(value: DateTime, span: TimeSpan) -> DateTime:
    return value.moved(span.span_ticks)


def _add_units(name: str, unit: int) -> None:
    DATE.method(f"datetime {name}(double value)")(lambda value, count: value.add_units(count, unit))


_add_units("AddDays", TICKS_PER_DAY)
_add_units("AddHours", 36_000_000_000)
_add_units("AddMilliseconds", 10_000)
_add_units("AddMicroseconds", 10)
_add_units("AddMinutes", 600_000_000)
_add_units("AddSeconds", 10_000_000)


@DATE.method("datetime AddMonths(int months)")
def add_months(value: DateTime, months: int) -> DateTime:
    return value.add_months(months)


@DATE.method("datetime AddTicks(long value)")
def add_ticks(value: DateTime, ticks: int) -> DateTime:
    return value.moved(int(ticks))


@DATE.method("datetime AddYears(int value)")
def add_years(value: DateTime, years: int) -> DateTime:
    if not -10_000 <= years <= 10_000:
        raise out_of_range("value", years)
    return value.add_months(years * 12)


@DATE.method(
    "timespan Subtract(datetime value)",
    "datetime Subtract(timespan value)",
)
def subtract(value: DateTime, other: Any) -> Any:
    if isinstance(other, TimeSpan):
        return value.moved(-other.span_ticks)
    return TimeSpan(value.ticks - other.ticks)


@DATE.method("static int Compare(datetime t1, datetime t2)")
def compare(left: DateTime, right: DateTime) -> int:
    return left.compare_to(right)


@DATE.method(
    "int CompareTo(System.Object value)",
    "int CompareTo(datetime value)",
)
def compare_to(value: DateTime, other: Any) -> int:
    if other is None:
        return 1
    if not isinstance(other, DateTime):
        raise thrown("System.ArgumentException", "MustBeType", "DateTime")
    return value.compare_to(other)


@DATE.method("static int DaysInMonth(int year, int month)")
def days_in_month(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise out_of_range("month", month)
    if not 1 <= year <= 9999:
        raise out_of_range("year", year)
    return calendar.days_in_month(year, month)


@DATE.method("static bool IsLeapYear(int year)")
def is_leap_year(year: int) -> bool:
    if not 1 <= year <= 9999:
        raise out_of_range("year", year)
    return calendar.is_leap(year)


@DATE.method("static datetime FromBinary(long dateData)")
def from_binary(data: int) -> DateTime:
    ticks, kind = data & 0x3FFFFFFFFFFFFFFF, data >> 62 & 3
    if kind & 2:
        if ticks > 0x3FFFFFFFFFFFFFFF - TICKS_PER_DAY:
            ticks -= 0x4000000000000000
        return DateTime(local_time.to_local(ticks), LOCAL)
    return DateTime(ticks, kind)


@DATE.method("long ToBinary()")
def to_binary(value: DateTime) -> Int64:
    if value.kind == LOCAL:
        utc = value.ticks - local_time.offset_at_local(value.ticks)
        return Int64((utc & 0x3FFFFFFFFFFFFFFF) - 2**63)
    return Int64(value.ticks | value.kind << 62)


_FILE_TIME_OFFSET = 504_911_232_000_000_000


@DATE.method("static datetime FromFileTime(long fileTime)")
def from_file_time(value: int) -> DateTime:
    return from_file_time_utc(value).local()


@DATE.method("static datetime FromFileTimeUtc(long fileTime)")
def from_file_time_utc(value: int) -> DateTime:
    if not 0 <= value <= MAX_TICKS - _FILE_TIME_OFFSET:
        raise out_of_range("fileTime", value)
    return DateTime(int(value) + _FILE_TIME_OFFSET, UTC)


@DATE.method("long ToFileTime()")
def to_file_time(value: DateTime) -> Int64:
    return to_file_time_utc(value.universal())


@DATE.method("long ToFileTimeUtc()")
def to_file_time_utc(value: DateTime) -> Int64:
    ticks = (value.universal() if value.kind == LOCAL else value).ticks - _FILE_TIME_OFFSET
    if ticks < 0:
        raise thrown("System.ArgumentOutOfRangeException", "Invalid", "The date lies before 1601.")
    return Int64(ticks)


_OLE_EPOCH = 599_264_352_000_000_000


@DATE.method("static datetime FromOADate(double d)")
def from_ole(value: float) -> DateTime:
    if not -657_435.0 < value < 2_958_466.0:
        raise bad_argument("The number is no OLE date.")
    milliseconds = int(value * 86_400_000 + (0.5 if value >= 0 else -0.5))
    if milliseconds < 0:
        milliseconds -= milliseconds % -86_400_000 * 2
    return DateTime(_OLE_EPOCH + milliseconds * 10_000)


@DATE.method("double ToOADate()")
def to_ole(value: DateTime) -> float:
    if value.ticks == 0:
        return 0.0
    ticks = value.ticks + _OLE_EPOCH if value.ticks < TICKS_PER_DAY else value.ticks
    milliseconds = (ticks - _OLE_EPOCH) // 10_000
    if milliseconds < 0:
        fraction = milliseconds % -86_400_000
        if fraction:
            milliseconds -= (86_400_000 + fraction) * 2
    return milliseconds / 86_400_000


@DATE.method("static datetime SpecifyKind(datetime value, System.DateTimeKind kind)")
def specify_kind(value: DateTime, kind: Any) -> DateTime:
    return DateTime(value.ticks, kind.value)


@DATE.method("datetime ToLocalTime()")
def to_local_time(value: DateTime) -> DateTime:
    return value.local()


@DATE.method("datetime ToUniversalTime()")
def to_universal_time(value: DateTime) -> DateTime:
    return value.universal()


@DATE.method("bool IsDaylightSavingTime()")
def is_daylight_saving_time(value: DateTime) -> bool:
    if value.kind == UTC:
        return False
    offset = local_time.offset_at_local(value.ticks)
    winter = local_time.offset_at_local(date_ticks(value.year, 1, 1))
    summer = local_time.offset_at_local(date_ticks(value.year, 7, 1))
    return offset > min(winter, summer)


@DATE.method("System.TypeCode GetTypeCode()")
def get_type_code(_value: DateTime) -> Any:
    return enum_number("System.TypeCode", 16)


@DATE.method(
    "string ToString()",
    "string ToString(string format)",
    "string ToString(System.IFormatProvider provider)",
    "string ToString(string format, System.IFormatProvider provider)",
)
def to_string(value: DateTime, spec: Any = None, provider: Any = None) -> str:
    if spec is not None and not isinstance(spec, str):
        spec, provider = None, spec
    return value.format(spec, provider)


def _shortcut(name: str, letter: str) -> None:
    DATE.method(f"string {name}()")(lambda value: value.format(letter))


_shortcut("ToLongDateString", "D")
_shortcut("ToLongTimeString", "T")
_shortcut("ToShortDateString", "d")
_shortcut("ToShortTimeString", "t")


@DATE.method(
    "string[] GetDateTimeFormats()",
    "string[] GetDateTimeFormats(System.IFormatProvider provider)",
    "string[] GetDateTimeFormats(char format)",
    "string[] GetDateTimeFormats(char format, System.IFormatProvider provider)",
)
def get_date_time_formats(value: DateTime, *options: Any) -> Any:
    from spshell.dotnet.text.strings import string_array

    letters = str(options[0]) if options and isinstance(options[0], str) else "dDfFgGmMoOrRstTuUyY"
    provider = options[-1] if options and not isinstance(options[-1], str) else None
    return string_array([value.format(letter, provider) for letter in letters])


@DATE.method(
    "static datetime Parse(string s)",
    "static datetime Parse(string s, System.IFormatProvider provider)",
    "static datetime Parse(string s, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles styles)",
)
def parse(text: str, provider: Any = None, styles: Any = None) -> DateTime:
    from spshell.dotnet.time.date_parse import parse_date

    return parse_date(text, provider, 0 if styles is None else styles.value)


@DATE.method(
    "static datetime ParseExact(string s, string format, System.IFormatProvider provider)",
    "static datetime ParseExact(string s, string format, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles style)",
    "static datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles style)",
)
def parse_exact(text: str, formats: Any, provider: Any = None, style: Any = None) -> DateTime:
    from spshell.dotnet.time.date_parse_exact import parse_exact as exact

    patterns = [formats] if isinstance(formats, str) else list(formats)
    return exact(text, patterns, provider, 0 if style is None else style.value)


@DATE.method(
    "static bool TryParse(string s, out datetime result)",
    "static bool TryParse(string s, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles styles, out datetime result)",
    "static bool TryParse(string s, System.IFormatProvider provider, out datetime result)",
)
def try_parse(text: str, *rest: Any) -> bool:
    return attempt(lambda: parse(text, *rest[:-1]), rest[-1], DateTime(0))


@DATE.method(
    "static bool TryParseExact(string s, string format, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles style, out datetime result)",
    "static bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, "
    "System.Globalization.DateTimeStyles style, out datetime result)",
)
def try_parse_exact(text: str, formats: Any, *rest: Any) -> bool:
    return attempt(lambda: parse_exact(text, formats, *rest[:-1]), rest[-1], DateTime(0))


def attempt(make: Any, result: Any, default: Any) -> bool:
    """Store what `make` gives in a reference; False (and the default) when it raises."""
    from spshell.values.exceptions import NetException

    try:
        result.value = make()
    except NetException:
        result.value = default
        return False
    return True


@DATE.method("static datetime op_Addition(datetime d, timespan t)")
def op_addition(value: DateTime, span: TimeSpan) -> DateTime:
    return value.moved(span.span_ticks, "t")


@DATE.method(
    "static datetime op_Subtraction(datetime d, timespan t)",
    "static timespan op_Subtraction(datetime d1, datetime d2)",
)
def op_subtraction(value: DateTime, other: Any) -> Any:
    if isinstance(other, TimeSpan):
        return value.moved(-other.span_ticks, "t")
    return TimeSpan(value.ticks - other.ticks)


add_comparisons(DATE, "datetime", "t1", "t2")
define(
    "System.DateTime",
    DATE,
    base="System.ValueType",
    ps_name="datetime",
    kind="struct",
    is_value_type=True,
    python_type=DateTime,
    default=DateTime(0),
    interfaces=(
        "System.IComparable",
        "System.IFormattable",
        "System.IConvertible",
        "System.IComparable`1[System.DateTime]",
        "System.IEquatable`1[System.DateTime]",
    ),
)
