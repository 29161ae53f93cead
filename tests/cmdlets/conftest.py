"""What the tests of cmdlets share."""

from __future__ import annotations

import io

import pytest

from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.fixture
def session(tmp_path, monkeypatch):
    """
    A fresh session whose current folder is empty.
    """
    monkeypatch.chdir(tmp_path)
    return Session(Host(io.StringIO(), io.StringIO()))
