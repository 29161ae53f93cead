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


def test_whole_lists_of_plain_values_are_compared_as_row_by_row(session, monkeypatch):
    """
    Text and whole numbers are paired by keys, and come out in the same order.
    """
    import random

    from cmdlets.utility.compare_object import CompareObject

    rows = random.Random(7)
    words = ["a", "A", "b", "c", "dd", "1"]
    texts = []
    for _ in range(60):
        kind = rows.choice([words, range(4)])
        left, right = ([repr(rows.choice(kind)) for _ in range(rows.randint(1, 7))] for _ in "lr")
        options = rows.choice(["", "-IncludeEqual", "-ExcludeDifferent -IncludeEqual", "-CaseSensitive", "-PassThru -IncludeEqual"])
        texts.append(f"Compare-Object {','.join(left)} {','.join(right)} {options} | ForEach-Object {{ \"$($_.SideIndicator)$_\" }}; '-'")
    texts.append(
        "$l = 'x','Y','x' | % { [pscustomobject]@{ N = $_; V = 1 } }; $r = 'X','z' | % { [pscustomobject]@{ N = $_; V = 1 } }"
        '; Compare-Object $l $r -Property N, V -IncludeEqual | % { "$_" }'
    )
    script = "\n".join(texts)
    plain = session.evaluate(script)
    monkeypatch.setattr(CompareObject, "_compared_plainly", lambda *_sides: False)
    assert session.evaluate(script) == plain
    assert len(plain) > 200
