"""Dates to text: the standard formats and custom patterns of .NET, by culture."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from spshell.dotnet.system.errors import bad_format
from spshell.dotnet.time.calendar_arithmetic import civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.dotnet.globalization.date_formats import DateFormat

_SORTABLE = "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
_UNIVERSAL = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
_RFC1123 = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
_ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
_DAY, _SECOND = 864_000_000_000, 10_000_000


class Moment:
    """What a format needs: ticks, kind (0 unspecified, 1 UTC, 2 local), the offset when there is one."""

    __slots__ = ("day", "hour", "kind", "minute", "month", "offset", "second", "ticks", "weekday", "year")

    def __init__(self, ticks: int, kind: int, offset: int | None = None) -> None:
        self.ticks = ticks
        self.kind = kind
        self.offset = offset
        days, rest = divmod(ticks, _DAY)
        self.year, self.month, self.day, _ = civil(days)
        self.weekday = (days + 1) % 7
        seconds = rest // _SECOND
        self.hour, seconds = divmod(seconds, 3600)
        self.minute, self.second = divmod(seconds, 60)

    @property
    def fraction(self) -> int:
        """Ticks within the second."""
        return self.ticks % _SECOND

    def utc(self) -> Moment:
        """The same moment in UTC."""
        from spshell.dotnet.time.local_time import to_utc

        if self.offset is not None:
            return Moment(self.ticks - self.offset, 1)
        return self if self.kind == 1 else Moment(to_utc(self.ticks), 1)

    def shift(self) -> int:
        """The offset from UTC."""
        if self.offset is not None:
            return self.offset
        if self.kind == 1:
            return 0
        from spshell.dotnet.time.local_time import offset_at_local

        return offset_at_local(self.ticks)


def format_moment(moment: Moment, spec: str, dates: DateFormat) -> str:
    """The text by a format; raises FormatException for an unknown one."""
    if not spec:
        spec = "G"
        if moment.offset is not None:
            return f"{format_moment(moment, 'G', dates)} {_zone(moment.offset, 3)}"
    if len(spec) == 1:
        return _standard(moment, spec, dates)
    quick = _in_numbers(spec, dates.date_separator, dates.time_separator)
    if quick is not None:
        return quick(moment)
    return custom(moment, spec, dates)


_NUMBERS = {
    "yyyy": ("%04d", "year"), "MM": ("%02d", "month"), "dd": ("%02d", "day"), "HH": ("%02d", "hour"),
    "mm": ("%02d", "minute"), "ss": ("%02d", "second"), "M": ("%d", "month"), "d": ("%d", "day"), "H": ("%d", "hour"),
    "m": ("%d", "minute"), "s": ("%d", "second"),
}  # fmt: skip


@lru_cache(256)
def _in_numbers(pattern: str, date_separator: str, time_separator: str) -> Callable[[Moment], str] | None:
    """A pattern of numbers and plain text (``yyyy-MM-dd HH:mm``) as one function; None when there is more to it."""
    template, fields = "", []
    position = 0
    while position < len(pattern):
        letter = pattern[position]
        count = run_length(pattern, position)
        found = _NUMBERS.get(pattern[position : position + count])
        if found is not None:
            template += found[0]
            fields.append(found[1])
        elif letter in "\\%'\"" or letter in _FIELDS or letter in "fFK":
            return None
        else:
            template += {"/": date_separator, ":": time_separator}.get(letter, letter).replace(
                "%", "%%"
            ) * count
        position += count
    if not fields:
        return None
    read = attrgetter(*fields)
    return lambda moment: template % read(moment)


def _standard(moment: Moment, letter: str, dates: DateFormat) -> str:
    if letter in "oO":
        return custom(moment, _ROUND_TRIP, dates)
    if letter == "s":
        return custom(moment, _SORTABLE, dates)
    if letter == "u":
        return custom(moment.utc() if moment.offset is not None else moment, _UNIVERSAL, dates)
    if letter in "rR":
        from spshell.dotnet.globalization.cultures import culture

        return custom(moment.utc() if moment.offset is not None else moment, _RFC1123, culture("").dates)
    if letter == "U":
        if moment.offset is not None:
            raise bad_format("FormatSpecifier")
        return custom(moment.utc(), dates.full, dates)
    pattern = standard_pattern(letter, dates)
    if pattern is None:
        raise bad_format("FormatSpecifier")
    return custom(moment, pattern, dates)


def standard_pattern(letter: str, dates: DateFormat) -> str | None:
    """The culture's pattern behind a standard format letter."""
    patterns = {
        "d": dates.short_date,
        "D": dates.long_date,
        "t": dates.short_time,
        "T": dates.long_time,
        "f": f"{dates.long_date} {dates.short_time}",
        "F": dates.full,
        "g": f"{dates.short_date} {dates.short_time}",
        "G": f"{dates.short_date} {dates.long_time}",
        "m": dates.month_day,
        "M": dates.month_day,
        "y": dates.year_month,
        "Y": dates.year_month,
        "o": _ROUND_TRIP,
        "O": _ROUND_TRIP,
        "s": _SORTABLE,
        "u": _UNIVERSAL,
        "r": _RFC1123,
        "R": _RFC1123,
        "U": dates.full,
    }
    return patterns.get(letter)


def run_length(pattern: str, position: int) -> int:
    """How often the character repeats from here."""
    letter = pattern[position]
    end = position
    while end < len(pattern) and pattern[end] == letter:
        end += 1
    return end - position


def quoted(pattern: str, position: int) -> tuple[str, int]:
    """The text of a quoted part and its length; raises FormatException when the quote stays open."""
    quote = pattern[position]
    text: list[str] = []
    at = position + 1
    while at < len(pattern):
        if pattern[at] == quote:
            return "".join(text), at + 1 - position
        if pattern[at] == "\\":
            at += 1
            if at >= len(pattern):
                break
        text.append(pattern[at])
        at += 1
    raise bad_format("FormatQuote", quote)


def custom(moment: Moment, pattern: str, dates: DateFormat) -> str:
    """The text by a custom pattern."""
    result: list[str] = []
    position = 0
    while position < len(pattern):
        letter = pattern[position]
        count = run_length(pattern, position) if letter in "gdMyhHmsfFtzK" else 1
        if letter in "'\"":
            text, count = quoted(pattern, position)
        elif letter == "\\":
            if position + 1 >= len(pattern):
                raise bad_format("FormatSpecifier")
            text, count = pattern[position + 1], 2
        elif letter == "%":
            following = pattern[position + 1 : position + 2]
            if not following or following == "%":
                raise bad_format("FormatSpecifier")
            text, count = custom(moment, following, dates), 2
        elif letter == "/":
            text = dates.date_separator
        elif letter == ":":
            text = dates.time_separator
        elif letter == "K":
            text, count = _kind(moment), 1
        elif letter in "fF":
            text = _fraction(moment, letter, count)
            if letter == "F" and not text and result and result[-1] == ".":
                result.pop()
        elif letter in _FIELDS:
            text = _FIELDS[letter](moment, count, dates, pattern)
        else:
            text = letter
        result.append(text)
        position += count
    return "".join(result)


def _kind(moment: Moment) -> str:
    if moment.offset is not None:
        return _zone(moment.offset, 3)
    if moment.kind == 1:
        return "Z"
    return _zone(moment.shift(), 3) if moment.kind == 2 else ""


def _zone(offset: int, count: int) -> str:
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // 600_000_000, 60)
    if count == 1:
        return f"{sign}{hours}"
    return f"{sign}{hours:02d}" if count == 2 else f"{sign}{hours:02d}:{minutes:02d}"


def _fraction(moment: Moment, letter: str, count: int) -> str:
    if count > 7:
        raise bad_format("FormatSpecifier")
    digits = f"{moment.fraction:07d}"[:count]
    return digits.rstrip("0") if letter == "F" else digits


def _day(moment: Moment, count: int, dates: DateFormat, _pattern: str) -> str:
    if count < 3:
        return f"{moment.day:0{count}d}"
    return (dates.short_days if count == 3 else dates.days)[moment.weekday]


def _month(moment: Moment, count: int, dates: DateFormat, pattern: str) -> str:
    if count < 3:
        return f"{moment.month:0{count}d}"
    # Beside a day number the name stands in its genitive form.
    genitive = "d" in pattern.replace("ddd", "")
    if count > 3:
        return (dates.months_genitive if genitive else dates.months)[moment.month - 1]
    return (dates.short_months_genitive if genitive else dates.short_months)[moment.month - 1]


def _year(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    if count <= 2:
        return f"{moment.year % 100:0{count}d}"
    return f"{moment.year:0{count}d}"


def _hour12(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    return f"{moment.hour % 12 or 12:0{min(count, 2)}d}"


def _hour24(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    return f"{moment.hour:0{min(count, 2)}d}"


def _minute(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    return f"{moment.minute:0{min(count, 2)}d}"


def _second(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    return f"{moment.second:0{min(count, 2)}d}"


def _designator(moment: Moment, count: int, dates: DateFormat, _pattern: str) -> str:
    text = dates.am if moment.hour < 12 else dates.pm
    return text[:1] if count == 1 else text


def _offset(moment: Moment, count: int, _dates: DateFormat, _pattern: str) -> str:
    return _zone(moment.shift(), count)


def _era(_moment: Moment, _count: int, dates: DateFormat, _pattern: str) -> str:
    return dates.era


_FIELDS = {
    "d": _day,
    "M": _month,
    "y": _year,
    "h": _hour12,
    "H": _hour24,
    "m": _minute,
    "s": _second,
    "t": _designator,
    "z": _offset,
    "g": _era,
}
