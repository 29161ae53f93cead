"""System.Linq.Enumerable with script blocks as functions."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text

N = "[int[]](3,1,2)"


@pytest.mark.parametrize(
    ("script", "result"),
    [
        (f"[Linq.Enumerable]::OrderBy({N}, [Func[int,int]]{{ $args[0] }})", ["1", "2", "3"]),
        (f"[Linq.Enumerable]::OrderByDescending({N}, [Func[int,int]]{{ $args[0] }})", ["3", "2", "1"]),
        (
            f'[Linq.Enumerable]::GroupBy({N}, [Func[int,int]]{{ $args[0] % 2 }}) | % {{ "$($_.Key):$_" }}',
            ["1:3 1", "0:2"],
        ),
        (f"[Linq.Enumerable]::Aggregate({N}, [Func[int,int,int]]{{ $args[0] * 10 + $args[1] }})", ["312"]),
        (f"[Linq.Enumerable]::Any({N}, [Func[int,bool]]{{ $args[0] -gt 2 }})", ["True"]),
        (f"[Linq.Enumerable]::Average({N})", ["2"]),
        (f"[Linq.Enumerable]::ToList({N}).GetType().GenericTypeArguments[0].Name", ["Int32"]),
        (f"[Linq.Enumerable]::Except({N}, [int[]](1,2))", ["3"]),
        (f"[Linq.Enumerable]::SkipWhile({N}, [Func[int,bool]]{{ $args[0] -gt 2 }})", ["1", "2"]),
        (
            "[Linq.Enumerable]::ToDictionary([string[]]('a','bb'), [Func[string,int]]{ $args[0].Length })[2]",
            ["bb"],
        ),
        (
            f"try {{ [Linq.Enumerable]::Single({N}) }} catch {{ $_.FullyQualifiedErrorId }}",
            ["InvalidOperationException"],
        ),
        ("[Collections.Stack]::new(@(1,2)).Pop(); [Collections.Queue]::new(@(1,2)).Dequeue()", ["2", "1"]),
        ("[int].GetMethod('Parse', [type[]]@([string])).ToString()", ["Int32 Parse(System.String)"]),
    ],
)
def test_sequences(script, result):
    """
    Order, groups, folds and collections; a delegate fits the type parameters of a generic method.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == result
