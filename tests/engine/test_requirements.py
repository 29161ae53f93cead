"""#Requires: what a script file asks for."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


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
