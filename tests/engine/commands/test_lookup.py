"""Looking for commands: all of a pipeline first, and modules in front of names."""

from __future__ import annotations

import io

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host


@pytest.fixture
def session():
    return make_session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Get-Item -Nope | Get-Nothing", "CommandNotFoundException"),
        ("Get-Item -Nope | Sort-Object", "NamedParameterNotFound,Microsoft.PowerShell.Commands.GetItemCommand"),
        ("northwind\\ireyes", "CouldNotAutoLoadModule"),
        ("Microsoft.PowerShell.Utility\\Get-Nothing", "CommandNotFoundException"),
        ("./northwind\\ireyes", "CommandNotFoundException"),
    ],
)
def test_what_is_missing_is_said_first(session, text, expected):
    """A command that is not there comes before wrong parameters of another; a module that is not there has its own id."""
    assert session.evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}") == [expected]


def test_a_dot_before_the_backslash_is_no_module():
    script = r"foreach ($name in '.\nope.ps1', 'nope\Get-It') { try { & $name } catch { $_.FullyQualifiedErrorId } }"
    assert make_session().evaluate(script) == ["CommandNotFoundException", "CouldNotAutoLoadModule"]
