"""The worker that empties the outbox: claim, resolve the relay, deliver, settle; once, or for ever.

Nothing here decides what an answer means (outcome.py) or when to try again (retry.py). What is decided here is how far
a verdict reaches, and how many messages are under way.

- A relay that has not shown yet that it is well gets one message, and the others for it wait for what becomes of that
  one. So a wrong password is one attempt, and a relay that is down is asked once a time, however long the queue is.
- When that message fails, everything due for the relay is put off (temporary) or held (settings) together: a circuit
  breaker, whose memory is the outbox itself, so that several services on one outbox heed it.
- A rejected login is not tried again in any run until the settings change (Relay.revision) or somebody resumes the mail.
- Held mail goes on by itself when the settings it was held for have changed, and, with what was put off, when a message
  shows that the relay is well again.

Slots that wait at the same time share one commit: each turn settles what is done and claims what is next.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spshell.mail.outbox import LEASE
from spshell.mail.outbox_records import Settlement
from spshell.mail.outcome import (
    SETTING_PHASES,
    Nature,
    Outcome,
    Phase,
    Scope,
    Status,
    Verdict,
    for_all,
    misconfigured,
)
from spshell.mail.relay import RelayUnavailable
from spshell.mail.report import DeliveryReport
from spshell.mail.retry import next_attempt

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.mail.outbox import Outbox
    from spshell.mail.outbox_records import Claim, Clock
    from spshell.mail.relay import Relay
    from spshell.mail.transport import Transport

    RelayFor = Callable[[str], Relay]

_log = logging.getLogger("spshell.mail")

SLOTS = 12
_PRUNE = 3600.0
_NO_SETTINGS = "no settings"
_RELAY_PHASES = frozenset(phase.value for phase in SETTING_PHASES)


class MailWorker:
    """Delivers what is due in an outbox; any number of workers, in any number of processes, may share one.

    `relay_for` turns a message's relay key into the effective relay, or raises RelayUnavailable; it is asked once a run
    for each key. `slots` is how many messages may be under way at once; how many go to one relay at once is the
    relay's own number.
    """

    def __init__(
        self, outbox: Outbox, relay_for: RelayFor, transport: Transport, clock: Clock, *, slots: int = SLOTS
    ) -> None:
        self._outbox = outbox
        self._relay_for = relay_for
        self._transport = transport
        self._clock = clock
        self._slots = slots
        self._standings: dict[str, _Standing] = {}
        self._pruned: float | None = None

    async def drain(self, limit: int | None = None) -> DeliveryReport:
        """Deliver every message that is due (or so many), each once, and report."""
        report = DeliveryReport()
        for standing in self._standings.values():
            standing.is_resolved = False
        self._outbox.mend_clock(self._clock)
        self._review_held()
        desk = _Desk(self._outbox, self._clock, limit)
        heart = asyncio.ensure_future(desk.beat())
        slots = [
            asyncio.ensure_future(self._slot(desk, report))
            for _ in range(min(self._slots, limit or self._slots))
        ]
        try:
            await asyncio.gather(*slots)
        finally:
            for task in (heart, *slots):
                task.cancel()
            await asyncio.gather(heart, *slots, return_exceptions=True)
        return report

    async def run(
        self, stop: asyncio.Event, *, pause: float = 1.0, told: Callable[[DeliveryReport], None] | None = None
    ) -> None:
        """Deliver what becomes due, until `stop` is set; what is under way then is finished first.

        `told` gets a report of each run that did something. A full disk or a broken disk is waited for.
        """
        while not stop.is_set():
            wait = pause
            try:
                report = await self.drain()
                if told is not None and report:
                    told(report)
                self.prune()
            except sqlite3.OperationalError as error:
                # Nothing was lost: what was not committed is sent again, under its own Message-ID.
                _log.error("the outbox cannot be written: %s", error)
                wait = max(pause, 5.0)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)

    def prune(self) -> None:
        """Forget what has been done for long; looks once an hour, however often it is called."""
        now = time.monotonic()
        if self._pruned is None or now - self._pruned >= _PRUNE:
            self._pruned = now
            self._outbox.prune(self._clock)

    def _review_held(self) -> None:
        """Release what was held for settings that have changed, and remember a rejected login."""
        for standing in self._standings.values():
            standing.rejected = None
        for held in self._outbox.held():
            standing = self._standing(held.relay_key)
            relay = standing.relay
            if isinstance(relay, RelayUnavailable):
                continue
            if held.revision and held.revision != (relay.revision or held.revision):
                self._outbox.release(held, self._clock)
            elif held.revision and held.phase == Phase.AUTH.value and held.code:
                standing.rejected = Verdict(
                    Nature.CONFIGURATION, Scope.RELAY, Phase.AUTH, held.reason, held.code
                )

    async def _slot(self, desk: _Desk, report: DeliveryReport) -> None:
        done: Settlement | None = None
        while (claim := await desk.next(done)) is not None:
            done = await self._deliver(claim, report)
            report.add(claim.mail, done.outcome)

    async def _deliver(self, claim: Claim, report: DeliveryReport) -> Settlement:
        standing = self._standing(claim.relay_key)
        async with standing.probe:
            if not standing.is_proven:
                return await self._tried(claim, standing, report)
        return await self._tried(claim, standing, report)

    async def _tried(self, claim: Claim, standing: _Standing, report: DeliveryReport) -> Settlement:
        recipients, relay = claim.envelope.recipients, standing.relay
        if isinstance(relay, RelayUnavailable):
            none = misconfigured(Phase.SETTINGS, relay.reason, "no-settings")
            report.count(none, self._outbox.hold_for(claim.relay_key, none, _NO_SETTINGS, self._clock))
            return Settlement(claim, for_all(recipients, none), _NO_SETTINGS)
        known = standing.rejected or standing.failed
        if known is not None:
            return Settlement(claim, for_all(recipients, known), relay.revision)
        successes = standing.successes
        outcome = await self._transport.deliver(claim.content, claim.envelope, relay)
        verdict = outcome.relay_verdict
        if verdict is None:
            self._is_well(claim.relay_key, standing, outcome)
        elif standing.successes == successes:
            self._is_ill(claim.relay_key, standing, verdict, report)
        # Else another session got through meanwhile: the failure is this session's own (432, one busy server of several).
        return Settlement(claim, outcome, relay.revision)

    def _is_well(self, key: str, standing: _Standing, outcome: Outcome) -> None:
        standing.successes += 1
        if not any(verdict.status is Status.SENT for verdict in outcome.verdicts.values()):
            return
        standing.failures = 0
        if standing.is_proven:
            return
        standing.is_proven = True
        self._outbox.hasten(key, self._clock)
        for held in self._outbox.held():
            if held.relay_key == key and held.phase in _RELAY_PHASES:
                self._outbox.release(held, self._clock)

    def _is_ill(self, key: str, standing: _Standing, verdict: Verdict, report: DeliveryReport) -> None:
        relay = standing.relay
        assert not isinstance(relay, RelayUnavailable)
        standing.is_proven = False
        standing.failed = verdict  # for the rest of this run
        standing.failures += 1
        if verdict.nature is Nature.CONFIGURATION:
            moved = self._outbox.hold_for(key, verdict, relay.revision, self._clock)
        else:
            until = next_attempt(standing.failures, self._clock.now())
            moved = self._outbox.postpone(key, verdict, until, self._clock)
        report.count(verdict, moved)

    def _standing(self, key: str) -> _Standing:
        standing = self._standings.get(key)
        if standing is None:
            standing = self._standings[key] = _Standing()
        if not standing.is_resolved:
            standing.resolve(self._found(key))
        return standing

    def _found(self, key: str) -> Relay | RelayUnavailable:
        try:
            return self._relay_for(key)
        except RelayUnavailable as error:
            return error


@dataclass(slots=True)
class _Standing:
    """What is known about the relay of one key."""

    relay: Relay | RelayUnavailable = field(default_factory=lambda: RelayUnavailable("not resolved"))
    is_resolved: bool = False
    """In this run."""
    is_proven: bool = False
    """It took a message, and nothing has gone wrong since."""
    failed: Verdict | None = None
    """In this run."""
    rejected: Verdict | None = None
    """A login with just these settings, in an earlier run."""
    failures: int = 0
    successes: int = 0
    probe: asyncio.Lock = field(default_factory=asyncio.Lock)

    def resolve(self, found: Relay | RelayUnavailable) -> None:
        """Take the settings for this run; the same relay object while they are the same, so that sessions go on."""
        self.is_resolved = True
        self.failed = None
        if not _are_same(self.relay, found):
            self.is_proven = False
            self.relay = found


def _are_same(known: Relay | RelayUnavailable, found: Relay | RelayUnavailable) -> bool:
    if isinstance(found, RelayUnavailable) or isinstance(known, RelayUnavailable) or not found.revision:
        return False
    return replace(found, credentials=None) == replace(known, credentials=None)


class _Desk:
    """Where slots hand in what they have done and take what is next: all that wait at once share one commit."""

    def __init__(self, outbox: Outbox, clock: Clock, limit: int | None) -> None:
        self._outbox = outbox
        self._clock = clock
        self._left = limit
        self._waiting: list[tuple[Settlement | None, asyncio.Future[Claim | None]]] = []
        self._under_way: dict[str, Claim] = {}

    async def next(self, done: Settlement | None) -> Claim | None:
        """Settle what is done, durably, and claim the next message; None when nothing is due."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Claim | None] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._turn)
        self._waiting.append((done, future))
        return await future

    async def beat(self) -> None:
        """Renew the leases of what is under way, while this process lives."""
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 4)
            with suppress(sqlite3.OperationalError):
                self._outbox.renew(list(self._under_way.values()), self._clock)

    def _turn(self) -> None:
        waiting, self._waiting = self._waiting, []
        done = [settlement for settlement, _ in waiting if settlement is not None]
        count = len(waiting) if self._left is None else min(len(waiting), self._left)
        try:
            claims = self._outbox.turn(self._clock, done, count)
        except sqlite3.Error as error:
            for _, future in waiting:
                if not future.done():
                    future.set_exception(error)
            return
        if self._left is not None:
            self._left -= len(claims)
        for settlement in done:
            self._under_way.pop(settlement.claim.ticket, None)
        for claim in claims:
            self._under_way[claim.ticket] = claim
        for number, (_, future) in enumerate(waiting):
            if not future.done():
                future.set_result(claims[number] if number < len(claims) else None)
