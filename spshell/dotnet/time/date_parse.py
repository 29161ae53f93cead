"""Text to date, as DateTime.Parse reads it: parts in the culture's order, names, times, zones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.globalization.cultures import culture, dates_of
from spshell.dotnet.system.errors import argument_null, bad_format
from spshell.dotnet.time import local_time
from spshell.dotnet.time.calendars import four_digit_year
from spshell.dotnet.time.date_shapes import free_ticks
from spshell.dotnet.time.datetimes import LOCAL, TICKS_PER_DAY, UNSPECIFIED, UTC, DateTime, date_ticks
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.dotnet.globalization.date_formats import DateFormat

NO_CURRENT_DATE, TO_UNIVERSAL, ASSUME_LOCAL, ASSUME_UNIVERSAL, ROUND_TRIP = 8, 16, 32, 64, 128
_TICKS_PER_MINUTE = 600_000_000


class Parsed:
    """What a text said: ticks of the date and time as written, and the offset when it named one."""

    __slots__ = ("offset", "ticks", "zulu")

    def __init__(self, ticks: int, offset: int | None, *, zulu: bool) -> None:
        self.ticks = ticks
        self.offset = offset
        self.zulu = zulu


def parse_date(text: str, provider: Any, styles: int) -> DateTime:
    """[datetime]::Parse; raises FormatException."""
    if text is None:
        raise argument_null("s")
    return finish(scan(text, dates_of(provider), styles), styles)


def finish(parsed: Parsed, styles: int) -> DateTime:
    """The DateTime of what was read, its kind chosen by the styles."""
    offset = parsed.offset
    if offset is None:
        if styles & ASSUME_UNIVERSAL:
            utc = DateTime(parsed.ticks, UTC)
            return utc if styles & TO_UNIVERSAL else utc.local()
        if styles & ASSUME_LOCAL:
            local = DateTime(parsed.ticks, LOCAL)
            return local.universal() if styles & TO_UNIVERSAL else local
        return DateTime(parsed.ticks, UNSPECIFIED)
    utc = DateTime(parsed.ticks - offset, UTC)
    if styles & TO_UNIVERSAL or (styles & ROUND_TRIP and parsed.zulu):
        return utc
    return utc.local()


GREGORIAN = "System.Globalization.GregorianCalendar"
"""The calendar that errors name."""


class _Token:
    __slots__ = ("glued", "kind", "start", "text")

    def __init__(self, kind: str, text: str, start: int, *, glued: bool) -> None:
        self.start = start
        self.kind = kind  # number, word, sign
        self.text = text
        self.glued = glued  # no blank in front


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    glued = False
    while position < len(text):
        character = text[position]
        end = position + 1
        if character.isspace() or character == "\0":
            glued = False
            position = end
            continue
        if character.isdigit() and character.isascii():
            while end < len(text) and text[end].isdigit():
                end += 1
            kind = "number"
        elif character.isalpha():
            while end < len(text) and text[end].isalpha():
                end += 1
            kind = "word"
        else:
            kind = "sign"
        tokens.append(_Token(kind, text[position:end], position, glued=glued))
        glued = True
        position = end
    return tokens


class _Reader:
    """Sorts the tokens of a text into time, zone, names and the numbers of the date."""

    def __init__(self, text: str, dates: DateFormat) -> None:
        self.text = text
        self.dates = dates
        self.tokens = _tokens(text)
        self.numbers: list[str] = []
        self.month: int | None = None
        self.weekday: int | None = None
        self.time: int | None = None
        self.hour: int | None = None
        self.mark = ""
        self.offset: int | None = None
        self.zulu = False
        self.position = 0
        self.separators = 0

    def fail(self) -> NetException:
        """The error of a text that is no date."""
        return bad_format("FormatDate", self.text)

    def impossible(self) -> NetException:
        """The error of a date or time that does not exist."""
        return bad_format("FormatDateCalendar", self.text, GREGORIAN)

    def peek(self, ahead: int = 0) -> _Token | None:
        index = self.position + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def is_sign(self, ahead: int, signs: str) -> bool:
        token = self.peek(ahead)
        return token is not None and token.kind == "sign" and token.text in signs

    def is_number(self, ahead: int) -> bool:
        token = self.peek(ahead)
        return token is not None and token.kind == "number"

    def read(self) -> None:
        """Read all tokens; raises FormatException for one that has no place."""
        while (token := self.peek()) is not None:
            if token.kind == "number":
                self.number(token)
            elif token.kind == "word":
                self.word(token)
            else:
                self.sign(token)

    def number(self, token: _Token) -> None:
        if self.is_sign(1, ":") and self.is_number(2):
            self.clock()
            return
        follower = self.peek(1)
        if follower is not None and follower.kind == "word" and self.designator(follower.text):
            if self.time is not None:
                raise self.fail()
            self.hour = int(token.text)
            self.time = 0
            self.position += 1
            return
        self.numbers.append(token.text)
        self.separators = 0
        self.position += 1

    def clock(self) -> None:
        """``H:m[:s[.fraction]]``"""
        if self.time is not None:
            raise self.fail()
        self.hour = int(self.tokens[self.position].text)
        minute = int(self.tokens[self.position + 2].text)
        second = fraction = 0
        self.position += 3
        if self.is_sign(0, ":") and self.is_number(1):
            second = int(self.tokens[self.position + 1].text)
            self.position += 2
            if self.is_sign(0, ".,") and self.is_number(1) and self.tokens[self.position + 1].glued:
                digits = self.tokens[self.position + 1].text
                fraction = round(int(digits) * 10_000_000 / 10 ** len(digits))
                self.position += 2
        if minute > 59 or second > 59:
            raise self.impossible()
        self.time = (minute * 60 + second) * 10_000_000 + fraction
        self.separators = 0

    def designator(self, word: str) -> str:
        """``am`` or ``pm`` when the word means that, else an empty text."""
        folded = word.lower()
        for mark, own in (("am", self.dates.am), ("pm", self.dates.pm)):
            if folded in (mark, mark[0], own.lower()):
                return mark
        return ""

    def word(self, token: _Token) -> None:
        folded = token.text.lower()
        following = self.peek(1)
        self.position += 1
        if folded == "ad" and self.numbers and self.dates.era in ("AD", "A.D."):
            return
        if folded in ("z", "gmt") and (self.time is not None or folded == "gmt"):
            if self.offset is not None:
                raise self.fail()
            self.offset, self.zulu = 0, True
        elif folded == "t" and following is not None and following.kind == "number" and self.numbers:
            if not self.is_sign(1, ":"):
                raise self.fail()
        elif self.time is not None and not self.mark and self.designator(folded):
            self.mark = self.designator(folded)
        elif self.month is None and (month := self.month_of(folded)):
            self.month = month
            self.separators = 0
            if self.is_sign(0, "."):
                self.position += 1
        elif self.weekday is None and (day := self.weekday_of(folded)) is not None:
            self.weekday = day
            if self.is_sign(0, "."):
                self.position += 1
        else:
            raise bad_format("FormatDateWord", self.text, token.start)

    def month_of(self, word: str) -> int | None:
        invariant = culture("").dates
        for names in (
            self.dates.months,
            self.dates.months_genitive,
            self.dates.short_months,
            self.dates.short_months_genitive,
            invariant.months,
            invariant.short_months,
        ):
            for index, name in enumerate(names[:12]):
                if word == name.lower().rstrip("."):
                    return index + 1
        return None

    def weekday_of(self, word: str) -> int | None:
        invariant = culture("").dates
        for names in (self.dates.days, self.dates.short_days, invariant.days, invariant.short_days):
            for index, name in enumerate(names):
                if word == name.lower().rstrip("."):
                    return index
        return None

    def sign(self, token: _Token) -> None:
        dated = len(self.numbers) == 3 or (self.month is not None and len(self.numbers) == 2)
        zoned = self.time is not None or (dated and token.text == "+")
        if token.text in "+-" and zoned and self.offset is None and self.is_number(1):
            self.zone()
            return
        self.separators += 1
        if token.text not in "/-.," or self.separators > 1 or (not self.numbers and not self.named()):
            raise self.fail()
        self.position += 1
        if self.peek() is None and token.text not in ",.":
            raise self.fail()

    def named(self) -> bool:
        return self.month is not None or self.weekday is not None

    def zone(self) -> None:
        """``+h``, ``+hh``, ``+hhmm``, ``+hh:mm``"""
        negative = self.tokens[self.position].text == "-"
        digits = self.tokens[self.position + 1].text
        self.position += 2
        if len(digits) in (3, 4):
            hours, minutes = int(digits[:-2]), int(digits[-2:])
        elif len(digits) < 3:
            hours, minutes = int(digits), 0
            if self.is_sign(0, ":") and self.is_number(1):
                minutes = int(self.tokens[self.position + 1].text)
                self.position += 2
        else:
            raise self.fail()
        if minutes > 59 or hours * 60 + minutes > 14 * 60:
            raise self.fail()
        self.offset = (hours * 60 + minutes) * _TICKS_PER_MINUTE * (-1 if negative else 1)

    # --- the date from its numbers -------------------------------------------------------------------------

    def date(self, *, no_default: bool) -> int:
        """Ticks of midnight of the date."""
        numbers = self.numbers
        if any(len(number) > 4 for number in numbers):
            raise self.fail()
        this_year = DateTime(local_time.to_local(local_time.utc_now())).year
        if self.month is not None:
            return self.with_month_name(numbers, self.month, this_year)
        if len(numbers) == 3:
            return self.by_order(numbers)
        if len(numbers) == 2:
            return self.two_numbers(numbers, this_year)
        if numbers or self.time is None or self.weekday is not None:
            raise self.fail()
        now = local_time.to_local(local_time.utc_now())
        return 0 if no_default else now - now % TICKS_PER_DAY

    def with_month_name(self, numbers: list[str], month: int, this_year: int) -> int:
        if len(numbers) == 1:
            number = numbers[0]
            if len(number) > 2:
                return self.ticks(number, month, 1)
            return self.checked(this_year, month, int(number))
        if len(numbers) == 2:
            first, second = numbers
            if len(first) > 2:
                return self.ticks(first, month, int(second))
            if self.order()[0] == "y" and len(second) <= 2:
                return self.ticks(first, month, int(second))
            return self.ticks(second, month, int(first))
        raise self.fail()

    def order(self) -> str:
        """The order of year, month and day in the culture's short pattern: ``mdy``."""
        found = ""
        for character in self.dates.short_date.lower():
            if character in "ymd" and character not in found:
                found += character
        return found

    def by_order(self, numbers: list[str]) -> int:
        order = "ymd" if len(numbers[0]) > 2 else self.order()
        parts = dict(zip(order, numbers, strict=True))
        if order[0] == "y" and len(numbers[0]) <= 2 and len(numbers[2]) > 2:
            parts = dict(zip("mdy", numbers, strict=True))
        return self.ticks(parts["y"], int(parts["m"]), int(parts["d"]))

    def two_numbers(self, numbers: list[str], this_year: int) -> int:
        first, second = numbers
        if len(first) > 2:
            return self.ticks(first, int(second), 1)
        if len(second) > 2:
            return self.ticks(second, int(first), 1)
        day_first = self.dates.month_day.lstrip().startswith("d")
        month, day = (int(second), int(first)) if day_first else (int(first), int(second))
        return self.checked(this_year, month, day)

    def ticks(self, year: str, month: int, day: int) -> int:
        number = int(year)
        return self.checked(four_digit_year(number) if len(year) <= 2 else number, month, day)

    def checked(self, year: int, month: int, day: int) -> int:
        try:
            return date_ticks(year, month, day)
        except NetException:
            raise self.impossible() from None

    def time_of_day(self) -> int:
        """Ticks since midnight."""
        if self.time is None:
            return 0
        hour = self.hour or 0
        if self.mark == "am":
            if hour > 12:
                raise self.fail()
            hour %= 12
        elif self.mark == "pm" and hour < 12:
            hour += 12
        if hour > 23:
            raise self.impossible()
        return hour * 36_000_000_000 + self.time


def scan(text: str, dates: DateFormat, styles: int = 0) -> Parsed:
    """Read a text; raises FormatException."""
    ticks = free_ticks(text, dates)
    if ticks is not None:
        return Parsed(ticks, None, zulu=False)
    return scan_parts(text, dates, styles)


def scan_parts(text: str, dates: DateFormat, styles: int = 0) -> Parsed:
    """Read a text part by part."""
    reader = _Reader(text, dates)
    if not reader.tokens:
        raise reader.fail()
    reader.read()
    date = reader.date(no_default=bool(styles & NO_CURRENT_DATE))
    if reader.weekday is not None and (date // TICKS_PER_DAY + 1) % 7 != reader.weekday:
        raise reader.fail()
    return Parsed(date + reader.time_of_day(), reader.offset, zulu=reader.zulu)
