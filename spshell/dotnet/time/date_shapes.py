"""Dates in the shapes that logs and files have, read by a regular expression: ``2026-01-31T08:15:00.5``, ``1/31/2026 8:15``.

What does not fit, or is not in the calendar, is left to the readers that know every form and every error.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spshell.dotnet.time.date_format import run_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.dotnet.globalization.date_formats import DateFormat

_TIME = r"(?:[ T](?P<H>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d)(?:\.(?P<f>\d{1,7}))?)?)?"
_SORTABLE = re.compile(r"(?P<y>\d{4})-(?P<M>\d\d)-(?P<d>\d\d)" + _TIME, re.ASCII).fullmatch
_AMERICAN = re.compile(
    r"(?P<M>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4})(?: (?P<H>\d\d?):(?P<m>\d\d)(?::(?P<s>\d\d))?)?(?P<f>){0}",
    re.ASCII,
).fullmatch
_ENGLISH = frozenset({"en-US", ""})
_SECOND, _DAY = 10_000_000, 864_000_000_000
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name.lower(): number for number, name in enumerate(_NAMES, 1)}


def free_ticks(text: str, dates: DateFormat) -> int | None:
    """The ticks of a text in one of the usual shapes; None when the general reader must look at it."""
    if dates.name not in _ENGLISH:
        return None
    found = _SORTABLE(text) or _AMERICAN(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction = found.group("y", "M", "d", "H", "m", "s", "f")
    ticks = _ticks(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    return ticks if ticks is None or not fraction else ticks + int(fraction.ljust(7, "0"))


def _ticks(year: int, month: int, day: int, hour: int, minute: int, second: int) -> int | None:
    if hour > 23 or minute > 59 or second > 59:
        return None
    try:
        number = date(year, month, day).toordinal() - 1
    except ValueError:
        return None
    return number * _DAY + ((hour * 60 + minute) * 60 + second) * _SECOND


_FIELDS = {
    "yyyy": r"(?P<y>\d{4})", "MM": r"(?P<M>\d\d)", "dd": r"(?P<d>\d\d)", "HH": r"(?P<H>\d\d)", "mm": r"(?P<m>\d\d)",
    "ss": r"(?P<s>\d\d)", "MMM": r"(?P<N>[A-Za-z]{3})",
}  # fmt: skip


def exact_ticks(text: str, pattern: str, dates: DateFormat) -> int | None:
    """The ticks of a text by a pattern of whole fields; None when the general reader must look at it."""
    if dates.name not in _ENGLISH:
        return None
    match, fields = _exact(pattern)
    found = None if match is None else match(text)
    if found is None:
        return None
    values = dict(zip(fields, found.groups(), strict=True))
    month = values.get("M") or _MONTHS.get(values.get("N", "").lower())
    if month is None:
        return None
    hour, minute, second = (int(values.get(name, 0)) for name in "Hms")
    return _ticks(int(values["y"]), int(month), int(values["d"]), hour, minute, second)


@lru_cache(256)
def _exact(pattern: str) -> tuple[Callable[[str], Any] | None, tuple[str, ...]]:
    """(the match of a pattern, its fields in their order); (None, ()) for a pattern that has more to it."""
    source, fields = "", []
    position = 0
    while position < len(pattern):
        count = run_length(pattern, position)
        field = _FIELDS.get(pattern[position : position + count])
        if field is not None and field[4] not in fields:
            source += field
            fields.append(field[4])
        elif pattern[position].isalpha() and pattern[position] != "T":
            return None, ()
        elif pattern[position] in "\\%'\"" or pattern[position].isspace() or field is not None:
            if pattern[position] != " " or count > 1:
                return None, ()
            source += " "
        else:
            source += re.escape(pattern[position]) * count
        position += count
    whole = {"y", "d"} <= set(fields) and ("M" in fields) != ("N" in fields)
    return (re.compile(source, re.ASCII).fullmatch, tuple(fields)) if whole else (None, ())
