"""Schedule phrases: every documented form is read, written and counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.timer import Schedule, ScheduleError

SUNDAY = datetime(2026, 3, 1, 12, 34, 56, tzinfo=UTC)


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("Every 5 minutes between 0 and 59", "every 5 minutes between 0 and 59"),
        ("every 15 minutes", "every 15 minutes at 0"),
        ("every 1 minute at 30", "every 1 minutes at 30"),
        ("Hourly between 0 and 59", "hourly between 0 and 59"),
        ("hourly at 5", "hourly at 5"),
        ("Daily at 15:00:00", "daily at 15:00:00"),
        ("daily between 22:00:00 and 06:00:00", "daily between 22:00:00 and 06:00:00"),
        ("Weekly between Fri 22:00:00 and Sun 06:00:00", "weekly between Fri 22:00:00 and Sun 06:00:00"),
        ("weekly at sat 5:00", "weekly at Sat 05:00:00"),
        ("Monthly at 15 15:00:00", "monthly at 15 15:00:00"),
        ("Yearly at Jan 1 15:00:00", "yearly at Jan 1 15:00:00"),
        ("  YEARLY  at  january 1 15:00:00 ", "yearly at Jan 1 15:00:00"),
    ],
)
def test_a_phrase_is_read_and_shown_in_its_usual_form(phrase: str, shown: str) -> None:
    schedule = Schedule.parse(phrase)
    assert str(schedule) == shown
    assert Schedule.parse(shown) == schedule


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("", ""),
        ("sometimes", "sometimes"),
        ("daily", "daily"),
        ("every 0 minutes", "0"),
        ("every 5 minutes between 0 and 60", "60"),
        ("hourly at x", "x"),
        ("daily at 24:00:00", "24:00:00"),
        ("daily at 15:00:00 now", "15:00:00 now"),
        ("weekly at Foo 15:00:00", "Foo"),
        ("weekly at 15:00:00", "15:00:00"),
        ("monthly at 32 15:00:00", "32"),
        ("yearly at Jan 0 15:00:00", "0"),
        ("monthly at \u0661 15:00:00", "\u0661"),
    ],
)
def test_anything_else_is_refused_naming_the_part(phrase: str, part: str) -> None:
    with pytest.raises(ScheduleError) as caught:
        Schedule.parse(phrase)
    assert caught.value.part == part


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("every 5 minutes between 0 and 59", "2026-03-01 12:35:00"),
        ("every 5 minutes at 30", "2026-03-01 12:35:30"),
        ("every 1 minutes at 57", "2026-03-01 12:34:57"),
        ("hourly at 34", "2026-03-01 13:34:00"),
        ("hourly between 35 and 40", "2026-03-01 12:35:00"),
        ("daily at 15:00:00", "2026-03-01 15:00:00"),
        ("daily at 12:34:56", "2026-03-02 12:34:56"),
        ("weekly at Sun 12:00:00", "2026-03-08 12:00:00"),
        ("weekly between Fri 22:00:00 and Sun 06:00:00", "2026-03-06 22:00:00"),
        ("weekly at Mon 00:00:00", "2026-03-02 00:00:00"),
        ("monthly at 1 12:00:00", "2026-04-01 12:00:00"),
        ("monthly at 31 00:00:00", "2026-03-31 00:00:00"),
        ("yearly at Jan 1 15:00:00", "2027-01-01 15:00:00"),
        ("yearly at Feb 29 00:00:00", "2027-02-28 00:00:00"),
    ],
)
def test_the_next_start_comes_after_the_time_given(phrase: str, expected: str) -> None:
    assert Schedule.parse(phrase).next_after(SUNDAY) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_the_31st_of_a_short_month_is_its_last_day() -> None:
    schedule = Schedule.parse("monthly at 31 06:00:00")
    moment, days = datetime(2027, 12, 31, 12, tzinfo=UTC), []
    for _ in range(4):
        moment = schedule.next_after(moment)
        days.append((moment.month, moment.day))
    assert days == [(1, 31), (2, 29), (3, 31), (4, 30)]


def test_a_share_of_the_window_spreads_the_starts() -> None:
    schedule = Schedule.parse("daily between 22:00:00 and 02:00:00")
    late = schedule.next_after(SUNDAY, share=0.75)
    assert late == datetime(2026, 3, 2, 1, tzinfo=UTC)
    # Still the window of the first of March, though it is past midnight.
    assert schedule.next_after(datetime(2026, 3, 2, 0, 30, tzinfo=UTC), share=0.75) == late


def test_an_interval_that_no_day_is_a_multiple_of_begins_anew_at_midnight() -> None:
    schedule = Schedule.parse("every 7 minutes")
    assert schedule.next_after(datetime(2026, 3, 1, 23, 56, tzinfo=UTC)) == datetime(2026, 3, 2, tzinfo=UTC)


_PHRASES = st.one_of(
    st.builds("every {} minutes between {} and {}".format, *[st.integers(1, 59)] * 3),
    st.builds("hourly at {}".format, st.integers(0, 59)),
    st.builds("daily at {}:{}:{}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)),
    st.builds("weekly at {} {}:00:00".format, st.sampled_from(["Sun", "Wed", "Sat"]), st.integers(0, 23)),
    st.builds("monthly at {} {}:00:00".format, st.integers(1, 31), st.integers(0, 23)),
    st.builds("yearly at Feb {} {}:00:00".format, st.integers(1, 29), st.integers(0, 23)),
)


@given(
    _PHRASES, st.integers(946684800, 2840140800).map(lambda stamp: datetime.fromtimestamp(stamp + 0.5, UTC))
)
def test_starts_only_move_forward_and_none_is_skipped(phrase: str, moment: datetime) -> None:
    schedule = Schedule.parse(phrase)
    first = schedule.next_after(moment)
    assert first > moment
    # From any time in between, the same start comes next.
    between = moment + (first - moment) / 2
    assert schedule.next_after(between) == first
    assert schedule.next_after(first) > first
    assert schedule.next_after(first - timedelta(microseconds=1)) == first
