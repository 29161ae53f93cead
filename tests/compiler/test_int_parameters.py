"""Parameters of type [int] that a function without a scope assigns."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("number", "wanted"), [("2.5", 2), ("3.5", 4), ("-0.4", 0), ("2147483647.0", 2147483647), ("'7'", 7)]
)
def test_what_a_parameter_of_type_int_is_assigned_is_rounded_to_even(number: str, wanted: int) -> None:
    text = f"function F([int]$n) {{ $n = {number}; $n }}; F 1; (F 1).GetType().Name"
    assert make_session().evaluate(text) == [wanted, "Int32"]


@pytest.mark.parametrize("number", ["2147483648.0", "[double]::NaN", "[double]::PositiveInfinity"])
def test_what_no_int_can_hold_is_refused(number: str) -> None:
    text = f"function F([int]$n) {{ try {{ $n = {number} }} catch {{ 'refused' }}; $n }}; F 1"
    assert make_session().evaluate(text) == ["refused", 1]
