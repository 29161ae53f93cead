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


_HANDLER = (
    "$seen = [Collections.ArrayList]::new(); $h = { param($from, $stop) $null = $seen.Add($stop.InvocationInfo.ScriptLineNumber);"
    " $out = [System.Management.Automation.PSDataCollection[psobject]]::new();"
    " $said = $Host.Runspace.Debugger.ProcessCommand([System.Management.Automation.PSCommand]::new().AddScript($ask), $out);"
    " foreach ($one in $out) { $null = $seen.Add($one) }; if ($said.ResumeAction) { $stop.ResumeAction = $said.ResumeAction } };"
    " $Host.DebuggerEnabled = $false; $Host.Runspace.Debugger.add_DebuggerStop($h); $null = Set-PSBreakpoint -Command Get-Date\n"
)


@pytest.mark.parametrize(
    ("ask", "seen"),
    [
        ("$n", [4, 5]),  # the variable where it stopped
        ("v", [4, 6, 7, 8, 8]),  # not into the block; the brace that ends the function, what follows the call
        ("s", [4, 4, 5, 5, 6, 7, 8, 8]),  # the braces of the block too
        ("o", [4, 8]),
        ("c", [4]),
    ],
)
def test_a_handler_of_stops_says_how_to_go_on(ask, seen):
    """
    Each stop calls it with where the code is; commands to the debugger are words of its own or code at that place.
    """
    text = f"$ask = '{ask}'; {_HANDLER}function f {{ $n = 5\n\n$null = Get-Date | ForEach-Object {{\n2 }}\n'x'\n}}; $null = f\n1; $seen"
    from spshell.app import make_session

    got = make_session().evaluate(text)
    assert got[1:] == seen
