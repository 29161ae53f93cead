"""Scopes: who sees which variable (about_Scopes)."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_an_allscope_variable_is_the_same_everywhere(session):
    """
    Assigning it in a function changes the one variable.
    """
    assert session.evaluate("Set-Variable v 'a' -Option AllScope; function f { $v = 'b' }; f; $v") == ["b"]


def test_a_block_handed_to_a_module_sees_its_own_callers(session):
    """
    Not the module's variables, but those of the function that called the module.
    """
    got = session.evaluate(
        "$null = New-Module { $inside = 'm'; function Run($b) { & $b } }\n"
        "function outer { $o = 'o'; Run { \"$o|$inside\" } }; outer"
    )
    assert got == ["o|"]


def test_a_block_dot_sourced_by_a_module_runs_in_the_scope_of_its_own_callers(session):
    """
    The variables and functions it makes stand where the module was called from, not in the module's function.
    """
    got = session.evaluate(
        "$null = New-Module { function Load($b) { $mine = 'm'; . $b } }\n"
        'function outer { Load { $made = "<$mine>"; function helper { \'h\' } }; $made; helper }; outer; "[$made]"'
    )
    assert got == ["<>", "h", "[]"]


def test_a_module_function_dot_sourced_from_outside_stays_in_its_module(session):
    """
    `. Name` of a module's function leaves its variables in the module.
    """
    got = session.evaluate(
        '$null = New-Module { function Set-It { $it = 7 }; function Read { $it } }; . Set-It; "$it"; Read'
    )
    assert got == ["", 7]


def test_using_needs_code_that_runs_elsewhere(session):
    """
    $using: in a plain block is refused.
    """
    session.evaluate("$v = 1; & { $using:v }")
    assert session.errors[0].fqid == "UsingWithoutInvokeCommand"


def test_return_in_a_sub_expression_leaves_the_function_with_the_value(session):
    """
    The text around it is not made; the same for an assigned statement.
    """
    got = session.evaluate(
        "function f { \"a $(return 'r'; 'z') b\"; 'after' }; f; function g { $x = if ($true) { return 5 }; 'no' }; g"
    )
    assert got == ["r", 5]


def test_a_typed_local_variable_fails_as_a_cast_does(session):
    """
    In the global scope the assignment is refused by the variable, elsewhere by the conversion.
    """
    session.evaluate("[int]$n = 1; $n = 'x'\nfunction f { [int]$q = 1; $q = 'x' }; f")
    assert [record.fqid for record in session.errors] == [
        "InvalidCastFromStringToInteger",
        "RuntimeException",
    ]


def test_a_call_in_method_form_is_an_error_in_strict_mode(session):
    """
    f(1, 2) passes one list; Set-StrictMode 2 forbids it.
    """
    assert session.evaluate('function f($x, $y) { "$x|$y" }; f(1, 2)') == ["1 2|"]
    session.evaluate("Set-StrictMode -Version 2; f(1, 2)")
    assert session.errors[0].fqid == "StrictModeFunctionCallWithParens"


def test_number_arguments_keep_their_spelling_for_text_parameters_only(session):
    """
    An untyped parameter holds the number; $args and Write-Output keep what was typed.
    """
    got = session.evaluate(
        'function f([string]$a, $b) { "$a $b" }; f 007 007; function g { "$args" }; g 1kb 1.50'
    )
    assert got == ["007 7", "1kb 1.50"]


def test_what_failed_inside_a_function_does_not_make_the_call_fail(session):
    """
    $? tells about the function's own pipeline.
    """
    assert session.evaluate("function f { Write-Error x }; f 2>$null && 'ok'") == ["ok"]


def test_a_block_runs_with_variables_and_functions_given_to_it(session):
    """
    InvokeWithContext.
    """
    got = session.evaluate(
        "$vars = [System.Collections.Generic.List[psvariable]]::new(); $vars.Add([psvariable]::new('v', 'ctx'))\n"
        "{ \"$v $(Get-F) $args\" }.InvokeWithContext(@{ 'Get-F' = { 'f' } }, $vars, 1)"
    )
    assert got == ["ctx f 1"]


def test_compound_assignment_does_not_see_the_callers_variable(session):
    """
    about_Assignment_Operators: += begins with null in a scope of its own; ++ and $x = $x + 1 begin with the caller's value.
    """
    got = session.evaluate(
        "$x = 5; & { $x += 1; $x }; function f { $x += 1; $x }; f; function g { $x++; $x }; g; function k { $x = $x + 1; $x }; k; $x"
    )
    assert got == [1, 1, 6, 6, 5]


def test_compound_assignment_in_a_block_that_shares_its_scope_sees_it(session):
    """
    Dot-sourced blocks, ForEach-Object and .ForEach() run in somebody else's scope.
    """
    got = session.evaluate(
        "$x = 5; . { $x += 1 }; $x; 1..3 | ForEach-Object { $x += $_ }; $x; (1..3).ForEach({ $x += $_ }); $x\n"
        "function p { 1..3 | ForEach-Object { $x += $_ }; $x }; p"
    )
    assert got == [6, 12, 18, 24]


def test_an_advanced_script_knows_its_file(tmp_path):
    """
    $MyInvocation.MyCommand of a script with [Parameter()] is the script, as it is without.
    """
    import io

    from spshell.app import make_session
    from spshell.engine.host.host import Host

    script = tmp_path / "case.ps1"
    script.write_text(
        'param([Parameter()]$A) $MyInvocation.MyCommand.Name; "$($MyInvocation.MyCommand.CommandType)"',
        encoding="utf-8",
    )
    session = make_session(Host(io.StringIO(), io.StringIO()))
    written: list[object] = []
    session.run_block(session.load_script(str(script)), written.append)
    assert written == ["case.ps1", "ExternalScript"]
