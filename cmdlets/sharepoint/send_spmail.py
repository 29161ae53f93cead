"""Send-SPMail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class SendSPMail(FarmCmdlet, verb="Send", noun="SPMail", should_process=True):
    """Send a message with the outgoing mail settings of a web application, or of the farm.

    The message is in the outbox before anything is sent, so it is not lost; then it is delivered at once, unless
    -NoWait. What comes out is its place in the outbox, as Get-SPOutboundMail shows it.

        PS> Get-Help Send-SPMail -Parameter To
    """

    to: Any = parameter(
        "string[]", position=0, mandatory=True, help="The recipients: addresses, or Name <address>."
    )
    subject: Any = parameter("string", position=1, mandatory=True, help="The subject.")
    body: Any = parameter("string", position=2, from_pipeline=True, default="", help="The text.")
    web_application: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind",
        help="Whose settings to use; the farm's when none is given.",
    )
    cc: Any = parameter("string[]", help="More recipients, shown as copies.")
    body_as_html: Any = parameter("switch", help="The body is HTML; the plain text is made of it.")
    no_wait: Any = parameter("switch", help="Only put it into the outbox.")

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.outbound_mail import outbound_mail
        from spshell.farm.outgoing import deliver_due, open_outbox, post
        from spshell.farm.web_application import find_application
        from spshell.mail import AddressError

        farm = self.farm
        farm.authorize_configure("sending mail")
        identity = self.given("WebApplication")
        application = farm.central_administration() if identity is None else find_application(farm, identity)
        if application is None:
            self.throw(errors.not_found("web application", str(identity or "Central Administration")))
        recipients = list(map(str, self.to))
        if not self.should_process(", ".join(recipients), "Send-SPMail"):
            return
        body = str(self.body or "")
        with open_outbox(farm) as outbox:
            try:
                ident = post(
                    application,
                    recipients,
                    str(self.subject),
                    body,
                    outbox=outbox,
                    cc=list(map(str, self.cc or ())),
                    html=bool(self.body_as_html),
                )
            except AddressError as error:
                raise errors.invalid(
                    f"{error.address!r}: {error.reason}.", "InvalidAddress", target=error.address
                ) from None
            if not self.no_wait:
                deliver_due(farm, outbox)
            found = [item for item in outbound_mail(farm, outbox) if item.mail.id == ident]
        for item in found:
            if item.mail.state.value not in ("sent", "queued"):
                self.write_warning(f"{item.mail.recipient}: {item.mail.state.value}, {item.mail.reason}")
            yield item
