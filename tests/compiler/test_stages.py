"""Functions in pipelines: without a scope for their variables they do what they do with one."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.calls import sites as call_sites
from spshell.engine.pipelines import direct_stages
from spshell.engine.pipelines import script_stages as stages

PIPELINES = r"""
function Select-Large { [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][int]$Number, [int]$Limit = 10)
 process { if ($Number % 100 -ge $Limit) { $Number } } }
function ConvertTo-Row { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject, [string]$Prefix = 'row')
 begin { $count = 0 } process { $count++; "$Prefix$count=$InputObject" } end { "total $count last $InputObject" } }
1,5,'17','x',250,$null,20.6 | Select-Large -Limit 6 2>&1 | ForEach-Object { "$_" }
'a',$null,3,@(1,2) | ConvertTo-Row -Prefix p
@() | ConvertTo-Row
1..5 | Select-Large -Limit 2 | ConvertTo-Row | Select-Object -First 2
filter Twice { $_ * 2 }
1..3 | Twice
function Sum-All { begin { $t = 0 } process { $t += $_; if ($_ -eq 2) { return }; "p$_" } end { $t } }
1..3 | Sum-All
function By-Name { [CmdletBinding()] param([Parameter(ValueFromPipelineByPropertyName)][string]$Name, [Parameter(ValueFromPipelineByPropertyName)][int]$Size = 7) process { "$Name $Size" } }
[pscustomobject]@{Name='n1';Size=3}, [pscustomobject]@{Name='n2'}, [pscustomobject]@{Size=5;Name='n3'} | By-Name
function Inner($v) { "inner $v $own $_" }
function Calls { param([Parameter(ValueFromPipeline)]$X) begin { $own = 'o' } process { $own = "o$X"; Inner $X } end { Inner 'e' } }
1..2 | Calls
foreach ($n in 1..2) { $n, ($n+1) | Calls }
function Fails { [CmdletBinding()] param([Parameter(ValueFromPipeline)][int]$X) process { if ($X -eq 2) { throw "bad $X" }; if ($X -eq 3) { 1/0 }; $X } }
1,3,4 | Fails 2>&1 | % { "$_" }
try { 1..4 | Fails } catch { $_.FullyQualifiedErrorId; ($_.ScriptStackTrace -split "`n" | % { ($_ -split ',')[0] }) -join ';' }
try { 1..4 | Fails -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
1,3 | Fails -ErrorAction SilentlyContinue -ErrorVariable ev; $ev.Count
function Typed { param([Parameter(ValueFromPipeline)][int]$X) process { $X = "$($X)1"; $X.GetType().Name; $X } }
1..2 | Typed
function Loops { param([Parameter(ValueFromPipeline)]$X) process { foreach ($i in 1..5) { if ($i -eq $X) { break }; $i } } }
2,3 | Loops
foreach ($q in 1..3) { 1..3 | & { process { if ($_ -eq 2) { continue }; "$q$_" } }; "not after $q" }
function Vars { process { $seen += @($_); $last = $_ } end { "$($seen.Count) $last" } }
1..4 | Vars
function Strict { process { Set-StrictMode -Version 2; $nope } }
$r = 1..3 | ConvertTo-Row | Select-Large 2>&1; "$($r.Count) $($r[0])"
function Out-Two { [CmdletBinding()] param([Parameter(ValueFromPipeline)][string]$S) process { $S; , @(1,2); $null } }
('a','b' | Out-Two).Count
'a','b' | Out-Two -OutVariable ov | Out-Null; $ov.Count
function Refused { param([Parameter(ValueFromPipeline)][int]$A = 7, [switch]$S) begin { "b$A" } process { $A } end { "$A $S" } }
1,2,'x' | Refused -S 2>$null
function Refused-Too { param([Parameter(ValueFromPipeline)][int]$A = 7) process { Inner $A } end { "$A" } }
1,2,'x' | Refused-Too 2>$null
function Rec { param([Parameter(ValueFromPipeline)]$N) process { $k = $N; if ($N -gt 0) { ($N - 1) | Rec }; "r$k" } }
3 | Rec
"""

CALLS = r"""
function Get-X { [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][string]$Name, [int]$N = 2)
 begin { $t = 0; 'b' } process { $t += $N; "$Name $t [$_]" } end { "e$t" } }
foreach ($i in 1..2) { Get-X -Name "a$i"; Get-X b -N 5; 'p','q' | Get-X; $x = Get-X z; $x.Count }
function Get-Y { process { if ($_) { "in $_" } else { 'none' } } }
Get-Y; 1,2 | Get-Y
1..2 | ForEach-Object { Get-Y; Get-X "k$_" }
function Get-Z { param($v) process { return $v; 'no' } }
Get-Z 5
function Get-W { param($v) process { return $v; 'no' } end { 'end' } }
Get-W 5
foreach ($i in 1..1) { Get-W 6; try { Get-X -Name '' } catch { $_.FullyQualifiedErrorId } }
"""


def run(text: str) -> tuple[list[str], list[str]]:
    session = make_session()
    written = [
        repr(item) if type(item) in (str, int, float, type(None)) else type(item).__name__
        for item in session.evaluate(text)
    ]
    return written, [record.fqid for record in session.errors]


def test_stages_do_the_same_with_and_without_a_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = run(PIPELINES)
    monkeypatch.setattr(direct_stages, "take_over", lambda _stage: None)
    assert quick == run(PIPELINES)
    assert len(quick[0]) > 50


def test_calls_without_input_do_the_same_with_and_without_a_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = run(CALLS)
    monkeypatch.setattr(call_sites, "_plan", lambda *_site: call_sites._slow)
    monkeypatch.setattr(direct_stages, "take_over", lambda _stage: None)
    assert quick == run(CALLS)
    assert len(quick[0]) > 30


def test_a_stage_without_a_scope_takes_its_objects_without_the_binder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bound: list[object] = []
    bind = stages.BlockStage._bind_input
    monkeypatch.setattr(
        stages.BlockStage, "_bind_input", lambda self, value: bound.append(value) or bind(self, value)
    )
    text = "function f { [CmdletBinding()] param([Parameter(ValueFromPipeline)][int]$X) process { $X + 1 } }; 1, 2, '3', 4 | f"
    assert make_session().evaluate(text) == [2, 3, 4, 5]
    assert bound == [1, "3"]
