"""Errors on their way: which statement they end, where they are marked, what catch and trap see."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def marked(session: Session) -> list[str]:
    """The text that each error of $Error is marked at, oldest first."""
    return [record.invocation.extent.text for record in reversed(session.errors)]


def test_an_error_in_a_condition_ends_the_statement_and_is_marked_there(session):
    """
    Neither branch runs; the mark is under the condition, not under the whole statement.
    """
    assert session.evaluate("if (1 / 0) { 'then' } else { 'else' }; 'next'") == ["next"]
    session.evaluate("while ([int]'x') { }; foreach ($i in (1 / 0)) { }; switch (1 / 0) { default { } }")
    assert marked(session) == ["1 / 0", "[int]'x'", "(1 / 0)", "1 / 0"]


def test_an_error_in_a_for_iterator_ends_the_loop(session):
    """
    The iterator belongs to the loop's statement.
    """
    assert session.evaluate("for ($i = 0; $i -lt 3; [int]'x') { 'turn' }; 'next'") == ["turn", "next"]


def test_an_error_in_a_catch_block_ends_the_try_statement(session):
    """
    What stands behind it in the block does not run; what stands behind the try does.
    """
    assert session.evaluate("try { throw 'a' } catch { 1 / 0; 'not' }; 'next'") == ["next"]


def test_an_error_in_a_default_value_is_marked_at_the_call(session):
    """
    Default expressions have no place of their own.
    """
    session.evaluate("function f($x = (1 / 0)) { }\nf")
    assert marked(session) == ["f"]


def test_an_unknown_catch_type_is_reported_at_the_type(session):
    """
    The error that was thrown is lost then.
    """
    assert session.evaluate("try { throw 'x' } catch [No.Such] { 'c' } catch { 'd' }; 'next'") == ["next"]
    assert marked(session)[-1] == "[No.Such]"


def test_a_redirection_does_not_take_the_error_that_ends_its_statement(session):
    """
    `1/0 2>$null` still shows the error.
    """
    session.evaluate("1/0 2>$null")
    assert "RuntimeException" in session.host.err.getvalue()


def test_a_syntax_error_tells_all_faults_with_their_places(session):
    """
    The message of a ParseException lists every fault; the record's id is the first one's.
    """
    got = session.evaluate(
        "try { [scriptblock]::Create('if (') } catch { $_.Exception.InnerException.Message }"
    )
    assert got[0].startswith("At line:1 char:5\n+ if (\n+     ~\n")


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("try { 1 / 0 } catch [System.Management.Automation.RuntimeException] { 'outer' } catch { 'all' }", "outer"),
        ("try { throw 'x' } catch [System.DivideByZeroException] { 'div' } catch { 'all' }", "all"),
        ("& { trap { 'all'; continue } trap [DivideByZeroException] { 'div'; continue } 1 / 0 }", "div"),
        ("& { trap [Exception] { 'any'; continue } trap [ArithmeticException] { 'sum'; continue } 1 / 0 }", "sum"),
        ("& { trap [DivideByZeroException] { 'div'; continue } trap { 'all'; continue } throw 'x' }", "all"),
    ],
)
def test_the_nearest_type_wins(session, text, chosen):
    """
    A clause without a type takes only what no typed one takes, the outer exception's type included; of several
    traps the most derived type wins, wherever it stands.
    """
    assert session.evaluate(text) == [chosen]


_ENDING = (
    "function f { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new("
    "[ArgumentException]::new('bad'), 'Bad', 'InvalidArgument', $null)); 'went on' };"
    "function g { [CmdletBinding()] param() Get-Item /no/such -ErrorAction Stop; 'went on' };"
)


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("f -ErrorAction Ignore; 'after'", ["after"]),
        ("try { g -ErrorAction Ignore } catch { 'caught' }", ["caught"]),
    ],
)
def test_a_quiet_error_action_passes_over_thrown_values_only(session, text, got):
    """
    ThrowTerminatingError ends its function, what -ErrorAction Stop made final ends everything; only ``throw`` asks.
    """
    assert session.evaluate(_ENDING + text) == got


def test_an_error_variable_holds_caught_errors_too(session):
    """
    Whatever the command catches itself was an error of the command.
    """
    session.evaluate("function f { [CmdletBinding()] param() try { throw 'caught' } catch { } }; f -ErrorVariable e")
    assert session.evaluate('"$e"') == ["caught"]


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("[System.Management.Automation.RuntimeException]::new('x').ErrorRecord", "RuntimeException"),
        ("try { [hashtable][pscustomobject]@{ a = 1 } } catch { $_.Exception.InnerException.ErrorRecord }", "InvalidCastConstructorException"),
        ("& { param([ValidateRange(1, 3)] $a) } 5", "ValidateRangeTooBig"),
        ("& { param([ValidateRange(1, 3)] $a) } 0", "ValidateRangeTooSmall"),
        ("& { param([ValidateRange(1, 3)] $a) } one", "ValidationRangeElementType"),
    ],
)
def test_the_exception_inside_has_a_record_of_its_own(session, text, error_id):
    """
    PowerShell's exceptions carry a record whether they were raised or not.
    """
    if text.startswith("&"):
        text = f"try {{ {text} }} catch {{ $_.Exception.InnerException.ErrorRecord }}"
    assert [record.fqid for record in session.evaluate(text)] == [error_id]


def test_an_ignored_exception_is_kept(session):
    """
    An error that is written and ignored is not.
    """
    session.evaluate("function f { [CmdletBinding()] param() 1 / 0; Write-Error written }; f -ErrorAction Ignore")
    assert session.evaluate("$Error.Count; $Error[0].FullyQualifiedErrorId") == [1, "RuntimeException"]


def test_each_pipeline_of_a_chain_goes_to_the_traps_by_itself(session):
    """
    The chain goes on after the pipeline that failed, in statements and in values; a try inside takes its own errors.
    """
    text = "trap { continue } 1 / 0 && 'no' || 'b'; $r = 1 / 0 || 'r'; $r; try { 1 / 0 || 'd' } catch { 'caught' }"
    assert session.evaluate(text) == ["b", "r", "caught"]


def test_the_record_of_an_exception_does_not_name_the_cmdlet():
    """
    The error's own record does.
    """
    from spshell.app import make_session

    got = make_session().evaluate(
        "try { Invoke-Expression '[hashtable][pscustomobject]@{ a = 1 }' } catch { $_.FullyQualifiedErrorId;"
        " $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }"
    )
    identity = "InvalidCastConstructorException"
    assert got == [f"{identity},Microsoft.PowerShell.Commands.InvokeExpressionCommand", identity]
