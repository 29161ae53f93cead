"""Who a message is from: the one place that decides MAIL FROM, From, Sender and Reply-To.

The envelope (MAIL FROM, RCPT TO) is where bounces go and what SPF looks at; the headers are what a
reader sees. They are decided together and travel apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.address import AddressError, checked_address

if TYPE_CHECKING:
    from spshell.mail.address import Mailbox


@dataclass(frozen=True, slots=True)
class Envelope:
    """MAIL FROM and RCPT TO, each recipient once.

    `mail_from` is empty for a message that must never bounce (RFC 5321 §6.1).
    """

    mail_from: str
    recipients: tuple[str, ...]
    id: str = field(default="", compare=False)
    """What a report about this message calls it (RFC 3461 ENVID), where the relay offers reports."""

    def __post_init__(self) -> None:
        if self.mail_from:
            object.__setattr__(self, "mail_from", checked_address(self.mail_from))
        if not self.recipients:
            raise AddressError("", "an envelope needs a recipient")
        checked = dict.fromkeys(checked_address(address) for address in self.recipients)
        object.__setattr__(self, "recipients", tuple(checked))


@dataclass(frozen=True, slots=True)
class SenderSettings:
    """What the effective mail settings of a web application say about the sender."""

    from_: Mailbox
    reply_to: Mailbox | None = None
    override_envelope_sender: bool | None = None
    """OutboundMailOverrideEnvelopeSender: True means that nobody is impersonated."""
    impersonate_envelope: bool = False
    """Impersonated mail carries the user in MAIL FROM too: bounces then go to the user."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The decision: `from_`, `sender` and `reply_to` are headers, `mail_from` is the envelope's."""

    mail_from: str
    from_: Mailbox
    sender: Mailbox | None = None
    reply_to: Mailbox | None = None

    def envelope(self, *recipients: str) -> Envelope:
        return Envelope(self.mail_from, recipients)


def resolve_sender(settings: SenderSettings, impersonated: Mailbox | None = None) -> Sender:
    """Decide who a message is from.

    Plain farm mail, and all mail of a web application with OutboundMailOverrideEnvelopeSender: the
    configured From and Reply-To. Otherwise a message that speaks for a user (an access request) is
    From that user, who gets the replies; the farm stays visible as Sender (RFC 5322 §3.6.2: author and
    transmitter differ) and in the envelope, which keeps bounces and SPF at home.
    """
    farm = settings.from_
    if impersonated is None or settings.override_envelope_sender:
        return Sender(farm.address, farm, None, settings.reply_to)
    if impersonated.address.lower() == farm.address.lower():
        return Sender(farm.address, impersonated, None, settings.reply_to)
    mail_from = impersonated.address if settings.impersonate_envelope else farm.address
    return Sender(mail_from, impersonated, farm, impersonated)
