"""The state store's protocol, and everything that can go wrong with one.

StateError
+-- Conflict            somebody else changed a record first; nothing was written
+-- LockBusy            another process is writing and did not finish in time
+-- StateFileError      the farm file is not readable; says the line and column
+-- StoreUnavailable    no such store, no driver for it, no connection
+-- BodyError           (record.py) a body holds what not every store can
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from spshell.state.record import Record


class StateStore(Protocol):
    """Where records live. Every implementation passes tests/state/test_store.py."""

    def get(self, kind: str, id: UUID) -> Record | None:  # noqa: A002 - the word of the protocol
        """A copy of one record as it is stored now, or None."""

    def scan(self, kind: str) -> Iterator[Record]:
        """Copies of all records of a kind, oldest first."""

    def commit(self, puts: Iterable[Record] = (), deletes: Iterable[Record] = ()) -> None:
        """Write all of it, durably, or nothing.

        A put record of version 0 must not exist yet; any other record, put or deleted, must still
        have the version it names. The stored version is then `record.version + 1`; the records
        handed in are not touched.

        Raises Conflict, BodyError, LockBusy, StateFileError or StoreUnavailable.
        """


class StateError(Exception):
    """What a store raises; see the tree above."""


class Conflict(StateError):
    """A record is not at the version that the commit expected; nothing was written."""

    def __init__(self, kind: str, id: UUID, expected: int, stored: int | None) -> None:  # noqa: A002
        now = "is gone" if stored is None else f"is at version {stored}"
        super().__init__(f"{kind} {id} {now}, not at version {expected}")
        self.kind = kind
        self.id = id
        self.expected = expected
        self.stored = stored


class LockBusy(StateError):
    """Another process holds the lock; `holder` is what it wrote into the lock file, if anything."""

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(f"{path} is being written by {holder or 'another process'}")
        self.path = path
        self.holder = holder


class StateFileError(StateError):
    """A farm file that cannot be used as it stands: `line` and `column` count from 1."""

    def __init__(self, path: str, line: int, column: int, reason: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {reason}")
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason


class StoreUnavailable(StateError):
    """No store can be opened at this address; `reason` says what is missing."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason
