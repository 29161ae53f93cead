"""The farm file, killed at every single write, sync and rename. (The outbox: test_crash_delivery.py.)"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from spshell.state import Record, open_store
from tests.peers import crash_points
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.peer


class Strace:
    def start(self) -> None: ...

    def stop(self) -> None: ...


@pytest.fixture(scope="module", autouse=True)
def strace() -> Iterator[None]:
    with running(crash_points.install, Strace):
        if not crash_points.is_allowed():
            pytest.skip("tracing is forbidden here")
        yield


_STORE = """
import sys
from uuid import UUID
from spshell.state import open_store
import tomli_w, tempfile
store = open_store(sys.argv[1])
pair = [store.get("site", UUID(int=number)) for number in (1, 2)]
for record in pair:
    record.body["count"] += 1
"""


def test_a_commit_to_the_farm_file_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "farm.toml"
    open_store(path).commit([Record("site", UUID(int=n), {"count": 0, "filler": "x" * 9000}) for n in (1, 2)])
    killed = 0
    for call, number in crash_points.crashes(_STORE, "store.commit(puts=pair)\n", path):
        store = open_store(path)
        first, second = store.scan("site")
        assert first.body == second.body, (call, number)
        assert first.version == second.version == first.body["count"] + 1, (call, number)
        killed += bool(call)
    assert killed >= 5
