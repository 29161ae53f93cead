"""Functions of modules, of scripts that scripts call, and of functions: called by plan as long as a name means one text."""

from __future__ import annotations

import pytest

from spshell.app import make_session

HOW = (
    "& { %s; rec 5 }",
    "function outer { %s; rec 5 }; outer",
    "$null = New-Module { %s }; rec 5",
)


def test_a_callee_that_changes_its_meaning_may_change_the_callers_variables() -> None:
    text = """
    function mid { helper }
    function outer { $x = 1; mid; $x }
    & { function helper { } ; 1..3 | ForEach-Object { outer } }
    & { function helper { Set-Variable x 5 -Scope 2 } ; outer }
    & { function helper { } ; outer }
    """
    assert make_session().evaluate(text) == [1, 1, 1, 5, 1]


def test_a_function_of_the_global_scope_may_take_the_name_later() -> None:
    text = """
    function mid { helper }
    function outer { $x = 1; mid; $x }
    & { function helper { } ; outer }
    function helper { Set-Variable x 7 -Scope 2 }
    outer
    """
    assert make_session().evaluate(text) == [1, 7]


@pytest.mark.parametrize("how", HOW)
def test_recursion(how: str) -> None:
    assert make_session().evaluate(
        how % "function rec($n) { if ($n -le 1) { return 1 } $n * (rec ($n - 1)) }"
    ) == [120]


def test_the_same_text_run_again_sees_what_changed_since() -> None:
    text = """
    function f { Invoke-Expression '$n + 1'; Invoke-Expression 'g' }
    function g { 'old' }
    foreach ($n in 1, 2) { f }
    function g { 'new' }
    $n = 5; f
    [scriptblock]::Create('$n').Invoke(); & { $n = 6; & ([scriptblock]::Create('$n')) }
    """
    assert make_session().evaluate(text) == [2, "old", 3, "old", 6, "new", 5, 6]


def test_a_text_that_fails_fails_each_time() -> None:
    text = "foreach ($i in 1, 2) { try { Invoke-Expression 'if (' } catch { $_.FullyQualifiedErrorId } }"
    wanted = "MissingEndParenthesisAfterStatement"
    ids = make_session().evaluate(text)
    assert len(ids) == 2 and ids[0] == ids[1] and "," in ids[0], wanted


def test_blocks_of_where_and_foreach_write_what_they_wrote_before() -> None:
    text = """
    $a = 1, 2, 3
    $a.ForEach({ $_, ($_ * 2) }).Count
    $a.ForEach({ }).Count
    $a.Where({ $_ -gt 1 }, 'First')
    & { $k = 2; $a.Where({ $_ -gt $k }) }
    $a.ForEach({ $script:seen += $_ }); $seen
    """
    assert make_session().evaluate(text) == [6, 0, 2, 3, 6]
