"""Get-SPOutboundMail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.attributes.validation import ValidateSet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATES = ("Queued", "Sending", "Sent", "Deferred", "Held", "Bounced", "Quarantined")


class GetSPOutboundMail(FarmCmdlet, verb="Get", noun="SPOutboundMail"):
    """Outgoing mail in the outbox: one object for each message and recipient, with its state and why.

    Queued waits for its turn, Deferred for another try, Held for somebody (a wrong setting, a suspended message).
    Sent was accepted by the relay, Bounced never will be, Quarantined did not read back as it was meant.

        PS> Get-Help Get-SPOutboundMail -Parameter State
    """

    identity: Any = parameter("guid", position=0, help="The id of a message.")
    state: Any = parameter("string[]", validate=[ValidateSet(*_STATES)], help="Only mail in these states.")
    web_application: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind",
        from_pipeline=True,
        help="Only mail of this web application.",
    )
    recipient: Any = parameter(
        "string", wildcards=True, help="Only mail for these recipients; * and ? may stand in it."
    )

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.outbound_mail import outbound_mail
        from spshell.farm.outgoing import open_outbox
        from spshell.farm.web_application import find_application
        from spshell.values.wildcard import wildcard_test

        farm = self.farm
        key = None
        if self.is_bound("WebApplication"):
            identity = self.given("WebApplication")
            application = find_application(farm, identity)
            if application is None:
                self.throw(errors.not_found("web application", str(identity)))
            key = str(application.record.id)
        states = {str(state).lower() for state in self.state or ()}
        wanted = str(self.identity).lower() if self.is_bound("Identity") else None
        fits = wildcard_test(str(self.recipient)) if self.is_bound("Recipient") else None
        found = False
        with open_outbox(farm) as outbox:
            for item in outbound_mail(farm, outbox):
                if (
                    (key is None or item.mail.relay_key == key)
                    and (not states or item.mail.state.value in states)
                    and (wanted is None or str(item.mail.id) == wanted)
                    and (fits is None or fits(item.mail.recipient))
                ):
                    found = True
                    yield item
        if wanted is not None and not found:
            self.write_error(errors.not_found("message", wanted), target=self.identity)
