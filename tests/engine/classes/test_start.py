"""What a class does once, before its first use (about_Classes_Constructors)."""

from __future__ import annotations

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
        "  try { & $use } catch { $_.Exception.InnerException.GetType().Name } }"
    )
    assert got == ["TypeInitializationException"] * 2
