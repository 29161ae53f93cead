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

SCHEMA = 2

_TABLES = """
CREATE TABLE mail (
    id TEXT PRIMARY KEY,
    message_id TEXT NOT NULL,
    relay_key TEXT NOT NULL,
    mail_from TEXT NOT NULL,
    subject TEXT NOT NULL,
    created TEXT NOT NULL,
    content BLOB NOT NULL,
    digest BLOB NOT NULL,
    priority INTEGER NOT NULL DEFAULT 2,
    key TEXT
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
    priority INTEGER NOT NULL DEFAULT 2,
    UNIQUE (mail, address)
) STRICT;
CREATE INDEX due ON recipient (priority, next_attempt, number) WHERE state IN ('queued', 'deferred', 'sending');
CREATE INDEX claimed ON recipient (claim) WHERE claim IS NOT NULL;
CREATE INDEX held ON recipient (mail) WHERE state = 'held';
CREATE UNIQUE INDEX said ON mail (key) WHERE key IS NOT NULL;
CREATE TABLE suppression (
    address TEXT PRIMARY KEY,
    bounces INTEGER NOT NULL,
    reason TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
"""

# From one format to the next; each step leaves what _TABLES would have made.
_UPGRADES = {
    1: """
ALTER TABLE mail ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;
ALTER TABLE mail ADD COLUMN key TEXT;
ALTER TABLE recipient ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;
DROP INDEX due;
CREATE INDEX due ON recipient (priority, next_attempt, number) WHERE state IN ('queued', 'deferred', 'sending');
CREATE UNIQUE INDEX said ON mail (key) WHERE key IS NOT NULL;
CREATE TABLE suppression (
    address TEXT PRIMARY KEY,
    bounces INTEGER NOT NULL,
    reason TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
""",
}


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
            if not 0 <= version <= SCHEMA:
                raise OutboxFileError(path, f"outbox format {version}; this version writes {SCHEMA}")
            scripts = [_TABLES] if version == 0 else [_UPGRADES[step] for step in range(version, SCHEMA)]
            for statement in ";".join(scripts).split(";"):
                connection.execute(statement)
            if scripts:
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
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
