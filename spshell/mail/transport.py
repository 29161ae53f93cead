"""The boundary to the world: one method that tries to deliver one message, and its in-memory twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from spshell.mail.outcome import Outcome, accepted

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.mail.envelope import Envelope
    from spshell.mail.relay import Relay


class Transport(Protocol):
    """Delivers, and reports; what a report means for the queue is decided elsewhere."""

    async def deliver(self, message: bytes, envelope: Envelope, relay: Relay) -> Outcome:
        """Try once, and say for every recipient what became of it.

        Raises nothing that a relay, a network or a certificate can cause: that is the outcome.
        """


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the recording transport was asked to deliver."""

    message: bytes
    envelope: Envelope
    relay: Relay


class RecordingTransport:
    """The twin: accepts everything and keeps it, or answers what the test's `answer` says."""

    def __init__(self, answer: Callable[[Delivery], Outcome] | None = None) -> None:
        self.deliveries: list[Delivery] = []
        self._answer = answer

    async def deliver(self, message: bytes, envelope: Envelope, relay: Relay) -> Outcome:
        delivery = Delivery(message, envelope, relay)
        self.deliveries.append(delivery)
        if self._answer is not None:
            return self._answer(delivery)
        return accepted(envelope.recipients, "250 2.0.0 recorded")
