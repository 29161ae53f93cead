"""Pipeline objects of the kind that the first one had bind the short way; others still get the binder."""

from __future__ import annotations

from spshell.app import make_session


def test_objects_of_another_kind_are_converted_or_refused() -> None:
    text = """
    function Get-Twice { [CmdletBinding()] param([Parameter(ValueFromPipeline)][int]$Number, [int]$By = 2) process { $Number * $By } }
    1, 2, '3', 4 | Get-Twice
    $out = 1, 'x', 5 | Get-Twice -By 10 -ErrorAction SilentlyContinue
    "$out $($Error.Count)"
    function Get-Bound { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$Item) process { "$($PSBoundParameters['Item']) $_" } }
    'a', 'b' | Get-Bound
    """
    expected = [2, 4, 6, 8, "10 50 1", "a a", "b b"]
    assert make_session().evaluate(text) == expected
