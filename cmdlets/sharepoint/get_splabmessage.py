"""Get-SPLabMessage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPLabMessage(FarmCmdlet, verb="Get", noun="SPLabMessage"):
    """The messages that the lab relay received.

    PS> Get-Help Get-SPLabMessage
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.values.objects import PSCustomObject

        relay = self.session.services.get("lab relay")
        if relay is None:
            self.throw(
                errors.invalid("No lab relay runs here; start one with Start-SPLabRelay.", "NoLabRelay")
            )
        for message in relay.messages:
            yield PSCustomObject(
                {
                    "EnvelopeFrom": message.mail_from,
                    "EnvelopeTo": ", ".join(message.recipients),
                    "From": message.field("From"),
                    "Sender": message.field("Sender"),
                    "ReplyTo": message.field("Reply-To"),
                    "To": message.field("To"),
                    "Subject": message.field("Subject"),
                    "Charset": message.charset,
                    "Tls": message.tls,
                    "User": message.user,
                    "Text": message.text,
                },
                ["Spshell.LabMessage", "System.Management.Automation.PSCustomObject", "System.Object"],
            )
