"""System.Net.Mail.SmtpClient: delivers one message to a relay."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import (
    argument_null,
    bad_argument,
    invalid_operation,
    out_of_range,
    thrown,
)
from spshell.values.declare import constructor, method, net_class, prop


@net_class("System.Net.Mail.SmtpClient", interfaces=("System.IDisposable",))
class SmtpClient:
    """A relay's name and port, and how to log on."""

    def __init__(self, host: str | None = None, port: int = 25) -> None:
        self.values: dict[str, Any] = {"Host": host, "Port": port}
        self.ps_members: Any = None

    @constructor("()", "(string host)", "(string host, int port)")
    @staticmethod
    def create(host: str | None = None, port: int = 25) -> SmtpClient:
        if port < 0 or port > 65535:
            raise out_of_range("port", port)
        return SmtpClient(host, port or 25)

    @prop("string Host {get;set}")
    def host(self) -> Any:
        return self.values["Host"]

    @host.setter
    def set_host(self, value: str | None) -> None:
        if not value:
            raise argument_null("value") if value is None else bad_argument("A host is required.", "value")
        self.values["Host"] = value

    @prop("int Port {get;set}")
    def port(self) -> int:
        return int(self.values["Port"])

    @port.setter
    def set_port(self, value: int) -> None:
        if value <= 0:
            raise out_of_range("value", value)
        self.values["Port"] = value

    @method("void Send(string from, string recipients, string subject, string body)")
    def send_text(self, sender: str, recipients: str, subject: str, body: str) -> None:
        from spshell.dotnet.net.mail_messages import MailMessage

        self.send(MailMessage.from_text(sender, recipients, subject, body))

    @method("void Send(System.Net.Mail.MailMessage message)")
    def send(self, message: Any) -> None:
        if message is None:
            raise argument_null("message")
        if not self.values["Host"]:
            raise invalid_operation("The SMTP host is not given: set Host.")
        if message.sender is None:
            raise invalid_operation("The message has no sender: set From.")
        recipients = [*message.to, *message.cc, *message.bcc]
        if not recipients:
            raise invalid_operation("The message has no recipient.")
        self._deliver(message, [address.address for address in recipients])

    def _deliver(self, message: Any, recipients: list[str]) -> None:
        import asyncio

        import aiosmtplib

        try:
            asyncio.run(self._converse(_mime(message), message.sender.address, recipients))
        except (OSError, aiosmtplib.SMTPException) as error:
            raise thrown(
                "System.Net.Mail.SmtpException", "Invalid", f"Sending the message failed: {error}"
            ) from None

    async def _converse(self, mime: Any, sender: str, recipients: list[str]) -> None:
        """One session: EnableSsl requires STARTTLS with a valid certificate; without it TLS is not tried."""
        import ssl

        import aiosmtplib

        encrypted = bool(self.values.get("EnableSsl"))
        credentials = self.values.get("Credentials")
        async with aiosmtplib.SMTP(
            hostname=self.values["Host"],
            port=self.values["Port"],
            timeout=max(self.values.get("Timeout", 100_000), 1) / 1000,
            start_tls=encrypted,
            tls_context=ssl.create_default_context() if encrypted else None,
            username=None if credentials is None else credentials.user_name,
            password=None if credentials is None else credentials.password,
        ) as server:
            await server.send_message(mime, sender=sender, recipients=recipients)

    @method("void Dispose()")
    def dispose(self) -> None:
        """No connection outlives a message."""


def _mime(message: Any) -> Any:
    from email.message import EmailMessage
    from email.utils import formatdate

    made = EmailMessage()
    made["From"] = _header(message.sender)
    for name, addresses in (("To", message.to), ("Cc", message.cc), ("Reply-To", message.reply_to_list)):
        if addresses:
            made[name] = ", ".join(_header(address) for address in addresses)
    made["Subject"] = message.subject
    made["Date"] = formatdate(localtime=True)
    for name, values in message.header_values.entries.values():
        for value in values:
            made[str(name)] = value
    made.set_content(message.body, subtype="html" if message.values.get("IsBodyHtml") else "plain")
    for file in message.files:
        main, _, sub = file.content.media.partition("/")
        made.add_attachment(file.data, maintype=main, subtype=sub, filename=file.file_name)
    return made


def _header(address: Any) -> str:
    from email.utils import formataddr

    return formataddr((address.display, address.address))


def _stored(name: str, kind: str, default: Any) -> None:
    made = prop(f"{kind} {name} {{get;set}}")(lambda client: client.values.get(name, default))
    setattr(
        SmtpClient,
        "part_" + name.lower(),
        made.setter(lambda client, value: client.values.__setitem__(name, value)),
    )


_stored("EnableSsl", "bool", False)
_stored("UseDefaultCredentials", "bool", False)
_stored("Credentials", "System.Net.ICredentialsByHost", None)
_stored("Timeout", "int", 100_000)
_stored("TargetName", "string", None)
_stored("PickupDirectoryLocation", "string", None)
