"""Draining the outbox: what is due goes to the relay, and what became of it is told."""

from __future__ import annotations

from spshell.farm.outgoing import deliver_due

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm
    from spshell.mail import DeliveryReport, Outbox


class JobReport:
    """What a run queued and what became of the mail that was due."""

    def __init__(self, delivered: DeliveryReport, waiting: list[str]) -> None:
        self.queued = 0
        self.delivered = delivered
        self.waiting = waiting

    def lines(self) -> list[str]:
        """A sentence for -Verbose."""
        report = self.delivered
        counts = f"{report.deferred} deferred, {report.held} held, {report.bounced} bounced"
        return [f"{self.queued} queued, {report.sent} sent, {counts}."]

    def problems(self) -> list[str]:
        """Why mail is still waiting, a sentence a reason."""
        return [f"Mail is waiting: {reason}" for reason in self.waiting]


def deliver(farm: SPFarm, outbox: Outbox) -> JobReport:
    """Deliver everything that is due now."""
    from spshell.mail import MailState

    report = deliver_due(farm, outbox)
    reasons: dict[str, None] = {}
    for mail in outbox.mail():
        if mail.state is not MailState.SENT and mail.reason:
            reasons.setdefault(mail.reason)
    return JobReport(report, list(reasons))
