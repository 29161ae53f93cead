"""System.TimeSpan: a number of ticks of 100 nanoseconds."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import bad_argument, thrown
from spshell.values.declare import Members
from spshell.values.numbers import Int64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SPAN = Members()

TICKS_PER_SECOND = 10_000_000
TICKS_PER_MINUTE = 600_000_000
TICKS_PER_HOUR = 36_000_000_000
TICKS_PER_DAY = 864_000_000_000
_LIMIT = 2**63


def overflow() -> Exception:
    """The error of a span that 64 bits cannot hold."""
    return thrown("System.OverflowException", "Overflow", "TimeSpan")


class TimeSpan:
    """A length of time; immutable."""

    __slots__ = ("ps_members", "span_ticks")

    def __init__(self, ticks: int) -> None:
        if not -_LIMIT <= ticks < _LIMIT:
            raise overflow()
        self.span_ticks = ticks
        self.ps_members: Any = None

    def ps_text(self) -> str:
        from spshell.dotnet.time.timespan_format import constant

        return constant(self.span_ticks)

    to_string = ps_text

    def format(self, spec: str | None, culture: Any = None) -> str:
        """The text by a format; raises FormatException."""
        from spshell.dotnet.time.timespan_format import format_span

        return format_span(self.span_ticks, spec or "", culture)

    def compare_to(self, other: Any) -> int:
        return int(self.span_ticks > other.span_ticks) - int(self.span_ticks < other.span_ticks)

    def __eq__(self, other: object) -> bool:
        return type(other) is TimeSpan and other.span_ticks == self.span_ticks

    def __hash__(self) -> int:
        return hash(self.span_ticks)

    def net_equals(self, other: TimeSpan) -> bool:
        return self.span_ticks == other.span_ticks

    def net_hash(self) -> int:
        return self.span_ticks & 0xFFFFFFFF

    def __repr__(self) -> str:
        return f"TimeSpan({self.ps_text()})"


def from_double(value: float, unit: int) -> TimeSpan:
    """A span of so many units, cut to whole ticks; raises ArgumentException for NaN, OverflowException."""
    if value != value:  # noqa: PLR0124 - NaN
        raise bad_argument("The number is NaN.")
    ticks = value * unit
    if not -_LIMIT <= ticks < _LIMIT:
        raise overflow()
    return TimeSpan(int(ticks))


def truncated(value: int, divisor: int) -> int:
    """Division towards zero."""
    return int(abs(value) // divisor) * (1 if value >= 0 else -1)


@SPAN.constructor(
    "(long ticks)",
    "(int hours, int minutes, int seconds)",
    "(int days, int hours, int minutes, int seconds)",
    "(int days, int hours, int minutes, int seconds, int milliseconds)",
    "(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)",
)
def create(*parts: int) -> TimeSpan:
    if len(parts) == 1:
        return TimeSpan(int(parts[0]))
    days = 0
    if len(parts) > 3:
        days, *rest = parts
    else:
        rest = list(parts)
    hours, minutes, seconds, *small = [*rest, 0, 0][:5]
    seconds_total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return TimeSpan(seconds_total * TICKS_PER_SECOND + small[0] * 10_000 + small[1] * 10)


@SPAN.prop("long Ticks {get}")
def ticks(span: TimeSpan) -> Int64:
    return Int64(span.span_ticks)


@SPAN.prop("int Days {get}")
def days(span: TimeSpan) -> int:
    return truncated(span.span_ticks, TICKS_PER_DAY)


def _part(unit: int, modulus: int) -> Any:
    def read(span: TimeSpan) -> int:
        value = truncated(span.span_ticks, unit)
        return abs(value) % modulus * (1 if value >= 0 else -1)

    return read


def _nanoseconds(span: TimeSpan) -> int:
    return abs(span.span_ticks) % 10 * 100 * (1 if span.span_ticks >= 0 else -1)


# the order in which .NET lists them, which ConvertTo-Json and Format-List show
for _name, _unit, _modulus in (
    ("Hours", TICKS_PER_HOUR, 24),
    ("Milliseconds", 10_000, 1000),
    ("Microseconds", 10, 1000),
    ("Nanoseconds", 0, 0),
    ("Minutes", TICKS_PER_MINUTE, 60),
    ("Seconds", TICKS_PER_SECOND, 60),
):
    SPAN.prop(f"int {_name} {{get}}")(_part(_unit, _modulus) if _unit else _nanoseconds)


def _total(unit: float) -> Any:
    if unit < 1:
        return lambda span: span.span_ticks * 100.0
    return lambda span: span.span_ticks / unit


for _name, _length in (
    ("TotalDays", TICKS_PER_DAY),
    ("TotalHours", TICKS_PER_HOUR),
    ("TotalMilliseconds", 10_000),
    ("TotalMicroseconds", 10),
    ("TotalNanoseconds", 0.01),
    ("TotalMinutes", TICKS_PER_MINUTE),
    ("TotalSeconds", TICKS_PER_SECOND),
):
    SPAN.prop(f"double {_name} {{get}}")(_total(_length))


ZERO = TimeSpan(0)
SPAN.constant("timespan Zero {get}", ZERO)
SPAN.constant("timespan MaxValue {get}", TimeSpan(_LIMIT - 1))
SPAN.constant("timespan MinValue {get}", TimeSpan(-_LIMIT))
for _name, _number in (
    ("NanosecondsPerTick", 100),
    ("TicksPerMicrosecond", 10),
    ("TicksPerMillisecond", 10_000),
    ("TicksPerSecond", TICKS_PER_SECOND),
    ("TicksPerMinute", TICKS_PER_MINUTE),
    ("TicksPerHour", TICKS_PER_HOUR),
    ("TicksPerDay", TICKS_PER_DAY),
    ("SecondsPerMinute", 60),
    ("SecondsPerHour", 3600),
    ("SecondsPerDay", 86400),
    ("MinutesPerHour", 60),
    ("MinutesPerDay", 1440),
    ("MillisecondsPerSecond", 1000),
    ("MillisecondsPerMinute", 60_000),
    ("MillisecondsPerHour", 3_600_000),
    ("MillisecondsPerDay", 86_400_000),
    ("MicrosecondsPerMillisecond", 1000),
    ("MicrosecondsPerSecond", 1_000_000),
    ("MicrosecondsPerMinute", 60_000_000),
    ("MicrosecondsPerHour", 3_600_000_000),
    ("MicrosecondsPerDay", 86_400_000_000),
):
    SPAN.constant(f"long {_name} {{get}}", Int64(_number))
SPAN.constant("int HoursPerDay {get}", 24)


@SPAN.method("timespan Add(timespan ts)")
def add(span: TimeSpan, other: TimeSpan) -> TimeSpan:
    return TimeSpan(span.span_ticks + other.span_ticks)


@SPAN.method("timespan Subtract(timespan ts)")
def subtract(span: TimeSpan, other: TimeSpan) -> TimeSpan:
    return TimeSpan(span.span_ticks - other.span_ticks)


@SPAN.method("timespan Negate()")
def negate(span: TimeSpan) -> TimeSpan:
    return TimeSpan(-span.span_ticks)


@SPAN.method("timespan Duration()")
def duration(span: TimeSpan) -> TimeSpan:
    return TimeSpan(abs(span.span_ticks))


@SPAN.method("timespan Multiply(double factor)")
def multiply(span: TimeSpan, factor: float) -> TimeSpan:
    if factor != factor:  # noqa: PLR0124 - NaN
        raise bad_argument("The factor is NaN.", "factor")
    product = span.span_ticks * factor
    if not -_LIMIT <= product < _LIMIT:
        raise overflow()
    return TimeSpan(round(product))


@SPAN.method(
    "timespan Divide(double divisor)",
    "double Divide(timespan ts)",
)
def divide(span: TimeSpan, divisor: Any) -> Any:
    if isinstance(divisor, TimeSpan):
        return _quotient(span.span_ticks, divisor.span_ticks)
    if divisor != divisor:  # noqa: PLR0124 - NaN
        raise bad_argument("The divisor is NaN.", "divisor")
    quotient = _quotient(span.span_ticks, divisor)
    if quotient != quotient or not -_LIMIT <= quotient < _LIMIT:  # noqa: PLR0124 - NaN
        raise overflow()
    return TimeSpan(round(quotient))


def _quotient(left: float, right: float) -> float:
    if right:
        return left / right
    return float("nan") if not left else float("inf") if left > 0 else float("-inf")


@SPAN.method(
    "int CompareTo(System.Object value)",
    "int CompareTo(timespan value)",
)
def compare_to(span: TimeSpan, other: Any) -> int:
    if other is None:
        return 1
    if not isinstance(other, TimeSpan):
        raise thrown("System.ArgumentException", "MustBeType", "TimeSpan")
    return span.compare_to(other)


@SPAN.method("static int Compare(timespan t1, timespan t2)")
def compare(left: TimeSpan, right: TimeSpan) -> int:
    return left.compare_to(right)


def _maker(name: str, unit: int, parts: tuple[int, ...]) -> None:
    def make(value: Any, *more: int) -> TimeSpan:
        if isinstance(value, float):
            return from_double(value, unit)
        return TimeSpan(int(value) * unit + sum(int(n) * part for n, part in zip(more, parts, strict=False)))

    for signature in _FACTORIES[name]:
        SPAN.method(f"static timespan From{name}({signature})")(make)


_UNITS = (TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND, 10_000, 10)
_FACTORIES = {
    "Days": (
        "double value",
        "int days",
        (
            "int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0,"
            " long microseconds = 0"
        ),
    ),
    "Hours": (
        "int hours",
        "int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0",
        "double value",
    ),
    "Minutes": (
        "long minutes",
        "long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0",
        "double value",
    ),
    "Seconds": (
        "long seconds",
        "long seconds, long milliseconds = 0, long microseconds = 0",
        "double value",
    ),
    "Milliseconds": ("long milliseconds", "long milliseconds, long microseconds", "double value"),
    "Microseconds": ("long microseconds", "double value"),
}
_maker("Days", TICKS_PER_DAY, _UNITS)
_maker("Hours", TICKS_PER_HOUR, _UNITS[1:])
_maker("Minutes", TICKS_PER_MINUTE, _UNITS[2:])
_maker("Seconds", TICKS_PER_SECOND, _UNITS[3:])
_maker("Milliseconds", 10_000, _UNITS[4:])
_maker("Microseconds", 10, ())


@SPAN.method("static timespan FromTicks(long value)")
def from_ticks(value: int) -> TimeSpan:
    return TimeSpan(int(value))


@SPAN.method(
    "static timespan Parse(string s)",
    "static timespan Parse(string input, System.IFormatProvider formatProvider)",
)
def parse(text: str, _provider: Any = None) -> TimeSpan:
    from spshell.dotnet.time.timespan_parse import parse_span

    return TimeSpan(parse_span(text))


@SPAN.method(
    "static bool TryParse(string s, out timespan result)",
    "static bool TryParse(string input, System.IFormatProvider formatProvider, out timespan result)",
)
def try_parse(text: str, *rest: Any) -> bool:
    return _try(lambda: parse(text), rest[-1])


@SPAN.method(
    "static timespan ParseExact(string input, string format, System.IFormatProvider formatProvider)",
    "static timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)",
)
def parse_exact(text: str, formats: Any, _provider: Any = None, styles: Any = None) -> TimeSpan:
    from spshell.dotnet.time.timespan_parse import parse_exact as exact

    patterns = [formats] if isinstance(formats, str) else list(formats)
    return TimeSpan(exact(text, patterns, negative=styles is not None and bool(styles.value)))


@SPAN.method(
    "static bool TryParseExact(string input, string format, System.IFormatProvider "
    "formatProvider, out timespan result)",
    "static bool TryParseExact(string input, string[] formats, System.IFormatProvider "
    "formatProvider, out timespan result)",
)
def try_parse_exact(text: str, formats: Any, *rest: Any) -> bool:
    styles = rest[1] if len(rest) > 2 else None
    return _try(lambda: parse_exact(text, formats, None, styles), rest[-1])


def _try(make: Any, result: Any) -> bool:
    from spshell.values.exceptions import NetException

    try:
        result.value = make()
    except NetException:
        result.value = ZERO
        return False
    return True


@SPAN.method(
    "string ToString()",
    "string ToString(string format)",
    "string ToString(string format, System.IFormatProvider formatProvider)",
)
def to_string(span: TimeSpan, spec: str | None = None, culture: Any = None) -> str:
    return span.format(spec, culture)


@SPAN.method("static timespan op_Addition(timespan t1, timespan t2)")
def op_addition(left: TimeSpan, right: TimeSpan) -> TimeSpan:
    return add(left, right)


@SPAN.method("static timespan op_Subtraction(timespan t1, timespan t2)")
def op_subtraction(left: TimeSpan, right: TimeSpan) -> TimeSpan:
    return subtract(left, right)


@SPAN.method(
    "static timespan op_Multiply(timespan timeSpan, double factor)",
    "static timespan op_Multiply(double factor, timespan timeSpan)",
)
def op_multiply(left: Any, right: Any) -> TimeSpan:
    return multiply(left, right) if isinstance(left, TimeSpan) else multiply(right, left)


@SPAN.method(
    "static timespan op_Division(timespan timeSpan, double divisor)",
    "static double op_Division(timespan t1, timespan t2)",
)
def op_division(left: TimeSpan, right: Any) -> Any:
    return divide(left, right)


@SPAN.method("static timespan op_UnaryNegation(timespan t)")
def op_negation(span: TimeSpan) -> TimeSpan:
    return negate(span)


@SPAN.method("static timespan op_UnaryPlus(timespan t)")
def op_plus(span: TimeSpan) -> TimeSpan:
    return span


def _comparisons() -> None:
    from spshell.dotnet.system.comparison_operators import add_comparisons

    add_comparisons(SPAN, "timespan", "t1", "t2")


_comparisons()
define(
    "System.TimeSpan",
    SPAN,
    base="System.ValueType",
    ps_name="timespan",
    kind="struct",
    is_value_type=True,
    python_type=TimeSpan,
    default=ZERO,
    interfaces=(
        "System.IComparable",
        "System.IComparable`1[System.TimeSpan]",
        "System.IEquatable`1[System.TimeSpan]",
        "System.IFormattable",
    ),
)
