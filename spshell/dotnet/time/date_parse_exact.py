"""Text to date by exact patterns: DateTime.ParseExact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.globalization.cultures import culture, dates_of
from spshell.dotnet.system.errors import argument_null, bad_format
from spshell.dotnet.time.calendars import four_digit_year
from spshell.dotnet.time.date_format import quoted, run_length, standard_pattern
from spshell.dotnet.time.date_parse import (
    ASSUME_UNIVERSAL,
    GREGORIAN,
    ROUND_TRIP,
    TO_UNIVERSAL,
    Parsed,
    finish,
)
from spshell.dotnet.time.date_shapes import exact_ticks
from spshell.dotnet.time.datetimes import TICKS_PER_DAY, DateTime, date_ticks
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.dotnet.globalization.date_formats import DateFormat


def parse_exact(text: str, patterns: list[str], provider: Any, styles: int) -> DateTime:
    """[datetime]::ParseExact; raises FormatException."""
    parsed, extra = scan_exact(text, patterns, dates_of(provider), styles)
    return finish(parsed, styles | extra)


def scan_exact(text: str, patterns: list[str], dates: DateFormat, styles: int) -> tuple[Parsed, int]:
    """What the text says by the first pattern that fits, and styles that the pattern implies."""
    if text is None:
        raise argument_null("s")
    if not patterns or any(not pattern for pattern in patterns):
        raise bad_format("FormatSpecifier")
    if len(patterns) == 1 and not styles:
        ticks = exact_ticks(text, patterns[0], dates)
        if ticks is not None:
            return Parsed(ticks, None, zulu=False), 0
    failure = bad_format("FormatDate", text)
    for pattern in patterns:
        extra, names = 0, dates
        if len(pattern) == 1:
            found = standard_pattern(pattern, dates)
            if found is None:
                raise bad_format("FormatSpecifier")
            if pattern in "oO":
                extra = ROUND_TRIP
            elif pattern in "rRsu":
                names = culture("").dates
            elif pattern == "U":
                extra = TO_UNIVERSAL | ASSUME_UNIVERSAL
            pattern = found
        try:
            parsed = _Match(text, pattern, names, styles).run()
        except NetException as error:
            failure = error
            continue
        if parsed is not None:
            return parsed, extra
    raise failure


class _Match:
    """One attempt to read a text by one pattern."""

    def __init__(self, text: str, pattern: str, dates: DateFormat, styles: int) -> None:
        self.text = text.strip() if styles & 3 == 3 else text
        self.pattern = pattern
        self.dates = dates
        self.lenient = bool(styles & 4)
        self.at = 0
        self.parts: dict[str, int] = {}
        self.mark = ""
        self.offset: int | None = None
        self.zulu = False

    def run(self) -> Parsed | None:
        """What the text says, or None when it does not fit."""
        position = 0
        while position < len(self.pattern):
            used = self.step(position)
            if not used:
                return None
            position += used
        if self.at != len(self.text):
            return None
        return self.result()

    def step(self, position: int) -> int:
        """Read what one element of the pattern stands for; its length, or 0 when the text differs."""
        letter = self.pattern[position]
        count = run_length(self.pattern, position) if letter in "dfFgHhKmMsStyz" else 1
        if letter == "%":
            return 1
        if letter in "'\"":
            literal, count = quoted(self.pattern, position)
            return count if self.literal(literal) else 0
        if letter == "\\":
            return 2 if self.literal(self.pattern[position + 1 : position + 2]) else 0
        if letter in "dMyhHmsfFtzKZ":
            return self.field(letter, count)
        if letter == "/":
            return 1 if self.literal(self.dates.date_separator) else 0
        if letter == ":":
            return 1 if self.literal(self.dates.time_separator) else 0
        if letter == ".":
            following = self.pattern[position + 1 : position + 2]
            if following == "F" and not self.text.startswith(".", self.at):
                return 1 + run_length(self.pattern, position + 1)
        return 1 if self.literal(letter) else 0

    def literal(self, text: str) -> bool:
        if self.lenient and text.isspace():
            while self.at < len(self.text) and self.text[self.at].isspace():
                self.at += 1
            return True
        # A narrow blank stands for a blank and the other way round.
        piece = self.text[self.at : self.at + len(text)]
        if piece.replace("\u202f", " ") != text.replace("\u202f", " "):
            return False
        self.at += len(text)
        return True

    def digits(self, least: int, most: int) -> int | None:
        end = self.at
        while end < len(self.text) and end - self.at < most and self.text[end] in "0123456789":
            end += 1
        if end - self.at < least:
            return None
        value = int(self.text[self.at : end])
        self.at = end
        return value

    def named(self, names: list[str]) -> int | None:
        rest = self.text[self.at :].lower()
        best = max(
            (index for index, name in enumerate(names) if name and rest.startswith(name.lower())),
            key=lambda index: len(names[index]),
            default=None,
        )
        if best is not None:
            self.at += len(names[best])
        return best

    def field(self, letter: str, count: int) -> int:
        if letter in "fF":
            return self.fraction(letter, count)
        if letter == "t":
            return self.designator(count)
        if letter in "zKZ":
            return self.zone(letter, count)
        value: int | None
        key = letter
        if letter == "d" and count > 2:
            value = self.named(self.dates.short_days if count == 3 else self.dates.days)
            key = "weekday"
        elif letter == "M" and count > 2:
            value = self.named(self.dates.short_months if count == 3 else self.dates.months)
            if value is None and count == 3:
                value = self.named(self.dates.short_months_genitive)
            value = None if value is None else value + 1
        elif letter == "y":
            value = self.digits(*((count, 2) if count <= 2 else (count, max(count, 4))))
            if value is not None and count <= 2:
                value = four_digit_year(value)
        else:
            value = self.digits(min(count, 2), 2)
        if value is None or self.parts.get(key, value) != value:
            return 0
        self.parts[key] = value
        return count

    def fraction(self, letter: str, count: int) -> int:
        if count > 7:
            raise bad_format("FormatSpecifier")
        start = self.at
        value = self.digits(count if letter == "f" else 0, count) if self._digit() or letter == "f" else 0
        if value is None:
            return 0
        self.parts["f"] = value * 10 ** (7 - (self.at - start)) if self.at > start else 0
        return count

    def _digit(self) -> bool:
        return self.text[self.at : self.at + 1].isdigit()

    def designator(self, count: int) -> int:
        for mark, name in (("am", self.dates.am), ("pm", self.dates.pm)):
            wanted = name[:1] if count == 1 else name
            if wanted and self.text[self.at : self.at + len(wanted)].lower() == wanted.lower():
                self.at += len(wanted)
                self.mark = mark
                return count
        return 0

    def zone(self, letter: str, count: int) -> int:
        if letter in "KZ" and self.text[self.at : self.at + 1] in ("Z", "z"):
            self.at += 1
            self.offset, self.zulu = 0, True
            return count
        if letter == "Z":
            return 0
        sign = self.text[self.at : self.at + 1]
        if sign not in ("+", "-"):
            return count if letter == "K" else 0
        self.at += 1
        hours = self.digits(1, 2)
        minutes: int | None = 0
        if letter == "K" or count >= 3:
            if self.text.startswith(":", self.at):
                self.at += 1
            minutes = self.digits(2, 2)
        if hours is None or minutes is None or hours > 14 or minutes > 59:
            return 0
        self.offset = (hours * 60 + minutes) * 600_000_000 * (-1 if sign == "-" else 1)
        return count

    def result(self) -> Parsed | None:
        parts = self.parts
        hour = parts.get("H", parts.get("h", 0))
        if self.mark and "H" not in parts:
            if hour > 12:
                return None
            hour = hour % 12 + (12 if self.mark == "pm" else 0)
        minute, second = parts.get("m", 0), parts.get("s", 0)
        if hour > 23 or minute > 59 or second > 59:
            raise self.impossible()
        try:
            day = self.day(parts)
        except NetException:
            raise self.impossible() from None
        if "weekday" in parts and (day // TICKS_PER_DAY + 1) % 7 != parts["weekday"]:
            return None
        seconds = (hour * 60 + minute) * 60 + second
        return Parsed(day + seconds * 10_000_000 + parts.get("f", 0), self.offset, zulu=self.zulu)

    def impossible(self) -> NetException:
        """The error of a date or time that does not exist."""
        return bad_format("FormatDateCalendar", self.text, GREGORIAN)

    def day(self, parts: dict[str, int]) -> int:
        from spshell.dotnet.time.datetimes import today

        now = today()
        if not parts.keys() & {"y", "M", "d"}:
            return now.ticks
        year, month, day = parts.get("y", now.year), parts.get("M", 1), parts.get("d", 1)
        return date_ticks(year, month, day)
