"""Writing the environment."""

from __future__ import annotations

import io
import os

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize("write", ["$env:SP_TEST_X = {0}", "Set-Item env:SP_TEST_X {0}", "[Environment]::SetEnvironmentVariable('SP_TEST_X', {0})"])
def test_what_the_system_cannot_hold_is_made_fit(session, monkeypatch, write):
    """
    A lone surrogate becomes the replacement character; a text ends at a null character.
    """
    monkeypatch.setenv("SP_TEST_X", "")
    session.evaluate(write.format("([string][char]0xD800)"))
    assert os.environ["SP_TEST_X"] == "\ufffd"
    session.evaluate(write.format('"a`0b"'))
    assert os.environ["SP_TEST_X"] == "a"


def test_a_name_with_an_equals_sign_is_an_error(session):
    """
    And no fault of the shell.
    """
    assert session.evaluate("try { ${env:a=b} = 1 } catch { $_.Exception.GetType().Name }") == ["ArgumentException"]
