"""Sort-Object and the order that other commands share with it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("3, '10', 2, '1' | Sort-Object", [1, 2, 10, 3]),
        ("'10', 3, '2', 1 | Sort-Object", [1, 3, 10, 2]),
        ("3, 1.5, 2 | Sort-Object -Descending", [3, 2, 1.5]),
        ("5, 1, 4, 2 | Sort-Object -Top 2", [1, 2]),
        ("5, 1, 4, 2 | Sort-Object -Bottom 2", [4, 5]),
        ("'b', 'A', 'a', 'B' | Sort-Object -CaseSensitive", ["a", "A", "b", "B"]),
    ],
)
def test_order(session, command, expected):
    """
    A mixture of text and numbers depends on which pairs .NET compares.
    """
    assert session.evaluate(f"({command}) -join ' '") == [" ".join(map(str, expected))]


def test_null_comes_first_and_a_missing_property_last(session):
    """
    In descending order null moves to the end of those that have the property.
    """
    make = "[pscustomobject]@{ N = 'none' }, [pscustomobject]@{ N = 'two'; V = 2 }, [pscustomobject]@{ N = 'null'; V = $null }"
    assert session.evaluate(f"{make} | Sort-Object V | ForEach-Object N") == ["null", "two", "none"]
    assert session.evaluate(f"{make} | Sort-Object V -Descending | ForEach-Object N") == [
        "two",
        "null",
        "none",
    ]


def test_unique_keeps_the_first_of_equal_ones(session):
    """
    By one key or several, in any case of letters, and with -Top.
    """
    assert session.evaluate("'b', 'A', 'a', 'B', 'c' | Sort-Object -Unique") == ["A", "b", "c"]
    assert session.evaluate("'b', 'A', 'a', 'B' | Sort-Object -Unique -CaseSensitive") == ["a", "A", "b", "B"]
    assert session.evaluate("2, 1.0, 1, $null, 2 | Sort-Object -Unique -Descending -Top 1") == [2]
    rows = "[pscustomobject]@{ A = 1; B = 'x' }, [pscustomobject]@{ A = 1; B = 'X' }, [pscustomobject]@{ A = 0; B = 'x' }"
    assert session.evaluate(f"({rows} | Sort-Object A, B -Unique).Count") == [2]


def test_unique_text_is_the_first_of_equal_ones(session):
    """
    The same text many times is one, and of several spellings the first stays.
    """
    assert session.evaluate("'b', 'A', 'b', 'a', 'B', 'A' | Sort-Object -Unique") == ["A", "b"]
    assert session.evaluate("'b', 'A', 'b', 'a' | Sort-Object -Unique -CaseSensitive") == ["a", "A", "b"]
    assert session.evaluate("'b', 'A', 'c', 'a' | Sort-Object -Unique -Bottom 2") == ["b", "c"]
