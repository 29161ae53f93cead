"""Variables at run time: automatic ones, preferences, strict mode, enumerators of loops."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_preferences_are_enumerations_and_convert_what_is_assigned(session):
    """
    A word that is none of them is refused and the old value stays.
    """
    got = session.evaluate(
        "$ErrorActionPreference = 'stop'; $ErrorActionPreference.GetType().Name; \"$ErrorActionPreference\"\n"
        "try { $ErrorActionPreference = 'none' } catch { $_.FullyQualifiedErrorId }; \"$ErrorActionPreference\""
    )
    assert got == ["ActionPreference", "Stop", "RuntimeException", "Stop"]


def test_input_is_an_enumerator_that_is_used_up(session):
    """
    Going through $input twice gives nothing the second time, until Reset.
    """
    got = session.evaluate(
        "function f { @($input).Count; @($input).Count; $input.Reset(); @($input).Count }; 1..3 | f"
    )
    assert got == [3, 0, 3]


def test_a_function_does_not_see_its_callers_input(session):
    """
    $input belongs to the command that runs.
    """
    assert session.evaluate("function g { @($input).Count }; function f { g }; 1..3 | f") == [0]


def test_foreach_and_switch_hand_out_their_enumerators(session):
    """
    MoveNext in the body skips an element.
    """
    got = session.evaluate(
        "foreach ($i in 1..4) { if ($i -eq 2) { [void]$foreach.MoveNext(); $foreach.Current } else { $i } }; $null -eq $foreach\n"
        "switch (1, 2, 3) { 2 { [void]$switch.MoveNext(); $switch.Current } default { $_ } }"
    )
    assert got == [1, 3, 4, True, 1, 3]


def test_strict_mode_one_spares_text(session):
    """
    Version 1 ignores undefined variables in double-quoted strings, version 2 does not.
    """
    assert session.evaluate('Set-StrictMode -Version 1; "[$nope]$($nope)"') == ["[]"]
    session.evaluate('Set-StrictMode -Version 2; "[$nope]"')
    assert session.errors[0].fqid == "VariableIsUndefined"
    assert session.errors[0].invocation.extent.text == "$nope"


def test_a_sub_expression_in_a_loop_sees_and_sets_the_loops_variables(session):
    """
    Loops keep variables in Python locals; code nested in text shares them.
    """
    got = session.evaluate('foreach ($v in 1, 2) { "$($v.GetType().Name)$($q = $v; $q * 2)" }; $q')
    assert got == ["Int322", "Int324", 2]


def test_closures_copy_the_variables_of_any_scope(session):
    """
    GetNewClosure in the global scope keeps the loop variable of each turn.
    """
    got = session.evaluate(
        "$b = for ($i = 0; $i -lt 3; $i++) { { $i }.GetNewClosure() }; $b | ForEach-Object { & $_ }"
    )
    assert got == [0, 1, 2]


def test_foreach_and_where_methods_run_in_the_callers_scope(session):
    """
    What their blocks assign stays.
    """
    assert session.evaluate("$n = 0; (1..3).ForEach({ $n += $_ }); $null = (1, 2).Where({ $n++ }); $n") == [8]


@pytest.mark.parametrize(("call", "name"), [("f", "f"), ("& f", "&"), (". f", ".")])
def test_the_invocation_name_is_the_name_or_the_operator(session, call, name):
    """
    $MyInvocation.InvocationName tells how a command was called.
    """
    assert session.evaluate(f"function f {{ $MyInvocation.InvocationName }}; {call}") == [name]


def test_input_starts_anew_in_each_block(session):
    """
    Reading the empty $input in begin takes nothing away from what end reads.
    """
    assert session.evaluate('1, 2, 4 | & { begin { "b$input" } end { "e$input" } }') == ["b", "e1 2 4"]


def test_a_reference_reaches_a_named_ref_parameter(session):
    """
    What [ref] makes of a variable is a reference, by name as by position.
    """
    session.evaluate("function Set-It([ref] $Data) { $Data.Value += 1 }; $v = 1")
    assert session.evaluate("Set-It -Data ([ref] $v); Set-It ([ref] $v); $v") == [3]


def test_bound_parameters_show_keys_and_values():
    """
    The entries are pairs of Key and Value, not a table's Name and Value.
    """
    from spshell.app import make_session

    session = make_session(Host(io.StringIO(), io.StringIO()))
    session.evaluate("function Show-Bound { param($A) $PSBoundParameters }")
    assert session.evaluate("(Show-Bound 1 | Out-String).Trim() -split '\\s+'") == ["Key", "Value", "---", "-----", "A", "1"]


def test_a_type_in_front_does_not_open_a_read_only_variable(session):
    """
    In the scope of a function neither.
    """
    assert session.evaluate("& { try { [datetime]$HOME = 1 } catch { $_.FullyQualifiedErrorId } }") == ["VariableNotWritable"]
