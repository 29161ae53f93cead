"""Start-SPMailDelivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartSPMailDelivery(FarmCmdlet, verb="Start", noun="SPMailDelivery", should_process=True):
    """Deliver the mail that is due, once, and say what became of it; `spshell -MailService` does it all the time.

    PS> Get-Help Start-SPMailDelivery
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.outgoing import open_outbox
        from spshell.jobs.delivery import deliver
        from spshell.values.objects import PSCustomObject

        farm = self.farm
        farm.authorize_configure("delivering mail")
        if not self.should_process(farm.context.server, "Start-SPMailDelivery"):
            return
        with open_outbox(farm) as outbox:
            report = deliver(farm, outbox)
        for reason in report.problems():
            self.write_warning(reason)
        done = report.delivered
        yield PSCustomObject(
            {"Sent": done.sent, "Deferred": done.deferred, "Held": done.held, "Bounced": done.bounced},
            ["Spshell.MailDelivery", "System.Management.Automation.PSCustomObject", "System.Object"],
        )
