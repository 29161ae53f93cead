"""Script blocks that a method runs see the variables around the call, also where these could live in Python locals."""

from __future__ import annotations

import pytest

from spshell.app import make_session

CASES = [
    ("$b = { $t * 2 }; $t = 0; foreach ($i in 1, 2) { $t += $i; $b.Invoke() }", [2, 6]),
    ('$b = { "<$_>" }; 1, 2 | ForEach-Object { $b.Invoke() }', ["<1>", "<2>"]),
    ('$b = { "<$_>" }; 1, 2 | Write-Output | ForEach-Object { $b.InvokeReturnAsIs() }', ["<1>", "<2>"]),
    ("1, 2 | ForEach-Object { $ExecutionContext.InvokeCommand.ExpandString('[$_]') }", ["[1]", "[2]"]),
    ("foreach ($i in 1, 2) { $ExecutionContext.InvokeCommand.ExpandString('$i') }", ["1", "2"]),
    ("$b = { $x }; function f($x) { $b.Invoke() }; foreach ($i in 1, 2) { f $i }", [1, 2]),
    ("$m = 'Invoke'; $b = { $i }; foreach ($i in 1, 2) { $b.$m() }", [1, 2]),
    ("$w = { $_ -gt $k }; foreach ($k in 1, 2) { (1, 2, 3).Where($w).Count }", [2, 1]),
    ("$p = { $args[0] -gt $k }; foreach ($k in 1, 2) { ([Collections.Generic.List[int]](1, 2, 3)).FindAll($p).Count }", [2, 1]),
    ("1, 2 | Write-Output | Sort-Object { $o = $_; $b = { -$o }; $b.Invoke()[0] }", [2, 1]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_block_sees_what_stands_around_its_call(text: str, expected: list[object]) -> None:
    assert make_session().evaluate(text) == expected


def test_names_of_functions_in_variables_have_plans() -> None:
    """``& $name`` runs what the name means at that moment; what Get-Command found stays what it was."""
    text = """
    function Get-First($x) { "first $x" }
    function Get-Second { [CmdletBinding()] param([int]$x) "$($MyInvocation.InvocationName) $($x + 1) $outer" }
    $kept = Get-Command Get-First
    foreach ($name in 'Get-First', 'get-second', 'Get-Missing') { $outer = $name; try { & $name 4 } catch { $_.FullyQualifiedErrorId } }
    foreach ($i in 1..2) { $name = 'Get-First'; & $name $i; & $kept $i; function Get-First($x) { "anew $x" } }
    """
    assert make_session().evaluate(text) == [
        "first 4", "& 5 get-second", "CommandNotFoundException", "first 1", "first 1", "anew 2", "first 2",
    ]  # fmt: skip
