"""The database of the stores that several servers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.peers.postgresql import PostgreSql, install
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    with running(install, PostgreSql) as server:
        yield server
