"""Several versions of a module side by side; which are listed, which are removed, which stay."""

from __future__ import annotations

import pytest

from spshell.app import make_session

_GUID = "9b945229-65fd-4629-ae99-88e2618377ff"


@pytest.fixture
def session(tmp_path, monkeypatch):
    for version in ("1.0", "2.0"):
        folder = tmp_path / "Relay" / version
        folder.mkdir(parents=True)
        (folder / "Relay.psd1").write_text(
            f"@{{ ModuleVersion = '{version}'; GUID = '{_GUID}'; RootModule = 'Relay.psm1'; CompatiblePSEditions = 'Core' }}"
        )
        (folder / "Relay.psm1").write_text(f"function Get-Relay {{ '{version}' }}")
    monkeypatch.setenv("PSModulePath", str(tmp_path))
    made = make_session()
    made.evaluate(f"$d = '{tmp_path}'; Import-Module $d/Relay/1.0/Relay.psd1; Import-Module $d/Relay/2.0/Relay.psd1")
    return made


def test_two_versions_are_loaded_and_removed_one_by_one(session):
    """What was loaded last has the name; without it the older one has it again."""
    assert session.evaluate("(Get-Module Relay).Count; Get-Relay") == [2, "2.0"]
    assert session.evaluate(
        "Remove-Module -FullyQualifiedName @{ ModuleName = 'Relay'; RequiredVersion = '2.0' };"
        'Get-Module Relay | ForEach-Object { "$($_.Version)" };'
        "Remove-Module -FullyQualifiedName @{ ModuleName = 'Relay'; RequiredVersion = '3.0' } -EV e -EA SilentlyContinue;"
        "$e.FullyQualifiedErrorId; Remove-Module Relay; @(Get-Module Relay).Count"
    ) == ["1.0", "Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand", 0]


@pytest.mark.parametrize(("guid", "found"), [(_GUID, ["Relay"]), ("00000000-65fd-4629-ae99-88e2618377ff", [])])
def test_a_module_is_chosen_by_its_identity_too(session, guid, found):
    """A GUID may be a text or a [guid]."""
    for value in (f"'{guid}'", f"[guid]'{guid}'"):
        session.evaluate("Get-Module Relay | Remove-Module")
        wanted = f"@{{ ModuleName = 'Relay'; ModuleVersion = '2.0'; Guid = {value} }}"
        assert (
            session.evaluate(f"Import-Module -FullyQualifiedName {wanted} -PassThru -EA Ignore | ForEach-Object Name")
            == found
        )


def test_modules_are_listed_by_path_edition_and_file(session):
    """-PSEdition takes what the manifest names; -All lists every file of a module."""
    assert session.evaluate('(Get-Module "$d/Relay/1.0" -ListAvailable).Count; (Get-Module "$d/*" -ListAvailable).Count') == [
        0,
        2,
    ]
    assert session.evaluate(
        "@(Get-Module -ListAvailable -PSEdition Core).Count; @(Get-Module -ListAvailable -PSEdition Desktop).Count;"
        "@(Get-Module -ListAvailable -All).Count"
    ) == [2, 0, 4]


def test_what_is_read_only_constant_or_required_stays(session, tmp_path):
    """-Force removes all but what is constant."""
    (tmp_path / "Needs").mkdir()
    (tmp_path / "Needs" / "Needs.psd1").write_text("@{ ModuleVersion = '1.0'; RequiredModules = 'Relay' }")
    session.evaluate("Import-Module Needs; function Try-It { Remove-Module @args -EV e -EA SilentlyContinue; $e.FullyQualifiedErrorId }")
    needed = "Get-Module Relay | Where-Object Version -eq '2.0'"
    assert session.evaluate(f"Try-It -ModuleInfo ({needed})") == [
        "Modules_ModuleIsRequired,Microsoft.PowerShell.Commands.RemoveModuleCommand"
    ]
    session.evaluate("(Get-Module Needs).AccessMode = 'readOnly'")
    assert session.evaluate("Try-It Needs; Try-It Needs -Force; @(Get-Module Needs).Count") == [
        "Modules_ModuleIsReadOnly,Microsoft.PowerShell.Commands.RemoveModuleCommand",
        None,
        0,
    ]
    session.evaluate("Remove-Module Relay; Import-Module Relay; (Get-Module Relay).AccessMode = 'Constant'")
    assert session.evaluate("Try-It Relay -Force; @(Get-Module Relay).Count") == [
        "Modules_ModuleIsConstant,Microsoft.PowerShell.Commands.RemoveModuleCommand",
        1,
    ]


def test_a_manifest_may_name_itself_among_its_modules(session, tmp_path):
    """The module stands inside itself; its script is the one beside the manifest."""
    (tmp_path / "Own").mkdir()
    (tmp_path / "Own" / "Own.psd1").write_text("@{ ModuleVersion = '1.0'; RootModule = 'Own'; NestedModules = 'Own' }")
    (tmp_path / "Own" / "Own.psm1").write_text("function Get-Own { 7 }")
    assert session.evaluate("$m = Import-Module Own -PassThru; $m.NestedModules[0] -eq $m; Get-Own") == [True, 7]
