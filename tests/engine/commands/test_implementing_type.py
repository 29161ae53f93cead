"""The type behind a cmdlet."""

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    """A session."""
    return make_session()


def test_the_attribute_of_a_cmdlets_type_says_its_name_and_impact(session):
    """
    A cmdlet that never asks has no impact.
    """
    got = session.evaluate(
        "foreach ($n in 'New-Alias','Remove-Item','Get-Date') {"
        " $a = (Get-Command $n).ImplementingType.GetCustomAttributes($true) |"
        " Where-Object { $_ -is [System.Management.Automation.CmdletAttribute] };"
        ' "$($a.VerbName) $($a.NounName) $($a.ConfirmImpact)" }'
    )
    assert got == ["New Alias Low", "Remove Item Medium", "Get Date None"]


def test_the_type_of_a_cmdlet_is_named_as_its_errors_are(session):
    """
    The error id of a cmdlet ends with its type's name.
    """
    got = session.evaluate("(Get-Command Get-Item).ImplementingType.FullName")
    assert got == ["Microsoft.PowerShell.Commands.GetItemCommand"]
