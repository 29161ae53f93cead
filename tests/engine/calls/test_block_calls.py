"""Calls of script blocks: without a scope for the block they do what they do with one."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from spshell.app import make_session
from spshell.engine.calls import sites as call_sites

PROGRAM = r"""
$k = 10
$b = { param($a) $a + $k }
function g($f, $v) { $k = 100; & $f $v }
function mk($n) { { param($x) $x + $n }.GetNewClosure() }
function mk2($n) { { param($x) $x + $n } }
$c = mk 5; $d = mk2 5
$n = 1
foreach ($t in 1..2) { & $b $t; g $b $t; & $c $t; & $d $t; g $c $t; g { param($q) "$q $k $v" } $t; $n = 7; & { $n; $n = 9; $script:k++ }; $n; $k }
foreach ($t in 1..2) { $x = & $b $t; "$x"; & { param([int]$z = 3) "$z $($args.Count)" }; & { "$($args -join ',')" } 1 2; & { param($p) process { "p$p $_" } } 4; & { $MyInvocation.MyCommand.GetType().Name; $MyInvocation.InvocationName } }
function callee { "callee sees $k $t $w" }
$e = { $w = 'w'; callee }
foreach ($t in 1..2) { & $e; $w; foreach ($u in 1..2) { & $e } }
$th = { param($m) throw "bad $m" }
foreach ($t in 1..2) { try { & $th $t } catch { "$_ $($_.FullyQualifiedErrorId)" }; try { g $th $t } catch { "c $_ $($_.InvocationInfo.ScriptLineNumber)" } }
$er = { param($m) 1 / $m; "after $?" }
foreach ($t in 0..1) { & $er $t; "ok $?" }
$br = { param($m) if ($m -eq 2) { break }; "m $m" }
foreach ($t in 1..3) { & $br $t }
"end"
$rec = { param($i) if ($i -gt 0) { "r$i"; & $rec ($i - 1) } }
foreach ($t in 1..2) { & $rec 2 }
function fact([int]$i, $f) { if ($i -le 1) { 1 } else { $i * (& $f ($i - 1) $f) } }
$ff = { param($i, $f) if ($i -le 1) { 1 } else { $i * (& $f ($i - 1) $f) } }
foreach ($t in 1..2) { fact 5 $ff; & $ff 6 $ff }
$handlers = @{ add = { param($a, $b) $a + $b }; mul = { param($a, $b) $a * $b } }
foreach ($t in 1..2) { foreach ($h in 'add', 'mul') { $op = $handlers[$h]; & $op 3 4; & $handlers[$h] 3 4 } }
$w1 = { $script:total += 1; $local = 5 }
$total = 0; foreach ($t in 1..3) { & $w1 }; "$total [$local]"
$s = 'callee'; foreach ($t in 1..2) { & $s }
$cm = { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [switch]$On) "$Name $On $($PSBoundParameters.Count) $($PSCmdlet.GetType().Name)" }
foreach ($t in 1..2) { & $cm 'q'; & $cm -Name 'z' -On }
class K { $blk = { param($x) "K $x" }; [object] Run($x) { $z = $this.blk; return & $z $x } }
[K]::new().Run(3)
$st = { $ErrorActionPreference = 'Stop'; Write-Error 'stop here'; 'no' }
foreach ($t in 1..2) { try { & $st } catch { "stopped" } }
1..2 | ForEach-Object { & $b $_ }
$null = $undefinedblock; try { & $undefinedblock 1 } catch { $_.FullyQualifiedErrorId }
function outer { $v1 = 1; $setter = { Set-Variable v1 42 -Scope 1 }; foreach ($i in 1..2) { & $setter; $v1 } }
outer
function rep($times, $action) { for ($i = 0; $i -lt $times; $i++) { & $action $i } }
$acc = 0; rep 3 { param($j) $script:acc += $j; "$j $i" }; $acc
foreach ($z in 1..2) { rep 2 $b }
(& { 1, 2 }).Count; (& { }).Count; $nul = & { }; $null -eq $nul; @(& { $null }).Count
"""


def run(text: str) -> tuple[list[str], list[str]]:
    session = make_session()
    written: list[object] = []
    session.run_block(session.make_block(text), written.append)
    return [str(item) for item in written], [f"{record.fqid} {record.message}" for record in session.errors]


def test_the_short_way_does_what_the_general_way_does() -> None:
    """Scopes, closures, errors, jumps out of the block, recursion, blocks in dictionaries."""
    quick = run(PROGRAM)

    with (
        patch.object(call_sites, "_plan", lambda *_site: call_sites._slow),
        patch.object(call_sites, "_called_block", lambda _layout: call_sites._slow),
    ):
        assert run(PROGRAM) == quick


@pytest.mark.parametrize(
    "text",
    [
        "$again = { & $again }; & $again",
        "function Use-Block($f) { & $f $f }; Use-Block { param($f) Use-Block $f }",
    ],
    ids=["by itself", "through a function"],
)
def test_blocks_that_call_each_other_without_end_are_stopped(text: str) -> None:
    result = run(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}")

    assert result[0] == ["CallDepthOverflow"]


def test_a_block_of_a_module_runs_in_its_module() -> None:
    """about_Modules: a block sees the variables of the module that it was written in."""
    text = """
    $null = New-Module { $hidden = 'private'; function Get-Block { { "in $hidden" } }; Export-ModuleMember -Function Get-Block }
    $hidden = 'caller'; $block = Get-Block
    foreach ($n in 1..2) { & $block }
    """
    assert run(text)[0] == ["in private", "in private"]


def test_a_block_handed_through_functions_of_a_module_sees_its_callers() -> None:
    text = """
    $null = New-Module { $inside = 'm'; function Start-Block($b) { Step-Block $b }; function Step-Block($b) { & $b } }
    function Use-Module { $own = 'o'; foreach ($n in 1..2) { Start-Block { "$own|$inside|$n" } } }
    Use-Module
    """
    assert run(text)[0] == ["o||1", "o||2"]
