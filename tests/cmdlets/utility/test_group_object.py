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


def test_groups_by_keys_are_those_by_comparing(session, monkeypatch):
    """
    Text in any case, numbers, booleans, dates, null and what is missing, by one property and by two.
    """
    from cmdlets.utility import grouping

    text = """
    $words = 'b', 'B', 'a', 'a b', '\u00e9', 'e', $null, 2, 1.0, 1, $true, [long]1, [datetime]'2024-01-02', [timespan]3, [DayOfWeek]'Monday', [DayOfWeek]1
    foreach ($seed in 1..60) {
        $some = Get-Random -InputObject $words -Count 4 -SetSeed $seed
        $objects = foreach ($n in 0..9) {
            $value = if ($seed % 3) { $some[$n * $seed % 2] } else { $some[$n % 4] }
            if ($n -eq 7 -and $seed % 5 -eq 0) { [pscustomobject]@{ N = $n } } else { [pscustomobject]@{ V = $value; W = $n % 2; N = $n } }
        }
        foreach ($options in @{}, @{ CaseSensitive = $true }) {
            $objects | Group-Object V @options | ForEach-Object { "$($_.Name)=$($_.Group.N) $($_.Values[0])" }
            $objects | Group-Object W, V @options | ForEach-Object { "$($_.Name)=$($_.Group.N)" }
        }
    }
    """
    by_keys = session.evaluate(text)
    monkeypatch.setattr(grouping, "column_keys", lambda *_given, **_more: None)
    monkeypatch.setattr(grouping, "_EXACT", ())
    assert session.evaluate(text) == by_keys
    assert len(by_keys) > 500
