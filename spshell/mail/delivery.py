"""One run over an outbox, for callers that have no worker standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.report import Delivered, DeliveryReport
from spshell.mail.worker import MailWorker

if TYPE_CHECKING:
    from spshell.mail.outbox import Outbox
    from spshell.mail.outbox_records import Clock
    from spshell.mail.transport import Transport
    from spshell.mail.worker import RelayFor

__all__ = ["Delivered", "DeliveryReport", "drain"]


async def drain(
    outbox: Outbox, relay_for: RelayFor, transport: Transport, clock: Clock, *, limit: int | None = None
) -> DeliveryReport:
    """Deliver every message that is due now (or so many), each once, and report."""
    return await MailWorker(outbox, relay_for, transport, clock).drain(limit)
