"""The compiled code against a small tree-walking oracle, on generated programs.

The oracle computes values with the same operators as the engine and everything else (variables and scopes, control flow,
calls, pipelines, classes, errors) in the plainest way, so a difference is a fault of the compiler's short cuts, of plans
that a place in a script keeps, or of calls. ``scripts/bench differential`` runs as many programs as wanted.
"""

from __future__ import annotations

import pytest

from spshell.values.exceptions import NetException
from tests.compiler.differential import WIDE, difference, make_program
from tests.compiler.shrinking import shrink

BATCH = 30


@pytest.mark.parametrize("first", [*range(0, 5 * BATCH, BATCH), *range(WIDE, WIDE + 4 * BATCH, BATCH)])
def test_compiled_programs_do_what_the_tree_says(first: int) -> None:
    """Output, variables and the ids of errors are the same, with each preference for errors."""
    for seed in range(first, first + BATCH):
        text = make_program(seed)
        preference = ("SilentlyContinue", "SilentlyContinue", "Continue", "Stop")[seed % 4]
        assert not difference(text, preference), (
            f"program {seed}, $ErrorActionPreference {preference}:\n{text}"
        )


@pytest.mark.parametrize(
    "text",
    [
        "foreach ($i in 1..3) { 1 | ForEach-Object { 'b' } { $_ } { 'e' } }",
        "Set-StrictMode -Version 3; $t = 5; foreach ($i in 1..2) { 1 | ForEach-Object { $t = $i } }; $t",
        "$n = 1; 1..3 | Select-Object -First 2 | ForEach-Object { $n++ }; $n",
        "$n = 1; foreach ($i in 1..2) { 1..3 | ForEach-Object { $n++ } | ForEach-Object { 'x' } }; $n",
        "function f { 1..3 | Where-Object { $n++ } }; f; foreach ($i in 1..2) { 1..3 | Where-Object { $n++ } }; $n",
        "$i = 0; $l = 1, 2, 3; $l[$i++] = $i; $l; $i; $h = @{}; foreach ($j in 1..2) { $h.1 += 1; $h.2++ }; $h; $n.1",
        "$n = 2; function Get-Sum { $(1; 1) | ForEach-Object { $n += $_; $n } }; Get-Sum; $n",
        "1..3 | ForEach-Object { if ($_ -gt 1) { $_ } } | ForEach-Object { '<' + $_ }; foreach ($i in 1) { 1 | ForEach-Object { if (1) { 1 } } | ForEach-Object { 2 } }",
        'Set-StrictMode -Version 2; "1-$($q)-$($q.One)"; $b = $($q); $c = @($q); $c = @(1; $q); $n = $(1 / 0); $s = @(1 / 0)',
        'function f { Set-StrictMode -Version 2; "1-$($q)"; foreach ($i in 1..2) { "$($i)$($q.One)" } }; f; "$($q)"',
        "$o = [Base]::new(); $o.Value = 2147483647; $o.Twice(); try { $o.Twice() } catch { 'c' }; class Base { [int]$Value; [int] Twice() { return $this.Value * 2 } }",
        "class Base { [int] Get() { try { return 'x' } catch { return 3 }; return 4 } }; $a = [Base]::new().Get()",
        "& { 1 | ForEach-Object { try { 1 } catch { 2 } } { } | ForEach-Object { 1 / 0 } { 'p' } }",
        "1 | & { process { try { $_ } catch { 'c' } finally { $n = 5 } } } | & { process { throw 'x' } }; $n",
        "Set-StrictMode -Version 1; $l += @(1; $q); $l += $(1; $q); foreach ($i in 1, 2) { $l += @($i; $q) }",
        "$h = @{}; Set-StrictMode -Version 2; $h.x += $(1; $q); $h.x += if (1) { $q }",
        "$l = @(1); $l += ($l = 5); $l; $l = @(1); $l += $($l = 5; 2); $l; $n = 1; foreach ($i in 1..2) { $n += ($n = 3) }",
        "function g { $script:n = 7; 3 }; $n = 1; $n += g; $n; $l = @(1); foreach ($i in 1..2) { $l += g; $n += g }; $l",
        "$r = [ref]$n; foreach ($i in 1..3) { $r.Value += $i; $n }; $n; foreach ($i in 1..2) { $n++ }; $r.Value",
        "function f([ref]$to) { foreach ($i in 1..2) { $to.Value += $i } }; $n = 1; f ([ref]$n); foreach ($i in 1..2) { f ([ref]$n); $n }",
        "& { trap { 'trapped'; continue }; foreach ($i in 1, 0) { 1 / $i }; 'after' }; & { trap { 'shown' }; 1; throw 'x' }; $Error.Count",
        "$l = @(1); $m = $l; $l += 2; $m; foreach ($i in 1..2) { $l += $i; $m = $l; $l += 'z' }; $m; $l",
        "function Get-It { 1; 1 / 0; 2 }; function Use-It { Get-It }; try { foreach ($i in 1, 2) { Use-It } } catch { 'c' }",
    ],
)
def test_programs_that_once_differed(text: str) -> None:
    """Blocks beside others, strict mode around loops, steps that write nothing, order of assignments, output before errors."""
    assert difference(text) == ""


def test_the_oracle_sees_a_difference() -> None:
    """A wrong answer of the engine's would be noticed, and the program made small."""

    def fails(text: str) -> bool:
        try:
            return "2" in text and difference(text) == ""
        except NetException:
            return False

    assert shrink("$a = 1\nif ($a) { $a + 2 }", fails).strip() == "2"
