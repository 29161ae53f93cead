"""The outbox's file: its tables, and transactions that are durable when they end."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = 1

_TABLES = """
CREATE TABLE mail (
    id TEXT PRIMARY KEY,
    message_id TEXT NOT NULL,
    relay_key TEXT NOT NULL,
    mail_from TEXT NOT NULL,
    subject TEXT NOT NULL,
    created TEXT NOT NULL,
    content BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE TABLE recipient (
    number INTEGER PRIMARY KEY,
    mail TEXT NOT NULL REFERENCES mail (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt TEXT NOT NULL,
    claim TEXT,
    phase TEXT,
    code INTEGER,
    reason TEXT,
    revision TEXT,
    changed TEXT NOT NULL,
    UNIQUE (mail, address)
) STRICT;
CREATE INDEX due ON recipient (next_attempt, number) WHERE state IN ('queued', 'deferred', 'sending');
CREATE INDEX claimed ON recipient (claim) WHERE claim IS NOT NULL;
CREATE INDEX held ON recipient (mail) WHERE state = 'held';
"""


class OutboxFileError(Exception):
    """The file is no outbox, or one that a later version wrote: `path` and `reason`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def opened(path: Path) -> sqlite3.Connection:
    """Open the file, made with mode 0600 when it is not there yet; OutboxFileError when it is no outbox."""
    _create(path)
    connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        # With NORMAL a power failure could take back an accepted mail, or an attempt.
        connection.execute("PRAGMA synchronous = FULL")
        with transaction(connection):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
            elif version != SCHEMA:
                raise OutboxFileError(path, f"outbox format {version}; this version writes {SCHEMA}")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise OutboxFileError(path, str(error)) from error
    except OutboxFileError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing, and nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # SQLite gives its companion files the mode of this one.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    if sys.platform != "win32":
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
