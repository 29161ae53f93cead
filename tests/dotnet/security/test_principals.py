"""Identities and the settings of ServicePointManager."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("try { [Security.Principal.WindowsIdentity]::GetCurrent() } catch { $_.FullyQualifiedErrorId }", "PlatformNotSupportedException"),
        ("[Security.Principal.WindowsBuiltInRole]::Administrator.value__", "544"),
        ("$p = [Security.Principal.GenericPrincipal]::new([Security.Principal.GenericIdentity]::new('ann'), 'Owners'); $p.IsInRole('owners')", "True"),
        ("[Net.ServicePointManager]::SecurityProtocol = 'Tls12,Tls13'; [Net.ServicePointManager]::SecurityProtocol", "Tls12, Tls13"),
        ("[Net.ServicePointManager]::Expect100Continue", "True"),
    ],
)
def test_what_scripts_of_windows_ask(script, result):
    """
    There is no Windows identity, and the settings are kept.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == [result]
