"""Redirections: which stream goes where, and what `$?` says afterwards."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize("redirections", ["> '{0}' 2>&1", "2>&1 > '{0}'", "*> '{0}'"])
def test_the_order_of_redirections_does_not_matter(session, tmp_path, redirections):
    """
    A merge follows what it merges into, wherever it stands.
    """
    file = tmp_path / "out.txt"
    session.evaluate(f"& {{ 'a'; Write-Error 'e' }} {redirections.format(file)}")
    assert "e" in file.read_text(encoding="utf-8").splitlines()[-1]
    assert session.host.err.getvalue() == ""


def test_the_file_comes_into_being_though_the_command_does_not_bind(session, tmp_path):
    """
    As in other shells, redirections are opened first.
    """
    file = tmp_path / "out.txt"
    session.evaluate(f"function f {{ [CmdletBinding()] param([Parameter(Mandatory)]$x) }}; f > '{file}'")
    assert file.exists()


@pytest.mark.parametrize(
    ("text", "ok"),
    [("(Get-Variable nope 2>$null)", False), ("$(Get-Variable nope 2>$null)", False), ("(1)", True), ("$(Get-Variable nope 2>$null; 1)", True)],
)
def test_parentheses_keep_the_success_of_what_is_inside(session, text, ok):
    """
    `$?` after ( ) and $( ) is that of their last statement.
    """
    assert session.evaluate(f"$x = {text}; $?")[-1] is ok
    assert (session.evaluate(f"{text} && 'yes'")[-1:] == ["yes"]) is ok


def test_changing_a_table_while_its_keys_are_gone_through_is_an_error(session):
    """
    The loop's statement ends.
    """
    got = session.evaluate("$h = @{ a = 1 }; try { foreach ($k in $h.Keys) { $h['new'] = 2 } } catch { $_.FullyQualifiedErrorId }")
    assert got == ["System.InvalidOperationException"]


def test_null_has_where_and_foreach_too(session):
    """
    They go through no elements.
    """
    assert session.evaluate("$null.Where({ $true }).Count; $null.ForEach({ 1 }).Count") == [0, 0]


def test_a_drive_that_there_is_not_takes_no_output(session):
    """
    No file of that name comes about.
    """
    assert session.evaluate("'x' > NoSuchDrive:/a.txt; $?; $Error[0].FullyQualifiedErrorId") == [False, "DriveNotFound"]
