"""Where-Object with a property and an operator."""

from __future__ import annotations

_ROWS = "$rows = [pscustomobject]@{ N = 'a1'; V = 1 }, [pscustomobject]@{ N = 'b2'; V = 'x' }, [pscustomobject]@{ N = 'c3'; V = 3 }; "


def test_an_operator_that_fails_for_an_object_tells_and_goes_on(session):
    """
    Text that is no number is an error about that object only.
    """
    got = session.evaluate(_ROWS + "$w = '2x'; $rows | Where-Object V -GT $w -ErrorAction SilentlyContinue | ForEach-Object N")
    assert got == ["b2"]
    assert {record.error_id for record in session.errors} == {"OperatorFailed"}


def test_match_fills_matches_of_the_caller(session):
    """
    What is below in the pipeline reads it for each object.
    """
    assert session.evaluate(_ROWS + r"$rows | Where-Object N -Match '(\d)' | ForEach-Object { $Matches[1] }") == ["1", "2", "3"]


def test_a_name_with_wildcards_means_one_property(session):
    """
    Several are an error.
    """
    assert session.evaluate(_ROWS + "$rows | Where-Object N* -EQ b2 | ForEach-Object V") == ["x"]
    assert session.evaluate(_ROWS + "$rows[0] | Where-Object * -EQ 1 -ErrorAction SilentlyContinue") == []
    assert session.errors[0].error_id == "AmbiguousPropertyName"


def test_an_operator_switched_off_is_none(session):
    """
    Alone it asks whether the property is true; with a value an operator is missing.
    """
    assert session.evaluate(_ROWS + "$rows | Where-Object V -GT:$false | ForEach-Object N") == ["a1", "b2", "c3"]
    assert session.evaluate(_ROWS + "($rows | Where-Object V -Not:$false).Count") == [3]
    assert session.evaluate("try { 1 | Where-Object V -EQ:$false -Value 1 } catch { $_.FullyQualifiedErrorId }") == [
        "OperatorNotSpecified,Microsoft.PowerShell.Commands.WhereObjectCommand"
    ]


def test_a_collection_given_by_name_is_one_object(session):
    """Its own properties count, not those of its elements."""
    text = "$s = [pscustomobject]@{ Name = 'a' }, 1; @(Where-Object -InputObject $s Name -contains a).Count; (Where-Object -InputObject $s Length -eq 2).Count"
    assert session.evaluate(text) == [0, 2]
