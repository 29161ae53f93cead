"""Statements nested deeper than Python's own mean what they mean elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from spshell.app import make_session
from spshell.compiler import blocks

NESTED = [
    ("if (1) {", "}"), ("foreach ($a in 1) {", "}"), ("foreach ($a in Write-Output 1) {", "}"), ("try {", "} catch { throw }"),
    ("switch (1) { 1 {", "} }"), ("if (0) {} else {", "}"), ("1 | ForEach-Object {", "}"), ("try {", "} finally { $f++ }"),
    ("while ($true) {", "break }"), ("for ($i = 0; $i -lt 1; $i++) {", "$i = 0 }"), ("do {", "} while ($false)"),
    ("try { throw 1 } catch {", "}"), ("$x = if ($true) {", "}; $x"), ("trap { break } if (1) {", "}"),
    ("try { foreach ($a in Write-Output 1) { switch -Wildcard ('a') { '*' { if ($true) {", "} } } } } catch { }"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), NESTED, ids=[opening for opening, _ in NESTED])
def test_any_statement_may_stand_in_itself_thirty_times(opening: str, closing: str) -> None:
    assert make_session().evaluate(opening * 30 + "5;" + closing * 30) == [5]


def test_thirty_pipelines_may_hang_on_each_other() -> None:
    assert make_session().evaluate("Write-Output 1" + " && Write-Output 1" * 29) == [1] * 30


PROGRAMS = [
    # what leaves a loop, a switch, a block and a function, from bodies that stand apart
    """function f($n) { foreach ($a in 1..5) { if ($a -gt 1) { if ($a -eq $n) { return "r$a" } }; if ($a -eq 4) { break } }; 'end' }
    f 2; f 3; f 9""",
    ':outer foreach ($a in 1..3) { foreach ($b in 1..3) { if ($b -eq 2) { if ($a -eq 2) { break outer } else { continue outer } }; "$a$b" } }',
    "for ($i = 0; $i -lt 6; $i++) { if ($i % 2) { if ($i) { continue } }; if ($i -gt 3) { if (1) { break } }; $i }; $i",
    "switch (1..4) { { $_ % 2 } { if ($_ -eq 3) { if (1) { break } }; \"odd $_\" } default { if ($_) { if (1) { continue } }; 'no' } }",
    "$i = 0; do { $i++; if ($i -eq 2) { if (1) { continue } }; $i } until ($i -ge 4); while ($i) { if ($i -lt 3) { if (1) { break } }; $i-- }; $i",
    'foreach ($n in 1..3) { try { if ($n -eq 2) { if (1) { throw "t$n" } }; "ok $n" } catch { if ($_) { "c $_" } } finally { if (1) { "f $n" } } }',
    "$s = 0; foreach ($a in 1..3) { foreach ($b in 1..3) { if ($a -ne $b) { $s += $a * $b } } }; $s; $x = foreach ($a in 1..2) { if ($a) { if (1) { $a } } }; $x",
    """class C { [int] F([int]$n) { foreach ($a in Write-Output 1 2 3) { if ($a -eq $n) { if (1) { return $a * 10 } } }; return 0 }
    [void] G() { if (1) { if (1) { return } } } }; [C]::new().F(2); [C]::new().F(7); [C]::new().G()""",
    "function g { process { if ($_ -gt 1) { if ($_ -lt 4) { if ($_ -eq 2) { return } ; $_ } } } }; 1..5 | g; 1..4 | ForEach-Object { if ($_ % 2) { if (1) { return } }; $_ }",
    "$r = try { if (1) { if (1) { 1/0 } } } catch [DivideByZeroException] { if (1) { if (1) { $_.FullyQualifiedErrorId } } }; $r; $Error.Count",
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_bodies_that_stand_apart_do_the_same(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = make_session().evaluate(program)
    named_code = blocks._named_code

    def deep_only(unit: Any, *given: Any, **options: Any) -> Any:
        return named_code(unit, *given, **options) if unit.deep else None

    monkeypatch.setattr(blocks, "_named_code", deep_only)
    assert make_session().evaluate(program) == usual
    assert usual


def test_a_part_of_a_block_is_no_call_of_its_own() -> None:
    text = """function f { "$(throw 'x'; 2)" }
    try { f } catch { ($_.ScriptStackTrace -split "`n" | ForEach-Object { ($_ -split ',')[0] }) -join ' ' }"""
    assert make_session().evaluate(text) == ["at f at <ScriptBlock>"]
