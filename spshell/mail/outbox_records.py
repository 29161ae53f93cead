"""What the outbox tells and is told: recipients of messages, claims and what became of them, and the forms of stored values."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from spshell.mail.priority import Priority

if TYPE_CHECKING:
    import sqlite3

    from spshell.mail.envelope import Envelope
    from spshell.mail.outcome import Outcome


class Clock(Protocol):
    """Time is a parameter; spshell.timer.clock has two of these."""

    def now(self) -> datetime: ...


class MailState(enum.Enum):
    """Where one recipient of one message stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    HELD = "held"
    BOUNCED = "bounced"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """One recipient of one message, for people to look at."""

    id: UUID
    recipient: str
    state: MailState
    subject: str
    mail_from: str
    relay_key: str
    message_id: str
    attempts: int
    created: datetime
    changed: datetime
    next_attempt: datetime
    priority: Priority
    phase: str | None
    """The step of the session at which the last attempt ended."""
    reason: str | None
    """That step, and the relay's reply to it or why there was none."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that this worker, and nobody else, may now deliver to these recipients."""

    ticket: str
    mail: UUID
    relay_key: str
    envelope: Envelope
    content: bytes


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a claim; `revision` is that of the settings it was tried with."""

    claim: Claim
    outcome: Outcome
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Settings that a relay, or we, found wrong: nothing leaves with them."""

    relay_key: str
    revision: str
    phase: str
    code: int | None
    """Of the relay's reply; None when we held it ourselves."""
    reason: str


def queued_mail(row: sqlite3.Row) -> QueuedMail:
    """A recipient of a message from a row of both tables."""
    head = f"{row['phase']}:" if row["phase"] else None
    return QueuedMail(
        id=UUID(row["mail"]),
        recipient=row["address"],
        state=MailState(row["state"]),
        subject=row["subject"],
        mail_from=row["mail_from"],
        relay_key=row["relay_key"],
        message_id=row["message_id"],
        attempts=row["attempts"],
        created=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
        next_attempt=datetime.fromisoformat(row["next_attempt"]),
        priority=Priority(row["priority"]),
        phase=row["phase"],
        reason=" ".join(str(part) for part in (head, row["code"], row["reason"]) if part) or None,
    )


def stamp(time: datetime) -> str:
    """A time as the outbox stores it."""
    # One form, in UTC and with microseconds always, so that text compares as time does.
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def digest(content: bytes) -> bytes:
    """What tells that a message's bytes are still those that were written: SHA-256, 32 bytes."""
    return hashlib.sha256(content).digest()
