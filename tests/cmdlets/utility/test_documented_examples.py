"""What the examples of PowerShell's own pages show, in our words."""

from __future__ import annotations

import pytest

from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("Get-Random -Maximum 100 -SetSeed 23; 1..3 | ForEach-Object { Get-Random -Maximum 100 }", "32 25 93 95"),
        ("('pa' | Format-Hex -Encoding unicode).Bytes", "112 0 97 0"),
        ("'Ab', 'aB' | Select-String 'aB' -CaseSensitive -SimpleMatch | ForEach-Object Line", "aB"),
        ("(Get-Date 2020-1-5 -DisplayHint Date).DateTime", "Sunday, January 5, 2020"),
        ("(Get-Date 2020-1-5 -DisplayHint Time).DateTime", "12:00:00 AM"),
        ("(Get-Date).DisplayHint", "DateTime"),
        ("[guid]'{0x00000001, 0x0002, 0x0003, {0x04,0x05,0x06,0x07,0x08,0x09,0x0a,0x0b}}'", "00000001-0002-0003-0405-060708090a0b"),
    ],
)
def test_values(session, script, result):
    got = " ".join(to_text(value) for value in session.evaluate(script))
    assert got.replace("\u202f", " ") == result


@pytest.mark.parametrize(
    ("value", "definition"),
    [
        ("[datetime]'2019-5-5'", "datetime V=5/5/2019 12:00:00 AM"),
        ("[pscustomobject]@{ a = 1 }", "System.Management.Automation.PSCustomObject V=@{a=1}"),
        ("[Collections.ArrayList]@(1)", "ArrayList V=System.Collections.ArrayList"),
        ("$null", "object V=null"),
    ],
)
def test_get_member_shows_a_note_with_type_and_text(session, value, definition):
    got = session.evaluate(f"([pscustomobject]@{{ V = {value} }} | Get-Member V).Definition")[0]
    assert got.replace("\u202f", " ") == definition


def test_an_alias_member_may_convert(session):
    got = session.evaluate(
        "$o = [pscustomobject]@{ X = 1.5 }; $o | Add-Member AliasProperty I X UInt32; ($o | Get-Member I).Definition; $o.I"
    )
    assert [to_text(value) for value in got] == ["I = (System.UInt32)X", "2"]
