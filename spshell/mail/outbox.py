"""The outbox: every message from the moment it was written until the relay has taken it.

A message is one row and each of its recipients another, in one SQLite file. A recipient's way:

    queued --claim--> sending --settle--> sent
      ^                  |-- temporary --> deferred (due again at next_attempt)
      |                  |-- permanent --> bounced
      '---- resume ------'-- settings  --> held (until somebody resumes it)

`claim` commits the attempt before any connection is opened, so a crash loop cannot hammer a relay, and takes a lease:
a claim that was never settled (the process died) is due again when its lease ends. The relay's acceptance is
committed before the same session carries another message. A crash in between sends one message twice, under the same
Message-ID; it loses none. Workers that wait at the same time share a commit (`turn`).

A message whose bytes do not read back as they were meant, or no longer are what was written, is quarantined: kept,
shown, never sent.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from spshell.mail import claiming, suppression
from spshell.mail.claiming import WAITING
from spshell.mail.envelope import Envelope
from spshell.mail.headers import single_line
from spshell.mail.outbox_file import opened, transaction
from spshell.mail.outbox_records import (
    Claim,
    Clock,
    Held,
    MailState,
    QueuedMail,
    Settlement,
    digest,
    queued_mail,
    stamp,
)
from spshell.mail.outcome import SETTING_PHASES
from spshell.mail.parse_back import ParseBackError
from spshell.mail.priority import Priority
from spshell.mail.retry import LONGEST

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from spshell.mail.bounce import BounceAddress
    from spshell.mail.message import MailMessage
    from spshell.mail.outcome import Outcome, Verdict


LEASE = timedelta(minutes=1)
"""A worker renews its leases while it lives (see MailWorker); after that it is dead."""

KEPT = timedelta(days=14)
"""How long a message that is done can still be looked at."""

_RELAY_PHASES = ", ".join(f"'{phase.value}'" for phase in SETTING_PHASES)
_TOLERANCE = timedelta(minutes=1)  # two servers' clocks


class Outbox:
    """The durable queue in one SQLite file (mode 0600), made at first use.

    Any number of processes may use it at once; one object belongs to one thread.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._opened: sqlite3.Connection | None = None
        self._in_batch = False

    def __enter__(self) -> Outbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    # Putting in

    def enqueue(
        self,
        message: MailMessage,
        envelope: Envelope,
        relay_key: str,
        clock: Clock,
        *,
        priority: Priority = Priority.ALERT,
        key: str | None = None,
        bounces: BounceAddress | None = None,
    ) -> UUID:
        """Keep a message for delivery; durable when this returns (inside `batch`, when that ends).

        `key` says what the message is about, such as event and reader: a second message with the same key is the first
        one over again, and is not kept. So whoever turns events into mail may do it twice after a crash. `bounces` makes
        the return path one that names this message (bounce.py).
        A message that fails the parse-back check is kept as quarantined, with the reason.
        """
        state, reason = MailState.QUEUED, None
        try:
            content = message.content()
        except ParseBackError as error:
            state, reason, content = MailState.QUARANTINED, error.reason, error.content
        mail, now = uuid4(), stamp(clock.now())
        mail_from = envelope.mail_from if bounces is None else bounces.of(mail)
        head = (str(mail), message.message_id, relay_key, mail_from, single_line(message.subject), now)
        with self._transaction() as connection:
            known = (
                connection.execute("SELECT id FROM mail WHERE key = ?", (key,)).fetchone() if key else None
            )
            if known is not None:
                return UUID(known["id"])
            connection.execute(
                "INSERT INTO mail (id, message_id, relay_key, mail_from, subject, created, content, digest,"
                " priority, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*head, content, digest(content), priority, key),
            )
            nobody = suppression.is_empty(connection)
            for address in envelope.recipients:
                against = None if nobody or reason else suppression.reason_against(connection, address)
                fate = MailState.BOUNCED if against else state
                connection.execute(
                    "INSERT INTO recipient (mail, address, state, next_attempt, changed, reason, priority)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (str(mail), address, fate.value, now, now, reason or against, priority),
                )
        return mail

    @contextmanager
    def batch(self) -> Iterator[sqlite3.Connection]:
        """Several messages in one transaction: all are kept or none; with what the caller writes on the connection."""
        with transaction(self._connection) as connection:
            self._in_batch = True
            try:
                yield connection
            finally:
                self._in_batch = False

    # Delivering

    def claim(self, clock: Clock, *, lease: timedelta = LEASE) -> Claim | None:
        """Take the message whose turn it is, with all its due recipients, and count the attempt.

        None when nothing is due. Of many workers only one gets a message.
        """
        claims = self.turn(clock, (), 1, lease=lease)
        return claims[0] if claims else None

    def settle(self, claim: Claim, outcome: Outcome, clock: Clock, *, revision: str = "") -> None:
        """Record what became of every recipient of a claim; durable when this returns.

        `revision` is that of the relay's settings: what is held waits for another one (see `held`).
        A claim whose lease ran out and was taken by another worker settles nothing.
        """
        self.turn(clock, [Settlement(claim, outcome, revision)], 0)

    def turn(
        self, clock: Clock, settlements: Sequence[Settlement], count: int, *, lease: timedelta = LEASE
    ) -> list[Claim]:
        """Settle some claims and take so many others, in one transaction."""
        now = clock.now()
        with self._transaction() as connection:
            for settlement in settlements:
                claiming.settle(connection, settlement, now)
            claims: list[Claim] = []
            while len(claims) < count:
                due = claiming.due(connection, now, count - len(claims))
                if not due:
                    break
                taken = [claiming.take(connection, mail, now, now + lease) for mail in due]
                claims += [claim for claim in taken if claim is not None]
        return claims

    def renew(self, claims: Iterable[Claim], clock: Clock, *, lease: timedelta = LEASE) -> None:
        """Say that the workers of these claims are alive."""
        until = stamp(clock.now() + lease)
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE recipient SET next_attempt = ? WHERE claim = ?",
                [(until, claim.ticket) for claim in claims],
            )

    def postpone(self, relay_key: str, verdict: Verdict, until: datetime, clock: Clock) -> int:
        """A relay does not answer: everything for it that would be due before waits until then. How many that were."""
        now = stamp(clock.now())
        with self._transaction() as connection:
            return connection.execute(
                "UPDATE recipient SET state = 'deferred', attempts = attempts + 1, next_attempt = ?, changed = ?,"
                " phase = ?, code = ?, reason = ? WHERE state IN ('queued', 'deferred') AND next_attempt < ?"
                " AND mail IN (SELECT id FROM mail WHERE relay_key = ?)",
                (stamp(until), now, *_said(verdict), now, relay_key),
            ).rowcount

    def hold_for(self, relay_key: str, verdict: Verdict, revision: str, clock: Clock) -> int:
        """A relay's settings are wrong: everything for it that is due is held for them. How many that were."""
        now = stamp(clock.now())
        with self._transaction() as connection:
            return connection.execute(
                "UPDATE recipient SET state = 'held', attempts = attempts + 1, next_attempt = ?, changed = ?,"
                " phase = ?, code = ?, reason = ?, revision = ? WHERE state IN ('queued', 'deferred')"
                " AND next_attempt <= ? AND mail IN (SELECT id FROM mail WHERE relay_key = ?)",
                (now, now, *_said(verdict), revision, now, relay_key),
            ).rowcount

    def hasten(self, relay_key: str, clock: Clock) -> int:
        """A relay is well again: what was put off because it did not answer is due now. How many that were."""
        now = stamp(clock.now())
        with self._transaction() as connection:
            return connection.execute(
                f"UPDATE recipient SET next_attempt = ? WHERE state = 'deferred' AND next_attempt > ?"  # noqa: S608
                f" AND phase IN ({_RELAY_PHASES}) AND mail IN (SELECT id FROM mail WHERE relay_key = ?)",
                (now, now, relay_key),
            ).rowcount

    def mend_clock(self, clock: Clock) -> int:
        """After the clock was set back: what waits for a time that is too far away waits for an hour at most."""
        now = clock.now()
        with self._transaction() as connection:
            return connection.execute(
                f"UPDATE recipient SET next_attempt = min(next_attempt, ?), changed = ? WHERE {WAITING}"  # noqa: S608
                " AND changed > ?",
                (stamp(now + LONGEST), stamp(now), stamp(now + _TOLERANCE)),
            ).rowcount

    def next_due(self) -> datetime | None:
        """When the next message is due; None when nothing waits."""
        row = self._connection.execute(
            f"SELECT min(next_attempt) FROM recipient WHERE {WAITING}"  # noqa: S608 - our own constant
        ).fetchone()
        return None if row[0] is None else datetime.fromisoformat(row[0])

    def held(self) -> list[Held]:
        """The settings that mail is held for: one entry for each relay key and revision."""
        rows = self._connection.execute(
            "SELECT relay_key, revision, phase, code, reason FROM recipient JOIN mail"
            " ON mail.id = recipient.mail WHERE state = 'held' AND revision IS NOT NULL"
            " GROUP BY relay_key, revision, phase, code ORDER BY number"
        )
        return [Held(*row) for row in rows]

    # Looking at it, and acting by hand

    def mail(self, state: MailState | None = None) -> list[QueuedMail]:
        """Every recipient of every message, oldest first; or those in one state."""
        return list(self.each(state))

    def each(self, state: MailState | None = None) -> Iterator[QueuedMail]:
        """The same one by one, for outboxes that do not fit into memory."""
        rows = self._connection.execute(
            "SELECT recipient.*, message_id, relay_key, mail_from, subject, created"
            " FROM recipient JOIN mail ON mail.id = recipient.mail"
            " WHERE ? IS NULL OR state = ? ORDER BY number",
            (state.value if state else None,) * 2,
        )
        return map(queued_mail, rows)

    def counts(self) -> dict[MailState, int]:
        """How many recipients are in each state."""
        rows = self._connection.execute("SELECT state, count(*) FROM recipient GROUP BY state")
        return {MailState(state): number for state, number in rows}

    def content(self, mail: UUID) -> bytes:
        """The bytes of a message, as they leave or would leave; KeyError when there is no such message."""
        row = self._connection.execute("SELECT content FROM mail WHERE id = ?", (str(mail),)).fetchone()
        if row is None:
            raise KeyError(mail)
        content: bytes = row["content"]
        return content

    def release(self, held: Held, clock: Clock) -> int:
        """Make due again what was held for these settings in this phase; how many recipients that were."""
        now = stamp(clock.now())
        with self._transaction() as connection:
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
        with self._transaction() as connection:
            return connection.execute("DELETE FROM mail WHERE id = ?", (str(mail),)).rowcount > 0

    def prune(self, clock: Clock, older_than: timedelta = KEPT) -> int:
        """Forget messages of which every recipient has been done for so long; how many that were."""
        with self._transaction() as connection:
            return connection.execute(
                "DELETE FROM mail WHERE created < ? AND NOT EXISTS (SELECT 1 FROM recipient WHERE"
                " recipient.mail = mail.id AND (state NOT IN ('sent', 'bounced') OR changed >= ?))",
                (stamp(clock.now() - older_than),) * 2,
            ).rowcount

    # Addresses that bounce

    def record_bounce(self, mail: UUID, recipient: str, reason: str, clock: Clock, *, hard: bool) -> bool:
        """A report has come in (dsn.py): the message did not arrive after all. False when it is none of ours."""
        now = stamp(clock.now())
        with self._transaction() as connection:
            found = connection.execute(
                "UPDATE recipient SET state = 'bounced', changed = ?, phase = 'report', code = NULL, reason = ?"
                " WHERE mail = ? AND lower(address) = ? AND state IN ('sent', 'deferred', 'queued')",
                (now, reason, str(mail), recipient.lower()),
            ).rowcount
            if found and hard:
                suppression.count(connection, recipient, reason, now)
        return found > 0

    def suppressed(self) -> list[suppression.Suppressed]:
        """Addresses that bounced, those to which nothing is sent any more among them."""
        return suppression.listed(self._connection)

    def unsuppress(self, address: str) -> bool:
        """Send to an address again; False when nothing was known about it."""
        with self._transaction() as connection:
            return suppression.forget(connection, [address]) > 0

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = opened(self.path)
        return self._opened

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._in_batch:
            yield self._connection
            return
        with transaction(self._connection) as connection:
            yield connection

    def _move(
        self, sources: tuple[str, str], target: MailState, clock: Clock, mails: Iterable[UUID] | None
    ) -> int:
        now = stamp(clock.now())
        chosen = [None] if mails is None else [str(mail) for mail in mails]
        with self._transaction() as connection:
            return sum(
                connection.execute(
                    "UPDATE recipient SET state = ?, next_attempt = ?, changed = ?, revision = NULL"
                    " WHERE state IN (?, ?) AND (? IS NULL OR mail = ?)",
                    (target.value, now, now, *sources, mail, mail),
                ).rowcount
                for mail in chosen
            )


def _said(verdict: Verdict) -> tuple[object, ...]:
    return verdict.phase.value, verdict.code, verdict.text
