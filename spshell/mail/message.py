"""The message: what is said, before any header or byte of it exists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from spshell.mail.charset import UTF8

if TYPE_CHECKING:
    from spshell.mail.address import Mailbox
    from spshell.mail.envelope import Sender


def _message_id() -> str:
    return str(uuid4())


def _date() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailMessage:
    """One message to one or more readers; `content()` are its bytes, the same at every call.

    Subject, names and text may hold anything: the serializer encodes, it never copies. Message-ID and
    date are part of the model, so a retry sends the same message and a crash duplicate is recognised.
    """

    sender: Sender
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str | None = None
    code_page: int = UTF8
    cc: tuple[Mailbox, ...] = ()
    id: str = field(default_factory=_message_id)
    date: datetime = field(default_factory=_date)
    list_id: str | None = None
    """RFC 2919: what readers filter by, `alerts.<list>.<host>`."""
    thread: str | None = None
    """The id of the (possibly never sent) message that this one answers; see `message_id_of`."""
    auto_submitted: str = "auto-generated"

    @property
    def message_id(self) -> str:
        return message_id_of(self.id, self.sender.from_.domain)

    def content(self) -> bytes:
        """RFC 5322 bytes, checked by reading them back; raises ParseBackError."""
        from spshell.mail.mime import serialized
        from spshell.mail.parse_back import check

        content = serialized(self)
        check(self, content)
        return content


def message_id_of(unique: str, domain: str) -> str:
    """`<unique@domain>`: the domain is the sender's, where the number means something."""
    return f"<{unique}@{domain}>"
