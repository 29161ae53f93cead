"""Suspend-SPOutboundMail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.outbox_cmdlet import OutboxCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SuspendSPOutboundMail(OutboxCmdlet, verb="Suspend", noun="SPOutboundMail", should_process=True):
    """Keep waiting mail back until Resume-SPOutboundMail.

    PS> Get-Help Suspend-SPOutboundMail -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.outgoing import open_outbox

        farm = self.farm
        farm.authorize_configure("changing what the outbox does")
        with open_outbox(farm) as outbox:
            ident = self.message_id(outbox)
            if ident is not None and self.should_process(str(ident), "Suspend-SPOutboundMail"):
                outbox.hold(farm.context.clock, [ident])
        return None
