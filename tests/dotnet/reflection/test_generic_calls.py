"""Static methods called with type arguments."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[enum]::GetValues[DayOfWeek]() | select -First 2", ["Sunday", "Monday"]),
        ("[enum]::Parse[DayOfWeek]('friday', $true)", ["Friday"]),
        ("$day = 0; [enum]::TryParse[DayOfWeek]('Friday', [ref]$day); $day", ["True", "Friday"]),
        ("[array]::Empty[int]().GetType().Name", ["Int32[]"]),
        ("[Linq.Enumerable]::ToList[int](@('1','2')).GetType().GenericTypeArguments[0].Name", ["Int32"]),
        ("[Linq.Enumerable]::OfType[int](@('1',2,3))", ["2", "3"]),
        ("[Linq.Enumerable]::Cast[int](@(4,5)).GetType().Name", ["Int32[]"]),
        ("[Linq.Enumerable]::FirstOrDefault([int[]]@())", ["0"]),
        ("[tuple]::Create[int,string]('7', 1).Item1.GetType().Name", ["Int32"]),
    ],
)
def test_types_decide(script, result):
    """
    The types decide what the arguments become and what is made.
    """
    assert [to_text(value) for value in Session().evaluate(script)] == result
