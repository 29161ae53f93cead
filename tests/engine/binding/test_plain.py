"""The short way of binding does what the long one does."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("f 5 x", "5|x|False|"),
        ("f '5'", "5|d|False|"),
        ("f", "0|d|False|"),
        ("f 1 2 3 4", "1|2|False|3 4"),
        ("f -n 1 x", "1|x|False|"),
        ("f 1 x -w", "1|x|True|"),
    ],
)
def test_values_defaults_and_what_is_left_over(call, expected):
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.evaluate("function f([int]$n, [switch]$w, [string]$s = 'd') { \"$n|$s|$w|$args\" }")
    assert session.evaluate(call) == [expected]


def test_a_default_sees_the_parameters_before_it():
    session = Session(Host(io.StringIO(), io.StringIO()))
    assert session.evaluate('function f([switch]$w, $a = "$w!") { $a }; f') == ["False!"]


def test_a_value_that_does_not_fit_is_the_function_s_error():
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.evaluate("function f([int]$n) { 'never' }; f abc")
    assert [record.fqid for record in session.errors] == ["ParameterArgumentTransformationError,f"]
