"""Blocks called from the inside bind their arguments by index, not as commands do."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session():
    return make_session()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{ param([switch]$s, $x) "$s $x $args" }.Invoke($true, 5, 6)', ["True 5 6"]),
        ("{ param($a, [int]$b) $b.GetType().Name; $args.Count }.Invoke(1, '5')", ["Int32", 0]),
        ('{ param([Parameter(Mandatory)] $x, $y = 7) "[$x] $y" }.Invoke()', ["[] 7"]),
        ("{ param($p, $q) \"$p $q\" }.Invoke('-q', 2)", ["-q 2"]),
        ('$o = [pscustomobject]@{}; $o | Add-Member ScriptMethod f { param([switch]$s, $z) "$s $z" }; $o.f($true, 4)', ["True 4"]),
        (
            '$m = New-Module -AsCustomObject -ArgumentList 1, $true, 3 { param($a, [switch]$b, $c) function g { "$a $b $c" } }; $m.g()',
            ["1 True 3"],
        ),
    ],
)
def test_each_argument_goes_to_the_parameter_at_its_index(session, text, expected):
    """
    Switches count too, names do not, and nothing is asked for.
    """
    assert session.evaluate(text) == expected


@pytest.mark.parametrize(
    ("parameter", "error_id"),
    [("[int]$a", "PSInvalidCastException"), ("[ValidateRange(1, 3)]$a", "ValidationMetadataException")],
)
def test_a_value_that_does_not_fit_fails_as_an_assignment_does(session, parameter, error_id):
    """
    No ParameterBindingException: there was no command.
    """
    session.evaluate(f"{{ param({parameter}) $a }}.Invoke('x')")
    assert session.errors[0].fqid.partition(",")[0] == error_id


def test_checks_of_a_script_method_see_its_object(session):
    """
    A validation script runs inside the method: ``$this`` is the object it was called on.
    """
    made = "$o = [pscustomobject]@{ Left = 3 }; $o | Add-Member ScriptMethod Eat { param([ValidateScript({ $_ -le $this.Left })] $n) $n }; "
    assert session.evaluate(made + "$o.Eat(2); try { $o.Eat(4) } catch { $_.FullyQualifiedErrorId }") == [2, "ScriptMethodRuntimeException"]
