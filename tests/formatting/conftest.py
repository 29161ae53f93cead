"""What the tests of formatting share."""

from __future__ import annotations

import io

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """
    A function from a script to the text that the console shows.
    """
    monkeypatch.chdir(tmp_path)

    def run(script: str) -> str:
        output = io.StringIO()
        session = make_session(Host(output, io.StringIO()))
        renderer = session.new_renderer(session.host.write, session.host.width)
        session.run_text(script, renderer.add)
        renderer.finish()
        return output.getvalue()

    return run
