"""What public build scripts and modules rely on: commands seen from dynamic parameters, own switches
named like common ones, aliases called by their object, tokens of several lines."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_the_command_is_known_while_its_dynamic_parameters_are_made(session):
    session.evaluate(
        "function f { [CmdletBinding()] param($A) dynamicparam { $script:seen = $PSCmdlet.MyInvocation.MyCommand.Name }"
        " end { 'ran' } }"
    )
    assert session.evaluate("f 1; $script:seen") == ["ran", "f"]


def test_an_error_of_the_command_in_its_dynamic_parameters_stays_as_it_is_and_a_thrown_one_is_wrapped(
    session,
):
    make = "[System.Management.Automation.ErrorRecord]::new([Exception]::new('no'), 'Id1', 'OpenError', 1)"
    session.evaluate(
        "function d { [CmdletBinding()] param($A) dynamicparam { $PSCmdlet.ThrowTerminatingError("
        + make
        + ") } end {} }; function t { [CmdletBinding()] param($A) dynamicparam { throw 'no' } end {} }"
    )
    assert session.evaluate("try { d } catch { $_.FullyQualifiedErrorId }") == ["Id1,d"]
    assert session.evaluate("try { t } catch { $_.FullyQualifiedErrorId }")[0].startswith(
        "GetDynamicParameters"
    )


def test_an_error_without_an_id_has_only_the_name_of_its_command(session):
    session.evaluate(
        "function f { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError("
        "[System.Management.Automation.ErrorRecord]::new([Exception]::new('no'), $null, 0, $null)) }"
    )
    assert session.evaluate("try { f } catch { $_.FullyQualifiedErrorId }") == ["f"]


def test_the_null_string_takes_an_environment_variable_away(session):
    assert session.evaluate(
        "$env:SPSHELL_GONE = 1; [Environment]::SetEnvironmentVariable('SPSHELL_GONE', [NullString]::Value);"
        "Test-Path env:SPSHELL_GONE"
    ) == [False]


def test_the_host_is_one_object(session):
    assert session.evaluate("[object]::ReferenceEquals($Host, $Host)") == [True]


def test_a_switch_of_ones_own_called_whatif_holds_nothing_back(session):
    session.evaluate("function f { [CmdletBinding()] param([switch]$WhatIf) New-Variable made 1; $made }")
    assert session.evaluate("f -WhatIf") == [1]
    session.evaluate(
        "function g { [CmdletBinding(SupportsShouldProcess)] param() New-Variable made 1; $made }"
    )
    assert session.evaluate("g -WhatIf") in ([], [None])


def test_an_alias_is_called_by_its_object(session):
    assert session.evaluate("& (Get-Alias write) hello; . (Get-Alias echo) there") == ["hello", "there"]


def test_lines_are_tokenized_as_one_text(session):
    assert session.evaluate(
        "$errors = $null;"
        "([System.Management.Automation.PSParser]::Tokenize(@('# one', 'two'), [ref]$errors)).StartLine"
    ) == [1, 1, 2]


def test_the_parameters_of_a_command_are_a_dictionary_whatever_the_case(session):
    session.evaluate(
        "function f { [CmdletBinding()] param($A, [Alias('q')] $B) }; $p = (Get-Command f).Parameters"
    )
    assert session.evaluate(
        "$p.ContainsKey('a'); $p.ContainsKey('z'); $p['b'].Aliases; $p.GetType().Name"
    ) == [
        True,
        False,
        "q",
        "Dictionary`2",
    ]
    assert session.evaluate("$p.A.ParameterSets.ContainsKey('__AllParameterSets')") == [True]
