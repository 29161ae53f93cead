"""Breakpoints, tracing and the call stack."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def shown(session: Session) -> str:
    return session.host.out.getvalue()


def test_a_line_breakpoint_runs_its_action_before_the_line(session, tmp_path):
    """
    Once for a line, each time it is reached; a disabled one does nothing.
    """
    script = tmp_path / "a.ps1"
    script.write_text("$x = 1\n$x = 2; $x = 3\n", encoding="utf-8")
    session.evaluate(f"$b = Set-PSBreakpoint -Script '{script}' -Line 2 -Action {{ Write-Host \"x=$x\" }}; & '{script}'; & '{script}'")
    assert shown(session) == "x=1\nx=1\n"
    assert session.evaluate(f"$b.HitCount; $b | Disable-PSBreakpoint; & '{script}'; $b.HitCount; $b | Remove-PSBreakpoint") == [2, 2]
    assert session.evaluate("@(Get-PSBreakpoint).Count") == [0]


def test_command_and_variable_breakpoints(session):
    """
    Functions that were compiled before the first breakpoint stop too.
    """
    session.evaluate("function f { $n = 1; $n }; $null = f")
    session.evaluate("$null = Set-PSBreakpoint -Command f -Action { Write-Host called }")
    session.evaluate("$null = Set-PSBreakpoint -Variable n -Mode ReadWrite -Action { Write-Host touched }; $null = f")
    assert shown(session) == "called\ntouched\ntouched\n"


def test_without_a_user_the_debugger_says_where_it_is_and_goes_on(session, tmp_path):
    """
    Nobody can answer a prompt in a non-interactive session.
    """
    script = tmp_path / "a.ps1"
    script.write_text("'one'\n'two'\n", encoding="utf-8")
    assert session.evaluate(f"$null = Set-PSBreakpoint -Script '{script}' -Line 2; & '{script}'") == ["one", "two"]
    assert f"Hit Line breakpoint on '{script}:2'" in shown(session)


def test_the_prompt_steps_and_evaluates(tmp_path):
    """
    Expressions run in the scope that stopped; s goes to the next statement, c on.
    """
    out = io.StringIO()
    session = Session(Host(out, io.StringIO(), stdin=io.StringIO("$x * 10\ns\n$x * 100\nc\n")), non_interactive=False)
    script = tmp_path / "a.ps1"
    script.write_text("$x = 1\n$x = 2\n$x = 3\n", encoding="utf-8")
    session.evaluate(f"$null = Set-PSBreakpoint -Script '{script}' -Line 2; & '{script}'")
    assert "10\n" in out.getvalue()
    assert "200\n" in out.getvalue()


def test_tracing_shows_the_lines_that_run(session):
    """
    Set-PSDebug -Trace 1: line number, text, and where the statement begins; 2 shows assignments too.
    """
    session.evaluate("Set-PSDebug -Trace 2\n$a = 1\nSet-PSDebug -Off\n$b = 2")
    assert shown(session) == "DEBUG:    2+  >>>> $a = 1\n\nDEBUG:     ! SET $a = '1'.\nDEBUG:    3+  >>>> Set-PSDebug -Off\n\n"


def test_tracing_shows_where_a_block_begins_and_ends(session):
    """
    Level 2 names the function behind the brace that begins it.
    """
    session.evaluate("function f { 1 }\nSet-PSDebug -Trace 2\n$null = f\nSet-PSDebug -Off")
    lines = [line for line in shown(session).split("\n") if line]
    assert lines == [
        "DEBUG:    3+  >>>> $null = f",
        "DEBUG:    1+ function f  >>>> { 1 }",
        "DEBUG:     ! CALL function 'f'",
        "DEBUG:    1+ function f {  >>>> 1 }",
        "DEBUG:    1+ function f { 1  >>>> }",
        "DEBUG:    4+  >>>> Set-PSDebug -Off",
    ]


def test_strict_variables_are_not_asked_for_in_text(session):
    assert session.evaluate('Set-PSDebug -Strict\n"[$unset]"') == ["[]"]


def test_the_call_stack_names_calls_and_their_arguments(session):
    """
    Get-PSCallStack, the innermost first.
    """
    got = session.evaluate(
        "function outer($n) { inner $n b }; function inner($n, $m) { Get-PSCallStack | ForEach-Object { $_.Command + $_.Arguments } }\n"
        "outer 5"
    )
    assert got[:2] == ["inner{n=5, m=b}", "outer{n=5}"]
