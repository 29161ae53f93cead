"""Calls within statements that are assigned: what they write is collected, also when they go the general way."""

from __future__ import annotations

import pytest

from spshell.app import make_session

X = "function Get-X { [CmdletBinding()] param($I) process { 'x' + $I } }"
BODIES = [
    ('$s = if ($i -eq 9) { 1 } else { Get-X $i ~ }; "[$s]"', ["[x1]"]),
    ('$s = switch ($i) { 1 { Get-X $i ~ } }; "[$s]"', ["[x1]"]),
    ('$s = foreach ($k in 1, 2) { Get-X $k ~ }; "[$s]"', ["[x1 x2]"]),
    ('$s = while (-not $done) { Get-X $i ~; $done = 1 }; "[$s]"', ["[x1]"]),
    ('$s = try { Get-X $i ~ } catch { }; "[$s]"', ["[x1]"]),
    ("$s = try { throw 'x' } catch { Get-X $i ~ } finally { Get-X f ~ }; \"[$s]\"", ["[x1 xf]"]),
    ('$s = @(Get-X $i ~; Get-X 7 ~); "[$s]"', ["[x1 x7]"]),
    ('$a, $b = if ($i) { Get-X $i ~; Get-X 2 ~ }; "[$a|$b]"', ["[x1|x2]"]),
    ('$h = @{ a = if ($i) { Get-X $i ~ } }; "[$($h.a)]"', ["[x1]"]),
    ('$s = if ($i) { return Get-X $i ~ }; "[$s]"', ["x1"]),
    ('$s = switch ($i) { 1 { return Get-X $i ~ } }; "[$s]"', ["x1"]),
]  # fmt: skip


@pytest.mark.parametrize("common", ["", "-ErrorAction Stop", "-OutVariable kept"])
@pytest.mark.parametrize(("body", "wanted"), BODIES)
def test_output_of_a_call_goes_where_the_statement_goes(body: str, common: str, wanted: list[str]) -> None:
    text = f"{X}; function T($i) {{ {body.replace('~', common)} }}; T 1; $r = T 1; $r; & {{ T 1 }}"
    assert make_session().evaluate(text) == wanted * 3
