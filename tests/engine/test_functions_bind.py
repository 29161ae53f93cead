"""Binding of functions written in PowerShell: attributes, types, common parameters."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def ids(session: Session) -> list[str]:
    return [record.fqid for record in session.errors]


def test_a_simple_function_joins_an_array_for_text_and_an_advanced_one_refuses_it(session):
    session.evaluate("function s([string]$t) { $t }; function a { [CmdletBinding()] param([string]$t) $t }")
    assert session.evaluate("s a,b") == ["a b"]
    session.evaluate("a x,y")
    assert ids(session) == ["ParameterArgumentTransformationError,a"]


def test_defaults_are_worked_out_from_left_to_right_and_see_earlier_parameters(session):
    assert session.evaluate('function f($a = 2, $b = $a * 3) { "$a $b" }; f; f 5') == ["2 6", "5 15"]


def test_typed_parameters_that_nobody_gave_hold_zero_or_empty_text(session):
    session.evaluate(
        'function f([int]$n, [string]$s, [hashtable]$h, [switch]$w) { "$n|$s|$($null -eq $h)|$w" }'
    )
    assert session.evaluate("f") == ["0||True|False"]


def test_a_parameter_keeps_its_type_and_its_validation_when_it_is_assigned(session):
    session.evaluate("function f([ValidateRange(1, 5)][int]$n) { $n = '3'; $n.GetType().Name; $n = 9 }; f 1")
    assert ids(session) == ["ValidateSetFailure"]


def test_validation_runs_after_conversion_and_from_the_last_attribute_to_the_first(session):
    session.evaluate(
        "function f([ValidateScript({ throw 'first' })][ValidateScript({ throw 'last' })]$x) { }; f 1"
    )
    assert "last" in session.errors[0].message


def test_pipeline_objects_that_do_not_bind_are_reported_and_skipped(session):
    session.evaluate(
        "function p { param([Parameter(ValueFromPipeline)][int]$n) process { $n } end { 'end' } }"
    )
    assert session.evaluate("1, 'x', 3 | p") == [1, 3, "end"]
    assert ids(session) == ["InputObjectNotBound,p"]


def test_a_script_block_waits_for_the_input(session):
    session.evaluate(
        "function p { param([Parameter(ValueFromPipeline)]$i, [Parameter(ValueFromPipelineByPropertyName)][string]$n) process { $n } }"
    )
    assert session.evaluate('1, 2 | p -n { "n$_" }') == ["n1", "n2"]


def test_default_parameter_values_fill_what_was_not_given(session):
    session.evaluate(
        "function d { [CmdletBinding()] param($Server) $Server }; $PSDefaultParameterValues = @{'d:Server' = 'mail01'}"
    )
    assert session.evaluate("d; d x") == ["mail01", "x"]


def test_what_if_and_verbose_write_the_fixed_texts(session):
    session.evaluate(
        "function w { [CmdletBinding(SupportsShouldProcess)] param() $PSCmdlet.ShouldProcess('farm', 'Stop') }"
    )
    assert session.evaluate("w -WhatIf; w -Verbose") == [False, True]
    assert session.host.out.getvalue() == (
        'What if: Performing the operation "Stop" on target "farm".\n'
        'VERBOSE: Performing the operation "Stop" on target "farm".\n'
    )


def test_a_question_that_nobody_can_answer_is_an_error_and_the_function_goes_on(session):
    session.evaluate(
        "function ask { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() if ($PSCmdlet.ShouldProcess('f')) { 'did' } ; 'after' }"
    )
    assert session.evaluate("ask") == ["after"]
    assert ids(session)[0].startswith("PSInvalidOperationException")


def test_stream_variables_see_what_the_whole_function_writes_and_nothing_from_below(session):
    session.evaluate(
        "function e { [CmdletBinding()] param() Write-Warning 'w1'; Write-Error 'e1'; 'o' }\n"
        "$r = e -WarningVariable w -ErrorVariable x -WarningAction SilentlyContinue -ErrorAction SilentlyContinue |"
        " ForEach-Object { Write-Warning 'below' 3> $null; $_ }"
    )
    assert session.evaluate('"$w"; "$x"') == ["w1", "e1"]


def test_terminating_errors_end_the_function_but_not_the_script(session):
    session.evaluate(
        "function t { [CmdletBinding()] param() $e = [System.Management.Automation.ErrorRecord]::new("
        "[System.InvalidOperationException]::new('off'), 'Off', 'ResourceUnavailable', $null);"
        " $PSCmdlet.ThrowTerminatingError($e); 'never' }"
    )
    assert session.evaluate("t; 'next'") == ["next"]
    assert ids(session) == ["Off,t"]


def test_names_that_no_parameter_took_are_names_again_when_args_are_splatted(session):
    session.evaluate('function u { param($x, [switch]$s) "$x $s" }; function t { u @args }')
    assert session.evaluate("t -x 1 -s") == ["1 True"]


def test_words_keep_their_wildcards_as_text(session):
    assert session.evaluate("function f($a) { $a.GetType().Name; $a }; f *.log") == ["String", "*.log"]


@pytest.mark.parametrize(
    ("attribute", "error_id"),
    [
        ("ValidateRange(2, 1)", "MaxRangeSmallerThanMinRange"),
        ("ValidateRange('one', 10)", "MinRangeNotTheSameTypeOfMaxRange"),
        ("ValidateRange('Some')", "ExceptionConstructingAttribute"),
        ("ValidateCount(-1, 2)", "ExceptionConstructingAttribute"),
        ("ValidateCount(2, 1)", "ValidateRangeMaxLengthSmallerThanMinLength"),
        ("ValidateLength(2, 1)", "ValidateLengthMaxLengthSmallerThanMinLength"),
    ],
)
def test_a_check_that_nothing_passes_cannot_be_made(session, attribute, error_id):
    """
    The call fails, with or without a value.
    """
    text = f"function f {{ param([{attribute}] $a) 'ran' }}; try {{ f }} catch {{ $_.FullyQualifiedErrorId }}"
    assert session.evaluate(text) == [error_id]


def test_the_limits_of_a_range_may_be_numbers_of_two_types(session):
    assert session.evaluate("function f { param([ValidateRange(1, 2.5)] $a) $a }; f 2.5") == [2.5]


@pytest.mark.parametrize(
    ("declaration", "value", "passes"),
    [
        ("[ValidateRange(0, 10)]$x", "10.5", True),
        ("[ValidateRange(0, 10)]$x", "10.6", False),
        ("[ValidateRange(0, 10.0)]$x", "10.5", False),
        ("[ValidateRange('Positive')]$x", "([timespan]1)", True),
        ("[ValidateRange('Positive')]$x", "([timespan]0)", False),
    ],
)
def test_a_range_compares_in_the_type_of_its_limits(session, declaration, value, passes):
    """
    Whole limits round the value; a time span may be asked for its sign.
    """
    got = session.evaluate(f"function f({declaration}) {{ 'ok' }}; f {value}")
    assert (got == ["ok"]) is passes


def test_dynamic_parameters_are_found_by_name_whatever_its_case(session):
    text = (
        "$d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new();"
        " $p = [System.Management.Automation.RuntimeDefinedParameter]::new(); $p.Name = 'Size'; $d.Add('Size', $p);"
        " $d['SIZE'].Name; $d.ContainsKey('size'); $d -is [System.Collections.IDictionary]; $d.Count"
    )
    assert session.evaluate(text) == ["Size", True, True, 1]


def test_an_attribute_object_shows_what_holds_before_anything_is_assigned(session):
    text = (
        "$p = [Parameter]::new(); $p.Position; $p.ParameterSetName; $p.Mandatory;"
        " $s = [ValidateSet]::new('a', 'b'); $s.IgnoreCase; $s.ValidValues; [ValidateLength]::new(2, 5).MaxLength;"
        " $s.TypeId.Name"
    )
    expected = [-2147483648, "__AllParameterSets", False, True, "a", "b", 5, "ValidateSetAttribute"]
    assert session.evaluate(text) == expected


def test_a_block_in_an_attribute_runs_whatever_stands_around_it(session):
    """
    The block and the expression that makes it have one place in the text, but not one code.
    """
    text = "function f { param([ValidateScript({ $global:seen = $_; $true })]$a) $a }; f 5; $seen"
    assert session.evaluate(text) == [5, 5]
    session.evaluate("function g { param([ValidateScript({ throw 'not that' })]$a) }; g 1")
    assert "not that" in session.errors[0].message


def test_the_parameters_of_a_command_are_a_dictionary_by_name(session):
    text = (
        "function f { param([int]$Size) }; $p = (Get-Command f).Parameters; $p.ContainsKey('size'); $p['SIZE'].Name;"
        " $p.Size.ParameterSets.ContainsKey('__AllParameterSets'); $p.GetType().Name; @($p.Keys)[0]"
    )
    assert session.evaluate(text) == [True, "Size", True, "Dictionary`2", "Size"]


@pytest.mark.parametrize(
    "copy",
    [
        "$function:B = $function:A",
        "${function:B} = (Get-Command A).ScriptBlock",
        "Set-Item function:B $function:A",
        "$null = New-Item function:B -Value $function:A",
        "$function:B = $function:A.GetNewClosure()",
    ],
)
def test_a_copy_of_a_function_has_its_parameters(session, copy):
    """
    Those of the function's own list too, which do not stand in its body.
    """
    text = f'function A($x, [int]$y = 3) {{ "$x-$y" }}; {copy}; B 1; B 1 2; (Get-Command B).Parameters.Count'
    assert session.evaluate(text) == ["1-3", "1-2", 2]


def test_the_text_of_a_function_holds_its_parameters(session):
    """
    So that the text alone makes the same function.
    """
    text = "function A($x, [int]$y = 3) { $x + $y }; function C { 1 }; (Get-Command A).Definition; $function:C.ToString()"
    assert session.evaluate(text) == ["param($x, [int]$y = 3)\n $x + $y ", " 1 "]
    assert session.evaluate('$function:D = "$function:A"; D 1 4') == [5]
