"""System.DateTimeOffset."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.errors import bad_argument, out_of_range
from spshell.dotnet.time import local_time
from spshell.dotnet.time.datetimes import (
    LOCAL,
    MAX_TICKS,
    TICKS_PER_DAY,
    UTC,
    DateTime,
    attempt,
    date_ticks,
    time_ticks,
)
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import Members
from spshell.values.numbers import Int64

OFFSET = Members()


class DateTimeOffset:
    """A moment with its offset; ``clock`` is the local reading in ticks."""

    __slots__ = ("clock", "ps_members", "shift")

    def __init__(self, clock: int, shift: int) -> None:
        if not 0 <= clock <= MAX_TICKS or not 0 <= clock - shift <= MAX_TICKS:
            raise out_of_range("offset", shift)
        self.clock = clock
        self.shift = shift
        self.ps_members: Any = None

    @property
    def utc(self) -> int:
        """The moment in UTC ticks."""
        return self.clock - self.shift

    def ps_text(self) -> str:
        return self.format("MM/dd/yyyy HH:mm:ss zzz", "")

    def to_string(self) -> str:
        return self.format(None)

    def format(self, spec: str | None, culture: Any = None) -> str:
        """The text by a format; raises FormatException."""
        from spshell.dotnet.globalization.cultures import dates_of
        from spshell.dotnet.time.date_format import Moment, format_moment

        return format_moment(Moment(self.clock, 0, self.shift), spec or "", dates_of(culture))

    def compare_to(self, other: Any) -> int:
        return int(self.utc > other.utc) - int(self.utc < other.utc)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTimeOffset) and other.utc == self.utc

    def __hash__(self) -> int:
        return hash(self.utc)

    def net_equals(self, other: DateTimeOffset) -> bool:
        return self.utc == other.utc

    def moved(self, ticks: int) -> DateTimeOffset:
        """So many ticks later."""
        return DateTimeOffset(self.clock + ticks, self.shift)

    def date_time(self) -> DateTime:
        """The reading of the clock."""
        return DateTime(self.clock)


def from_date(value: DateTime) -> DateTimeOffset:
    """A date with the offset of its kind."""
    return DateTimeOffset(value.ticks, 0 if value.kind == UTC else local_time.offset_at_local(value.ticks))


def from_parsed(parsed: Any, styles: int) -> DateTimeOffset:
    """What a text said; without an offset it is local time."""
    shift = parsed.offset
    if shift is None:
        shift = 0 if styles & 64 else local_time.offset_at_local(parsed.ticks)
    found = DateTimeOffset(parsed.ticks, shift)
    return DateTimeOffset(found.utc, 0) if styles & 16 else found


def _checked_shift(span: TimeSpan) -> int:
    if span.span_ticks % 600_000_000:
        raise bad_argument("An offset is whole minutes.", "offset")
    if abs(span.span_ticks) > 14 * 36_000_000_000:
        raise out_of_range("offset", span)
    return span.span_ticks


@OFFSET.constructor(
    "(long ticks, timespan offset)",
    "(datetime dateTime)",
    "(datetime dateTime, timespan offset)",
    "(int year, int month, int day, int hour, int minute, int second, timespan offset)",
    "(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)",
)
def create(*parts: Any) -> DateTimeOffset:
    first = parts[0]
    if isinstance(first, DateTime):
        if len(parts) == 1:
            return from_date(first)
        shift = _checked_shift(parts[1])
        if (first.kind == UTC and shift) or (
            first.kind == LOCAL and shift != local_time.offset_at_local(first.ticks)
        ):
            raise bad_argument("The offset does not suit the kind of the date.", "offset")
        return DateTimeOffset(first.ticks, shift)
    shift = _checked_shift(parts[-1])
    if len(parts) == 2:
        return DateTimeOffset(int(first), shift)
    return DateTimeOffset(date_ticks(*parts[:3]) + time_ticks(*parts[3:-1]), shift)


OFFSET.prop("datetime DateTime {get}")(lambda v: v.date_time())
OFFSET.prop("datetime UtcDateTime {get}")(lambda v: DateTime(v.utc, UTC))
OFFSET.prop("datetime LocalDateTime {get}")(lambda v: DateTime(local_time.to_local(v.utc), LOCAL))
OFFSET.prop("datetime Date {get}")(lambda v: DateTime(v.clock - v.clock % TICKS_PER_DAY))
OFFSET.prop("int Day {get}")(lambda v: v.date_time().date_parts[2])
OFFSET.prop("System.DayOfWeek DayOfWeek {get}")(lambda v: v.date_time().day_of_week)
OFFSET.prop("int DayOfYear {get}")(lambda v: v.date_time().day_of_year)
OFFSET.prop("int Hour {get}")(lambda v: v.clock // 36_000_000_000 % 24)
OFFSET.prop("int Millisecond {get}")(lambda v: v.clock // 10_000 % 1000)
OFFSET.prop("int Microsecond {get}")(lambda v: v.clock // 10 % 1000)
OFFSET.prop("int Nanosecond {get}")(lambda v: v.clock % 10 * 100)
OFFSET.prop("int Minute {get}")(lambda v: v.clock // 600_000_000 % 60)
OFFSET.prop("int Month {get}")(lambda v: v.date_time().date_parts[1])
OFFSET.prop("timespan Offset {get}")(lambda v: TimeSpan(v.shift))
OFFSET.prop("int TotalOffsetMinutes {get}")(lambda v: v.shift // 600_000_000)
OFFSET.prop("int Second {get}")(lambda v: v.clock // 10_000_000 % 60)
OFFSET.prop("long Ticks {get}")(lambda v: Int64(v.clock))
OFFSET.prop("long UtcTicks {get}")(lambda v: Int64(v.utc))
OFFSET.prop("timespan TimeOfDay {get}")(lambda v: TimeSpan(v.clock % TICKS_PER_DAY))
OFFSET.prop("int Year {get}")(lambda v: v.date_time().year)
OFFSET.prop("static System.DateTimeOffset Now {get}")(
    lambda: from_date(DateTime(local_time.to_local(local_time.utc_now()), LOCAL))
)
OFFSET.prop("static System.DateTimeOffset UtcNow {get}")(lambda: DateTimeOffset(local_time.utc_now(), 0))
OFFSET.constant("System.DateTimeOffset MinValue {get}", DateTimeOffset(0, 0))
OFFSET.constant("System.DateTimeOffset MaxValue {get}", DateTimeOffset(MAX_TICKS, 0))
OFFSET.constant("System.DateTimeOffset UnixEpoch {get}", DateTimeOffset(local_time.UNIX_EPOCH, 0))
_O = "System.DateTimeOffset"
for _name, _unit in (
    ("Days", TICKS_PER_DAY),
    ("Hours", 36_000_000_000),
    ("Milliseconds", 10_000),
    ("Minutes", 600_000_000),
    ("Seconds", 10_000_000),
):
    OFFSET.method(f"{_O} Add{_name}(double {_name.lower()})")(
        lambda v, count, unit=_unit: v.moved(v.date_time().add_units(count, unit).ticks - v.clock)
    )
OFFSET.method(f"{_O} AddMonths(int months)")(
    lambda v, n: DateTimeOffset(v.date_time().add_months(n).ticks, v.shift)
)
OFFSET.method(f"{_O} AddYears(int years)")(
    lambda v, n: DateTimeOffset(v.date_time().add_months(n * 12).ticks, v.shift)
)
OFFSET.method(f"{_O} AddTicks(long ticks)")(lambda v, n: v.moved(int(n)))
OFFSET.method(f"{_O} Add(timespan timeSpan)")(lambda v, span: v.moved(span.span_ticks))
OFFSET.method(f"timespan Subtract({_O} value)", f"{_O} Subtract(timespan value)")(
    lambda v, other: (
        v.moved(-other.span_ticks) if isinstance(other, TimeSpan) else TimeSpan(v.utc - other.utc)
    )
)
OFFSET.method(f"{_O} ToOffset(timespan offset)")(
    lambda v, span: DateTimeOffset(v.utc + _checked_shift(span), span.span_ticks)
)
OFFSET.method(f"{_O} ToUniversalTime()")(lambda v: DateTimeOffset(v.utc, 0))
OFFSET.method(f"{_O} ToLocalTime()")(
    lambda v: DateTimeOffset(local_time.to_local(v.utc), local_time.offset_at_utc(v.utc))
)
OFFSET.method("long ToUnixTimeSeconds()")(lambda v: Int64((v.utc - local_time.UNIX_EPOCH) // 10_000_000))
OFFSET.method("long ToUnixTimeMilliseconds()")(lambda v: Int64((v.utc - local_time.UNIX_EPOCH) // 10_000))
OFFSET.method("long ToFileTime()")(lambda v: Int64(v.utc - 504_911_232_000_000_000))
OFFSET.method("bool EqualsExact(System.DateTimeOffset other)")(
    lambda v, o: v.utc == o.utc and v.shift == o.shift
)


def _from_unix(value: int, unit: int, name: str) -> DateTimeOffset:
    ticks = local_time.UNIX_EPOCH + int(value) * unit
    if not 0 <= ticks <= MAX_TICKS:
        raise out_of_range(name, value)
    return DateTimeOffset(ticks, 0)


OFFSET.method(f"static {_O} FromUnixTimeSeconds(long seconds)")(
    lambda v: _from_unix(v, 10_000_000, "seconds")
)
OFFSET.method(f"static {_O} FromUnixTimeMilliseconds(long milliseconds)")(
    lambda v: _from_unix(v, 10_000, "milliseconds")
)


@OFFSET.method(
    "string ToString()",
    "string ToString(string format)",
    "string ToString(System.IFormatProvider formatProvider)",
    "string ToString(string format, System.IFormatProvider formatProvider)",
)
def text_of(value: Any, spec: Any = None, provider: Any = None) -> str:
    if spec is not None and not isinstance(spec, str):
        spec, provider = None, spec
    return str(value.format(spec, provider))


@OFFSET.method(f"int CompareTo({_O} other)")
@OFFSET.method(f"static int Compare({_O} first, {_O} second)")
def compare(left: DateTimeOffset, right: DateTimeOffset) -> int:
    return left.compare_to(right)


@OFFSET.method(
    f"static {_O} Parse(string input)",
    f"static {_O} Parse(string input, System.IFormatProvider formatProvider)",
    f"static {_O} Parse(string input, System.IFormatProvider formatProvider,"
    f" System.Globalization.DateTimeStyles styles)",
)
def parse(text: str, provider: Any = None, styles: Any = None) -> DateTimeOffset:
    from spshell.dotnet.globalization.cultures import dates_of
    from spshell.dotnet.time.date_parse import scan

    number = 0 if styles is None else styles.value
    return from_parsed(scan(text, dates_of(provider), number), number)


@OFFSET.method(
    f"static {_O} ParseExact(string input, string format, System.IFormatProvider formatProvider)",
    f"static {_O} ParseExact(string input, string format, System.IFormatProvider formatProvider,"
    " System.Globalization.DateTimeStyles styles)",
)
def parse_exact(text: str, pattern: str, provider: Any, styles: Any = None) -> DateTimeOffset:
    from spshell.dotnet.globalization.cultures import dates_of
    from spshell.dotnet.time.date_parse_exact import scan_exact

    number = 0 if styles is None else styles.value
    parsed, _ = scan_exact(text, [pattern], dates_of(provider), number)
    return from_parsed(parsed, number)


@OFFSET.method(
    f"static bool TryParse(string input, out {_O} result)",
    f"static bool TryParse(string input, System.IFormatProvider formatProvider,"
    f" System.Globalization.DateTimeStyles styles, out {_O} result)",
    f"static bool TryParse(string input, System.IFormatProvider formatProvider, out {_O} result)",
)
def try_parse(text: str, *rest: Any) -> bool:
    return attempt(lambda: parse(text, *rest[:-1]), rest[-1], DateTimeOffset(0, 0))


OFFSET.method(f"static {_O} op_Implicit(datetime dateTime)")(from_date)
OFFSET.method(f"static {_O} op_Addition({_O} dateTimeOffset, timespan timeSpan)")(
    lambda v, span: v.moved(span.span_ticks)
)
OFFSET.method(
    f"static {_O} op_Subtraction({_O} dateTimeOffset, timespan timeSpan)",
    f"static timespan op_Subtraction({_O} left, {_O} right)",
)(lambda v, other: v.moved(-other.span_ticks) if isinstance(other, TimeSpan) else TimeSpan(v.utc - other.utc))
add_comparisons(OFFSET, _O)
define(
    _O,
    OFFSET,
    base="System.ValueType",
    kind="struct",
    is_value_type=True,
    python_type=DateTimeOffset,
    default=DateTimeOffset(0, 0),
    interfaces=("System.IComparable", "System.IFormattable", f"System.IComparable`1[{_O}]"),
)
