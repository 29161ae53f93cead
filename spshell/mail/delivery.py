"""The worker that drains the outbox: claim, resolve the relay, deliver, settle.

Nothing here decides what an answer means (outcome.py) or when to try again (retry.py). What is decided
here is how far a verdict reaches. When a relay is down or its settings are wrong, the other messages for
it are not thrown at it one by one: they are settled with the same verdict, within one run.

A rejected login reaches further, because every attempt brings the account nearer to being locked: until
the settings change (Relay.revision), or somebody resumes the mail, it is not tried again in any run.
Held mail goes on by itself when the settings it was held for have changed, or when another message shows
that the relay is well again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from spshell.mail.outbox import Claim, Clock, Outbox
    from spshell.mail.relay import Relay
    from spshell.mail.transport import Transport

    RelayFor = Callable[[str], Relay]


_NO_SETTINGS = "no settings"
_RELAY_PHASES = frozenset(phase.value for phase in SETTING_PHASES)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one run made of one recipient."""

    mail: UUID
    recipient: str
    verdict: Verdict


@dataclass(slots=True)
class DeliveryReport:
    """What a run did, recipient by recipient; the counts are of recipients."""

    deliveries: list[Delivered] = field(default_factory=list)

    @property
    def sent(self) -> int:
        return self._count(Status.SENT)

    @property
    def deferred(self) -> int:
        return self._count(Status.DEFERRED)

    @property
    def held(self) -> int:
        return self._count(Status.HELD)

    @property
    def bounced(self) -> int:
        return self._count(Status.BOUNCED)

    def _count(self, status: Status) -> int:
        return sum(delivery.verdict.status is status for delivery in self.deliveries)


async def drain(
    outbox: Outbox, relay_for: RelayFor, transport: Transport, clock: Clock, *, limit: int | None = None
) -> DeliveryReport:
    """Deliver every message that is due now (or so many), each once, and report.

    `relay_for` turns a message's relay key into the effective relay, or raises RelayUnavailable; it is
    asked once for each key.
    """
    run = _Run(outbox, relay_for, transport, clock)
    run.review_held()
    report = DeliveryReport()
    while limit is None or limit > 0:
        claim = outbox.claim(clock)
        if claim is None:
            break
        outcome = await run.deliver(claim)
        report.deliveries += [
            Delivered(claim.mail, recipient, verdict) for recipient, verdict in outcome.verdicts.items()
        ]
        limit = None if limit is None else limit - 1
    return report


@dataclass(slots=True)
class _Run:
    """What one run has learned about its relays."""

    outbox: Outbox
    relay_for: RelayFor
    transport: Transport
    clock: Clock
    relays: dict[str, Relay | RelayUnavailable] = field(default_factory=dict)
    unusable: dict[str, Verdict] = field(default_factory=dict)

    def review_held(self) -> None:
        """Release what was held for settings that have changed, and remember a rejected login."""
        for held in self.outbox.held():
            relay = self._relay(held.relay_key)
            if isinstance(relay, RelayUnavailable):
                continue
            if held.revision and held.revision != (relay.revision or held.revision):
                self.outbox.release(held, self.clock)
            elif held.revision and held.phase == Phase.AUTH.value and held.code:
                verdict = Verdict(Nature.CONFIGURATION, Scope.RELAY, Phase.AUTH, held.reason, held.code)
                self.unusable[held.relay_key] = verdict

    async def deliver(self, claim: Claim) -> Outcome:
        key, recipients = claim.relay_key, claim.envelope.recipients
        relay = self._relay(key)
        if isinstance(relay, RelayUnavailable):
            outcome = for_all(recipients, misconfigured(Phase.SETTINGS, relay.reason))
            self.outbox.settle(claim, outcome, self.clock, revision=_NO_SETTINGS)
            return outcome
        if key in self.unusable:
            outcome = for_all(recipients, self.unusable[key])
        else:
            outcome = await self.transport.deliver(claim.content, claim.envelope, relay)
        if outcome.relay_verdict is not None:
            self.unusable[key] = outcome.relay_verdict
        self.outbox.settle(claim, outcome, self.clock, revision=relay.revision)
        if any(verdict.status is Status.SENT for verdict in outcome.verdicts.values()):
            self._release_for_health(key)
        return outcome

    def _release_for_health(self, key: str) -> None:
        for held in self.outbox.held():
            if held.relay_key == key and held.phase in _RELAY_PHASES:
                self.outbox.release(held, self.clock)

    def _relay(self, key: str) -> Relay | RelayUnavailable:
        if key not in self.relays:
            try:
                self.relays[key] = self.relay_for(key)
            except RelayUnavailable as error:
                self.relays[key] = error
        return self.relays[key]
