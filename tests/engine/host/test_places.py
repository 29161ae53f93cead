"""Places and sizes in the console."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


def test_a_place_is_made_of_numbers_or_a_table(session):
    got = session.evaluate(
        "$a = [System.Management.Automation.Host.Coordinates]::new(3, 4); [string] $a;"
        "$a -eq [System.Management.Automation.Host.Coordinates]@{ X = 3; Y = 4 }"
    )
    assert got == ["3,4", True]


def test_the_size_of_the_window_can_be_changed_and_put_back(session):
    """
    The window itself is the terminal's.
    """
    got = session.evaluate("$u = $Host.UI.RawUI; $s = $u.BufferSize; $s.Width = 200; $u.BufferSize = $s; $s.Width; $u.BufferSize.Width")
    assert got == [200, 80]
