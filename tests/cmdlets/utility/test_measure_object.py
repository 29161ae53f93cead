"""Measure-Object."""

from __future__ import annotations


def test_what_is_no_number_is_told_and_spoils_the_sum(session):
    """
    One error an object; the count stays.
    """
    (found,) = session.evaluate("1, 'x', 3 | Measure-Object -Sum -ErrorAction SilentlyContinue")
    assert (found.count, found.sum) == (3, None)
    assert [record.error_id for record in session.errors] == ["NonNumericInputObject"]


def test_a_property_that_some_objects_lack_counts_where_it_is(session):
    """
    Missing properties are passed over, except that strict mode tells of one that no object has.
    """
    text = "[pscustomobject]@{ A = 2 }, [pscustomobject]@{ B = 1 } | Measure-Object A -Sum | ForEach-Object { $_.Count, $_.Sum }"
    assert session.evaluate(text) == [1, 2.0]
    session.evaluate("Set-StrictMode -Version 2; 1 | Measure-Object Nope -ErrorAction SilentlyContinue")
    assert session.errors[0].error_id == "GenericMeasurePropertyNotFound"


def test_all_figures_of_a_series(session):
    """
    -AllStats is all of them; the deviation is that of a sample.
    """
    text = "2, 4, 4, 4, 5, 5, 7, 9 | Measure-Object -AllStats | ForEach-Object { $_.Average, $_.Minimum, $_.Maximum, [math]::Round($_.StandardDeviation, 3) }"
    assert session.evaluate(text) == [5.0, 2.0, 9.0, 2.138]
