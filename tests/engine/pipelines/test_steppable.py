"""Steppable pipelines and the proxies that are made of them."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


def test_each_object_goes_through_at_once(session):
    """What a step gives comes from Process, not only from End."""
    text = "$p = { & { process { $_ * 2 } } }.GetSteppablePipeline(); $p.Begin($true); $p.Process(1); 'mid'; $p.Process(2); $p.End()"

    assert session.evaluate(text) == [2, "mid", 4]


@pytest.mark.parametrize("text", ["1; 2", "$x = 1", "1..3 | Sort-Object", "", "begin { } end { Get-Date }"])
def test_only_one_pipeline_of_commands_can_be_stepped(session, text):
    """Anything else is refused."""
    found = session.evaluate(
        "try { { " + text + " }.GetSteppablePipeline() } catch { $_.Exception.InnerException.GetType().Name }"
    )

    assert found == ["PSInvalidOperationException"]


def test_a_proxy_stops_what_feeds_it(session):
    """Enough for the wrapped command is enough for the proxy."""
    session.evaluate(
        "function first { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject, $First)"
        " begin { $p = { Select-Object @PSBoundParameters }.GetSteppablePipeline(); $p.Begin($PSCmdlet) }"
        " process { $p.Process($_) } end { $p.End() } }"
    )

    assert session.evaluate("$n = 0; 1..100 | ForEach-Object { $n++; $_ } | first -First 2; $n") == [1, 2, 2]


def test_the_text_of_a_proxy_runs(session):
    """ProxyCommand writes a function that behaves as the command it wraps."""
    session.evaluate(
        "function Get-Twice { [CmdletBinding(DefaultParameterSetName = 'A')] param([Parameter(Mandatory, ValueFromPipeline,"
        " ParameterSetName = 'A')][Alias('v')][ValidateRange(0, 9)][int]$Value) process { $Value * 2 } }"
        "; $t = [System.Management.Automation.ProxyCommand]::Create((Get-Command Get-Twice))"
        "; Set-Item function:Get-Again ([scriptblock]::Create($t))"
    )

    assert session.evaluate("1, 4 | Get-Again; Get-Again -v 3") == [2, 8, 6]
    assert session.evaluate("try { Get-Again -Value 12 } catch { $_.FullyQualifiedErrorId }") == [
        "ParameterArgumentValidationError,Get-Again"
    ]
