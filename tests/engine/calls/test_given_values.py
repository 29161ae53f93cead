"""What a function without a scope is told of its call is what the general way puts into its scope."""

from __future__ import annotations

from unittest.mock import patch

from spshell.app import make_session
from spshell.engine.calls import sites as call_sites

PROGRAM = r"""
function f{[CmdletBinding()]param($a,$b,[switch]$s) "$($PSBoundParameters.Count) $($PSBoundParameters.Keys -join ',') $($PSBoundParameters.ContainsKey('B')) $($PSBoundParameters['s'])" }
foreach ($n in 1..2) { f 1 2; f -b 1; f 1 -s; f; f -a:1 -s:$false; f $null }
function g($a,$b) { "g $a $b $($args.Count) $args" }
function Give { [CmdletBinding()]param($a,$b) $x = 1; g @PSBoundParameters }
foreach ($n in 1..2) { Give 1 2; Give -b 5; Give -a (1,2) }
foreach ($n in 1..2) { g 1 2 3 4; g 1; g -b 1 2 3; g -z 5 }
function a0 { $args; "c $($args.Count) $($args[0])"; foreach ($q in $args) { "q $q" } }
foreach ($n in 1..2) { a0; a0 1; a0 1 (2,3) 'x'; $r = a0 5 6; "$r" }
function a1 { g @args }
foreach ($n in 1..2) { a1 1 2 3; a1 -b 1; a1 -b 1 -a 2 }
function S { [CmdletBinding(SupportsShouldProcess)]param($a) if ($PSCmdlet.ShouldProcess("t$a", 'act')) { "done $a" } else { "not $a" } }
foreach ($n in 1..2) { S $n; S $n -WhatIf; $WhatIfPreference = $true; S $n; $WhatIfPreference = $false; S $n -Confirm:$false }
function S2 { [CmdletBinding(SupportsShouldProcess, ConfirmImpact='High')]param($a,[switch]$Force) if ($Force -or $PSCmdlet.ShouldProcess("t$a")) { S $a } }
foreach ($n in 1..2) { S2 $n -Force; S2 $n -WhatIf; S2 $n -Confirm:$false }
function P { [CmdletBinding(DefaultParameterSetName='A')]param([Parameter(ParameterSetName='A',Position=0)][int]$a,[Parameter(ParameterSetName='B',Mandatory)][string]$b,[Parameter(ParameterSetName='B')][switch]$c,$d='dd') "$($PSCmdlet.ParameterSetName) a=$a b=$b c=$c d=$d" }
foreach ($n in 1..2) { P 5; P -b 'x'; P -b 'x' -c; P; P -d 3; P '7'; try { P -a 1 -b 2 } catch { $_.FullyQualifiedErrorId }; try { P -c } catch { $_.FullyQualifiedErrorId }; P -b 5 }
function T { [CmdletBinding()]param($a) if ($a -eq 2) { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([InvalidOperationException]::new("bad $a"), 'TheId', 'InvalidOperation', $a)) }; "t $a" }
foreach ($n in 1..3) { try { T $n } catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Activity) $($_.InvocationInfo.Line)" } }
foreach ($n in 2..3) { T $n; "ok $?" }
function U { [CmdletBinding()]param($a) try { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([InvalidOperationException]::new("bad $a"), 'TheId', 'InvalidOperation', $a)) } catch { "in $_ $($_.FullyQualifiedErrorId)" }; 'end' }
foreach ($n in 2..3) { U $n }
function M { "$($MyInvocation.MyCommand.Name) $($MyInvocation.Line) $($MyInvocation.InvocationName) $($MyInvocation.BoundParameters.Count) $($MyInvocation.UnboundArguments)" }
foreach ($n in 1..2) { M; M 1 2 }
function N { [CmdletBinding()]param($a) $PSCmdlet.WriteObject("w$a"); "x"; $PSCmdlet.WriteVerbose('v'); $PSCmdlet.MyInvocation.MyCommand.Name; $PSCmdlet.MyInvocation.BoundParameters['a'] }
foreach ($n in 1..2) { N $n; $r = N $n; "$r"; N $n -Verbose 4>&1 | ForEach-Object { "$_" } }
function V { [CmdletBinding()]param([Parameter(Mandatory)][string]$Name,[ValidateSet('x','y')]$k) if ($PSBoundParameters.ContainsKey('k')) { "k=$k" } else { "no k" }; $null = $PSBoundParameters.Remove('Name'); $PSBoundParameters.Count; W @PSBoundParameters }
function W { param($k,$Name) "W $k [$Name] $($PSBoundParameters.Count)" }
foreach ($n in 1..2) { V a; V b -k x; try { V b -k z } catch { $_.FullyQualifiedErrorId }; try { V '' } catch { $_.FullyQualifiedErrorId } }
function X { param($a) $args = 5; "$args" }
X 1 2
function Y { [CmdletBinding()]param($a) Z }
function Z { "Z $($PSBoundParameters.Count) $($MyInvocation.MyCommand.Name) [$($args.Count)]" }
foreach ($n in 1..2) { Y 1 }
function Y2 { [CmdletBinding()]param($a) $q = $PSBoundParameters; Z2; "$($q.Count)" ; "$($PSBoundParameters.Count)"}
function Z2 { 1..2 | ForEach-Object { "Z2 $_ $q" } }
foreach ($n in 1..2) { Y2 1 }
class K { [string] M() { return "K $($args.Count)" } }
[K]::new().M()
"""


def run(text: str) -> tuple[list[str], list[str]]:
    session = make_session()
    session.non_interactive = True
    written: list[object] = []
    session.run_block(session.make_block(text), written.append)
    return [str(item) for item in written], [f"{record.fqid} {record.message}" for record in session.errors]


def test_the_short_way_tells_what_the_general_way_does() -> None:
    """Bound parameters, arguments left over, parameter sets, ShouldProcess and errors that end the function."""
    quick = run(PROGRAM)

    with patch.object(call_sites, "_plan", lambda *_site: call_sites._slow):
        assert run(PROGRAM) == quick


def test_bound_parameters_are_one_dictionary_for_the_whole_call() -> None:
    """about_Automatic_Variables: what is taken out of ``$PSBoundParameters`` is not handed on."""
    text = """
    function Show-All { param($A, $B) "[$A] [$B] $($PSBoundParameters.Count)" }
    function Test-Own { [CmdletBinding()] param($A, $B) $null = $PSBoundParameters.Remove('a'); Show-All @PSBoundParameters }
    foreach ($n in 1..2) { Test-Own 1 $n }
    """
    assert run(text)[0] == ["[] [1] 1", "[] [2] 1"]


def test_the_parameter_set_is_that_of_the_names() -> None:
    text = """
    function Get-Way {
        [CmdletBinding(DefaultParameterSetName = 'Id')]
        param([Parameter(ParameterSetName = 'Id')][int]$Id, [Parameter(ParameterSetName = 'Name', Mandatory)][string]$Name)
        $PSCmdlet.ParameterSetName
    }
    foreach ($n in 1..2) { Get-Way -Id $n; Get-Way -Name "n$n"; Get-Way }
    """
    assert run(text)[0] == ["Id", "Name", "Id"] * 2
