"""What commands say they write."""

from __future__ import annotations

from spshell.app import make_session


def test_cmdlets_name_the_types_they_write():
    """Types that are not there by themselves are named too."""
    text = "(Get-Command Test-Path).OutputType.Type.FullName; (Get-Command Get-FileHash).OutputType.Name; @((Get-Command Out-Null).OutputType).Count"
    assert make_session().evaluate(text) == ["System.Boolean", "Microsoft.PowerShell.Commands.FileHashInfo", 0]
