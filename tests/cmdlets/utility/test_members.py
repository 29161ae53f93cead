"""Add-Member, Get-Member and the type data commands."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session
from spshell.values.text import to_text


def run(script: str) -> tuple[list[str], list[str]]:
    """(output as text, ids of the errors)"""
    session = Session(Host(io.StringIO(), io.StringIO()))
    output = [to_text(item) for item in session.evaluate(script)]
    return output, [record.fqid.partition(",")[0] for record in session.errors]


@pytest.mark.parametrize(
    ("script", "output", "errors"),
    [
        ("$o = [pscustomobject]@{a=1}; $o | Add-Member b 2; $o.b", ["2"], []),
        ("$o = [pscustomobject]@{a=1}; $o | Add-Member a 2; $o.a", ["1"], ["MemberAlreadyExists"]),
        ("$o = [pscustomobject]@{a=1}; $o | Add-Member a 2 -Force; $o.a", ["2"], []),
        # a member type in the first place is not the name of a note property
        (
            "$o = [pscustomobject]@{}; $o | Add-Member NoteProperty Foo; $o.psobject.Properties.Name",
            ["Foo"],
            [],
        ),
        ("5 | Add-Member n 1 -PassThru | % n", ["1"], []),
        ("[pscustomobject]@{} | Add-Member ScriptMethod m", [], ["Value1ShouldBeSpecified"]),
        ("[pscustomobject]@{} | Add-Member -MemberType Method -Name m -Value 1", [], ["CannotAddMemberType"]),
        ("$o = [pscustomobject]@{a='5'}; $o | Add-Member AliasProperty n a int; $o.n + 1", ["6"], []),
        ("@{Count=9} | Get-Member -MemberType Property Co* | % Name", ["Count"], []),
        ("[math] | Get-Member -Static PI | % Definition", ["static double PI {get;}"], []),
        ("'a' | Get-Member -View Extended", [], []),
        ("1,2,'a' | Get-Member GetType | % TypeName", ["System.Int32", "System.String"], []),
        ("$null | Get-Member", [], ["NoObjectInGetMember"]),
        ("class H { hidden [int]$p; [int]$q }; [H]::new() | gm -MemberType Property | % Name", ["q"], []),
        (
            "class H { hidden [int]$p; [int]$q }; [H]::new() | gm -Force -MemberType Property | % Name",
            ["p", "q"],
            [],
        ),
    ],
)
def test_members(script: str, output: list[str], errors: list[str]) -> None:
    """
    What comes out, and which errors are written.
    """
    assert run(script) == (output, errors)


def test_type_data_is_added_once_replaced_with_force_and_removed() -> None:
    """
    A second member of the name is refused without -Force; a removed type name has no members left.
    """
    script = """
    Update-TypeData -TypeName Lab.T -MemberType NoteProperty -MemberName k -Value 1
    Update-TypeData -TypeName Lab.T -MemberType NoteProperty -MemberName k -Value 2
    Update-TypeData -TypeName Lab.T -MemberType NoteProperty -MemberName k -Value 3 -Force
    $o = [pscustomobject]@{ PSTypeName = 'Lab.T' }
    "$($o.k)"
    Remove-TypeData Lab.T
    "[$($o.k)]"
    Remove-TypeData Lab.T
    """
    assert run(script) == (["3", "[]"], ["TypesDynamicRemoveException", "TypesDynamicUpdateException"])


def test_a_types_file_is_read(tmp_path) -> None:
    """
    Members and display sets come from the file; a missing file is an error of its own.
    """
    path = tmp_path / "lab.types.ps1xml"
    path.write_text(
        "<Types><Type><Name>Lab.F</Name><Members><ScriptProperty><Name>Twice</Name>"
        "<GetScriptBlock>$this.a * 2</GetScriptBlock></ScriptProperty></Members></Type></Types>"
    )
    script = f"Update-TypeData '{path}'; ([pscustomobject]@{{ PSTypeName = 'Lab.F'; a = 4 }}).Twice; Remove-TypeData Lab.F"
    assert run(script) == (["8"], [])
    assert run("Update-TypeData nowhere.ps1xml") == ([], ["TypesAppendPathException"])
