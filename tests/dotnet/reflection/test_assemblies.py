"""Assemblies: what a type says about where it lives, and what a script asks to load."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[psobject].Assembly.GetName().Name", ["System.Management.Automation"]),
        ("[int].Assembly -eq [string].Assembly", ["True"]),
        ("[regex].Assembly.GetType('System.Text.RegularExpressions.Match').Name", ["Match"]),
        ("$null -eq [int].Assembly.GetType('System.Text.RegularExpressions.Match')", ["True"]),
        ("$null -eq [Reflection.Assembly]::LoadWithPartialName('Microsoft.Nowhere')", ["True"]),
        ("[Reflection.Assembly]::LoadWithPartialName('system.xml').GetName().Name", ["System.Xml"]),
        ("try { [Reflection.Assembly]::LoadFrom('/x.dll') } catch { $_.FullyQualifiedErrorId }", ["FileNotFoundException"]),
    ],
)
def test_assemblies(script, result):
    """
    A type answers with its assembly; a partial name that is not here is null, a file an error.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == result
