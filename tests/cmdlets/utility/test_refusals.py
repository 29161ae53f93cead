"""What cmdlets refuse, by the ids that scripts look for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("Get-FileHash . -ErrorAction Stop", "UnauthorizedAccessError,Microsoft.PowerShell.Commands.GetFileHashCommand"),
        ("'a' | Select-String a -Culture de-DE", "CannotSpecifyCultureWithoutSimpleMatch,Microsoft.PowerShell.Commands.SelectStringCommand"),
        ("Set-PSBreakpoint -Script x.ps1 -Line -1 -ErrorAction Stop", "SetPSBreakpoint:LineLessThanOne,Microsoft.PowerShell.Commands.SetPSBreakpointCommand"),
        ("Update-TypeData x.txt -ErrorAction Stop", "WrongExtension,Microsoft.PowerShell.Commands.UpdateTypeDataCommand"),
        ("Update-TypeData -TypeName X -MemberType NoteProperty -Value 1", "MemberNameShouldBeSpecified,Microsoft.PowerShell.Commands.UpdateTypeDataCommand"),
        ("Update-TypeData -TypeName X -MemberType NoteProperty -MemberName N", "ValueShouldBeSpecified,Microsoft.PowerShell.Commands.UpdateTypeDataCommand"),
        ("Update-TypeData -TypeName X -MemberType AliasProperty -MemberName N -Value $null", "ValueShouldBeSpecified,Microsoft.PowerShell.Commands.UpdateTypeDataCommand"),
    ],
)
def test_refusals(session, tmp_path, text, error_id):
    """Each by its own id."""
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    assert session.evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}") == [error_id]


def test_information_may_be_null(session):
    """A record with nothing in it."""
    assert session.evaluate("$r = Write-Information $null 6>&1; $null -eq $r.MessageData; $r.GetType().Name") == [True, "InformationRecord"]
