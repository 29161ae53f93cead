"""Kill a busy mail service again and again, and count afterwards: python -m tests.peers.crash_load 2000

The service takes messages and delivers them over real connections. Each life ends by SIGKILL at a random moment; the
next one finds the same outbox. The clock of each life is ahead of the one before, so that leases of the dead are over.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from spshell.mail.lab import LabRelay
from tests.peers.forked import Stage

SLOTS = 3

_SERVICE = """
import asyncio, os, sys
from datetime import UTC, datetime, timedelta
from spshell.mail import Envelope, MailWorker, Outbox, Relay, TlsPolicy
from spshell.mail.smtp import SmtpTransport
from tests.mail.messages import message

class Ahead:
    def __init__(self, minutes):
        self.minutes = minutes
    def now(self):
        return datetime.now(UTC) + timedelta(minutes=self.minutes)

def act(argument):
    path, acknowledged, port, life, feeds = argument
    clock = Ahead(2 * life)
    out = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def feed(outbox):
        while True:
            mail = message(id=os.urandom(8).hex())
            outbox.enqueue(mail, Envelope("f@b.test", ("a@b.test",)), "k", clock)
            os.write(out, (mail.id + "\\n").encode())
            await asyncio.sleep(0.005)

    async def serve():
        relay = Relay("127.0.0.1", port, TlsPolicy.NEVER, connections=3, revision="1")
        with Outbox(path) as outbox, Outbox(path) as entry:
            async with SmtpTransport() as transport:
                worker = MailWorker(outbox, lambda key: relay, transport, clock, slots=3)
                if not feeds:
                    while (await worker.drain()):
                        pass
                    return
                await asyncio.gather(feed(entry), worker.run(asyncio.Event(), pause=0.01))

    asyncio.run(serve())
"""


@dataclass(frozen=True)
class Count:
    kills: int
    acknowledged: int
    lost: int
    duplicates: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.kills} kills in {self.seconds:.0f} s: {self.acknowledged} messages acknowledged, {self.lost} lost,"
            f" {self.duplicates} delivered twice"
        )


def run(kills: int, folder: Path, seed: int = 0) -> Count:
    """So many lives; then everything is delivered and counted."""
    rng, begun = random.Random(seed), time.monotonic()
    path, acknowledged = folder / "farm.outbox.db", folder / "acknowledged"
    with LabRelay(starttls=False) as relay, Stage(_SERVICE) as stage:
        for life in range(kills):
            child = stage.fork([str(path), str(acknowledged), relay.port, life, True])
            child.start()
            time.sleep(rng.uniform(0.0, 0.15))
            assert child.kill() == -9, stage.said()
        last = stage.fork([str(path), str(acknowledged), relay.port, kills + 1, False])
        assert last.go() == 0, stage.said()
        ids = [str(received.field("Message-ID")).strip("<>").split("@")[0] for received in relay.messages]
    written = acknowledged.read_text(encoding="ascii").split() if acknowledged.exists() else []
    counted = Counter(ids)
    twice = sum(number - 1 for number in counted.values())
    return Count(kills, len(written), len(set(written) - set(counted)), twice, time.monotonic() - begun)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as place:
        print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, Path(place)))
