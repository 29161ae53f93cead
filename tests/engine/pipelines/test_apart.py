"""Script blocks that run apart from pipelines: where their errors go, and what an error ends."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


APART = [
    "{ Write-Error 'soft'; 1 }.Invoke()",
    "{ Write-Error 'soft'; 1 }.InvokeReturnAsIs()",
    "$o = [pscustomobject]@{} | Add-Member ScriptMethod M { Write-Error 'soft'; 1 } -PassThru; $o.M()",
    "class C { [int] M() { Write-Error 'soft'; return 1 } }; [C]::new().M()",
    "(1 | Select-Object @{ n = 'v'; e = { Write-Error 'soft'; 1 } }).v",
    "switch (5) { { Write-Error 'soft'; $true } { 1 } }",
    "$ExecutionContext.InvokeCommand.InvokeScript(\"Write-Error 'soft'; 1\")",
]


@pytest.mark.parametrize("text", APART)
def test_errors_pass_a_redirection_by(session, text):
    """
    They reach the host as bare text, without a line of their own.
    """
    assert session.evaluate(f"$r = & {{ {text} }} 2>&1; $r") == [1]
    assert session.host.err.getvalue() == "soft"


@pytest.mark.parametrize("text", ["{ Write-Error 'soft' }.InvokeWithContext($null, $null)", "[Action]$a = { Write-Error 'soft' }; $a.Invoke()"])
def test_calls_in_the_pipeline_are_redirected(session, text):
    """
    InvokeWithContext and delegates belong to the pipeline around them.
    """
    assert session.evaluate(f'$r = & {{ {text} }} 2>&1; "$r"') == ["soft"]
    assert session.host.err.getvalue() == ""


def test_a_script_property_says_nothing(session):
    """
    What the code that reads it writes as an error is not heard.
    """
    assert session.evaluate("$o = [pscustomobject]@{} | Add-Member ScriptProperty P { Write-Error 'soft'; 1 } -PassThru; $o.P") == [1]
    assert session.host.err.getvalue() == ""


def test_a_failing_statement_ends_the_block_and_not_the_functions_it_calls(session):
    """
    A function is a pipeline of its own again.
    """
    assert session.evaluate("function f { 1/0; 'goes on' }; { f }.Invoke()") == ["goes on"]
    assert session.evaluate("try { { 1/0; 'never' }.Invoke() } catch { $_.Exception.GetType().Name }") == ["MethodInvocationException"]
    assert session.evaluate("switch (1) { { 1/0; $true } { 'no' } default { 'no' } }; 'after'") == ["after"]


def test_a_script_method_wraps_what_ends_it(session):
    """
    Also what it throws; the identity tells that a script failed.
    """
    text = "$o = [pscustomobject]@{} | Add-Member ScriptMethod M { throw 'x' } -PassThru; try { $o.M() } catch { $_.FullyQualifiedErrorId }"
    assert session.evaluate(text) == ["ScriptMethodRuntimeException"]


@pytest.mark.parametrize("command", ["1 | ForEach-Object", "Invoke-Command", "Measure-Command"])
def test_merging_a_compiled_command_loses_the_errors_of_its_block(session, command):
    """
    Only what the command writes itself can be merged; a file takes all of it.
    """
    assert session.evaluate(f"$r = {command} {{ Write-Error 'soft' }} 2>&1; @($r | Where-Object {{ $_ -is [System.Management.Automation.ErrorRecord] }}).Count; $Error.Count") == [0, 1]
    assert session.host.err.getvalue() == ""
    assert session.evaluate("$r = Get-Item ./nothing-here 2>&1; $r.FullyQualifiedErrorId") == ["PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand"]


def test_a_block_that_is_a_command_is_merged(session):
    """
    `& { }` and functions hand all their errors over.
    """
    assert session.evaluate("$r = & { 1 | ForEach-Object { Write-Error 'soft' } } 2>&1; \"$r\"") == ["soft"]
