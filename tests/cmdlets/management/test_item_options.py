"""-Options of items on drives of functions and aliases, and what the options forbid."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_options_are_given_with_a_value_or_without(session):
    """A function keeps its body when only options are given; -Options is unknown elsewhere."""
    assert session.evaluate(
        "Set-Item function:f -Value { 'one' } -Options ReadOnly; f; \"$((Get-Item function:f).Options)\";"
        'Set-Item function:f -Options None; f; "$((Get-Item function:f).Options)";'
        "New-Item alias:l -Value f -Options 'ReadOnly, AllScope' | ForEach-Object { \"$($_.Options)\" };"
        "try { Set-Item Env:X -Value 1 -Options None } catch { $_.FullyQualifiedErrorId }"
    ) == [
        "one", "ReadOnly", "one", "None", "ReadOnly, AllScope",
        "NamedParameterNotFound,Microsoft.PowerShell.Commands.SetItemCommand",
    ]  # fmt: skip


@pytest.mark.parametrize(("drive", "kind"), [("function", "Function"), ("alias", "Alias")])
def test_what_is_read_only_keeps_its_name(session, drive, kind):
    """-Force renames what is read-only, not what is constant; the options stay."""
    session.evaluate(f"Set-Item {drive}:a -Value b -Options ReadOnly; Set-Item {drive}:c -Value d -Options Constant")
    assert session.evaluate(
        f"Rename-Item {drive}:a z -EV e -EA SilentlyContinue; $e.FullyQualifiedErrorId;"
        f'Rename-Item {drive}:a z -Force; Test-Path {drive}:a; "$((Get-Item {drive}:z).Options)";'
        f"Rename-Item {drive}:c z2 -Force -EV e -EA SilentlyContinue; $e.FullyQualifiedErrorId"
    ) == [
        f"CannotRename{kind},Microsoft.PowerShell.Commands.RenameItemCommand",
        False,
        "ReadOnly",
        f"CannotRename{kind},Microsoft.PowerShell.Commands.RenameItemCommand",
    ]


def test_a_renamed_variable_leaves_nothing_behind(session):
    """And a function is made of text, a block or another function, nothing else."""
    assert session.evaluate("$a = 1; Rename-Item variable:a b; Test-Path variable:a; $b") == [False, 1]
    assert session.evaluate(
        "Set-Item function:g -Value { 2 }; Set-Item function:g2 -Value (Get-Item function:g); g2;"
        "Set-Item function:i -Value 3 -EV e -EA SilentlyContinue; $e.FullyQualifiedErrorId"
    ) == [2, "Argument,Microsoft.PowerShell.Commands.SetItemCommand"]


def test_set_item_takes_patterns(session):
    """Every item that fits, less what is excluded."""
    assert session.evaluate(
        "$env:ZQ1 = 'a'; $env:ZQ2 = 'a'; Set-Item Env:ZQ* -Value b -Exclude ZQ2; $env:ZQ1; $env:ZQ2;"
        "Remove-Item Env:ZQ*"
    ) == ["b", "a"]


def test_functions_of_every_session(session, tmp_path):
    """``cd..`` and its kin are functions that a script may replace; home is a folder, wherever one is."""
    assert session.evaluate(f'Set-Location {tmp_path}; cd..; "$PWD"; (Get-Command cd~).CommandType.ToString()') == [
        str(tmp_path.parent),
        "Function",
    ]
    assert session.evaluate("'a', 'b' | oss; (prompt) -like 'PS *> '; function prompt { 'mine' }; prompt") == [
        "a", "b", True, "mine",
    ]  # fmt: skip
    assert session.evaluate('Set-Location Env:; Set-Location; "$PWD" -eq $HOME') == [True]
