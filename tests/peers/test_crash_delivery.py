"""kill -9 at every single system call of an enqueue and of a delivery over a real connection; disks that fail."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from spshell.mail import Envelope, MailState, Outbox
from spshell.mail.lab import LabRelay
from spshell.timer import ManualClock, SystemClock
from tests.mail.messages import message
from tests.peers import crash_load, crash_points
from tests.peers.forked import Stage, calls_of
from tests.peers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.peer


ENVELOPE = Envelope("f@b.test", ("a@b.test",))


class Strace:
    def start(self) -> None: ...

    def stop(self) -> None: ...


@pytest.fixture(scope="module", autouse=True)
def strace() -> Iterator[None]:
    with running(crash_points.install, Strace):
        if not crash_points.is_allowed():
            pytest.skip("tracing is forbidden here")
        yield


_ENQUEUE = """
import os
from spshell.mail import Envelope, Outbox
from spshell.timer import SystemClock
from tests.mail.messages import message
import spshell.mail.mime, spshell.mail.parse_back, sqlite3
message().content()

def act(argument):
    path, acknowledged = argument
    with Outbox(path) as outbox:
        outbox.enqueue(message(), Envelope("f@b.test", ("a@b.test", "c@d.test")), "k", SystemClock())
        os.close(os.open(acknowledged, os.O_CREAT))
"""


def test_an_enqueue_killed_at_any_call_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "farm.outbox.db", tmp_path / "acknowledged"
    with Outbox(path) as outbox:
        outbox.mail()
    kills = kept = 0
    with Stage(_ENQUEUE) as stage:
        every = list(calls_of(stage.fork([str(path), str(acknowledged)]), tmp_path))
        for call, number in every:
            with Outbox(path) as outbox:
                for row in outbox.mail()[:1]:
                    outbox.remove(row.id)
            acknowledged.unlink(missing_ok=True)
            child = stage.fork([str(path), str(acknowledged)])
            with child.traced(f"inject={call}:signal=KILL:when={number}"):
                kills += child.go() == -9
            with Outbox(path) as outbox:
                rows = outbox.mail()
                assert len(rows) in (0, 2), (call, number)
                if rows:
                    kept += 1
                    assert outbox.content(rows[0].id) == message().content()
                assert rows or not acknowledged.exists(), (call, number)
    assert kills > 0.9 * len(every) > 60
    assert 0 < kept < kills


_DELIVER = """
import asyncio
from datetime import UTC, datetime, timedelta
from spshell.mail import MailWorker, Outbox, Relay, TlsPolicy
from spshell.mail.smtp import SmtpTransport
from spshell.timer import SystemClock

def act(argument):
    path, port = argument
    relay = Relay("127.0.0.1", port, TlsPolicy.NEVER, revision="1")

    async def run():
        with Outbox(path) as outbox:
            async with SmtpTransport() as transport:
                await MailWorker(outbox, lambda key: relay, transport, SystemClock(), slots=1).drain()

    asyncio.run(run())
"""


def test_a_delivery_killed_at_any_call_loses_nothing_and_repeats_only_what_was_taken(tmp_path: Path) -> None:
    path, clock = tmp_path / "farm.outbox.db", SystemClock()
    kills = twice = 0
    with Stage(_DELIVER) as stage, LabRelay(starttls=False) as relay, Outbox(path) as outbox:
        outbox.enqueue(message(), ENVELOPE, "k", clock)
        every = list(calls_of(stage.fork([str(path), relay.port]), tmp_path))
        for call, number in every:
            for row in outbox.mail():
                outbox.remove(row.id)
            relay.messages.clear()
            outbox.enqueue(message(), ENVELOPE, "k", clock)
            child = stage.fork([str(path), relay.port])
            with child.traced(f"inject={call}:signal=KILL:when={number}"):
                kills += child.go() == -9
            taken = len(relay.messages)
            (row,) = outbox.mail()
            if row.state is MailState.SENT:
                assert taken == 1, (call, number)
            else:
                assert taken in (0, 1), (call, number)
                later = ManualClock(datetime.now(UTC) + timedelta(minutes=5))
                assert outbox.claim(later) is not None, "its lease is over"
                twice += taken
            assert {received.field("Message-ID") for received in relay.messages} <= {message().message_id}
    # Polling is not the same each time; nearly every call comes again.
    assert kills > 0.8 * len(every) > 100
    # Twice: only where the kill fell between the relay's 250 and our commit.
    assert 0 < twice < kills / 3


@pytest.mark.parametrize(
    "fault", ["fsync,fdatasync:error=EIO", "pwrite64:error=ENOSPC", "pwrite64:error=EIO", "openat:error=EMFILE"]
)
def test_a_disk_that_fails_is_an_error_and_leaves_nothing_half_written(tmp_path: Path, fault: str) -> None:
    path, acknowledged = tmp_path / "farm.outbox.db", tmp_path / "acknowledged"
    with Outbox(path) as outbox:
        outbox.mail()
    with Stage(_ENQUEUE) as stage:
        child = stage.fork([str(path), str(acknowledged)])
        with child.traced(f"inject={fault}"):
            assert child.go() == 3
        assert any(error in stage.said() for error in ("OperationalError", "OutboxFileError", "OSError")), stage.said()
        assert not acknowledged.exists()
        with Outbox(path) as outbox:
            assert outbox.mail() == []
        # And it goes on by itself.
        assert stage.fork([str(path), str(acknowledged)]).go() == 0
    with Outbox(path) as outbox:
        assert len(outbox.mail()) == 2


def test_a_full_disk_refuses_loudly_and_delivers_again_when_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root mounts a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False)
    if mounted.returncode != 0:
        pytest.skip("mounting is forbidden here")
    try:
        clock, kept = SystemClock(), 0
        with Outbox(disk / "farm.outbox.db") as outbox:
            with pytest.raises(sqlite3.OperationalError):
                while True:
                    outbox.enqueue(message(text="x" * 20_000), Envelope("f@b.test", ("a@b.test",)), "k", clock)
                    kept += 1
            assert kept == len(outbox.mail()) > 3
            subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
            outbox.enqueue(message(), Envelope("f@b.test", ("a@b.test",)), "k", clock)
            assert len(outbox.turn(clock, (), 500)) == kept + 1
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def test_a_service_killed_under_load_loses_nothing(tmp_path: Path) -> None:
    count = crash_load.run(60, tmp_path)
    assert count.lost == 0, count
    assert count.acknowledged > 30, count
    assert count.duplicates <= count.kills * crash_load.SLOTS, count
