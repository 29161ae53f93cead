"""Send-MailMessage."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NoReturn

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from spshell.mail import Envelope, Mailbox, Relay
    from spshell.mail.attachments import Attachment
    from spshell.values.exceptions import NetException

_URGENT = {
    "High": b"X-Priority: 1\r\nPriority: urgent\r\nImportance: high\r\n",
    "Low": b"X-Priority: 5\r\nPriority: non-urgent\r\nImportance: low\r\n",
}
_UTF8 = 65001


def _filled() -> list[Any]:
    return [ValidateNotNullOrEmpty()]


class SendMailMessage(
    Cmdlet, verb="Send", noun="MailMessage", net_class="Microsoft.PowerShell.Commands.SendMailMessage"
):
    """Send a message through an SMTP server of your choice, at once.

    Nothing is queued: when the server does not take the message, it is an error and the message is gone. Mail of a farm
    is better sent with Send-SPMail. With -UseSsl the connection is encrypted and the certificate verified; a password
    goes over an encrypted connection only.

        PS> Send-MailMessage -To a@contoso.com -From b@contoso.com -SmtpServer 127.0.0.1 -Port 1 -ErrorAction SilentlyContinue
    """

    attachments: Any = parameter(
        "string[]",
        from_pipeline=True,
        by_name=True,
        aliases=("PsPath",),
        validate=_filled(),
        help="Files to send along.",
    )
    bcc: Any = parameter(
        "string[]", by_name=True, validate=_filled(), help="Recipients that the others do not see."
    )
    body: Any = parameter("string", position=2, by_name=True, validate=_filled(), help="The text.")
    body_as_html: Any = parameter("switch", by_name=True, aliases=("BAH",), help="The body is HTML.")
    encoding: Any = encoding_parameter(by_name=True, aliases=("BE",))
    cc: Any = parameter(
        "string[]", by_name=True, validate=_filled(), help="More recipients, shown as copies."
    )
    delivery_notification_option: Any = parameter(
        "System.Net.Mail.DeliveryNotificationOptions",
        by_name=True,
        aliases=("DNO",),
        validate=_filled(),
        help="Which reports to ask for: failures and delays are reported together.",
    )
    from_: Any = parameter(
        "string", name="From", mandatory=True, by_name=True, validate=_filled(), help="The sender."
    )
    smtp_server: Any = parameter(
        "string",
        position=3,
        by_name=True,
        aliases=("ComputerName",),
        validate=_filled(),
        help="The server; $PSEmailServer by default.",
    )
    priority: Any = parameter(
        "System.Net.Mail.MailPriority", by_name=True, validate=_filled(), help="How urgent it is."
    )
    reply_to: Any = parameter("string[]", by_name=True, help="Where answers go.")
    subject: Any = parameter("string", position=1, by_name=True, aliases=("sub",), help="The subject.")
    to: Any = parameter(
        "string[]", position=0, mandatory=True, by_name=True, validate=_filled(), help="The recipients."
    )
    credential: Any = parameter("pscredential", by_name=True, validate=_filled(), help="Who signs in.")
    use_ssl: Any = parameter("switch", by_name=True, help="Encrypt the connection (STARTTLS).")
    port: Any = parameter(
        "int",
        default=25,
        by_name=True,
        validate=[ValidateRange(0, 2147483647)],
        help="The port; 25 by default.",
    )

    def begin(self) -> None:
        self._files: list[Attachment] = []
        self._sender = self._mailbox(str(self.from_), terminating=True)
        self._server = str(self.smtp_server or self._default_server() or "")
        if not self._server:
            from spshell.values.exceptions import fault

            raise fault(
                "System.InvalidOperationException",
                "No SMTP server is given: use -SmtpServer, or set $PSEmailServer.",
                "System.InvalidOperationException",
                "InvalidArgument",
            )

    def process(self) -> None:
        from spshell.mail.attachments import Attachment
        from spshell.values.exceptions import fault

        for given in self.attachments or ():
            path = self.session.resolve_path(str(given))
            try:
                with open(path, "rb") as file:
                    self._files.append(Attachment(os.path.basename(path), file.read()))
            except OSError:
                raise fault(
                    "System.IO.FileNotFoundException",
                    f"There is no file '{path}' to send along.",
                    "System.IO.FileNotFoundException",
                    "NotSpecified",
                ) from None

    def end(self) -> None:
        import asyncio

        from spshell.mail.outcome import Status
        from spshell.mail.smtp import SmtpTransport

        to, cc, bcc, replies = map(self._mailboxes, (self.to, self.cc, self.bcc, self.reply_to))
        if not (to or cc or bcc):
            return  # every address was an error of its own
        envelope = self._envelope([*to, *cc, *bcc])
        content = self._content(to, cc, replies)
        outcome = asyncio.run(SmtpTransport().deliver(content, envelope, self._relay()))
        refused = [
            f"{address}: {verdict}"
            for address, verdict in outcome.verdicts.items()
            if verdict.status is not Status.SENT
        ]
        if refused:
            self.write_error(self._failure("; ".join(dict.fromkeys(refused))), target=None)

    def _content(self, to: list[Mailbox], cc: list[Mailbox], replies: list[Mailbox]) -> bytes:
        from spshell.farm.html_text import text_of
        from spshell.mail import MailMessage, Sender
        from spshell.mail.attachments import with_attachments

        text = str(self.body or "")
        html = bool(self.body_as_html)
        message = MailMessage(
            sender=Sender(self._sender.address, self._sender, None, replies[0] if replies else None),
            to=tuple(to),
            cc=tuple(cc),
            subject=str(self.subject or ""),
            text=text_of(text) if html else text,
            html=text if html else None,
            code_page=self._code_page(),
            auto_submitted="no",
        )
        urgency = _URGENT.get(str(getattr(self.priority, "name", self.priority)), b"")
        return urgency + with_attachments(message.content(), self._files)

    def _envelope(self, readers: list[Mailbox]) -> Envelope:
        """With -DeliveryNotificationOption, an id under which the server reports failures and delays (RFC 3461)."""
        from uuid import uuid4

        from spshell.mail import Envelope
        from spshell.values.text import to_text

        asked = (
            to_text(self.delivery_notification_option)
            if self.delivery_notification_option is not None
            else ""
        )
        if "OnSuccess" in asked or "Never" in asked:
            self.write_warning(
                "Reports of failures and delays can be asked for; of success they cannot, nor can they be forbidden."
            )
        reports = "OnFailure" in asked or "Delay" in asked
        return Envelope(
            self._sender.address, tuple(reader.address for reader in readers), str(uuid4()) if reports else ""
        )

    def _relay(self) -> Relay:
        from spshell.mail import AddressError, Credential, Relay, TlsPolicy

        credential = self.credential
        try:
            return Relay(
                self._server,
                int(self.port),
                TlsPolicy.REQUIRED if self.use_ssl else TlsPolicy.NEVER,
                credentials=None
                if credential is None
                else lambda: Credential(str(credential.user_name), credential.password.reveal()),
            )
        except AddressError as error:
            raise self._failure(f"{error.address}: {error.reason}") from None

    def _code_page(self) -> int:
        return int(self.encoding.page) if self.encoding is not None else _UTF8

    def _default_server(self) -> Any:
        from spshell.engine.variables.variables import lookup

        found = lookup(self.scope, "psemailserver")
        return found if isinstance(found, str) else None

    def _mailboxes(self, texts: Any) -> list[Mailbox]:
        found = [self._mailbox(str(text)) for text in texts or ()]
        return [each for each in found if each is not None]

    def _mailbox(self, text: str, *, terminating: bool = False) -> Any:
        """A mailbox; an address that is none is a FormatException."""
        from spshell.mail import AddressError, Mailbox
        from spshell.values.exceptions import fault

        try:
            return Mailbox.parse(text)
        except AddressError as error:
            wrong = fault(
                "System.FormatException",
                f"{error.address!r}: {error.reason}.",
                "FormatException",
                "InvalidType",
            )
            if terminating:
                self._end_with(wrong)
            self.write_error(wrong)
            return None

    def _end_with(self, error: NetException) -> NoReturn:
        from spshell.engine.errors.records import ErrorRecord

        error.record = ErrorRecord(error, "FormatException", category="InvalidType")
        self.throw(error)

    def _failure(self, text: str) -> NetException:
        from spshell.values.exceptions import fault

        return fault(
            "System.Net.Mail.SmtpException",
            f"The message was not sent: {text}",
            "SmtpException",
            "InvalidOperation",
        )
