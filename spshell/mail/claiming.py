"""Whose turn it is, taking it, and settling what was taken: the statements behind `Outbox.turn`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from spshell.mail import suppression
from spshell.mail.envelope import Envelope
from spshell.mail.outbox_records import Claim, MailState, digest, stamp
from spshell.mail.outcome import Status
from spshell.mail.priority import Priority
from spshell.mail.retry import next_attempt

if TYPE_CHECKING:
    import sqlite3

    from spshell.mail.outbox_records import Settlement
    from spshell.mail.outcome import Verdict

WAITING = "state IN ('queued', 'deferred', 'sending')"
"""Of recipients whose turn comes when their time does; the lease of one that is being sent may have run out."""

_ATTEMPTS = 8

_STATE_OF = {
    Status.SENT: MailState.SENT,
    Status.DEFERRED: MailState.DEFERRED,
    Status.HELD: MailState.HELD,
    Status.BOUNCED: MailState.BOUNCED,
}


def due(connection: sqlite3.Connection, now: datetime, count: int) -> list[str]:
    """The next messages: by priority, and among equals those that are due longest."""
    mails: dict[str, None] = {}
    for priority in Priority:
        rows = connection.execute(
            f"SELECT mail FROM recipient WHERE {WAITING} AND priority = ? AND next_attempt <= ?"  # noqa: S608
            " ORDER BY next_attempt, number LIMIT ?",
            (priority, stamp(now), count),
        )
        for row in rows:
            mails.setdefault(row["mail"])
        if len(mails) >= count:
            break
    return list(mails)[:count]


def take(connection: sqlite3.Connection, mail: str, now: datetime, until: datetime) -> Claim | None:
    """A claim on a message; None when it is not what was written, and quarantined now."""
    ticket = str(uuid4())
    rows = connection.execute(
        "UPDATE recipient SET state = 'sending', claim = ?, attempts = attempts + 1, next_attempt = ?,"  # noqa: S608
        f" changed = ? WHERE mail = ? AND next_attempt <= ? AND {WAITING} RETURNING number, address",
        (ticket, stamp(until), stamp(now), mail, stamp(now)),
    ).fetchall()
    row = connection.execute(
        "SELECT relay_key, mail_from, content, digest FROM mail WHERE id = ?", (mail,)
    ).fetchone()
    if digest(row["content"]) != row["digest"]:
        connection.execute(
            "UPDATE recipient SET state = 'quarantined', changed = ?, reason = ?, claim = NULL WHERE claim = ?",
            (stamp(now), "the stored bytes are not the ones that were written", ticket),
        )
        return None
    addresses = tuple(each["address"] for each in sorted(rows, key=lambda each: int(each["number"])))
    envelope = Envelope(row["mail_from"], addresses, id=mail)
    return Claim(ticket, UUID(mail), row["relay_key"], envelope, row["content"])


def settle(connection: sqlite3.Connection, settlement: Settlement, now: datetime) -> None:
    """Record the verdicts of a claim; recipients that another worker claimed since are left alone."""
    claim, verdicts = settlement.claim, settlement.outcome.verdicts
    rows = connection.execute(
        "SELECT recipient.number, address, attempts, created, mail.priority FROM recipient"
        " JOIN mail ON mail.id = recipient.mail WHERE claim = ?",
        (claim.ticket,),
    ).fetchall()
    sent = []
    for row in rows:
        verdict = verdicts[row["address"]]
        fate = _fate(row, verdict, now, settlement.revision)
        connection.execute(
            "UPDATE recipient SET state = ?, next_attempt = ?, changed = ?, phase = ?, code = ?,"
            " reason = ?, revision = ?, claim = NULL WHERE number = ?",
            (*fate, row["number"]),
        )
        if suppression.is_hard(verdict):
            suppression.count(connection, row["address"], str(verdict), stamp(now))
        elif verdict.status is Status.SENT:
            sent.append(row["address"])
    if sent and not suppression.is_empty(connection):
        suppression.forget(connection, sent)


def _fate(row: sqlite3.Row, verdict: Verdict, now: datetime, revision: str) -> tuple[object, ...]:
    """The columns that a verdict sets: state, next_attempt, changed, phase, code, reason, revision."""
    state, text, due = _STATE_OF[verdict.status], verdict.text, now
    if state is MailState.DEFERRED:
        due = next_attempt(row["attempts"], now)
        lifetime = Priority(row["priority"]).lifetime
        # The attempts too: a clock that was set forward has not waited.
        if now - datetime.fromisoformat(row["created"]) >= lifetime and row["attempts"] >= _ATTEMPTS:
            hours = lifetime // timedelta(hours=1)
            state, text = MailState.BOUNCED, f"given up after {hours} hours; last: {text}"
    waits_for = revision if state is MailState.HELD else None
    return state.value, stamp(due), stamp(now), verdict.phase.value, verdict.code, text, waits_for
