"""Group-Object."""

from __future__ import annotations


def test_groups_of_one_type_are_ordered_and_others_come_as_they_are(session):
    """
    Values of one type are sorted; null fits in anywhere; a mixture keeps the order of its first objects.
    """
    assert session.evaluate("'b', 'a', 'B' | Group-Object | ForEach-Object { $_.Name + $_.Count }") == [
        "a1",
        "b2",
    ]
    assert session.evaluate("'b', 1, 'a', '1' | Group-Object | ForEach-Object { $_.Name + $_.Count }") == [
        "b1",
        "12",
        "a1",
    ]


def test_objects_without_the_property_join_those_whose_value_is_null(session):
    """
    The group of null has no name.
    """
    text = "[pscustomobject]@{ A = $null }, [pscustomobject]@{ A = 'x' }, [pscustomobject]@{ B = 1 } | Group-Object A -NoElement | ForEach-Object { \"$($_.Name)=$($_.Count)\" }"
    assert session.evaluate(text) == ["=2", "x=1"]


def test_a_table_refuses_null_keys(session):
    """
    -AsHashTable without -AsString writes an error and nothing else when a key is null.
    """
    assert (
        session.evaluate(
            "[pscustomobject]@{ A = $null } | Group-Object A -AsHashTable -ErrorAction SilentlyContinue"
        )
        == []
    )
    assert len(session.errors) == 1


def test_a_collection_that_is_grouped_itself_is_one_value(session):
    """
    Its name is its text; a date with members of its own keeps the text of the culture.
    """
    assert session.evaluate("(Group-Object -InputObject 1, 2, 1).Name; ((Get-Date 2024-01-02) | Group-Object).Name") == ["1 2 1", "1/2/2024 12:00:00\u202fAM"]
