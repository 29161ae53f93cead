"""Cmdlets with a quick way for plain arguments: it does what the long way does."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.commands.cmdlet import Cmdlet
from spshell.values.text import to_text

ARGUMENTS = ("1", "'a'", "''", "$null", "1, 2", "@()", "@(, @(1, 2))", "'a', $null", "@{ a = 1 }", "'a' 'b'", "'/a/' 'b'")
COMMANDS = ("Write-Output", "Write-Verbose", "Write-Debug", "Join-Path")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_as_the_long_way(command: str, arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"""
    function f {{ $x = {command} {arguments}; $x.Count; $x; $? }}
    $got = f
    $got += {command} {arguments}; $?
    $PSDefaultParameterValues = @{{ '{command}:OutVariable' = 'kept' }}
    $got += {command} {arguments}; $kept.Count
    $got; $got.Count; $Error.FullyQualifiedErrorId
    """
    quick = [to_text(item) for item in make_session().evaluate(text)]
    for name in COMMANDS:
        session = make_session()
        monkeypatch.setattr(session.commands.find(session.global_scope, name).cmdlet, "quick", Cmdlet.quick)
    assert quick == [to_text(item) for item in make_session().evaluate(text)]


def test_a_message_is_seen_when_somebody_listens() -> None:
    text = """
    function f { [CmdletBinding()] param() Write-Verbose 'v'; Write-Debug 'd' }
    f; f -Verbose 4>&1 | ForEach-Object Message
    $VerbosePreference = 'Continue'; f 4>&1 | ForEach-Object Message
    """
    assert make_session().evaluate(text) == ["v", "v"]
