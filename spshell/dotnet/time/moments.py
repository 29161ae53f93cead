"""DateTimeOffset, DateOnly, TimeOnly and TimeZoneInfo."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.errors import bad_argument, bad_format, out_of_range, thrown
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
DATE = Members()
TIME = Members()


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
    (_O, OFFSET, DateTimeOffset, DateTimeOffset(0, 0)),
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

ZONE = Members()
_WINDOWS_NAMES = {
    "W. Europe Standard Time": "Europe/Berlin",
    "Romance Standard Time": "Europe/Paris",
    "GMT Standard Time": "Europe/London",
    "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver",
    "Pacific Standard Time": "America/Los_Angeles",
    "Tokyo Standard Time": "Asia/Tokyo",
    "India Standard Time": "Asia/Kolkata",
    "China Standard Time": "Asia/Shanghai",
    "FLE Standard Time": "Europe/Kyiv",
}


class TimeZone:
    """System.TimeZoneInfo; without a zone it is UTC."""

    __slots__ = ("id", "zone")

    def __init__(self, name: str, zone: Any) -> None:
        self.id = name
        self.zone = zone

    def offset(self, utc_ticks: int) -> int:
        """The offset at a moment given in UTC ticks."""
        if self.zone is None:
            return 0
        from datetime import datetime, timedelta

        moment = datetime(1, 1, 1, tzinfo=self.zone) if utc_ticks < TICKS_PER_DAY else None
        if moment is None:
            from datetime import UTC as PYTHON_UTC

            moment = (
                datetime(1, 1, 1, tzinfo=PYTHON_UTC) + timedelta(microseconds=utc_ticks // 10)
            ).astimezone(self.zone)
        shift = moment.utcoffset()
        return 0 if shift is None else int(shift.total_seconds()) * 10_000_000

    def offset_at_clock(self, ticks: int) -> int:
        """The offset at a reading of the zone's clock."""
        return self.offset(ticks - self.offset(ticks - self.offset(ticks)))

    def base(self) -> int:
        """The standard offset."""
        year = DateTime(local_time.utc_now()).year
        return min(self.offset(date_ticks(year, month, 1)) for month in (1, 7))

    def ps_text(self) -> str:
        minutes = self.base() // 600_000_000
        sign = "-" if minutes < 0 else "+"
        return (
            f"(UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}) {self.id}"
            if minutes
            else f"(UTC) {self.id}"
        )

    to_string = ps_text


def find_zone(name: str) -> TimeZone:
    """A zone by its IANA or Windows name; raises TimeZoneNotFoundException."""
    if name.upper() == "UTC":
        return TimeZone("UTC", None)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return TimeZone(name, ZoneInfo(_WINDOWS_NAMES.get(name, name)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise thrown("System.TimeZoneNotFoundException", "TimeZoneNotFound", name) from None


def local_zone() -> TimeZone:
    import os

    path = os.path.realpath("/etc/localtime")
    name = os.environ.get("TZ") or (path.partition("zoneinfo/")[2] if "zoneinfo/" in path else "UTC")
    try:
        return find_zone(name.removeprefix("Etc/"))
    except Exception:  # noqa: BLE001 - an odd TZ variable still has a clock
        return TimeZone("UTC", None)


def _to_utc(value: DateTime, zone: TimeZone | None = None) -> int:
    if zone is None or value.kind == UTC:
        return value.ticks if value.kind == UTC else local_time.to_utc(value.ticks)
    return value.ticks - zone.offset_at_clock(value.ticks)


def _in_zone(utc: int, zone: TimeZone) -> DateTime:
    return DateTime(utc + zone.offset(utc), UTC if zone.zone is None else 0)


_Z = "System.TimeZoneInfo"
ZONE.prop(f"static {_Z} Utc {{get}}")(lambda: TimeZone("UTC", None))
ZONE.prop(f"static {_Z} Local {{get}}")(local_zone)
ZONE.prop("string Id {get}")(lambda z: z.id)
ZONE.prop("string DisplayName {get}")(lambda z: z.ps_text())
ZONE.prop("string StandardName {get}")(lambda z: "Coordinated Universal Time" if z.zone is None else z.id)
ZONE.prop("string DaylightName {get}")(lambda z: "Coordinated Universal Time" if z.zone is None else z.id)
ZONE.prop("timespan BaseUtcOffset {get}")(lambda z: TimeSpan(z.base()))
ZONE.prop("bool SupportsDaylightSavingTime {get}")(
    lambda z: z.base() != max(z.offset(date_ticks(2024, m, 1)) for m in (1, 7))
)
ZONE.prop("bool HasIanaId {get}")(lambda z: z.id not in _WINDOWS_NAMES)
ZONE.method(f"static {_Z} FindSystemTimeZoneById(string id)")(find_zone)
ZONE.method(f"static datetime ConvertTimeFromUtc(datetime dateTime, {_Z} destinationTimeZone)")(
    lambda value, zone: _in_zone(value.ticks, zone)
)
ZONE.method(
    "static datetime ConvertTimeToUtc(datetime dateTime)",
    f"static datetime ConvertTimeToUtc(datetime dateTime, {_Z} sourceTimeZone)",
)(lambda value, zone=None: DateTime(_to_utc(value, zone), UTC))
ZONE.method(
    f"static datetime ConvertTime(datetime dateTime, {_Z} destinationTimeZone)",
    f"static datetime ConvertTime(datetime dateTime, {_Z} sourceTimeZone, {_Z} destinationTimeZone)",
)(lambda value, *zones: _in_zone(_to_utc(value, zones[0] if len(zones) > 1 else None), zones[-1]))
ZONE.method("static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)")(
    lambda value, name: _in_zone(_to_utc(value), find_zone(name))
)
ZONE.method("timespan GetUtcOffset(datetime dateTime)")(
    lambda z, value: TimeSpan(z.offset(_to_utc(value, z)))
)
ZONE.method("bool IsDaylightSavingTime(datetime dateTime)")(
    lambda z, value: z.offset(_to_utc(value, z)) != z.base()
)
define(_Z, ZONE, python_type=TimeZone)
