"""Private variables, and the options that a variable may get later."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize("write", ["$private:p = 1", "Set-Variable p 1 -Option Private", "New-Variable p 1 -Option Private"])
def test_functions_and_blocks_do_not_see_it(session, write):
    """
    Also a function that was called before; code that shares the scope does.
    """
    text = f'function f {{ "[$p]" }}; f | Out-Null; {write}; f; & {{ "[$p]" }}; . {{ "[$p]" }}'
    assert session.evaluate(text) == ["[]", "[]", "[1]"]


@pytest.mark.parametrize(
    ("text", "fqid"),
    [
        ("$v = 1; Set-Variable v -Option Constant", "VariableCannotBeMadeConstant,Microsoft.PowerShell.Commands.SetVariableCommand"),
        ("Set-Variable v 1 -Option AllScope; Set-Variable v -Option None", "VariableAllScopeOptionCannotBeRemoved,Microsoft.PowerShell.Commands.SetVariableCommand"),
    ],
)
def test_options_that_only_a_beginning_may_have(session, text, fqid):
    """
    Constant comes with the creation, AllScope stays.
    """
    assert session.evaluate(f"{text} -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId")[-1] == fqid
    assert session.evaluate("$v = 2; $v") == [2]
