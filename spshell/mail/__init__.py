"""Outgoing mail: what is said, who it is from, how it leaves, and what became of it.

The whole way of one message; nothing else is needed from outside this package:

    farm = Mailbox("farm@contoso.com", "Intranet")         # Mailbox.from_setting("Site admin", "portal")
    settings = SenderSettings(farm, reply_to=Mailbox("help@contoso.com"), override_envelope_sender=None)
    sender = resolve_sender(settings)                              # speaking for the farm, or for a user:
    sender = resolve_sender(settings, impersonated=Mailbox("ann@contoso.com", "Ann"))
    message = MailMessage(sender=sender, to=(Mailbox("owner@contoso.com"),), subject="...", text="...",
                          html="<p>...</p>", code_page=65001)
    outbox = Outbox("farm.outbox.db")                              # durable; made at first use
    mail_id = outbox.enqueue(message, sender.envelope("owner@contoso.com"), "http://portal", clock)

    def relay_for(key: str) -> Relay:                              # raises RelayUnavailable(reason): held
        return Relay("mail.contoso.com", 587, TlsPolicy.REQUIRED, credentials=fetch, trust_roots=(pem,))

    async with SmtpTransport() as transport:                       # or without `with`: a session each
        report = await drain(outbox, relay_for, transport, clock)  # once; or for as long as `stop` is not set:
        await MailWorker(outbox, relay_for, transport, clock).run(stop)
    report.sent, report.deferred, report.held, report.bounced     # recipients
    outbox.mail()                                                  # QueuedMail: state, reason, attempts ...

Several messages, or a message and what it is about, in one transaction: `with outbox.batch() as connection`. Where
the event cannot be in that transaction, `enqueue(..., key=...)` makes the second try of the same thing a no-op.

Give the Relay a `revision` that changes with the settings, the credential and this server's key: mail held
for a wrong password then goes on by itself after the change, and no wrong password is tried twice.

`relay_key` is the caller's word for whose settings apply; they are resolved when the mail is sent. A
`credentials` callable returns a Credential or raises CredentialUnavailable(reason); it is called when
AUTH is about to happen, and its password reaches no file, log, repr or exception. `clock` has `now()`.

    address.py envelope.py message.py     what is said, who it is from
    charset.py headers.py mime.py parse_back.py    the bytes, and the second look at them
    relay.py transport.py smtp.py         the way out: sessions for each relay
    session.py transaction.py sasl/       what is said on it, step by step
    wire.py replies.py tls.py             the bytes on it
    outcome.py                            what an answer means: nobody else decides
    outbox.py claiming.py priority.py retry.py suppression.py    what waits, and for how long
    worker.py report.py                   who empties it
    lab/                                  a small relay of our own for demonstrations and tests
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.mail.address import AddressError, Mailbox
    from spshell.mail.delivery import DeliveryReport, drain
    from spshell.mail.envelope import Envelope, Sender, SenderSettings, resolve_sender
    from spshell.mail.message import MailMessage
    from spshell.mail.outbox import Outbox
    from spshell.mail.outbox_records import MailState, QueuedMail
    from spshell.mail.outcome import Outcome, Status, Verdict
    from spshell.mail.priority import Priority
    from spshell.mail.relay import (
        ClientCertificate,
        Credential,
        CredentialUnavailable,
        Relay,
        RelayUnavailable,
        TlsPolicy,
    )
    from spshell.mail.transport import RecordingTransport, Transport
    from spshell.mail.worker import MailWorker

__all__ = [
    "AddressError",
    "ClientCertificate",
    "Credential",
    "CredentialUnavailable",
    "DeliveryReport",
    "Envelope",
    "MailMessage",
    "MailState",
    "MailWorker",
    "Mailbox",
    "Outbox",
    "Outcome",
    "Priority",
    "QueuedMail",
    "RecordingTransport",
    "Relay",
    "RelayUnavailable",
    "Sender",
    "SenderSettings",
    "Status",
    "TlsPolicy",
    "Transport",
    "Verdict",
    "drain",
    "resolve_sender",
]

# ORDER: the imports above, for type checkers. A command that only reads a From address must not pay for
# SQLite and everything else, so each name brings its own module along.
_HOMES = {
    "AddressError": "address",
    "ClientCertificate": "relay",
    "Credential": "relay",
    "CredentialUnavailable": "relay",
    "DeliveryReport": "delivery",
    "drain": "delivery",
    "Envelope": "envelope",
    "Mailbox": "address",
    "MailMessage": "message",
    "MailState": "outbox_records",
    "MailWorker": "worker",
    "Outbox": "outbox",
    "Outcome": "outcome",
    "Priority": "priority",
    "QueuedMail": "outbox_records",
    "RecordingTransport": "transport",
    "Relay": "relay",
    "RelayUnavailable": "relay",
    "resolve_sender": "envelope",
    "Sender": "envelope",
    "SenderSettings": "envelope",
    "Status": "outcome",
    "TlsPolicy": "relay",
    "Transport": "transport",
    "Verdict": "outcome",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    value: object = getattr(import_module(f"spshell.mail.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
