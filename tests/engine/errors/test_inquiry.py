"""The action Inquire."""

from __future__ import annotations

import io

from spshell.app import make_session
from spshell.engine.host.host import Host


def asked(text, answers, *, non_interactive=False):
    """(what the text gave, what was shown) with these answers."""
    out = io.StringIO()
    session = make_session(Host(out, out, io.StringIO(answers)), non_interactive=non_interactive)
    return session.evaluate(text), out.getvalue()


def test_the_answer_decides_whether_to_go_on():
    """Halt ends the function, yes goes on with the next statement."""
    text = "function t { [CmdletBinding()] param() Write-Error 'e'; 'after' }; t -ErrorAction Inquire"

    assert asked(text, "y\n")[0] == ["after"]
    assert "[H] Halt Command" in asked(text, "y\n")[1]


def test_nobody_to_ask_ends_the_function_only():
    """The error is about the call."""
    text = "function t { [CmdletBinding()] param() Write-Error 'e'; 'after' }; t -ErrorAction Inquire; 'next'"
    found, shown = asked(text, "", non_interactive=True)

    assert found == ["next"]
    assert shown.startswith("t: ")
