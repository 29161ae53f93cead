"""What a class does once, before its first use (about_Classes_Constructors)."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.session import Session


def test_the_static_part_runs_at_the_first_use():
    """
    Not at the definition; initial values come first, and a base class waits for its own first use.
    """
    got = Session().evaluate(
        "$log = [Collections.ArrayList]::new()\n"
        "class B { static B() { $global:seen += 'B' } static Say() { } }\n"
        "class D : B { static [int]$n = (& { $global:seen += 'n'; 5 }); static D() { [B]::Say(); $global:seen += 'D' } }\n"
        "$global:seen = 'x'; $null = [D]::new(), [D]::new(); [D]::n; $global:seen"
    )
    assert got == [5, "xnBD"]


def test_a_failing_static_part_spoils_the_class():
    """
    Every use fails, with the first fault inside.
    """
    got = Session().evaluate(
        "class F { static [int]$x = 1; static F() { throw 'no' } }\n"
        "foreach ($use in { [F]::new() }, { [F]::x }) {\n"
        "  try { & $use } catch { $_.Exception.GetType().Name, $_.Exception.InnerException.GetType().Name } }"
    )
    failed = "TypeInitializationException"
    assert got == ["MethodInvocationException", failed, failed, "RuntimeException"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("class A { [int]$x = 'zz' }; [A]::new()", "InvalidCastFromStringToInteger RuntimeException"),
        ("class A { [int]$x = 'zz'; A() { } }; [A]::new()", "InvalidCastFromStringToInteger RuntimeException"),
        ("class A { static [int]$x = 'zz' }; [A]::x", "TypeInitializationException TypeInitializationException"),
    ],
)
def test_what_an_initial_value_fails_with_comes_out_as_it_is(text, said):
    """
    It is an error of the script, not of the constructor or property that was asked for.
    """
    shown = '"$($_.FullyQualifiedErrorId) $($_.Exception.GetType().Name)"'
    assert make_session().evaluate(f"try {{ {text} }} catch {{ {shown} }}") == [said]
