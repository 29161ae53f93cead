"""A written manifest is one that can be read."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Farm.psm1").write_text("function Get-Farm { 'farm' }", encoding="utf-8")
    return make_session()


def test_what_is_given_comes_back(session):
    """Quotes, lists and private data survive."""
    session.evaluate(
        'New-ModuleManifest Farm.psd1 -RootModule Farm.psm1 -ModuleVersion 1.4 -Author "O\'Hara"'
        " -FunctionsToExport Get-Farm -Tags mail, farm -PrivateData @{ Port = 25 }"
    )

    assert session.evaluate(
        '$m = Test-ModuleManifest Farm.psd1; "$($m.Version) $($m.Author) $($m.Tags) $($m.PrivateData.Port)"; Import-Module ./Farm.psd1; Get-Farm'
    ) == [
        "1.4 O'Hara mail farm 25",
        "farm",
    ]


def test_what_is_not_given_has_usual_values(session):
    """A manifest without anything is valid."""
    session.evaluate("New-ModuleManifest M.psd1")

    assert session.evaluate(
        '$m = Test-ModuleManifest M.psd1; "$($m.Version) $($m.CompanyName)"; $m.Guid -ne [guid]::Empty'
    ) == ["0.0.1 Unknown", True]


def test_aliases_survive_a_file(session):
    """Values with quotes and options too; an alias that exists is an error."""
    session.evaluate(
        "Set-Alias ab Get-Date -Description 'a \"b\"' -Option AllScope; Export-Alias a.csv ab; Remove-Alias ab -Force; Import-Alias a.csv"
    )

    assert session.evaluate('(Get-Alias ab).Description; "$((Get-Alias ab).Options)"') == [
        'a "b"',
        "AllScope",
    ]
    assert session.evaluate(
        "try { Import-Alias a.csv -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }"
    ) == ["AliasAlreadyExists,Microsoft.PowerShell.Commands.ImportAliasCommand"]


def test_a_folder_that_there_is_not_takes_no_manifest(session):
    got = session.evaluate("try { New-ModuleManifest nowhere/x.psd1 } catch { $_.FullyQualifiedErrorId }")
    assert got == ["FileOpenFailure,Microsoft.PowerShell.Commands.NewModuleManifestCommand"]


@pytest.mark.parametrize(
    ("table", "error_id"),
    [
        ("$null", "ArgumentNullException"),
        ("@{ ModuleName = 'a' }", "MissingMemberException"),
        ("@{ ModuleVersion = '1.0' }", "MissingMemberException"),
        ("@{ ModuleName = 'a'; ModuleVersion = '1.0'; RequiredVersion = '1.0' }", "ArgumentException"),
        ("@{ ModuleName = 'a'; ModuleVersion = '1.0'; Duck = 1 }", "ArgumentException"),
        ("@{ ModuleName = 'a'; RequiredVersion = 'first' }", "PSInvalidCastException"),
    ],
)
def test_a_table_that_specifies_no_module_is_refused(session, table, error_id):
    """
    A name and a version, and nothing that contradicts it.
    """
    text = f"try {{ [Microsoft.PowerShell.Commands.ModuleSpecification]::new({table}) }} catch {{ $_.FullyQualifiedErrorId }}"
    assert session.evaluate(text) == [error_id]
