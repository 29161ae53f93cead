"""Set-SPMailSettings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPMailSettings(FarmCmdlet, verb="Set", noun="SPMailSettings", should_process=True):
    """Change outgoing mail settings of the farm (default) or of a web application, touching only what is named.

    PS> Get-Help Set-SPMailSettings
    """

    web_application: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind",
        position=0,
        from_pipeline=True,
        help="A web application.",
    )
    server: Any = parameter("string", allow_null=True, help="The SMTP server; $null clears it.")
    port: Any = parameter("int", help="The port.")
    sender_address: Any = parameter("string", allow_null=True, help="The From address or name.")
    reply_to_address: Any = parameter("string", allow_null=True, help="The Reply-To address.")
    code_page: Any = parameter("int", help="The character set as a code page number.")
    enable_ssl: Any = parameter("bool", help="Whether TLS is required.")
    credential: Any = parameter("pscredential", allow_null=True, help="Credentials; $null is anonymous.")
    override_envelope_sender: Any = parameter("bool", help="Never send in a user's name.")

    def process(self) -> Iterator[object]:
        from cmdlets.sharepoint.mail_settings_object import settings_object
        from spshell.farm import errors
        from spshell.farm.mail_changes import MailChange, apply
        from spshell.farm.web_application import find_application

        identity = self.given("WebApplication")
        farm = self.farm
        application = farm.central_administration() if identity is None else find_application(farm, identity)
        if application is None:
            self.throw(errors.not_found("web application", str(identity or "Central Administration")))
        if not self.should_process(str(application.url), "Set-SPMailSettings"):
            return
        server = self.text("Server") if self.is_bound("Server") else application.body.get("mail_server")
        change = MailChange(server=server)
        change.port = int(self.port) if self.is_bound("Port") else None
        change.tls = bool(self.enable_ssl) if self.is_bound("EnableSsl") else None
        change.sender, change.has_sender = self.text("SenderAddress"), self.is_bound("SenderAddress")
        change.reply_to, change.has_reply_to = self.text("ReplyToAddress"), self.is_bound("ReplyToAddress")
        change.credentials, change.has_credentials = self.bound.get("Credential"), self.is_bound("Credential")
        if self.is_bound("CodePage"):
            application.outbound_mail_code_page = int(self.code_page)
        if self.is_bound("OverrideEnvelopeSender"):
            application.outbound_mail_override_envelope_sender = bool(self.override_envelope_sender)
        for warning in apply(application, change):
            self.write_warning(warning)
        yield settings_object(application)
