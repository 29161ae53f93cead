"""What the cmdlets over the outbox share: which mail is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from uuid import UUID

    from spshell.mail import Outbox


class OutboxCmdlet(FarmCmdlet):
    """Base of the cmdlets that take mail by id, or the objects of Get-SPOutboundMail."""

    identity: Any = parameter(
        position=0,
        mandatory=True,
        from_pipeline=True,
        help="The id of a message, or an object of Get-SPOutboundMail.",
    )

    def message_id(self, outbox: Outbox) -> UUID | None:
        """The id of the message that is meant; None, with an error written, when there is none."""
        from uuid import UUID

        from spshell.farm import errors
        from spshell.farm.outbound_mail import OutboundMail
        from spshell.values.objects import unwrap
        from spshell.values.text import to_text

        given = unwrap(self.identity)
        try:
            ident = given.mail.id if isinstance(given, OutboundMail) else UUID(to_text(given))
            outbox.content(ident)
        except (ValueError, KeyError):
            self.write_error(errors.not_found("message", to_text(given)), target=given)
            return None
        return ident
