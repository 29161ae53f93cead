"""clean blocks: they run when another block got to run, write nothing, and their errors end nothing else."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_an_error_in_clean_is_reported_and_does_not_reach_a_try_around_the_call(session):
    session.evaluate("function f { end { 'out' } clean { throw 'bad'; $global:after = 1 } }")
    assert session.evaluate("try { f } catch { 'caught' }; $Error[0].Exception.Message; $null -eq $after") == ["out", "bad", True]


def test_a_failing_clean_does_not_keep_others_from_running(session):
    session.evaluate("$log = [Collections.ArrayList]@()")
    session.evaluate(
        "function a { process { $_ } clean { $null = $log.Add('a'); throw 'a' } }; "
        "function b { process { $_ } clean { $null = $log.Add('b') } }"
    )
    assert session.evaluate("1 | a | b; $log") == [1, "a", "b"]


def test_a_statement_that_fails_in_clean_does_not_end_it(session):
    session.evaluate("function f { end { } clean { 1 / 0; $global:reached = $true } }; try { f } catch { }")
    assert session.evaluate("$reached") == [True]


def test_clean_does_not_run_when_no_other_block_did(session):
    session.evaluate("function f { param([Parameter(Mandatory)][int]$n) end { } clean { $global:cleaned = $true } }; f -n no")
    assert session.evaluate("$null -eq $cleaned") == [True]


def test_the_variables_for_streams_hold_what_clean_writes(session):
    """
    -WarningVariable belongs to the whole function.
    """
    got = session.evaluate(
        "function f { [CmdletBinding()] param() end { } clean { Write-Warning 'w' } };"
        ' f -WarningVariable held -WarningAction SilentlyContinue; "$held"'
    )
    assert got == ["w"]
