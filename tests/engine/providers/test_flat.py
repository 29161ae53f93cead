"""Drives without folders (about_Environment_Variables, about_Alias_Provider)."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$env:SPA = 'x'; Copy-Item Env:/SPA Env:/SPB; $env:SPB; Remove-Item Env:SPA, Env:SPB", "x"),
        ("function spf { 1 }; Copy-Item function:spf function:spg; spg", "1"),
        ("Copy-Item alias:gci alias:spz; (Get-Alias spz).Definition", "Get-ChildItem"),
        ("Set-Location Alias:; (Get-ChildItem).Count -gt 50; Test-Path ./gci", "True True"),
    ],
)
def test_items_are_copied_and_listed(script, result):
    """
    Under another name of the same drive; the drive itself is where a location without a path is.
    """
    assert " ".join(to_text(value) for value in make_session().evaluate(script)) == result


def test_a_value_is_not_copied_to_another_kind_of_drive():
    session = make_session()
    session.evaluate("Copy-Item Env:PATH Variable:spq")
    assert session.errors[0].fqid == "NotSupported,Microsoft.PowerShell.Commands.CopyItemCommand"


def test_the_functions_of_every_session_are_items_until_they_are_removed():
    script = "Test-Path function:prompt; Remove-Item function:prompt; Test-Path function:prompt; $null -eq (Get-Command prompt -ErrorAction Ignore)"
    assert make_session().evaluate(script) == [True, False, True]


def test_an_alias_as_an_item_shows_what_it_stands_for():
    script = "(Get-Item alias:gci | Out-String) -match 'gci -> Get-ChildItem'; Set-Alias spy spx; Set-Alias spx Get-Date; (Get-Alias spy).DisplayName"
    assert make_session().evaluate(script) == [True, "spy -> Get-Date"]
