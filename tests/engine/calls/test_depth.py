"""Calls that are nested too deeply end with an error, however they are nested."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.mark.parametrize(
    "text",
    [
        "function r($n) { r ($n + 1) }; r 0",
        "$b = { & $b }; & $b",
        "function p { process { 1 | p } }; 1 | p",
        "class R { [int] F() { return $this.F() } }; [R]::new().F()",
        "function a { [CmdletBinding()] param($x) a $x }; a 1",
        '$b = { "$(& $b)" }; & $b',
        "$b = { $args[0].Invoke($args[0]) }; $b.Invoke($b)",
    ],
)
def test_endless_recursion_is_an_error_of_the_script(text):
    """
    CallDepthOverflow, which catch takes; never a fault of Python's.
    """
    session = Session(Host(io.StringIO(), io.StringIO()))
    got = session.evaluate(f"try {{ {text} }} catch {{ 'caught' }}; 'next'")
    assert got == ["caught", "next"]
