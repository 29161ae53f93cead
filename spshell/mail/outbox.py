"""The outbox: every message from the moment it was written until the relay has taken it.

A message is one row and each of its recipients another, in one SQLite file. A recipient's way:

    queued --claim--> sending --settle--> sent
      ^                  |-- temporary --> deferred (due again at next_attempt)
      |                  |-- permanent --> bounced
      '---- resume ------'-- settings  --> held (until somebody resumes it)

`claim` commits the attempt before any connection is opened, so a crash loop cannot hammer a relay, and
takes a lease: a claim that was never settled (the process died) is due again when its lease ends. The
relay's acceptance is committed before the next message is touched. A crash in between sends one message
twice, under the same Message-ID; it loses none.

A message whose bytes do not read back as they were meant, or no longer are what was written, is
quarantined: kept, shown, never sent.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid4

from spshell.mail.envelope import Envelope
from spshell.mail.headers import single_line
from spshell.mail.outbox_file import opened, transaction
from spshell.mail.outcome import Status
from spshell.mail.parse_back import ParseBackError
from spshell.mail.retry import LIFETIME, expired, next_attempt

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterable

    from spshell.mail.message import MailMessage
    from spshell.mail.outcome import Outcome, Verdict


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


_STATE_OF = {
    Status.SENT: MailState.SENT,
    Status.DEFERRED: MailState.DEFERRED,
    Status.HELD: MailState.HELD,
    Status.BOUNCED: MailState.BOUNCED,
}

LEASE = timedelta(minutes=10)
"""Longer than any session may take; after that its worker is dead."""

_WAITING = "state IN ('queued', 'deferred', 'sending')"


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
class Held:
    """Settings that a relay, or we, found wrong: nothing leaves with them."""

    relay_key: str
    revision: str
    phase: str
    code: int | None
    """Of the relay's reply; None when we held it ourselves."""
    reason: str


class Outbox:
    """The durable queue in one SQLite file (mode 0600), made at first use.

    Any number of processes may use it at once; one object belongs to one thread.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._opened: sqlite3.Connection | None = None

    def __enter__(self) -> Outbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def enqueue(self, message: MailMessage, envelope: Envelope, relay_key: str, clock: Clock) -> UUID:
        """Keep a message for delivery; durable when this returns.

        A message that fails the parse-back check is kept as quarantined, with the reason.
        """
        state, reason = MailState.QUEUED, None
        try:
            content = message.content()
        except ParseBackError as error:
            state, reason, content = MailState.QUARANTINED, error.reason, error.content
        mail, now = uuid4(), _stamp(clock.now())
        subject = single_line(message.subject)
        head = (str(mail), message.message_id, relay_key, envelope.mail_from, subject)
        with transaction(self._connection) as connection:
            connection.execute(
                "INSERT INTO mail (id, message_id, relay_key, mail_from, subject, created, content, digest)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*head, now, content, _digest(content)),
            )
            connection.executemany(
                "INSERT INTO recipient (mail, address, state, next_attempt, changed, reason)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(str(mail), address, state.value, now, now, reason) for address in envelope.recipients],
            )
        return mail

    def claim(self, clock: Clock, *, lease: timedelta = LEASE) -> Claim | None:
        """Take the message that is due longest, with all its due recipients, and count the attempt.

        None when nothing is due. Of many workers only one gets a message.
        """
        now = clock.now()
        while True:
            ticket = str(uuid4())
            with transaction(self._connection) as connection:
                mail = self._take(connection, ticket, now, now + lease)
                if mail is None:
                    return None
                if _digest(mail["content"]) != mail["digest"]:
                    reason = "the stored bytes are not the ones that were written"
                    connection.execute(
                        "UPDATE recipient SET state = 'quarantined', changed = ?, reason = ?, claim = NULL"
                        " WHERE claim = ?",
                        (_stamp(now), reason, ticket),
                    )
                    continue
                rows = connection.execute(
                    "SELECT address FROM recipient WHERE claim = ? ORDER BY number", (ticket,)
                ).fetchall()
            envelope = Envelope(mail["mail_from"], tuple(row["address"] for row in rows))
            return Claim(ticket, UUID(mail["id"]), mail["relay_key"], envelope, mail["content"])

    def settle(self, claim: Claim, outcome: Outcome, clock: Clock, *, revision: str = "") -> None:
        """Record what became of every recipient of a claim; durable when this returns.

        `revision` is that of the relay's settings: what is held waits for another one (see `held`).
        A claim whose lease ran out and was taken by another worker settles nothing.
        """
        now = clock.now()
        with transaction(self._connection) as connection:
            rows = connection.execute(
                "SELECT recipient.number, address, attempts, created FROM recipient"
                " JOIN mail ON mail.id = recipient.mail WHERE claim = ?",
                (claim.ticket,),
            ).fetchall()
            for row in rows:
                fate = _fate(row, outcome.verdicts[row["address"]], now, revision)
                connection.execute(
                    "UPDATE recipient SET state = ?, next_attempt = ?, changed = ?, phase = ?, code = ?,"
                    " reason = ?, revision = ?, claim = NULL WHERE number = ?",
                    (*fate, row["number"]),
                )

    def held(self) -> list[Held]:
        """The settings that mail is held for: one entry for each relay key and revision."""
        rows = self._connection.execute(
            "SELECT relay_key, revision, phase, code, reason FROM recipient JOIN mail"
            " ON mail.id = recipient.mail WHERE state = 'held' AND revision IS NOT NULL"
            " GROUP BY relay_key, revision, phase, code ORDER BY number"
        )
        return [Held(*row) for row in rows]

    def mail(self, state: MailState | None = None) -> list[QueuedMail]:
        """Every recipient of every message, oldest first; or those in one state."""
        rows = self._connection.execute(
            "SELECT recipient.*, message_id, relay_key, mail_from, subject, created"
            " FROM recipient JOIN mail ON mail.id = recipient.mail"
            " WHERE ? IS NULL OR state = ? ORDER BY number",
            (state.value if state else None,) * 2,
        )
        return [_queued_mail(row) for row in rows]

    def content(self, mail: UUID) -> bytes:
        """The bytes of a message, as they leave or would leave; KeyError when there is no such message."""
        row = self._connection.execute("SELECT content FROM mail WHERE id = ?", (str(mail),)).fetchone()
        if row is None:
            raise KeyError(mail)
        content: bytes = row["content"]
        return content

    def release(self, held: Held, clock: Clock) -> int:
        """Make due again what was held for these settings in this phase; how many recipients that were."""
        now = _stamp(clock.now())
        with transaction(self._connection) as connection:
            return connection.execute(
                "UPDATE recipient SET state = 'queued', next_attempt = ?, changed = ?, revision = NULL"
                " WHERE state = 'held' AND revision = ? AND phase = ?"
                " AND mail IN (SELECT id FROM mail WHERE relay_key = ?)",
                (now, now, held.revision, held.phase, held.relay_key),
            ).rowcount

    def resume(self, clock: Clock, mails: Iterable[UUID] | None = None) -> int:
        """Make held messages (and deferred ones at once) due again; how many recipients that were."""
        return self._move(("held", "deferred"), MailState.QUEUED, clock, mails)

    def hold(self, clock: Clock, mails: Iterable[UUID] | None = None) -> int:
        """Keep waiting messages back until they are resumed."""
        return self._move(("queued", "deferred"), MailState.HELD, clock, mails)

    def remove(self, mail: UUID) -> bool:
        """Forget a message, whatever its state; False when there was none."""
        with transaction(self._connection) as connection:
            return connection.execute("DELETE FROM mail WHERE id = ?", (str(mail),)).rowcount > 0

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = opened(self.path)
        return self._opened

    @staticmethod
    def _take(
        connection: sqlite3.Connection, ticket: str, now: datetime, until: datetime
    ) -> sqlite3.Row | None:
        due = connection.execute(
            f"SELECT mail FROM recipient WHERE {_WAITING} AND next_attempt <= ?"  # noqa: S608 - our own constant
            " ORDER BY next_attempt, number LIMIT 1",
            (_stamp(now),),
        ).fetchone()
        if due is None:
            return None
        connection.execute(
            "UPDATE recipient SET state = 'sending', claim = ?, attempts = attempts + 1, next_attempt = ?,"  # noqa: S608
            f" changed = ? WHERE mail = ? AND next_attempt <= ? AND {_WAITING}",
            (ticket, _stamp(until), _stamp(now), due["mail"], _stamp(now)),
        )
        mail: sqlite3.Row = connection.execute("SELECT * FROM mail WHERE id = ?", (due["mail"],)).fetchone()
        return mail

    def _move(
        self, sources: tuple[str, str], target: MailState, clock: Clock, mails: Iterable[UUID] | None
    ) -> int:
        now = _stamp(clock.now())
        chosen = [None] if mails is None else [str(mail) for mail in mails]
        with transaction(self._connection) as connection:
            return sum(
                connection.execute(
                    "UPDATE recipient SET state = ?, next_attempt = ?, changed = ?, revision = NULL"
                    " WHERE state IN (?, ?) AND (? IS NULL OR mail = ?)",
                    (target.value, now, now, *sources, mail, mail),
                ).rowcount
                for mail in chosen
            )


def _fate(row: sqlite3.Row, verdict: Verdict, now: datetime, revision: str) -> tuple[object, ...]:
    """The columns that a verdict sets: state, next_attempt, changed, phase, code, reason, revision."""
    state, text, due = _STATE_OF[verdict.status], verdict.text, now
    if state is MailState.DEFERRED:
        due = next_attempt(row["attempts"], now)
        if expired(datetime.fromisoformat(row["created"]), now):
            state, text = MailState.BOUNCED, f"given up after {LIFETIME.days} days; last: {text}"
    waits_for = revision if state is MailState.HELD else None
    return state.value, _stamp(due), _stamp(now), verdict.phase.value, verdict.code, text, waits_for


def _queued_mail(row: sqlite3.Row) -> QueuedMail:
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
        phase=row["phase"],
        reason=" ".join(str(part) for part in (head, row["code"], row["reason"]) if part) or None,
    )


def _stamp(time: datetime) -> str:
    # One form, in UTC and with microseconds always, so that text compares as time does.
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
