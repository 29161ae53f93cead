"""The quick ways of dates (formats of numbers, operators found once, names of constants) say what the general ones say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spshell.app import make_session
from spshell.dotnet.globalization.cultures import dates_of
from spshell.dotnet.time import date_parse, date_parse_exact, date_shapes
from spshell.dotnet.time.date_format import Moment, _in_numbers, custom
from spshell.dotnet.time.datetimes import MAX_TICKS, DateTime
from spshell.values.exceptions import NetException

PATTERNS = ["yyyy-MM-dd", "dd/MM/yyyy HH:mm:ss", "yyyyMMddHHmmss", "M/d H:m:s", "dd.MM.yyyy %", "yyyy  MM--dd", "HH:mm,"]


def run(text: str) -> list[Any]:
    return list(make_session().evaluate(text))


@settings(max_examples=60, deadline=None)
@given(ticks=st.integers(0, MAX_TICKS), pattern=st.sampled_from(PATTERNS), culture=st.sampled_from(["en-US", "de-DE", "fi-FI"]))
def test_numbers_of_a_date(ticks: int, pattern: str, culture: str) -> None:
    dates, moment = dates_of(culture), Moment(ticks, 0)
    if "%" not in pattern:
        quick = _in_numbers(pattern, dates.date_separator, dates.time_separator)
        assert quick is not None
        assert quick(moment) == custom(moment, pattern, dates)
    assert DateTime(ticks).format("yyyy-MM-dd'T'HH:mm", culture) == custom(moment, "yyyy-MM-dd'T'HH:mm", dates)


@pytest.mark.parametrize("pattern", ["ddd d", "yy", "y", "MMM", "hh", "tt", "'a'", "\\d", "zzz", "ffff", "%d", "yyyyy", "ddddd d"])
def test_other_patterns_go_the_general_way(pattern: str) -> None:
    assert _in_numbers(pattern, "/", ":") is None


@given(ticks=st.integers(0, MAX_TICKS))
def test_day_of_the_year(ticks: int) -> None:
    year, _, _, of_year = DateTime(ticks).date_parts
    first = DateTime(ticks).ticks // 864_000_000_000 - of_year + 1
    assert DateTime(first * 864_000_000_000).date_parts == (year, 1, 1, 1)


def test_operators_stay_what_they_are() -> None:
    """Found once for two classes; what fails, or is given other classes, goes the general way each time."""
    text = """
        $d = [datetime]'2026-01-02'; $h = [timespan]'01:00'
        foreach ($n in 1, 2) {
            ($d - $h).Hour; ($d - $d).Ticks; ($h + $h).TotalHours; ($d + $h).Hour; ($h - '00:30').Minutes
            try { [datetime]::MinValue - $h } catch { $_.FullyQualifiedErrorId, $_.Exception.GetType().Name }
            try { $d + $d } catch { $_.FullyQualifiedErrorId }
            $d -eq [datetime]'2026-01-02'; $d -ne $d; $d -gt $d.AddDays(-1); $h -le $h; $d -eq '2026-01-02'; $h -lt '02:00'
        }"""
    found = [str(item) for item in run(text)]
    assert found[: len(found) // 2] == found[len(found) // 2 :]
    assert found[: len(found) // 2] == [
        "23", "0", "2.0", "1", "30", "DotNetMethodException", "MethodInvocationException", "MethodArgumentConversionInvalidCastArgument", "True", "False", "True", "True", "True", "True",
    ]  # fmt: skip


def test_constants_of_enums_in_text() -> None:
    text = """
        $day = ([datetime]'2026-01-03').DayOfWeek
        foreach ($n in 1, 2) { $day -eq 'saturday'; $day -eq 'Sat'; $day -eq 'Sunday'; $day -eq '6'; $day -ne 'SATURDAY'; $day -eq 'x' }
        enum Level { Low; High }
        [Level]::High -eq 'high'; [Level]::High -ceq 'HIGH'; [Level]::Low -ne 'high'"""
    first = [True, True, False, True, False, False]
    assert run(text) == [*first, *first, True, True, True]


SHAPES = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "M/d/yyyy", "MM/dd/yyyy H:mm:ss"]
ODD = ["2026-02-30", "2026-13-01", "0000-01-01", "2026-01-01T24:00", "13/1/2026", "1/1/2026 8:60", "2026-01-01 8:15", "٢٠٢٦-01-01"]


def _read(read: Any) -> Any:
    try:
        return read().ticks
    except NetException as error:
        return type(error).__name__, error.message


@given(ticks=st.integers(0, MAX_TICKS), shape=st.sampled_from(SHAPES))
def test_usual_shapes_are_read_as_by_parts(ticks: int, shape: str) -> None:
    dates = dates_of("en-US")
    text = custom(Moment(ticks, 0), shape, dates)
    assert date_shapes.free_ticks(text, dates) == date_parse.scan_parts(text, dates).ticks


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_left_to_the_reader_of_parts(text: str) -> None:
    dates = dates_of("en-US")
    assert date_shapes.free_ticks(text, dates) is None
    assert _read(lambda: date_parse.scan(text, dates)) == _read(lambda: date_parse.scan_parts(text, dates))


EXACT = ["yyyy-MM-dd", "yyyyMMddHHmmss", "dd.MM.yyyy HH:mm", "dd/MMM/yyyy:HH:mm:ss", "MM/dd/yyyy", "[yyyy-MM-ddTHH:mm:ss]"]


@settings(max_examples=150)
@given(ticks=st.integers(0, MAX_TICKS), pattern=st.sampled_from(EXACT), other=st.sampled_from(EXACT), cut=st.integers(0, 3))
def test_exact_patterns(ticks: int, pattern: str, other: str, cut: int) -> None:
    """A text by its own pattern or another one, whole or cut: the same date or the same error."""
    dates = dates_of("en-US")
    text = custom(Moment(ticks, 0), pattern, dates)
    text = text[: len(text) - cut]
    assert cut or date_shapes.exact_ticks(text, pattern, dates) is not None
    with pytest.MonkeyPatch.context() as patch:
        quick = _read(lambda: date_parse_exact.scan_exact(text, [other], dates, 0)[0])
        patch.setattr(date_parse_exact, "exact_ticks", lambda *_: None)
        assert quick == _read(lambda: date_parse_exact.scan_exact(text, [other], dates, 0)[0])
