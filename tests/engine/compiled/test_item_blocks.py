"""Blocks that are compiled to functions of an object do what blocks that run in the general way do."""

from __future__ import annotations

from typing import Any

import pytest

from cmdlets.core import foreach_object, where_object
from spshell.app import make_session
from spshell.compiler import item_blocks
from spshell.values.text import to_text

OBJECTS = """
$items = 3, 1, @(2, 9), 'b', $null, 4.5, @(), ([pscustomobject]@{ n = 7 }), 'A'
$free = 2
function Test-Errors { $Error.Count
    foreach ($e in $Error) { "$($e.FullyQualifiedErrorId) $($e.InvocationInfo.PositionMessage) $($e.ScriptStackTrace)" } }
"""

BLOCKS = [
    "$_", "$_ -gt 1", "$_.n", "-$_", "$_.Length, $free", "@($_)", "[int]$_", "$_.NoSuch()", "$free + $_", "1 / ($_ - 3)",
    "$x = $_; $x", "$free++; $free", "$_ -match 'b'", "$script:seen += 1; $seen", "$PSItem", "if ($_) { $_ }",
    "$unknown", '"<$_>"', "$_ -eq 'a'", "$Matches.Count", "$_.n = 5", "$(1; 2)", "return $_",
]  # fmt: skip

USES = [
    "$items | Sort-Object {{ {0} }}",
    "$items | Sort-Object {{ {0} }} -Descending -Stable",
    "$items | Group-Object {{ {0} }} | Write-Output | Write-Output -OutVariable g | Out-Null; $g.Name",
    "$items | Select-Object @{{ n = 'v'; e = {{ {0} }} }} | Out-String",
    "$items | Write-Output | Where-Object {{ {0} }}",
    "$items.Where({{ {0} }})",
    "$items.ForEach({{ {0} }})",
    "function f {{ $items.Where({{ {0} }}, 'Split') }}; f",
    "$items | Write-Output | ForEach-Object {{ {0} }}",
    "try {{ $items | Write-Output | ForEach-Object {{ {0} }} -ErrorAction Stop }} catch {{ 'caught' }}",
    "'x' | Write-Output | ForEach-Object {{ 'outer' | Write-Output | Where-Object {{ {0} }}; $_ }}",
    "function f {{ $items | Write-Output | Where-Object {{ {0} }} }}; f; f",
]


def run(text: str) -> list[Any]:
    session = make_session()
    return [
        to_text(item)
        for item in session.evaluate(OBJECTS + text + "; '--'; $x; $free; $seen; $Matches.Count; Test-Errors")
    ]


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("block", BLOCKS)
def test_is_what_the_general_way_has(use: str, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output, variables, errors and their places agree with those of the block as a block."""
    text = use.format(block)
    direct = run(text)
    monkeypatch.setattr(item_blocks, "compile_item", lambda *_given: None)
    assert direct == run(text)


@pytest.mark.parametrize("use", USES)
def test_a_throw_leaves_the_block(use: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a block throws ends the same things, and names the same place."""
    text = "try { " + use.format("if ($_) { throw 'own' }; $_") + " } catch { $_.ToString() }"
    direct = run(text)
    monkeypatch.setattr(item_blocks, "compile_item", lambda *_given: None)
    assert direct == run(text)


def test_strict_mode_and_redefinition() -> None:
    """What the block reads from around it is looked up when it runs."""
    text = """
        $b = { $free + $_ }; 1 | Write-Output | ForEach-Object $b; $free = 10; 1 | Write-Output | ForEach-Object $b
        & { Set-StrictMode -Version 3; try { 1 | Write-Output | Where-Object { $nope } } catch { $_.FullyQualifiedErrorId } }"""
    assert run(text)[:3] == [
        "3",
        "11",
        "VariableIsUndefined,Microsoft.PowerShell.Commands.WhereObjectCommand",
    ]


WARMED = [
    "if ($_ % 3 -eq 0) { return }; $t = \"<$_>\".Trim('<'); $total += $t.Length; $t",
    "Write-Output $_; $n++; if ($n -gt 30) { 'late' }",
    'param($p) "$p|$_"',
    "foreach ($k in 1, 2) { if ($k -eq $_) { break }; $k * $_ }",
    '$_.NoSuch(); [int]"x$_"; $last = $_',
    "switch ($_ % 2) { 0 { 'even' } default { $_ } }",
    "try { if ($_ -eq 20) { throw 'twenty' } } catch { \"$_\" } finally { $f = $_ }",
]


@pytest.mark.parametrize("command", ["ForEach-Object", "Where-Object"])
@pytest.mark.parametrize("block", WARMED)
def test_blocks_that_are_compiled_anew_go_on_as_before(
    block: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Output, variables and errors of forty objects: the block is compiled as a loop's body on the way."""
    text = f"$n = 0; $total = 0; 1..40 | Write-Output | {command} {{ {block} }}; $n; $total; $t; $last; $f"
    warm = run(text)
    for module in (foreach_object, where_object):
        monkeypatch.setattr(module, "hot_function", lambda _block, cold: cold)
    assert warm == run(text)
