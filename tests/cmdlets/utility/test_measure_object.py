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


def test_extremes_among_numbers_and_text(session):
    """
    Numbers in text count as numbers, NaN is no trap, and a script block's values are taken in like a property's.
    """
    text = "3, '10', 2 | Measure-Object -Maximum -Minimum -Sum | ForEach-Object { \"$($_.Minimum) $($_.Maximum) $($_.Sum)\" }"
    assert session.evaluate(text) == ["2 10 15"]
    text = "'b', 'a', 'c' | Measure-Object -Maximum | ForEach-Object Maximum"
    assert session.evaluate(text) == ["c"]
    text = "$rows = 4, '7', 1.5 | ForEach-Object { [pscustomobject]@{ N = $_ } }"
    session.evaluate(text)
    shown = 'ForEach-Object { "$($_.Count) $($_.Sum) $($_.Minimum) $($_.Maximum) $($_.Property)" }'
    assert session.evaluate(f"$rows | Measure-Object N -Sum -Minimum -Maximum | {shown}") == ["3 12.5 1.5 7 N"]
    assert session.evaluate("$rows | Measure-Object { [int]$_.N + 1 } -Sum -Maximum | ForEach-Object { $_.Sum, $_.Maximum }") == [16.0, 8.0]
    text = "[double]::NaN, 1 | Measure-Object -Minimum -Maximum | ForEach-Object { $_.Minimum, $_.Maximum -join ' ' }"
    assert session.evaluate(text) == ["NaN 1"]
