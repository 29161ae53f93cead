"""A store that writes the journal: every commit through it says who changed what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.state.journal import Change, Journal, Origin, changes
from spshell.state.store import StateError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from spshell.state.record import Record
    from spshell.state.store import StateStore


class JournaledStore:
    """Passes everything on to a store and keeps its journal.

    `origin` is asked at every commit (the script's line moves on); `secrets` are the keys of bodies
    whose values must not be shown.
    """

    def __init__(
        self,
        store: StateStore,
        journal: Journal,
        origin: Callable[[], Origin],
        now: Callable[[], datetime],
        *,
        secrets: Collection[str] = (),
    ) -> None:
        self._store = store
        self._journal = journal
        self._origin = origin
        self._now = now
        self._secrets = frozenset(secrets)

    def get(self, kind: str, id: UUID) -> Record | None:  # noqa: A002 - the word of the protocol
        return self._store.get(kind, id)

    def scan(self, kind: str) -> Iterator[Record]:
        return self._store.scan(kind)

    def commit(self, puts: Iterable[Record] = (), deletes: Iterable[Record] = ()) -> None:
        puts, deletes = list(puts), list(deletes)
        for record in puts:
            record.check()
        number = self._journal.append(self._now(), self._origin(), self._changes(puts, deletes))
        try:
            self._store.commit(puts, deletes)
        except StateError as error:
            self._journal.void(self._now(), number, f"{type(error).__name__}: {error}")
            raise

    def _changes(self, puts: list[Record], deletes: list[Record]) -> list[Change]:
        found: list[Change] = []
        for record in deletes:
            found += changes(self._store.get(*record.key), None, self._secrets)
        for record in puts:
            found += changes(self._store.get(*record.key), record, self._secrets)
        return found
