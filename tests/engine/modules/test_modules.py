"""Modules: what stays inside, what imports choose and take back, what manifests ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    """A session in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return make_session()


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_module_that_another_one_imports_stays_private(session):
    """The inner module is nested: neither its commands nor itself show outside."""
    write("Inner.psm1", "function Get-Inner { 'inner' }")
    write(
        "Outer.psm1",
        "Import-Module ./Inner.psm1\nfunction Get-Outer { Get-Inner }\nExport-ModuleMember Get-Outer",
    )

    assert session.evaluate(
        "Import-Module ./Outer.psm1; Get-Outer; (Get-Module).Name; (Get-Module Outer).NestedModules.Name"
    ) == [
        "inner",
        "Outer",
        "Inner",
    ]
    assert session.evaluate("try { Get-Inner } catch { $_.FullyQualifiedErrorId }") == [
        "CommandNotFoundException"
    ]


def test_one_export_switch_leaves_the_other_kinds_out(session):
    """-Variable imports variables only, and removing the module takes them back."""
    write("M.psm1", "$Port = 25\nfunction Get-Port { $Port }\nExport-ModuleMember -Variable * -Function *")

    session.evaluate("Import-Module ./M.psm1 -Variable Port")

    assert session.evaluate('"[$Port] $([bool](Get-Command Get-Port -ErrorAction Ignore))"') == ["[25] False"]
    assert session.evaluate('Remove-Module M; "[$Port]"') == ["[]"]


def test_a_prefix_renames_functions_and_aliases(session):
    """-Prefix goes before the noun; the plain names are not there."""
    write("M.psm1", "function Get-Site { 's' }\nSet-Alias gs Get-Site")

    session.evaluate("Import-Module ./M.psm1 -Prefix SP")

    assert session.evaluate("Get-SPSite; SPgs") == ["s", "s"]


def test_removing_a_module_runs_its_onremove_block(session):
    """OnRemove runs before the commands go."""
    write(
        "M.psm1",
        "$ExecutionContext.SessionState.Module.OnRemove = { $global:seen = 'removed' }\nfunction Get-M { }",
    )

    assert session.evaluate("Import-Module ./M.psm1; Remove-Module M; $seen") == ["removed"]
    write("N.psm1", "$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { $global:seen = 'N' }")
    assert session.evaluate("Import-Module ./N.psm1; Remove-Module N; $seen") == ["N"]


@pytest.mark.parametrize(
    ("entry", "error_id"),
    [
        ("PowerShellVersion = '99.0'", "Modules_InsufficientPowerShellVersion"),
        ("RequiredModules = 'NoSuch'", "Modules_InvalidManifest"),
        ("Quota = 5", "Modules_InvalidManifestMember"),
        ("RootModule = 'none.psm1'", "Modules_InvalidRootModuleInModuleManifest"),
    ],
)
def test_a_manifest_that_asks_for_too_much_is_not_loaded(session, entry, error_id):
    """The error names what is wrong and nothing is imported."""
    write("M.psd1", f"@{{ ModuleVersion = '1.0'; {entry} }}")

    found = session.evaluate(
        "Import-Module ./M.psd1 -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId; @(Get-Module M).Count"
    )

    assert found == [f"{error_id},Microsoft.PowerShell.Commands.ImportModuleCommand", 0]


def test_the_version_that_is_asked_for_is_loaded(session, monkeypatch):
    """Without a bound the highest version folder wins."""
    monkeypatch.setenv("PSModulePath", str(Path("mods").absolute()))
    for version in ("1.0", "1.10", "2.0"):
        write(
            f"mods/Farm/{version}/Farm.psd1", f"@{{ ModuleVersion = '{version}'; RootModule = 'Farm.psm1' }}"
        )
        write(f"mods/Farm/{version}/Farm.psm1", f"function Get-Farm {{ '{version}' }}")

    assert session.evaluate("Import-Module Farm -MaximumVersion 1.99; Get-Farm") == ["1.10"]
    assert session.evaluate(
        "Import-Module Farm -RequiredVersion 1.0 -Force; Get-Farm; (Get-Module Farm -ListAvailable).Count"
    ) == ["1.0", 3]


def test_using_module_brings_its_classes(session):
    """Classes and enums of the module are types of the script."""
    write(
        "Types.psm1", "enum Lock { None; ReadOnly }\nclass Site { [string]$Url; Site($u) { $this.Url = $u } }"
    )
    write("s.ps1", "using module ./Types.psm1\n[Site]::new('/hr').Url; [Lock]::ReadOnly.value__")

    assert session.evaluate("./s.ps1") == ["/hr", 1]


def test_a_script_does_not_run_without_what_it_requires(session):
    """#requires is checked before the first statement."""
    write("s.ps1", "#requires -Version 9.0\n'ran'")

    assert session.evaluate("try { ./s.ps1 } catch { $_.FullyQualifiedErrorId }") == [
        "ScriptRequiresUnmatchedPSVersion"
    ]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ("ModuleVersion = '2.0'", True),
        ("ModuleVersion = '2.5'", False),
        ("RequiredVersion = '2.3'; GUID = '9b945229-65fd-4629-ae99-88e2618377ff'", True),
        ("ModuleVersion = '2.0'; GUID = 'b27510d4-51c9-406d-a47f-075dfbe02ccf'", False),
    ],
)
def test_a_specification_asks_for_the_version_and_the_identity(tmp_path, wanted, fits):
    """
    What is there in another version is told from what is not there at all.
    """
    from spshell.app import make_session

    session = make_session()
    folder = tmp_path / "Relay"
    folder.mkdir()
    manifest = "@{ ModuleVersion = '2.3'; GUID = '9b945229-65fd-4629-ae99-88e2618377ff' }"
    (folder / "Relay.psd1").write_text(manifest)
    text = f"(Import-Module -FullyQualifiedName @{{ModuleName = '{folder}'; {wanted}}} -PassThru).Name"
    assert session.evaluate(text) == ["Relay" if fits else None]
    ids = [record.fqid.partition(",")[0] for record in session.errors]
    assert ids == ([] if fits else ["Modules_ModuleWithVersionNotFound"])


def test_a_specification_is_read_back_from_its_text():
    from spshell.app import make_session

    text = (
        "$a = $null; $t = '@{ ModuleName = ''x''; ModuleVersion = ''1.0''; MaximumVersion = ''2.0'' }';"
        " $s = [Microsoft.PowerShell.Commands.ModuleSpecification];"
        " $s::TryParse($t, [ref]$a); \"$a\" -eq $t; $s::TryParse('x', [ref]$a)"
    )
    assert make_session().evaluate("$null = Get-Module; " + text) == [True, True, False]


def test_a_module_that_imported_another_keeps_it_when_somebody_else_removes_that(tmp_path):
    """
    Remove-Module and Import-Module -Force take commands out of the session state that they run in, no other.
    """
    (tmp_path / "Inner.psm1").write_text("function Get-Inner { 'inner' }")
    outer = "Import-Module $PSScriptRoot/Inner.psm1; function Get-Outer { Get-Inner }; Export-ModuleMember Get-Outer"
    (tmp_path / "Outer.psm1").write_text(outer)
    session = make_session()
    session.evaluate(f"Import-Module '{tmp_path}/Outer.psm1'; Import-Module '{tmp_path}/Inner.psm1' -Force")
    assert session.evaluate("Remove-Module Inner; Get-Outer; $null -eq (Get-Command Get-Inner -ErrorAction Ignore)") == [
        "inner",
        True,
    ]


def test_a_manifest_brings_views_and_type_data(tmp_path, monkeypatch):
    """
    FormatsToProcess and TypesToProcess are files beside the manifest.
    """
    import io

    from spshell.app import make_session
    from spshell.engine.host.host import Host

    (tmp_path / "Farm.psd1").write_text(
        "@{ ModuleVersion = '1.0'; FormatsToProcess = 'f.ps1xml'; TypesToProcess = @('t.ps1xml') }", encoding="utf-8"
    )
    (tmp_path / "f.ps1xml").write_text(
        "<Configuration><ViewDefinitions><View><Name>V</Name><ViewSelectedBy><TypeName>Farm.Box</TypeName></ViewSelectedBy>"
        "<TableControl><TableHeaders><TableColumnHeader><Label>Box</Label></TableColumnHeader></TableHeaders><TableRowEntries>"
        "<TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Twice</PropertyName></TableColumnItem></TableColumnItems>"
        "</TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>",
        encoding="utf-8",
    )
    (tmp_path / "t.ps1xml").write_text(
        "<Types><Type><Name>Farm.Box</Name><Members><ScriptProperty><Name>Twice</Name><GetScriptBlock>$this.N * 2</GetScriptBlock>"
        "</ScriptProperty></Members></Type></Types>",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    session = make_session(Host(io.StringIO(), io.StringIO()))
    shown = session.evaluate("Import-Module ./Farm.psd1; [pscustomobject]@{ PSTypeName = 'Farm.Box'; N = 21 } | Out-String")
    assert shown == ["\nBox\n---\n42\n\n"]


def test_modules_that_require_each_other_end_in_no_fault_of_the_shell(tmp_path, monkeypatch):
    """
    A circle of RequiredModules is an error of the manifests at most.
    """
    for name, other in (("RingA", "RingB"), ("RingB", "RingA")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.psd1").write_text(f"@{{ ModuleVersion = '1.0'; RequiredModules = @('{other}') }}")
    monkeypatch.setenv("PSModulePath", str(tmp_path))
    assert make_session().evaluate("try { Import-Module RingA } catch { }; 'on'") == ["on"]
