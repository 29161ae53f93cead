"""The worker that drains the outbox: claim, resolve the relay, deliver, settle.

Nothing here decides what an answer means (outcome.py) or when to try again (retry.py). What is decided
here is how far a verdict reaches within one run: when a relay is down or its settings are wrong, the
other messages for it are not thrown at it one by one. They are settled with the same verdict, so one
wrong password is one failed login, however many messages wait.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.outcome import Outcome, Phase, Status, Verdict, for_all, misconfigured
from spshell.mail.relay import RelayUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from spshell.mail.outbox import Claim, Clock, Outbox
    from spshell.mail.relay import Relay
    from spshell.mail.transport import Transport

    RelayFor = Callable[[str], Relay]


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

    `relay_for` turns a message's relay key into the effective relay, or raises RelayUnavailable.
    """
    report = DeliveryReport()
    unusable: dict[str, Verdict] = {}
    while limit is None or limit > 0:
        claim = outbox.claim(clock)
        if claim is None:
            break
        known = unusable.get(claim.relay_key)
        if known is None:
            outcome = await _attempt(claim, relay_for, transport)
            if outcome.relay_verdict is not None:
                unusable[claim.relay_key] = outcome.relay_verdict
        else:
            outcome = for_all(claim.envelope.recipients, known)
        outbox.settle(claim, outcome, clock)
        report.deliveries += [
            Delivered(claim.mail, recipient, verdict) for recipient, verdict in outcome.verdicts.items()
        ]
        limit = None if limit is None else limit - 1
    return report


async def _attempt(claim: Claim, relay_for: RelayFor, transport: Transport) -> Outcome:
    try:
        relay = relay_for(claim.relay_key)
    except RelayUnavailable as error:
        return for_all(claim.envelope.recipients, misconfigured(Phase.SETTINGS, error.reason))
    return await transport.deliver(claim.content, claim.envelope, relay)
