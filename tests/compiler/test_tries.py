"""Errors that are caught in the short ways leave behind what those leave that are caught in the long way."""

from __future__ import annotations

import pytest

from spshell.app import make_session

THROWERS = """
function Test-Text($n) { if ($n) { throw "text $n" } }
function Test-Object($n) { throw [System.ArgumentException]::new("object $n") }
function Test-Through($n) { if ($n -gt 1) { Test-Text $n } else { Test-Object $n } }
"""

CLAUSES = {
    "blind": "catch { $c++ }",
    "typed": "catch [System.ArgumentException] { $c++ } catch { $c += 2 }",
    "exception": 'catch { $c = "$($_.Exception.Message) $_" }',
    "record": "catch { $c = $_.CategoryInfo.Category }",
    "variable": "catch { Get-Variable c | Out-Null; $c = $_.FullyQualifiedErrorId }",
}


def run(text: str) -> list[object]:
    return make_session().evaluate(text)


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)
def test_every_caught_error_is_in_the_list_with_its_place_and_stack(clause: str) -> None:
    text = f"""{THROWERS}
    $c = 0
    foreach ($n in 1..2) {{ try {{ Test-Through $n }} {clause} }}
    $Error.Count
    foreach ($e in $Error) {{
        "$($e.FullyQualifiedErrorId) $($e.CategoryInfo.Category) $($e.InvocationInfo.ScriptLineNumber) $($e.Exception.GetType().Name)"
        ($e.ScriptStackTrace -split "`n" | ForEach-Object {{ ($_ -split ',')[0] }}) -join ' '
    }}
    """
    stack = "at Test-Through at <ScriptBlock>"
    assert run(text) == [
        2,
        "text 2 OperationStopped 2 RuntimeException", f"at Test-Text {stack}",
        "object 1 OperationStopped 3 ArgumentException", f"at Test-Object {stack}",
    ]  # fmt: skip


def test_what_clauses_see_of_the_error() -> None:
    text = f"""{THROWERS}
    foreach ($n in 1..1) {{
        try {{ Test-Text $n }} catch {{ $_.Exception.ErrorRecord.FullyQualifiedErrorId; "$_"; $kept = $_.Exception }}
        $kept.Message; $kept.ErrorRecord.FullyQualifiedErrorId
        try {{ [int]'x' }} catch {{ $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name }}
        try {{ [int]::Parse('x') }} catch [System.FormatException] {{ $_.Exception.GetType().Name }}
        try {{ $null.Method() }} catch {{ $_.FullyQualifiedErrorId }}
        try {{ Write-Error -Message m -ErrorId own -ErrorAction Stop }} catch {{ "$_"; $_.FullyQualifiedErrorId }}
        $record = [System.Management.Automation.ErrorRecord]::new([System.Exception]::new('plain'), 'id', 'NotSpecified', $null)
        $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new('details')
        try {{ throw $record }} catch {{ "$_ $($_.Exception.Message)" }}
    }}
    """
    assert run(text) == [
        "text 1", "text 1", "text 1", "text 1", "RuntimeException", "PSInvalidCastException", "FormatException",
        "InvokeMethodOnNull", "m", "own", "details plain",
    ]  # fmt: skip


def test_errors_pass_functions_and_clauses_that_do_not_take_them() -> None:
    text = f"""{THROWERS}
    function Test-Again($n) {{ try {{ Test-Text $n }} catch [System.IO.IOException] {{ 'no' }} finally {{ $script:done++ }} }}
    function Test-Bare($n) {{ try {{ Test-Again $n }} catch {{ throw }} }}
    function Test-Nested($n) {{ try {{ Test-Bare $n }} catch {{ try {{ throw 'second' }} catch {{ "in $_" }}; "out $_" }} }}
    $done = 0
    foreach ($n in 1..2) {{ Test-Nested $n }}
    "$done $($Error.Count) $($Error[0]) $($Error[1])"
    """
    once = ["in second", "out text {}"]
    assert run(text) == [
        *[item.format(1) for item in once],
        *[item.format(2) for item in once],
        "2 4 second text 2",
    ]


def test_a_throw_that_nobody_catches_ends_the_function_unless_errors_are_silenced() -> None:
    text = """
    function Test-Silent($n) { if ($n) { throw 'quiet'; 'same block' }; 'after' }
    $ErrorActionPreference = 'SilentlyContinue'
    foreach ($n in 1..1) { Test-Silent $n }
    $ErrorActionPreference = 'Continue'
    $Error[0].FullyQualifiedErrorId
    try { foreach ($n in 1..1) { Test-Silent $n; 'not reached' } } catch { "caught $_" }
    """
    assert run(text) == ["same block", "after", "quiet", "caught quiet"]


def test_a_cmdlet_that_an_error_passes_does_not_become_its_origin() -> None:
    text = f"""{THROWERS}
    try {{ 1 | ForEach-Object {{ Test-Text $_ }} }} catch {{ $_.FullyQualifiedErrorId; $_.InvocationInfo.ScriptLineNumber }}
    try {{ & {{ Test-Object 5 }} }} catch {{ $_.FullyQualifiedErrorId }}
    """
    assert run(text) == ["text 1", 2, "object 5"]


def test_failures_of_methods_that_no_clause_looks_at_are_in_error_all_the_same() -> None:
    """The record is made when ``$Error`` is read, with the exception inside and the place; a clause for that one leaves no trace."""
    text = """
    function Get-Number($text) { try { [int]::Parse($text) } catch { -1 } }
    foreach ($i in 1..2) { Get-Number 'x' }
    $seen = foreach ($item in $Error) { "$($item.FullyQualifiedErrorId) $($item.Exception.InnerException.GetType().Name) $($item.InvocationInfo.Line.Trim())" }
    $seen
    foreach ($i in 1..2) { try { 'abc'.Substring(9) } catch [ArgumentOutOfRangeException] { 'inner' } }
    foreach ($i in 1) { try { throw $Error[0].Exception } catch [System.Management.Automation.MethodInvocationException] { 'outer' } }
    foreach ($i in 1..2) { try { 'abc'.Substring(9) } catch [ArgumentException] { "$($_.Exception.GetType().Name) $($_.InvocationInfo.ScriptLineNumber)" } }
    foreach ($i in 1..2) { try { [int]'x' } catch { 'cast' } }
    "$($Error[0].Exception.GetType().Name) $($Error[0].Exception.InnerException.GetType().Name)"
    """
    line = "FormatException function Get-Number($text) { try { [int]::Parse($text) } catch { -1 } }"
    assert make_session().evaluate(text) == [
        -1, -1, f"FormatException {line}", f"FormatException {line}", "inner", "inner", "outer",
        "ArgumentOutOfRangeException 8", "ArgumentOutOfRangeException 8", "cast", "cast", "RuntimeException PSInvalidCastException",
    ]  # fmt: skip


def test_a_clause_that_asks_for_the_status_finds_it_false_and_leaves_it_true() -> None:
    """``$?`` is followed where code may ask for it: in a clause it says that the try failed."""
    text = """
    $thrown = [System.ArgumentException]::new('again')
    foreach ($i in 1..2) {
        try { throw 'a' } catch { "$? $_" }
        try { throw $thrown } catch [ArgumentException] { "$($_.Exception.Message) $($_.FullyQualifiedErrorId)"; 1 / 1 }
        $?
        try { throw "text $i" } catch { if ($_.Exception.Message -like 'text*') { $null = 1 } }
        "$? $($Error[0].FullyQualifiedErrorId) $($Error[0].TargetObject)"
    }
    """
    assert make_session().evaluate(text) == [
        "False a", "again again", 1, True, "True text 1 text 1", "False a", "again again", 1, True, "True text 2 text 2",
    ]  # fmt: skip
