"""Schedule phrases (SPSchedule): what `Set-SPTimerJob -Schedule` takes and a job's Schedule shows.

    every N minutes [at S | between S and S]        seconds of the minute
    hourly [at M | between M and M]                 minutes of the hour
    daily at HH:MM:SS                               | between ... and ...
    weekly at Fri HH:MM:SS                          | between ... and ...
    monthly at D HH:MM:SS                           | between ... and ...
    yearly at Jan D HH:MM:SS                        | between ... and ...

Case does not matter; seconds, and minutes where zero, may be left out of a time. `between` is a window
in which the job may start: where in it, the caller says (servers spread themselves over it). Times are
those of the clock that is handed in, in its own zone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, time, timedelta

DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_PHRASE = re.compile(
    r"(?:every\s+(?P<interval>\d{1,4})\s+minutes?|(?P<word>hourly|daily|weekly|monthly|yearly))"
    r"(?:\s+at\s+(?P<at>.+?)|\s+between\s+(?P<begin>.+?)\s+and\s+(?P<end>.+?))?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?")


class ScheduleError(ValueError):
    """Not a schedule phrase: `phrase` is the whole, `part` what was not understood."""

    def __init__(self, phrase: str, part: str) -> None:
        super().__init__(f"{phrase!r}: {part!r} is not understood")
        self.phrase = phrase
        self.part = part


@dataclass(frozen=True, slots=True)
class _Moment:
    """A place in a period: only what the period needs is set."""

    time: time = time()
    day: int = 0
    """Of the month from 1, or of the week from Sunday, 0."""
    month: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """A parsed phrase; `str` gives it back in its usual form."""

    period: str
    """every, hourly, daily, weekly, monthly or yearly."""
    begin: _Moment
    end: _Moment
    interval: int = 1
    """Minutes, of `every`."""

    @classmethod
    def parse(cls, phrase: str) -> Schedule:
        """Read a phrase; ScheduleError says what is wrong with it."""
        match = _PHRASE.fullmatch(phrase.strip())
        if match is None:
            raise ScheduleError(phrase, phrase)
        period = (match["word"] or "every").lower()
        interval = int(match["interval"] or 1)
        if not 1 <= interval <= 1440:
            raise ScheduleError(phrase, match["interval"])
        first, last = match["at"] or match["begin"], match["at"] or match["end"]
        if first is None:
            if period not in ("every", "hourly"):
                raise ScheduleError(phrase, phrase)
            first = last = "0"
        try:
            return cls(period, _moment(period, first), _moment(period, last), interval)
        except ValueError as error:
            raise ScheduleError(phrase, str(error)) from None

    def __str__(self) -> str:
        head = f"every {self.interval} minutes" if self.period == "every" else self.period
        first, last = _text(self.period, self.begin), _text(self.period, self.end)
        return f"{head} at {first}" if first == last else f"{head} between {first} and {last}"

    def next_after(self, after: datetime, *, share: float = 0.0) -> datetime:
        """The first start after a time, at this share (0 to 1) of the window."""
        period = self._start_of_period(after, -1)
        for _ in range(4):
            begin = self._moment_in(period, self.begin)
            end = self._moment_in(period, self.end)
            following = self._start_of_period(period, 1)
            if end < begin:  # "between Fri 22:00 and Sun 06:00", "between 22:00 and 06:00"
                end = self._moment_in(following, self.end)
            start = begin + (end - begin) * share
            if start > after:
                return start
            period = following
        raise AssertionError(self)

    def _start_of_period(self, moment: datetime, offset: int) -> datetime:
        """The start of the period that holds a moment, moved by so many periods."""
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        if self.period == "every":
            number = (moment - midnight) // timedelta(minutes=self.interval) + offset
            start = midnight + number * timedelta(minutes=self.interval)
            # Counting begins anew at midnight, also when a day is no multiple of the interval.
            return start if offset < 0 or start.date() == midnight.date() else midnight + timedelta(days=1)
        if self.period == "hourly":
            return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=offset)
        if self.period == "daily":
            return midnight + timedelta(days=offset)
        if self.period == "weekly":
            return midnight - timedelta(days=moment.isoweekday() % 7) + timedelta(weeks=offset)
        if self.period == "monthly":
            months = moment.year * 12 + moment.month - 1 + offset
            return midnight.replace(year=months // 12, month=months % 12 + 1, day=1)
        return midnight.replace(year=moment.year + offset, month=1, day=1)

    def _moment_in(self, period: datetime, moment: _Moment) -> datetime:
        at = moment.time
        if self.period in ("every", "hourly"):
            return period + timedelta(minutes=at.minute, seconds=at.second)
        day = period
        if self.period == "weekly":
            day = period + timedelta(days=moment.day)
        elif self.period in ("monthly", "yearly"):
            month = period.month if self.period == "monthly" else moment.month
            # The 31st of a shorter month is its last day, so that no month goes without.
            day = period.replace(month=month, day=min(moment.day, monthrange(period.year, month)[1]))
        return day.replace(hour=at.hour, minute=at.minute, second=at.second)


def _moment(period: str, text: str) -> _Moment:
    """Read what stands behind at, between or and; ValueError names the text."""
    words = text.split()
    expected = {"monthly": 2, "weekly": 2, "yearly": 3}.get(period, 1)
    if len(words) != expected:
        raise ValueError(text)
    if period == "every":
        return _Moment(time(second=_number(words[0], 0, 59)))
    if period == "hourly":
        return _Moment(time(minute=_number(words[0], 0, 59)))
    clock = _time(words[-1])
    if period == "weekly":
        return _Moment(clock, day=_name(words[0], DAYS))
    if period == "monthly":
        return _Moment(clock, day=_number(words[0], 1, 31))
    if period == "yearly":
        return _Moment(clock, day=_number(words[1], 1, 31), month=_name(words[0], MONTHS) + 1)
    return _Moment(clock)


def _text(period: str, moment: _Moment) -> str:
    if period == "every":
        return str(moment.time.second)
    if period == "hourly":
        return str(moment.time.minute)
    clock = f"{moment.time:%H:%M:%S}"
    if period == "weekly":
        return f"{DAYS[moment.day]} {clock}"
    if period == "monthly":
        return f"{moment.day} {clock}"
    if period == "yearly":
        return f"{MONTHS[moment.month - 1]} {moment.day} {clock}"
    return clock


def _time(word: str) -> time:
    match = _TIME.fullmatch(word)
    if match is None:
        raise ValueError(word)
    try:
        hour, minute, second = (int(part or 0) for part in match.groups())
        return time(hour, minute, second)
    except ValueError:
        raise ValueError(word) from None


def _name(word: str, names: tuple[str, ...]) -> int:
    try:
        return names.index(word[:3].capitalize())
    except ValueError:
        raise ValueError(word) from None


def _number(word: str, least: int, most: int) -> int:
    if not (word.isascii() and word.isdigit()) or not least <= int(word) <= most:
        raise ValueError(word)
    return int(word)
