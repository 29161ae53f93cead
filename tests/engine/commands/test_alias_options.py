"""What Get-Command and Get-Alias say of commands (about_Aliases)."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ('"$((Get-Alias gci).Options)|$((Get-Alias cd).Options)|$((Get-Alias sls).Options)"', "ReadOnly|AllScope|None"),
        ("(Get-Alias gci).ResolvedCommand.Name", "Get-ChildItem"),
        ("Set-Alias sls Get-Date; (Get-Alias sls).Definition", "Get-Date"),
        ("Set-Alias gci Get-Date -Force; (Get-Alias gci).Definition", "Get-Date"),
        ("function f { Set-Alias gci Get-Date; (Get-Alias gci).Definition }; f", "Get-Date"),
        ('$c = Get-Command Get-Date; "$($c.Verb)|$($c.Noun)|$($c.Version)"', "Get|Date|7.0.0.0"),
        ("function f { }; $null -eq (Get-Command f).Version", True),
    ],
)
def test_commands_tell_what_they_are(script, result):
    assert make_session().evaluate(script) == [result]


def test_a_read_only_alias_stays():
    """
    In the global scope, without -Force.
    """
    session = make_session()
    session.evaluate("Set-Alias gci Get-Date; Remove-Alias gp")
    assert [record.fqid.partition(",")[0] for record in session.errors] == ["AliasNotRemovable", "AliasNotWritable"]
