"""Remove-SPOutboundMail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.outbox_cmdlet import OutboxCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPOutboundMail(
    OutboxCmdlet, verb="Remove", noun="SPOutboundMail", should_process=True, impact="High"
):
    """Take a message out of the outbox for all its recipients, whatever its state; it is never sent then.

    PS> Get-Help Remove-SPOutboundMail -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.outgoing import open_outbox

        farm = self.farm
        farm.authorize_configure("removing mail from the outbox")
        with open_outbox(farm) as outbox:
            ident = self.message_id(outbox)
            if ident is not None and self.should_process(str(ident), "Remove-SPOutboundMail"):
                outbox.remove(ident)
        return None
