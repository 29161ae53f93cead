"""The functions that every session begins with, on their drive."""

from __future__ import annotations

from spshell.app import make_session


def test_built_in_functions_are_items():
    """They are there before anybody called them, and gone once they are removed."""
    text = (
        "Test-Path Function:prompt; $function:prompt.GetType().Name; 'Pause' -in (Get-ChildItem Function:).Name;"
        " Remove-Item Function:Pause; Test-Path Function:Pause; Get-Command Pause -ErrorAction Ignore"
    )
    assert make_session().evaluate(text) == [True, "ScriptBlock", True, False]


def test_a_function_takes_the_place_of_a_built_in_one():
    """As with any name."""
    assert make_session().evaluate("function prompt { 'x' }; & $function:prompt") == ["x"]
