"""Generated functions and calls of them: the short ways give what the general way gives."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from spshell.app import make_session
from spshell.compiler import direct_rules
from spshell.engine.calls import sites as call_sites
from spshell.engine.pipelines import direct_stages

PARAMETERS = st.lists(
    st.sampled_from(
        [
            "$A", "[int]$A", "[Parameter(Mandatory)][string]$A", "[ValidateRange(0, 5)][int]$A = 3", "$A = 4",
            "[Parameter(ValueFromPipeline)][int]$A", "[Parameter(ValueFromPipeline)]$A", "[ValidateSet('x', '2')][string]$A = 'x'",
        ]
    ),
    min_size=1,
    max_size=1,
)  # fmt: skip
MORE = st.lists(
    st.sampled_from(
        [
            "$B = 1",
            "[switch]$S",
            "[double]$B",
            "[long]$B",
            "[datetime]$B",
            "[string]$B = 'b'",
            "$B = ($A + 1)",
            '[int]$B = "1$A"',
            "[string]$B = $outer",
            "[int[]]$C",
        ]
    ),
    max_size=2,
    unique=True,
)
STATEMENTS = st.lists(
    st.sampled_from(
        [
            "$A", "$t = $t + 1", "$t += $A", '"$A $B $S"', "if ($A -eq 2) { 'two' } elseif ($S) { 'switch' }", "$_",
            'if ($A -gt 3) { throw "bad $A" }', 'try { 1 / ($A - 2) } catch { "c $_" } finally { $t = 9 }', "$outer",
            "try { throw [System.ArgumentException]::new('arg') } catch [System.ArgumentException] { $t++ }", "$A = '7'",
            "switch ($A) { 2 { 'is 2'; break } 'x' { 'is x' } default { \"other $_\" } }", "Write-Output $A", "Inner $A",
            "foreach ($i in 1..2) { if ($i -eq $A) { continue }; $i }", "$script:n++", "$t", "Write-Verbose 'v'", "$C.Count",
            "$missing.Member.Other()", "1 / 0", "return $t", "if (\"x$A\" -match 'x(.)') { $Matches[1] }", '"m $($Matches[0])"',
            '$q = { param($v) "b $v $t"; $t = 8 }; & $q $A', "1..3 | Where-Object { $_ -gt $A }", '$A, 4 | ForEach-Object { $t += $_; "p$_" }', "Inner $A | Out-Null",
            "(1, $A | Measure-Object -Sum).Sum", "$A | Sort-Object | Out-Null",
            "$PSBoundParameters.Count", "$PSBoundParameters.ContainsKey('B')", '"args $args"', "$PSCmdlet.ParameterSetName",
            "$MyInvocation.MyCommand.Name", "Inner @PSBoundParameters", "$null = $PSBoundParameters.Remove('A')",
            "switch -Regex ($A) { '^(\\d)' { $Matches[1] } }", 'Write-Error "e $A"', "Write-Warning 'w'", "$PSCmdlet.ShouldProcess('it')",
            "Deep $A -WarningAction Ignore", 'try { Deep $A -ErrorAction Stop } catch { "d $_" }', "Deep $A",
        ]
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip
CALLS = st.lists(
    st.sampled_from(
        [
            "f 2", "f -A 2", "f '2'", "f 'x'", "$null = 'own' -match 'o.'; f 3; $Matches[0]", "f 9", "f", "$h = @{ A = 2 }; f @h", "$h = @{ A = 4; B = 3 }; f @h", "2, 'q', 4 | f",
            "f 2 5", "f 1 '3'", "f 1 2 3", "$b = { param($x) f $x; $outer }; & $b 3", "f -B 3", "f -B 3 -S", "f -S -A 1", '$x = f 2; "$x"', "(f 3) | ForEach-Object { $_ }", 'try { f 9 } catch { "k $($_.Exception.Message)" }',
            "1..3 | f -S | f", "f -Verbose -A 2 4>$null", "f -A 1.6", "f $null", "'2' | f -ErrorAction SilentlyContinue",
            "f -A 2 -ErrorAction Stop", "f 3 -ea Ignore", "f 2 -Verbose:$false", 'try { f 9 -ErrorAction Stop } catch { "k $_" }', "f 2 -WhatIf", "f -A 4 -Confirm:$false",
            "$h = @{ A = 2; ErrorAction = 'SilentlyContinue' }; f @h", "f 1 -ErrorAction Wrong", "f -WarningAction $outer", "f 2 -Debug -InformationAction 'Ignore'",
            "$p = [System.Management.Automation.ActionPreference]::SilentlyContinue; f 3 -ErrorAction $p", "f 2 -ErrorAction Stop; 'after'",
            "$w = 'f'; & $w 2", "foreach ($w in 'f', 'Inner', 'F', 'nothing') { try { & $w 3 } catch { $_.FullyQualifiedErrorId } }", "$w = 'Deep'; & $w 3; $x = & $w 2; $x",
            "$w = Get-Command f; & $w 2; function f { 'anew' }; & $w 3; & 'f' 3",
        ]
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


@st.composite
def programs(draw: st.DrawFn) -> str:
    binding = draw(st.sampled_from(["", "[CmdletBinding()]", "[CmdletBinding()]", "[CmdletBinding(SupportsShouldProcess)]"]))
    parameters = ", ".join([*draw(PARAMETERS), *draw(MORE)])
    if draw(st.booleans()):
        body = "; ".join(draw(STATEMENTS))
    else:
        begin, process, end = ("; ".join(draw(STATEMENTS)) for _ in range(3))
        body = f"begin {{ {begin} }} process {{ {process} }} end {{ {end} }}"
    calls = "\n".join(draw(CALLS))
    where = draw(
        st.sampled_from(
            ["{}", "foreach ($o in 1..2) {{ $outer = $o\n{} }}", "function g {{ $outer = 'g'; {} }}\ng"]
        )
    )
    inner = 'function Inner($v) { "in $v $outer $t $ErrorActionPreference $WarningPreference $WhatIfPreference" }'
    deep = "function Deep { [CmdletBinding()] param($v) $t = 'deep'; Inner $v; if ($v -gt 2) { Write-Error 'deep' } }"
    return f"{inner}\n{deep}\nfunction f {{ {binding} param({parameters}) {body} }}\n$outer = 'out'; $n = 0\n{where.format(calls)}\n$n"


def run(text: str) -> list[str]:
    session = make_session()
    written: list[object] = []
    try:
        session.run_block(session.make_block(text), written.append)
    except BaseException as error:  # what leaves the script is compared too
        written.append(f"{type(error).__name__} {error}")
    return [*map(str, written), *(f"{record.fqid} {record.message}" for record in session.errors)]


@settings(max_examples=60)
@given(programs())
def test_the_short_ways_do_what_the_general_way_does(text: str) -> None:
    quick = run(text)
    with (
        patch.object(call_sites, "_plan", lambda *_site: call_sites._slow),
        patch.object(call_sites, "_called_block", lambda _layout: call_sites._slow),
        patch.object(direct_stages, "take_over", lambda _stage: None),
        patch.object(direct_rules, "is_known", lambda _name: False),
    ):
        assert quick == run(text)
