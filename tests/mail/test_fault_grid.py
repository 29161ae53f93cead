"""Every phase of a session by everything that can go wrong in it.

For each cell: the verdict, the deadline, the worker free again, and the message neither lost nor, once the relay is
mended, delivered more often than once.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from spshell.mail import Credential, Envelope, MailState, MailWorker, Outbox, Relay
from spshell.mail.lab import Authority
from spshell.mail.outcome import SETTING_PHASES, Phase
from spshell.mail.smtp import Limits, SmtpTransport
from spshell.timer import ManualClock
from tests.mail.faulty_relay import Fault, FaultyRelay
from tests.mail.messages import message

if TYPE_CHECKING:
    from pathlib import Path

DEADLINE = 1.5
GOODBYE = 0.3
ENVELOPE = Envelope("farm@contoso.test", ("a@b.test",))
_WAITS = (Fault.STALL, Fault.DRIP)

PHASES = (
    Phase.CONNECT, Phase.BANNER, Phase.EHLO, Phase.STARTTLS, Phase.TLS, Phase.AUTH, Phase.MAIL, Phase.RCPT, Phase.DATA,
    Phase.DOT, Phase.RSET, Phase.QUIT,
)  # fmt: skip
# A connection that is made says nothing before the banner, and a handshake speaks no SMTP.
_ONLY = {Phase.CONNECT: (Fault.STALL, Fault.CLOSE), Phase.TLS: (Fault.STALL, Fault.CLOSE, Fault.GARBAGE)}
CELLS = [(phase, fault) for phase in PHASES for fault in Fault if fault in _ONLY.get(phase, Fault)]


def expected(phase: Phase, fault: Fault) -> MailState:
    """The rules in words: outcome.py has the table."""
    if phase is Phase.QUIT:
        return MailState.SENT  # the relay has taken the message; what it says to QUIT is nobody's business
    if phase is Phase.RSET:
        # An old session that fails before MAIL is replaced by a fresh one; only the time is gone that a stall takes.
        return MailState.DEFERRED if fault in _WAITS else MailState.SENT
    if phase is Phase.TLS and fault is Fault.GARBAGE:
        return MailState.HELD  # no TLS behind STARTTLS
    if fault is Fault.NO:
        return MailState.HELD if phase in SETTING_PHASES else MailState.BOUNCED
    return MailState.DEFERRED


@dataclass
class Seen:
    """What one cell looked like."""

    state: MailState
    phase: str | None
    reason: str | None
    seconds: float
    received: int
    after: MailState
    received_after: int


async def cell(path: Path, authority: Authority, phase: Phase, fault: Fault) -> Seen:
    server = FaultyRelay(authority, phase, fault)
    await server.start()
    clock = ManualClock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    relay = Relay(
        "127.0.0.1",
        server.port,
        credentials=lambda: Credential("farm", "canary-password"),
        trust_roots=(authority.certificate,),
        system_trust=False,
        deadline=DEADLINE,
        connections=1,
    )
    with Outbox(path) as outbox:
        async with SmtpTransport(Limits(goodbye=GOODBYE)) as transport:
            worker = MailWorker(outbox, lambda key: relay, transport, clock)
            if phase is Phase.RSET:
                server.refuse_next_sender = True
                first = outbox.enqueue(message(), ENVELOPE, "k", clock)
                await worker.drain()
                outbox.remove(first)
            mail = outbox.enqueue(message(), ENVELOPE, "k", clock)
            begun = time.monotonic()
            await worker.drain()
        seconds = time.monotonic() - begun
        (row,) = outbox.mail()
        received = len(server.received)
        await server.mend()
        clock.advance(timedelta(hours=2))
        outbox.resume(clock, [mail])
        async with SmtpTransport() as transport:
            await MailWorker(outbox, lambda key: relay, transport, clock).drain()
        (after,) = outbox.mail()
    await server.stop()
    return Seen(row.state, row.phase, row.reason, seconds, received, after.state, len(server.received))


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Phase, Fault], Seen]:
    """All cells, some at a time; those that wait for the deadline together."""
    folder, authority = tmp_path_factory.mktemp("grid"), Authority()
    ordered = sorted(CELLS, key=lambda each: each[1] not in _WAITS)

    async def run() -> dict[tuple[Phase, Fault], Seen]:
        seen: dict[tuple[Phase, Fault], Seen] = {}
        size = 11
        for start in range(0, len(ordered), size):
            some = ordered[start : start + size]
            cells = [
                cell(folder / f"{phase.name}-{fault.name}.db", authority, phase, fault) for phase, fault in some
            ]
            seen |= dict(zip(some, await asyncio.gather(*cells), strict=True))
        return seen

    return asyncio.run(run())


@pytest.mark.parametrize(("phase", "fault"), CELLS, ids=lambda value: value.value)
def test_a_fault_has_its_verdict_its_time_and_its_end(
    grid: dict[tuple[Phase, Fault], Seen], phase: Phase, fault: Fault
) -> None:
    seen = grid[phase, fault]
    assert seen.state is expected(phase, fault), seen
    if phase not in (Phase.RSET, Phase.QUIT):
        assert seen.phase == phase.value, seen
    # Two sessions at most, each with its deadline and its goodbye.
    assert seen.seconds < DEADLINE + 2 * GOODBYE + 1, seen
    assert seen.received == (1 if seen.state is MailState.SENT else 0), seen
    assert seen.after is (MailState.BOUNCED if seen.state is MailState.BOUNCED else MailState.SENT), seen
    assert seen.received_after == (0 if seen.state is MailState.BOUNCED else 1), seen
    assert seen.reason, seen


def test_the_grid_is_whole() -> None:
    assert len(CELLS) == 10 * len(Fault) + 2 + 3
