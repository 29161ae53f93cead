"""Farm persistence: records in a store, and the journal of what changed them.

    from spshell.state import Conflict, Record, open_store

    store = open_store("farm.toml")                   # sqlite:///farm.db, postgresql://..., memory://
    site = Record("site", uuid4(), {"url": "http://portal/sites/hr"})
    store.commit(puts=[site])                         # all or nothing
    stored = store.get("site", site.id)               # a copy of its own; stored.version == 1
    stored.body["title"] = "HR"
    store.commit(puts=[stored])                       # Conflict when somebody else was faster
    store.commit(deletes=[store.get("site", site.id)])

A store knows no farm object: it holds records, which have a kind (a word, the section's name in a
farm file), an id, a version and a body of what TOML and JSON can both say. `record.version` is the
version that was read, 0 for a record that has never been stored; a commit succeeds only while every
version it names is still the stored one, and the stored version is then one higher.

    store.py      the protocol and its errors           memory.py    the twin for tests and plans
    record.py     Record, and what a body may hold      toml.py      a readable file, the default
    location.py   which store an address means          sql.py       SQLite and PostgreSQL
    journal.py    the hash-chained list of changes      journaled.py a store that writes the journal
    durable.py    files that survive a crash            lock.py      one writer at a time
"""

from spshell.state.location import open_store
from spshell.state.record import BodyError, Record
from spshell.state.store import Conflict, LockBusy, StateError, StateFileError, StateStore, StoreUnavailable

__all__ = [
    "BodyError",
    "Conflict",
    "LockBusy",
    "Record",
    "StateError",
    "StateFileError",
    "StateStore",
    "StoreUnavailable",
    "open_store",
]
