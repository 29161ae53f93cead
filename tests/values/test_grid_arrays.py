"""Arrays of more than one dimension (about_Arrays)."""

from __future__ import annotations

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$g[0,1] = '2'; $g[0,1].GetType().Name; $g[-1,-1] = 4; $g[1,2]", "Int32 4"),
        ("$g[0,0] += 5; $g[0,0]++; $g", "6 0 0 0 0 0"),
        ("$null -eq $g[7,7]", "True"),
        ("$g.Rank; $g.Length; $g.GetLength(1); $g.GetUpperBound(0)", "2 6 3 1"),
        ("$g[1,0] = 3; $g[((0,0),(1,0))]", "0 3"),
        ("([array]::CreateInstance([string], 2, 2)).GetType().Name", "String[,]"),
        ("(New-Object 'bool[,,]' 2,2,2)[1,1,1]", "False"),
        ("$g.SetValue(8, 1, 1); $g.GetValue(1, 1); ('a' ,$g).Count; (@('a') + $g).Count", "8 2 7"),
    ],
)
def test_an_index_names_a_place_in_each_dimension(script, result):
    """
    Reading, writing, updating, slices, negative places, and the elements in a row.
    """
    values = Session().evaluate("$g = [int[,]]::new(2, 3); " + script)
    assert " ".join(to_text(value) for value in values) == result


@pytest.mark.parametrize(
    ("script", "fqid"),
    [
        ("$g[0]", "NeedMultidimensionalIndex"),
        ("$g[0,0,0] = 1", "NeedMultidimensionalIndex"),
        ("$g[9,0] = 1", "System.IndexOutOfRangeException"),
        ("[int[,]](1, 2)", "ConvertToFinalInvalidCastException"),
    ],
)
def test_what_does_not_fit_is_refused(script, fqid):
    """
    Too few or too many indexes, a place that is not there, a plain array.
    """
    session = Session()
    session.evaluate("$g = [int[,]]::new(2, 3)\n" + script)
    assert session.errors[0].fqid == fqid
