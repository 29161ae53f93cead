"""Get-Random and Get-SecureRandom."""

from __future__ import annotations

import pytest


def test_a_seed_decides_the_sequence(session):
    """
    After -SetSeed the session goes on with the same numbers; they lie in the range.
    """
    text = "Get-Random -SetSeed 7 -Maximum 1000; 1..3 | % { Get-Random -Minimum 5 -Maximum 900 }"
    first, second = session.evaluate(text), session.evaluate(text)
    assert first == second
    assert all(5 <= number < 900 for number in first[1:])


@pytest.mark.parametrize(
    ("bounds", "kind"),
    [("-Maximum 5", "Int32"), ("-Maximum 5L", "Int64"), ("-Minimum 1 -Maximum '2.5'", "Double")],
)
def test_the_bounds_decide_the_type(session, bounds, kind):
    """
    Text counts as the number it says.
    """
    assert session.evaluate(f"(Get-Random {bounds}).GetType().Name") == [kind]


def test_objects_are_chosen_once_each(session):
    """
    -Count never repeats an object; -Shuffle gives all.
    """
    assert sorted(session.evaluate("1..5 | Get-SecureRandom -Count 9")) == [1, 2, 3, 4, 5]
    assert len(set(session.evaluate("1..50 | Get-Random -Count 10"))) == 10
    assert sorted(session.evaluate("Get-Random -InputObject 1, 2, 3 -Shuffle")) == [1, 2, 3]
