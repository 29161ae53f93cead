"""Blocks that run in a scope which was there before: what others do with its variables counts at once."""

import pytest

from spshell.app import make_session
from tests.compiler.differential import difference


@pytest.mark.parametrize(
    "text",
    [
        "$n = 2; . { for ($i = 0; $i -lt 3; $i++) { $n } } | ForEach-Object { $n += $_; $n }",
        "$n = 2; . { for ($i = 0; $i -lt 3; $i++) { $n } } 3>$null | Select-Object -First 9 | ForEach-Object { $n += $_; $n }",
        "$n = 2; 0..2 | ForEach-Object { 1 } { for ($i = 0; $i -lt 3; $i++) { $n } } { 3 } | ForEach-Object { $n += $_; $n }",
        "$n = 2; 0..2 | ForEach-Object { $v = & { 1 }; for ($i = 0; $i -lt 3; $i++) { $n } } | ForEach-Object { $n += $_; $n }",
        "function Get-N { for ($i = 0; $i -lt 3; $i++) { $n } }; $n = 2; . Get-N | ForEach-Object { $n += $_; $n }",
    ],
)
def test_what_takes_the_output_changes_the_variables_of_a_loop(text: str) -> None:
    """
    The next object is written with the value that the command behind the pipe has just assigned.
    """
    assert difference(text) == ""


@pytest.mark.parametrize(
    "first",
    [
        "[int]$x = 5",
        "1 | ForEach-Object { [int]$x = 5 }",
        ". { [int]$x = 5 }",
        "Invoke-Expression '[int]$x = 5'",
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_the_type_of_a_variable_holds_in_loops(first: str, together: bool) -> None:
    """
    A type that the compiler does not see beside the loop converts what the loop assigns.
    """
    session = make_session()
    loop = "foreach ($i in 1..2) { $x = '7'; $x.GetType().Name }"
    if not together:
        session.evaluate(first)
        first = ""

    assert session.evaluate(f"{first}\n{loop}") == ["Int32", "Int32"]


def test_a_read_only_variable_is_refused_at_each_assignment() -> None:
    """
    The error belongs to the assignment, so the loop goes on.
    """
    session = make_session()
    text = "New-Variable y 3 -Option ReadOnly; foreach ($i in 1..2) { $y = '7'; $i }; $y; $Error.Count"

    assert session.evaluate(text) == [1, 2, 3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "for (1; $i -lt 2; $i++) { $i }",
        "for ($i = 0; $i -lt 2; $(5; $i++)) { $i }",
        "for ($i = 0; $i -lt 2; ($i++)) { $i }",
        "$x = for ('a' | ForEach-Object { $_ }; $i -lt 2; $i++) { $i }; $x",
    ],
)
def test_the_head_of_a_for_loop_writes_nothing(text: str) -> None:
    """
    What the initializer and the iterator write goes nowhere.
    """
    assert difference(text) == ""
