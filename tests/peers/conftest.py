"""Real servers for tests: `postfix` is one Postfix for the whole run, with an empty inbox for each test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.peers.postfix import Postfix, Unavailable, install

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postfix_server() -> Iterator[Postfix]:
    """Installed where root may, started once. In CI a missing server is a failure, never a skip."""
    try:
        install()
        server = Postfix()
    except Unavailable as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def postfix(postfix_server: Postfix) -> Postfix:
    postfix_server.clear()
    return postfix_server
