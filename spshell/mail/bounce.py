"""Where bounces go, and what they say: an address that names the message, and reports read (RFC 3464).

    address = BounceAddress(Mailbox("bounces@contoso.com"), key)
    envelope = Envelope(address.of(mail_id), ...)          # bounces+<id>.<mark>@contoso.com
    for bounce in read_report(content): ...                # recipient, action, status, text

The mark is an HMAC: an address that nobody was given names no message, so that nobody can have mail suppressed by
writing to us. A report without the standard's part is read by its Exim header, or by the first refusal in its text.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from spshell.mail.suppression import names_no_mailbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from spshell.mail.address import Mailbox
    from spshell.mail.outbox import Outbox
    from spshell.mail.outbox_records import Clock

_MARK = 16  # 64 bits: an address is tried by sending mail to it
_TAGGED = re.compile(
    r"(?P<local>.+)\+(?P<id>[0-9a-f]{32})\.(?P<mark>[0-9a-f]{16})@(?P<domain>[^@]+)", re.IGNORECASE
)
_REFUSAL = re.compile(
    r"(?:^|[\s:>])(?P<code>5\d\d)[ -]#?(?P<status>5\.\d{1,3}\.\d{1,3})?\s*(?P<text>[^\r\n]*)"
)
_MAILBOX = re.compile(r"<([^<>@\s]+@[^<>@\s]+)>")
_ORCPT = re.compile(r"\+([0-9A-F]{2})")


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a report says about one recipient."""

    recipient: str
    action: str
    """`failed`, `delayed`, `delivered`, `relayed` or `expanded` (RFC 3464 §2.3.3)."""
    status: str
    """RFC 3463, such as 5.1.1; empty when nothing says."""
    text: str
    envelope_id: str | None = None
    """The ENVID that we gave the message (RFC 3461): its id."""

    @property
    def is_hard(self) -> bool:
        """The mailbox does not exist; it counts towards suppression."""
        return self.action == "failed" and names_no_mailbox(self.status or self.text, None)


@dataclass(frozen=True, slots=True)
class BounceAddress:
    """The return path of messages; `key` belongs to the farm."""

    base: Mailbox
    key: bytes

    def of(self, mail: UUID) -> str:
        return f"{self.base.local}+{mail.hex}.{self._mark(mail)}@{self.base.domain}"

    def message_of(self, address: str) -> UUID | None:
        """Which message an address is the return path of; None for one that we never gave."""
        match = _TAGGED.fullmatch(address)
        if match is None or f"{match['local']}@{match['domain']}".lower() != self.base.address.lower():
            return None
        mail = UUID(match["id"])
        return mail if hmac.compare_digest(match["mark"].lower(), self._mark(mail)) else None

    def _mark(self, mail: UUID) -> str:
        return hmac.new(self.key, mail.bytes, sha256).hexdigest()[:_MARK]


def take_report(
    content: bytes, returned_to: str, address: BounceAddress, outbox: Outbox, clock: Clock
) -> int:
    """Record what a report says in the outbox; how many recipients it changed. Delays and deliveries change none."""
    mail = address.message_of(returned_to)
    if mail is None:
        return 0
    return sum(
        outbox.record_bounce(
            mail, bounce.recipient, f"{bounce.status} {bounce.text}".strip(), clock, hard=bounce.is_hard
        )
        for bounce in read_report(content)
        if bounce.action == "failed"
    )


def read_report(content: bytes) -> list[Bounce]:
    """What a message says about recipients; nothing when it is no report."""
    from email import message_from_bytes

    message = message_from_bytes(content)
    for part in message.walk():
        if part.get_content_type() in ("message/delivery-status", "message/global-delivery-status"):
            return list(_of_status(part))
    return list(_of_text(message))


def _of_status(part: Message) -> Iterator[Bounce]:
    """RFC 3464: a group of fields about the message, and then one for each recipient."""
    groups: Any = part.get_payload()
    if not isinstance(groups, list) or not groups:
        return
    first, *others = groups
    identity = first["Original-Envelope-Id"]
    for group in others:
        recipient = _address(group["Original-Recipient"]) or _address(group["Final-Recipient"])
        if recipient is None:
            continue
        _, _, text = str(group["Diagnostic-Code"] or "").partition(";")
        yield Bounce(
            recipient,
            str(group["Action"] or "").strip().lower(),
            str(group["Status"] or "").strip().split(" ")[0],
            " ".join(text.split()),
            None if identity is None else str(identity).strip(),
        )


def _address(field: object) -> str | None:
    """`rfc822;ann@contoso.com`, with what RFC 3461's xtext has hidden."""
    if field is None:
        return None
    _, _, address = str(field).partition(";")
    address = _ORCPT.sub(lambda match: chr(int(match[1], 16)), address.strip()).strip("<>")
    return address or None


def _of_text(message: Message) -> Iterator[Bounce]:
    """Reports of before, and of Exim: X-Failed-Recipients, or a text with a refusal in it."""
    body = next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
    raw = b"" if body is None else body.get_payload(decode=True)
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    refusal = _REFUSAL.search(text)
    failed = str(message["X-Failed-Recipients"] or "")
    recipients = [each.strip() for each in failed.split(",") if each.strip()]
    if not recipients and _is_from_a_machine(message) and refusal is not None:
        recipients = _MAILBOX.findall(text[: refusal.start()])[-1:]
    said = refusal["text"].strip() if refusal else ""
    status = (refusal["status"] or "") if refusal else ""
    if refusal is not None and not status and refusal["code"] in ("550", "551", "553"):
        status = "5.1.1"
    for recipient in recipients:
        yield Bounce(recipient, "failed", status, said)


def _is_from_a_machine(message: Message) -> bool:
    sender = str(message["From"] or "").lower()
    returned = str(message["Return-Path"] or "").strip()
    return returned == "<>" or "mailer-daemon" in sender or "postmaster" in sender
