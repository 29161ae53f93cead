"""Built-in commands in functions and loops whose variables live in locals: they do what they do elsewhere."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.compiler import direct_rules

SCRIPT = r"""
function Get-Place { param([string]$Folder, [string]$Name) $path = Join-Path $Folder $Name; if (Test-Path $path) { 'there' } else { $path } }
function Test-Own { $own = 5; Test-Path variable:own; Test-Path Variable:nothing; (Get-Item variable:own).Value; $own }
function Write-Twice($x) { Write-Output $x; Write-Output $x, $x -NoEnumerate; Write-Output (1, 2) }
function Test-Verbose { [CmdletBinding()] param([int]$N) Write-Verbose "n is $N"; $N * 2 }
function Test-Kept { Write-Warning 'careful' -WarningVariable kept -WarningAction SilentlyContinue; "$kept"; Get-Date -OutVariable when | Out-Null; $x = Write-Output 7 -OutVariable seven; "$seven $x" }
function Test-Failing { Get-Item /no/such/file -ErrorAction SilentlyContinue; "ok $?"; Get-Item /no/such/file -ErrorAction Stop; 'not reached' }
function Test-Error { [CmdletBinding()] param($A) Write-Error "bad $A" -ErrorId Own; "after $A" }
function Test-Caught($t) { try { New-Object $t } catch { Write-Output "caught $($_.FullyQualifiedErrorId)" } finally { Write-Output 'done' } }
function Test-Binding { Join-Path 'a' '' ; Split-Path '' }
function Get-Nested { param($n) $v = "v$n"; Write-Output (Get-Place '/nowhere' $v) }
foreach ($n in 1..2) { Get-Place '/nowhere' "f$n"; Get-Place / tmp; Get-Nested $n }
Test-Own
foreach ($n in 1..1) { Test-Own; (Write-Twice 3).Count; $all = Write-Twice 4; $all.Count; $all[1].Count }
foreach ($n in 1..2) { Test-Verbose $n 4>&1; Test-Verbose $n -Verbose 4>&1 | ForEach-Object { "$_" } }
$VerbosePreference = 'Continue'; foreach ($n in 1..1) { Test-Verbose 9 4>&1 | ForEach-Object { "$_" } }; $VerbosePreference = 'SilentlyContinue'
Test-Kept
foreach ($n in 1..1) { Test-Kept }
try { Test-Failing } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.Line.Trim().Length }
foreach ($n in 1..2) { Test-Error $n 2>&1 | ForEach-Object { "$_"; if ($_.InvocationInfo) { $_.InvocationInfo.ScriptLineNumber; $_.FullyQualifiedErrorId; $_.InvocationInfo.MyCommand.Name } } }
Test-Caught 'No.Such.Type'; Test-Caught 'System.Text.StringBuilder' | ForEach-Object { "$_" }
Test-Binding 2>&1 | ForEach-Object { "$($_.FullyQualifiedErrorId) $($_.InvocationInfo.ScriptLineNumber)" }
$PSDefaultParameterValues = @{ 'Join-Path:ChildPath' = 'default' }
function Get-Default { Join-Path '/x' }
Get-Default; foreach ($n in 1..1) { Get-Default }
$PSDefaultParameterValues.Clear()
function Write-Output { "mine $args" }
foreach ($n in 1..1) { Write-Twice 5; Write-Output $n }
Remove-Item function:Write-Output
foreach ($n in 1..1) { Write-Twice 6; $given = @{ Path = 'p'; ChildPath = "c$n" }; Join-Path @given; $place = Join-Path @given; $place }
foreach ($n in 1..3) { $found = New-Object System.Collections.ArrayList; $null = $found.Add($n); [void](Write-Output 1); $found.Count }
$secret = 'outer'; foreach ($n in 1..1) { $secret = "turn $n"; Test-Path variable:secret; Get-Content variable:secret }
"""


def run() -> tuple[list[str], list[str]]:
    session = make_session()
    written = [
        repr(i) if type(i) in (str, int, float, bool) else type(i).__name__ for i in session.evaluate(SCRIPT)
    ]
    return written, [
        f"{r.fqid} {r.invocation.extent.line if r.invocation and r.invocation.extent else ''}"
        for r in session.errors
    ]


def test_they_do_the_same_where_variables_live_in_locals(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = run()
    monkeypatch.setattr(direct_rules, "is_known", lambda _name: False)
    assert quick == run()
    assert len(quick[0]) > 60


def test_a_function_with_such_commands_needs_no_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    from spshell.engine.calls import calls
    from spshell.engine.pipelines import script_stages as stages

    def refuse(*_given: object) -> None:
        raise AssertionError("a scope was made")

    monkeypatch.setattr(calls, "call_simple_function", refuse)
    monkeypatch.setattr(stages.BlockStage, "make_scope", refuse)
    text = "function f { [CmdletBinding()] param([string]$Name) Write-Verbose $Name; Join-Path '/a' $Name }\nforeach ($n in 1..2) { f \"x$n\" }"
    assert make_session().evaluate(text) == ["/a/x1", "/a/x2"]


@pytest.mark.parametrize(
    ("pipeline", "expected"),
    [
        ("(1..5 | Sort-Object $block) -join ','", "3,1,4,2,5"),
        ("@(1..5 | Group-Object -Property $block).Count", 3),
        ("$t = 0; foreach ($n in 1..2) { $t += @(1..5 | Sort-Object $block)[0] }; $t", 6),
        ("(1..5 | Sort-Object $block | Select-Object -First $first) -join ','", "3,1"),
        ("@(Compare-Object 3, 4 6, 7 -Property $block).Count", 0),
    ],
)
def test_a_block_in_a_variable_sees_the_variables_of_the_function_that_hands_it_on(pipeline, expected):
    text = f"$k = 1; function Show($block) {{ $k = 3; $first = 2; {pipeline} }}\nShow {{ $_ % $k }}; Show {{ $_ % $k }}"
    assert make_session().evaluate(text) == [expected, expected]
