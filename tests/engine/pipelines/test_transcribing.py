"""Errors in transcripts."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.error_text = lambda record, _session: f"{record.message}\n"
    return session


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Write-Error 'e'", "e\ne\n"),
        ("Write-Error 'e' 2>$null", "e\n"),
        ("$null = Write-Error 'e' 2>&1", ""),
        ("$null = & { Write-Error 'e' } 2>&1", "e\n"),
        ("Write-Error 'e' -ErrorAction SilentlyContinue", ""),
    ],
)
def test_an_error_is_written_when_it_comes_about_and_when_it_is_shown(session, text, written):
    """
    A transcript keeps what a redirection hides; what a command merges into its output is no error any more.
    """
    taken = []
    session.host.transcribers.append(taken.append)
    session.evaluate(text)
    assert "".join(taken) == written
