"""Real servers for tests; each is installed where root may, and started once for the whole run.

`postfix` is a Postfix with an empty inbox for each test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.peers.postfix import Postfix, install
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postfix_server() -> Iterator[Postfix]:
    with running(install, Postfix) as server:
        yield server


@pytest.fixture
def postfix(postfix_server: Postfix) -> Postfix:
    postfix_server.clear()
    return postfix_server
