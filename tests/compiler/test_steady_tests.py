"""Tests of classes are made before a loop only for variables that the loop leaves alone."""

from __future__ import annotations

import ast

import pytest

from spshell.app import make_session
from spshell.compiler.steady_tests import hoisted


def code(text: str) -> str:
    """A function's text after the pass."""
    function = ast.parse(text).body[0]
    assert isinstance(function, ast.FunctionDef)
    return ast.unparse(hoisted(function))


def test_a_test_goes_in_front_of_the_outermost_loop_that_leaves_the_variable_alone() -> None:
    made = code(
        "def f(S):\n v = S\n w = S\n for a in S:\n  for b in a:\n   w = b\n   if type(v) in LISTS and v.exact is bool: g(v)\n   while type(w) is int: w = g(w)"
    )
    assert made.index("s1 = type(v) in LISTS and v.exact is bool") < made.index("for a in S")
    assert "while type(w) is int" in made


def test_variables_that_may_have_no_value_or_are_assigned_in_the_loop_keep_their_tests() -> None:
    late = "def f(S):\n if S: v = S\n for a in S:\n  if type(v) is list: g(v)"
    inner = "def f(S):\n v = S\n for a in S:\n  def h():\n   nonlocal v\n   v = a\n  if type(v) is list: h()"
    other = "def f(S):\n v = S\n for a in S:\n  if type(v) is TEXT: g(v)"  # which classes that means may change
    for text in (late, inner, other):
        assert "s1" not in code(text)


def run(text: str) -> list[object]:
    """What a text writes."""
    output: list[object] = []
    make_session().run_text(text, output.append)
    return output


@pytest.mark.parametrize("wrap", ["{0}", "function F {{ {0} }}; F", "& {{ {0} }}", "Set-StrictMode -Version 3; {0}"])
def test_loops_over_what_the_text_does_not_expect_go_the_general_way(wrap: str) -> None:
    text = "foreach ($h in @{ a = 1 }, @(1, 2), [ordered]@{ a = 5 }, 'text', [int[]](3, 4)) { $s = ''; foreach ($k in 0, 1) "
    text += "{ $s += \"$($h[$k]) \"; try { $h[$k] = 9 } catch { $s += 'no ' } }; \"$s$($h[1])\" }"
    assert run(wrap.format(text)) == ["  9", "1 2 9", "5  no ", "t no e no e", "3 4 9"]
