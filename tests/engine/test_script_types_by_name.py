"""Types of scripts by their names, type accelerators that scripts add, and $? of functions that write errors."""

from __future__ import annotations

import io
from typing import Any

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session
from spshell.values.nettype import ADDED


@pytest.fixture
def session() -> Any:
    yield Session(Host(io.StringIO(), io.StringIO()))
    ADDED.clear()


@pytest.mark.parametrize(
    "text",
    [
        "('Foo' -as [type])",
        "([type]'Foo')",
        "([type]'Foo[]').GetElementType()",
        "([Foo]::new() | % { $_.GetType() })",
    ],
)
def test_a_text_becomes_the_type_that_the_script_defined(session: Session, text: str) -> None:
    assert session.evaluate(f"class Foo {{ }}; {text}.Name; [Foo]::new() -is 'Foo'") == ["Foo", True]


def test_an_added_accelerator_wins_until_it_is_removed(session: Session) -> None:
    script = """
        $a = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
        class Mine { [int] $X = 3 }
        $a::Add('System.Text.StringBuilder', [Mine])
        [System.Text.StringBuilder]::new().X
        $a::Get.ContainsKey('system.text.stringbuilder')
        $a::Remove('System.Text.StringBuilder')
        [System.Text.StringBuilder]::new().GetType().Name
    """
    assert session.evaluate(script) == [3, True, True, "StringBuilder"]


def test_an_assembly_knows_its_own_types_only(session: Session) -> None:
    script = "$s = [string].Assembly; $s.GetType('System.Int32').Name; $null -eq $s.GetType('No.Such'); $s -eq [int].Assembly"
    assert session.evaluate(script) == ["Int32", True, True]


MISS = """
    function Miss($c) { $c.WriteError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new('x'), 'X', 0, $null)) }
    function outer { [CmdletBinding()] param() Miss $PSCmdlet; Write-Output 1 }
"""


def test_an_error_written_for_an_outer_function_is_that_functions_failure(session: Session) -> None:
    """
    $PSCmdlet handed on, and commands that succeed after it, change nothing about that.
    """
    assert session.evaluate(MISS + "outer 2>$null; $?; $x = outer 2>$null; $?; Write-Output 2; $?") == [
        1,
        False,
        False,
        2,
        True,
    ]


def test_a_splatted_string_is_its_characters(session: Session) -> None:
    assert session.evaluate("$d = '58'; & { param($a, $b) \"$b $a\"; $a.GetType().Name } @d") == [
        "8 5",
        "Char",
    ]


@pytest.mark.parametrize("text", ["({}); $?", "(({})); $?", "$x = ({}); $?"])
def test_a_command_in_parentheses_is_judged_as_a_command(session: Session, text: str) -> None:
    failing = "Get-Item /nope -ErrorAction SilentlyContinue"
    assert session.evaluate(text.format(failing)) == [False]
    assert session.evaluate("Get-Item /nope -ErrorAction SilentlyContinue; (1); $?") == [1, True]


def test_a_catch_clause_knows_added_names(session: Session) -> None:
    script = """
        class Conflict : System.Exception { Conflict([string] $m) : base($m) { } }
        [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')::Add('System.ArithmeticException', [Conflict])
        try { throw [Conflict]::new('x') } catch [System.ArithmeticException] { 'typed' } catch { 'other' }
    """
    assert session.evaluate(script) == ["typed"]


def test_arrays_have_three_methods_of_their_own(session: Session) -> None:
    """
    $servers.Address is a method, not the addresses.
    """
    script = """
        $x = 1, 2; $x.Get(1); $x.Set(0, 5); $x[0]
        $s = [pscustomobject]@{ Address = 'a' }, [pscustomobject]@{ Address = 'b' }
        $s.Address -is [System.Management.Automation.PSMethod]; $s.ForEach('Address') -join ','
        try { $x.Get(9) } catch { $_.FullyQualifiedErrorId }
    """
    assert session.evaluate(script) == [2, 5, True, "a,b", "IndexOutOfRangeException"]


def test_a_question_that_nobody_can_answer_ends_the_command(session: Session) -> None:
    assert session.evaluate("try { Get-Item . | Remove-Item -Confirm } catch { $_.FullyQualifiedErrorId }")[
        0
    ].startswith("InvalidOperation")
