"""System.DateOnly and System.TimeOnly: a date without a time, a time without a date."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.errors import bad_format, out_of_range
from spshell.dotnet.time.datetimes import (
    TICKS_PER_DAY,
    DateTime,
    date_ticks,
    time_ticks,
)
from spshell.dotnet.time.moments import text_of
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import Members
from spshell.values.numbers import Int64

DATE = Members()
TIME = Members()


class DateOnly:
    """A date without a time."""

    __slots__ = ("day_number", "ps_members")

    def __init__(self, day_number: int) -> None:
        if not 0 <= day_number <= 3_652_058:
            raise out_of_range("dayNumber", day_number)
        self.day_number = day_number
        self.ps_members: Any = None

    def at(self, ticks: int = 0) -> DateTime:
        """The date at a time of day."""
        return DateTime(self.day_number * TICKS_PER_DAY + ticks)

    def ps_text(self) -> str:
        return self.format("MM/dd/yyyy", "")

    def to_string(self) -> str:
        return self.format(None)

    def format(self, spec: str | None, culture: Any = None) -> str:
        """The text by a format; only letters of dates are taken."""
        wrong = (
            spec and any(letter in "HhmsftKz" for letter in spec) and (len(spec) == 1 or not spec.isalpha())
        )
        if wrong and spec not in ("m", "M"):
            raise bad_format("FormatSpecifier")
        return self.at().format({"o": "yyyy-MM-dd", "O": "yyyy-MM-dd"}.get(spec or "d", spec or "d"), culture)

    def compare_to(self, other: Any) -> int:
        return int(self.day_number > other.day_number) - int(self.day_number < other.day_number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateOnly) and other.day_number == self.day_number

    def __hash__(self) -> int:
        return hash(self.day_number)

    def net_equals(self, other: DateOnly) -> bool:
        return self.day_number == other.day_number


class TimeOnly:
    """A time of day."""

    __slots__ = ("ps_members", "ticks")

    def __init__(self, ticks: int) -> None:
        if not 0 <= ticks < TICKS_PER_DAY:
            raise out_of_range("ticks", ticks)
        self.ticks = ticks
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return self.format("HH:mm", "")

    def to_string(self) -> str:
        return self.format(None)

    def format(self, spec: str | None, culture: Any = None) -> str:
        """The text by a format."""
        exact = {"o": "HH:mm:ss.fffffff", "O": "HH:mm:ss.fffffff", "r": "HH:mm:ss", "R": "HH:mm:ss"}
        return DateTime(self.ticks).format(exact.get(spec or "t", spec or "t"), culture)

    def compare_to(self, other: Any) -> int:
        return int(self.ticks > other.ticks) - int(self.ticks < other.ticks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeOnly) and other.ticks == self.ticks

    def __hash__(self) -> int:
        return hash(self.ticks)

    def net_equals(self, other: TimeOnly) -> bool:
        return self.ticks == other.ticks


_D, _T = "System.DateOnly", "System.TimeOnly"


def _parsed(text: str, provider: Any = None, *_rest: Any) -> int:
    from spshell.dotnet.globalization.cultures import dates_of
    from spshell.dotnet.time.date_parse import scan

    return scan(text, dates_of(provider), 8).ticks


def _parse_date(text: str, *rest: Any) -> DateOnly:
    ticks = _parsed(text, *rest)
    if ticks % TICKS_PER_DAY:
        raise bad_format("FormatDate", text)
    return DateOnly(ticks // TICKS_PER_DAY)


def _parse_time(text: str, *rest: Any) -> TimeOnly:
    ticks = _parsed(text, *rest)
    if ticks >= TICKS_PER_DAY:
        raise bad_format("FormatDate", text)
    return TimeOnly(ticks)


DATE.constructor("(int year, int month, int day)")(
    lambda *parts: DateOnly(date_ticks(*parts) // TICKS_PER_DAY)
)
DATE.prop("int Year {get}")(lambda v: v.at().year)
DATE.prop("int Month {get}")(lambda v: v.at().date_parts[1])
DATE.prop("int Day {get}")(lambda v: v.at().date_parts[2])
DATE.prop("System.DayOfWeek DayOfWeek {get}")(lambda v: v.at().day_of_week)
DATE.prop("int DayOfYear {get}")(lambda v: v.at().day_of_year)
DATE.prop("int DayNumber {get}")(lambda v: v.day_number)
DATE.constant(f"{_D} MinValue {{get}}", DateOnly(0))
DATE.constant(f"{_D} MaxValue {{get}}", DateOnly(3_652_058))
DATE.method(f"{_D} AddDays(int value)")(lambda v, n: DateOnly(v.day_number + n))
DATE.method(f"{_D} AddMonths(int value)")(lambda v, n: DateOnly(v.at().add_months(n).ticks // TICKS_PER_DAY))
DATE.method(f"{_D} AddYears(int value)")(
    lambda v, n: DateOnly(v.at().add_months(12 * n).ticks // TICKS_PER_DAY)
)
DATE.method(f"datetime ToDateTime({_T} time)")(lambda v, time: v.at(time.ticks))
DATE.method("string ToLongDateString()")(lambda v: v.format("D"))
DATE.method("string ToShortDateString()")(lambda v: v.format("d"))
DATE.method(f"static {_D} FromDateTime(datetime dateTime)")(lambda v: DateOnly(v.ticks // TICKS_PER_DAY))
DATE.method(f"static {_D} FromDayNumber(int dayNumber)")(DateOnly)
DATE.method(f"static {_D} Parse(string s)", f"static {_D} Parse(string s, System.IFormatProvider provider)")(
    _parse_date
)
TIME.constructor(
    "(int hour, int minute)",
    "(int hour, int minute, int second)",
    "(int hour, int minute, int second, int millisecond)",
    "(long ticks)",
)(
    lambda *parts: TimeOnly(
        int(parts[0]) if len(parts) == 1 else time_ticks(*[*parts, 0][: max(3, len(parts))])
    )
)
TIME.prop("int Hour {get}")(lambda v: v.ticks // 36_000_000_000)
TIME.prop("int Minute {get}")(lambda v: v.ticks // 600_000_000 % 60)
TIME.prop("int Second {get}")(lambda v: v.ticks // 10_000_000 % 60)
TIME.prop("int Millisecond {get}")(lambda v: v.ticks // 10_000 % 1000)
TIME.prop("int Microsecond {get}")(lambda v: v.ticks // 10 % 1000)
TIME.prop("int Nanosecond {get}")(lambda v: v.ticks % 10 * 100)
TIME.prop("long Ticks {get}")(lambda v: Int64(v.ticks))
TIME.constant(f"{_T} MinValue {{get}}", TimeOnly(0))
TIME.constant(f"{_T} MaxValue {{get}}", TimeOnly(TICKS_PER_DAY - 1))
TIME.method(f"{_T} AddHours(double value)")(
    lambda v, n: TimeOnly((v.ticks + int(n * 36_000_000_000)) % TICKS_PER_DAY)
)
TIME.method(f"{_T} AddMinutes(double value)")(
    lambda v, n: TimeOnly((v.ticks + int(n * 600_000_000)) % TICKS_PER_DAY)
)
TIME.method(f"{_T} Add(timespan value)")(
    lambda v, span: TimeOnly((v.ticks + span.span_ticks) % TICKS_PER_DAY)
)
TIME.method(f"bool IsBetween({_T} start, {_T} end)")(
    lambda v, a, b: (
        a.ticks <= v.ticks < b.ticks if a.ticks <= b.ticks else v.ticks >= a.ticks or v.ticks < b.ticks
    )
)
TIME.method("timespan ToTimeSpan()")(lambda v: TimeSpan(v.ticks))
TIME.method(f"static {_T} FromDateTime(datetime dateTime)")(lambda v: TimeOnly(v.ticks % TICKS_PER_DAY))
TIME.method(f"static {_T} FromTimeSpan(timespan timeSpan)")(lambda v: TimeOnly(v.span_ticks))
TIME.method(f"static {_T} Parse(string s)", f"static {_T} Parse(string s, System.IFormatProvider provider)")(
    _parse_time
)
TIME.method(f"static timespan op_Subtraction({_T} t1, {_T} t2)")(
    lambda a, b: TimeSpan((a.ticks - b.ticks) % TICKS_PER_DAY)
)
for _members, _type in ((DATE, _D), (TIME, _T)):
    add_comparisons(_members, _type)
    _members.method(f"int CompareTo({_type} value)")(lambda v, other: v.compare_to(other))
    _members.method(
        "string ToString()",
        "string ToString(string format)",
        "string ToString(System.IFormatProvider provider)",
        "string ToString(string format, System.IFormatProvider provider)",
    )(text_of)
for _type, _members, _class, _default in (
    (_D, DATE, DateOnly, DateOnly(0)),
    (_T, TIME, TimeOnly, TimeOnly(0)),
):
    define(
        _type,
        _members,
        base="System.ValueType",
        kind="struct",
        is_value_type=True,
        python_type=_class,
        default=_default,
        interfaces=("System.IComparable", "System.IFormattable", f"System.IComparable`1[{_type}]"),
    )
