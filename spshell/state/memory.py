"""The in-memory store: the twin of the durable ones, for tests and for plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.state.store import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from spshell.state.record import Record


class MemoryStore:
    """Records in a dictionary; commits are as strict as a database's."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records = {record.key: record.copy() for record in records}

    def get(self, kind: str, id: UUID) -> Record | None:  # noqa: A002 - the word of the protocol
        found = self._records.get((kind, id))
        return found.copy() if found else None

    def scan(self, kind: str) -> Iterator[Record]:
        snapshot = [record.copy() for record in self._records.values() if record.kind == kind]
        return iter(snapshot)

    def commit(self, puts: Iterable[Record] = (), deletes: Iterable[Record] = ()) -> None:
        puts, deletes = list(puts), list(deletes)
        self._records = applied(self._records, puts, deletes)


def applied(
    records: dict[tuple[str, UUID], Record], puts: list[Record], deletes: list[Record]
) -> dict[tuple[str, UUID], Record]:
    """The records after a commit; raises Conflict or BodyError and changes nothing."""
    after = dict(records)
    for record in deletes:
        _expect(record, after)
        del after[record.key]
    for record in puts:
        record.check()
        _expect(record, after)
        after[record.key] = record.copy(version=record.version + 1)
    return after


def _expect(record: Record, records: dict[tuple[str, UUID], Record]) -> None:
    stored = records.get(record.key)
    version = stored.version if stored else None
    if version != (record.version or None):
        raise Conflict(record.kind, record.id, record.version, version)
