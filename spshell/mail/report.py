"""What a run of the worker did: counts of recipients, and the first of them by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.outcome import Status, Verdict

if TYPE_CHECKING:
    from uuid import UUID

    from spshell.mail.outcome import Outcome

_NAMED = 1000  # a report must not grow with the queue


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one run made of one recipient."""

    mail: UUID
    recipient: str
    verdict: Verdict


@dataclass(slots=True)
class DeliveryReport:
    """What a run did; the counts are of recipients. Messages put off or held together are only counted."""

    deliveries: list[Delivered] = field(default_factory=list)
    """Those that were tried one by one, the first thousand."""
    counts: dict[Status, int] = field(default_factory=dict)

    @property
    def sent(self) -> int:
        return self.counts.get(Status.SENT, 0)

    @property
    def deferred(self) -> int:
        return self.counts.get(Status.DEFERRED, 0)

    @property
    def held(self) -> int:
        return self.counts.get(Status.HELD, 0)

    @property
    def bounced(self) -> int:
        return self.counts.get(Status.BOUNCED, 0)

    def __bool__(self) -> bool:
        return any(self.counts.values())

    def add(self, mail: UUID, outcome: Outcome) -> None:
        for recipient, verdict in outcome.verdicts.items():
            self.count(verdict, 1)
            if len(self.deliveries) < _NAMED:
                self.deliveries.append(Delivered(mail, recipient, verdict))

    def count(self, verdict: Verdict, number: int) -> None:
        self.counts[verdict.status] = self.counts.get(verdict.status, 0) + number
