"""Addresses that bounced so often that nothing more is sent to them, until somebody says otherwise.

Only hard bounces count: the relay, or the report of a server behind it, says that there is no such mailbox. Three of
them suppress the address; one message taken forgets them all. Everything here runs inside the caller's transaction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from spshell.mail.outcome import Nature, Phase

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from spshell.mail.outcome import Verdict

BOUNCES = 3
# RFC 3463 §3.2: bad destination mailbox, system, syntax; moved; host does not accept mail. Not 5.2.2, a full mailbox.
_NO_MAILBOX = re.compile(r"5\.1\.(?:1|2|3|6|10)\b")
_NO_USER = frozenset({550, 551, 553})


@dataclass(frozen=True, slots=True)
class Suppressed:
    """An address, how often it has bounced, and what was said last."""

    address: str
    bounces: int
    reason: str
    changed: datetime

    @property
    def is_active(self) -> bool:
        return self.bounces >= BOUNCES


def is_hard(verdict: Verdict) -> bool:
    """Whether a verdict says that the mailbox does not exist."""
    if verdict.nature is not Nature.PERMANENT or verdict.phase is not Phase.RCPT:
        return False
    return names_no_mailbox(verdict.text, verdict.code)


def names_no_mailbox(text: str, code: int | None) -> bool:
    """Whether a reply's text, or its code where the text has no status, means that nobody lives there."""
    if re.match(r"[245]\.\d", text):
        return _NO_MAILBOX.match(text) is not None
    return code in _NO_USER


def count(connection: sqlite3.Connection, address: str, reason: str, now: str) -> None:
    connection.execute(
        "INSERT INTO suppression (address, bounces, reason, changed) VALUES (?, 1, ?, ?) ON CONFLICT (address)"
        " DO UPDATE SET bounces = bounces + 1, reason = excluded.reason, changed = excluded.changed",
        (address.lower(), reason, now),
    )


def forget(connection: sqlite3.Connection, addresses: Iterable[str]) -> int:
    return sum(
        connection.execute("DELETE FROM suppression WHERE address = ?", (address.lower(),)).rowcount
        for address in addresses
    )


def is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM suppression LIMIT 1").fetchone() is None


def reason_against(connection: sqlite3.Connection, address: str) -> str | None:
    """Why nothing is sent to an address; None when it may be sent to."""
    row = connection.execute(
        "SELECT bounces, reason FROM suppression WHERE address = ? AND bounces >= ?",
        (address.lower(), BOUNCES),
    ).fetchone()
    return None if row is None else f"suppressed after {row['bounces']} bounces; last: {row['reason']}"


def listed(connection: sqlite3.Connection) -> list[Suppressed]:
    rows = connection.execute("SELECT address, bounces, reason, changed FROM suppression ORDER BY address")
    return [
        Suppressed(row["address"], row["bounces"], row["reason"], datetime.fromisoformat(row["changed"]))
        for row in rows
    ]
