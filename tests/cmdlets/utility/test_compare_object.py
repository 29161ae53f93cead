"""Compare-Object."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["=>4", "<=1"]),
        ("-IncludeEqual", ["==2", "==3", "=>4", "<=1"]),
        ("-ExcludeDifferent", ["==2", "==3"]),
        ("-SyncWindow 0", ["=>2", "<=1", "=>3", "<=2", "=>4", "<=3"]),
    ],
)
def test_sides(session, options, expected):
    """
    Equal objects find each other as far apart as the window allows.
    """
    text = (
        f"Compare-Object 1, 2, 3 2, 3, 4 {options} | ForEach-Object {{ $_.SideIndicator + $_.InputObject }}"
    )
    assert session.evaluate(text) == expected


def test_the_earliest_equal_object_is_taken(session):
    """
    Each object has one partner; text and numbers compare by the type on the reference side.
    """
    assert session.evaluate(
        "Compare-Object 'a', 'a', 1 'A', '1' | ForEach-Object { $_.SideIndicator + $_.InputObject }"
    ) == ["<=a"]


def test_objects_at_the_same_place_are_equal_by_all_their_values(session):
    """
    In any case of letters unless it counts; values of other kinds are compared as they are.
    """
    text = "Compare-Object 'a', 'B', 1, $null, 2.0 'A', 'b', 1, $null, 2 | ForEach-Object SideIndicator"
    assert session.evaluate(text) == []
    assert session.evaluate("(Compare-Object 'a', 'B' 'A', 'B' -CaseSensitive).Count") == [2]
