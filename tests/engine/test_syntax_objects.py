"""The tree of a text, its tokens and faults, as scripts see them."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_a_block_shows_its_tree(session):
    """
    Parameters, commands and variables are found by their types.
    """
    got = session.evaluate(
        "$b = { param([int]$N) Get-Item $x | Sort-Object }; $b.Ast.GetType().Name; $b.Ast.ParamBlock.Parameters[0].Name.Extent.Text\n"
        "$b.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) |\n"
        "  ForEach-Object { $_.GetCommandName(); $_.Parent.GetType().Name }"
    )
    assert got == ["ScriptBlockAst", "$N", "Get-Item", "PipelineAst", "Sort-Object", "PipelineAst"]


def test_parse_input_hands_out_tokens_and_faults(session):
    """
    [Parser]::ParseInput never throws.
    """
    got = session.evaluate(
        "$t = $e = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput('1 +', [ref]$t, [ref]$e)\n"
        "$t[0].Text; $e[0].ErrorId; $e[0].Extent.StartColumnNumber; $e[0].IncompleteInput"
    )
    assert got == ["1", "ExpectedValueExpression", 4, True]


@pytest.mark.parametrize(
    ("line", "error_id"),
    [
        ("#Requires -Version 99.0", "ScriptRequiresUnmatchedPSVersion"),
        ("#Requires -PSEdition Desktop", "ScriptRequiresUnmatchedPSEdition"),
        ("#Requires -Modules NoSuchModuleAtAll", "ScriptRequiresMissingModules"),
        ("#Requires -Modules @{ ModuleName = 'Microsoft.PowerShell.Utility'; ModuleVersion = '99.0' }", "ScriptRequiresMissingModules"),
    ],
)
def test_what_a_script_requires_is_checked_before_it_runs(session, tmp_path, line, error_id):
    """
    Wherever in the file the line stands.
    """
    (tmp_path / "a.ps1").write_text(f"'ran'\nfunction f {{\n{line}\n}}\n", encoding="utf-8")
    assert session.evaluate(f"try {{ & '{tmp_path}/a.ps1' }} catch {{ $_.FullyQualifiedErrorId }}") == [error_id]
