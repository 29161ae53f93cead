"""Killed at every single write, sync and rename: the farm file, and the outbox on both its ways."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from spshell.mail import Envelope, Outbox
from spshell.mail.outcome import accepted
from spshell.state import Record, open_store
from spshell.timer import SystemClock
from tests.mail.messages import message
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


ENVELOPE = Envelope("farm@b.test", ("a@b.test", "c@d.test"))

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


_OUTBOX = """
import sys
from tests.mail.messages import message
from spshell.mail import Envelope, Outbox
from spshell.mail.outcome import accepted
from spshell.timer import SystemClock
outbox, clock, mail = Outbox(sys.argv[1]), SystemClock(), message()
outbox.mail()
"""


def test_a_message_is_enqueued_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "farm.outbox.db"
    with Outbox(path) as outbox:
        outbox.mail()
    act = 'outbox.enqueue(mail, Envelope("f@b.test", ("a@b.test", "c@d.test")), "k", clock)\nprint("acknowledged")\n'
    killed = 0
    for call, number in crash_points.crashes(_OUTBOX, act, path):
        with Outbox(path) as outbox:
            rows = outbox.mail()
            assert len(rows) in (0, 2), (call, number)
            for row in rows[:1]:
                assert outbox.content(row.id) == message().content()
                outbox.remove(row.id)
        killed += bool(call)
    assert killed >= 5


def test_a_message_that_was_being_sent_is_sent_again_or_was_settled(tmp_path: Path) -> None:
    """Killed anywhere between the claim and the end of the settlement: never lost, never held by a ghost."""
    path = tmp_path / "farm.outbox.db"
    clock = SystemClock()
    with Outbox(path) as outbox:
        outbox.enqueue(message(), ENVELOPE, "k", clock)
    act = (
        "from datetime import timedelta\n"
        "claim = outbox.claim(clock, lease=timedelta(0))\n"
        'outbox.settle(claim, accepted(claim.envelope.recipients, "250 ok"), clock)\n'
    )
    killed = 0
    for call, number in crash_points.crashes(_OUTBOX, act, path):
        with Outbox(path) as outbox:
            states = {row.state.value for row in outbox.mail()}
            assert len(states) == 1, (call, number)
            if states != {"sent"}:
                claim = outbox.claim(clock)
                assert claim is not None, (call, number)
                assert claim.content == message().content()
                outbox.settle(claim, accepted(claim.envelope.recipients, "250 ok"), clock)
            for row in outbox.mail()[:1]:
                outbox.remove(row.id)
            outbox.enqueue(message(), ENVELOPE, "k", clock)
        killed += bool(call)
    assert killed >= 5
