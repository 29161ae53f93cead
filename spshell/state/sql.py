"""Records in SQLite (one machine, many objects) or PostgreSQL (several servers): SQLAlchemy Core.

    record(number, kind, id, version, body)      body is JSON text, the same in both databases

Optimistic concurrency is the WHERE clause: an UPDATE or DELETE names the version it expects, and when it
touches no row the transaction is rolled back with Conflict. Nothing else in spshell imports SQLAlchemy.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from spshell.state.location import file_of, scheme_of
from spshell.state.record import Record
from spshell.state.store import Conflict, LockBusy, StoreUnavailable

try:
    import sqlalchemy as sa
    from sqlalchemy import exc
except ImportError as error:  # an optional dependency: farms in a file do without it
    raise StoreUnavailable("sqlite or postgresql", "needs SQLAlchemy: pip install 'spshell[sql]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_METADATA = sa.MetaData()
_RECORD = sa.Table(
    "record",
    _METADATA,
    # Numbers are given out in the order of creation, which is the order of a scan.
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "id"),
    sqlite_autoincrement=True,
)
_BATCH = 1000
_READING = {"spshell_reading": True}


class SqlStore:
    """Records in a database; the table is made at first use."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            self._engine = _engine(address)
            _METADATA.create_all(self._engine)
        except (exc.SQLAlchemyError, ImportError, OSError) as error:
            raise StoreUnavailable(_shown(address), _reason(error)) from error

    def get(self, kind: str, id: UUID) -> Record | None:  # noqa: A002 - the word of the protocol
        query = sa.select(_RECORD).where(_RECORD.c.kind == kind, _RECORD.c.id == str(id))
        rows = self._read(query)
        return _record(rows[0]) if rows else None

    def scan(self, kind: str) -> Iterator[Record]:
        # In batches by number, so that no transaction stays open while somebody looks at the results.
        last = 0
        while True:
            query = (
                sa.select(_RECORD)
                .where(_RECORD.c.kind == kind, _RECORD.c.number > last)
                .order_by(_RECORD.c.number)
                .limit(_BATCH)
            )
            rows = self._read(query)
            yield from map(_record, rows)
            if len(rows) < _BATCH:
                return
            last = rows[-1].number

    def commit(self, puts: Iterable[Record] = (), deletes: Iterable[Record] = ()) -> None:
        puts, deletes = list(puts), list(deletes)
        for record in puts:
            record.check()

        with self._errors(), self._engine.begin() as connection:
            for record in deletes:
                _expect(connection, sa.delete(_RECORD).where(*_is(record)), record)
            for record in puts:
                _put(connection, record)

    def close(self) -> None:
        self._engine.dispose()

    def _read(self, query: sa.Select[Any]) -> Sequence[Any]:
        with self._errors(), self._engine.execution_options(**_READING).begin() as connection:
            return connection.execute(query).all()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except exc.DatabaseError as error:
            if "locked" in str(error.orig):
                raise LockBusy(_shown(self.address), "") from error
            raise StoreUnavailable(_shown(self.address), _reason(error)) from error


def _put(connection: sa.Connection, record: Record) -> None:
    body = json.dumps(record.body, ensure_ascii=False, separators=(",", ":"))
    if record.version:
        statement = sa.update(_RECORD).where(*_is(record)).values(version=record.version + 1, body=body)
        _expect(connection, statement, record)
        return
    try:
        with connection.begin_nested():
            connection.execute(
                sa.insert(_RECORD).values(kind=record.kind, id=str(record.id), version=1, body=body)
            )
    except exc.IntegrityError as error:
        raise _conflict(connection, record) from error


def _is(record: Record) -> tuple[Any, ...]:
    return _RECORD.c.kind == record.kind, _RECORD.c.id == str(record.id), _RECORD.c.version == record.version


def _expect(connection: sa.Connection, statement: Any, record: Record) -> None:
    if connection.execute(statement).rowcount != 1:
        raise _conflict(connection, record)


def _conflict(connection: sa.Connection, record: Record) -> Conflict:
    query = sa.select(_RECORD.c.version).where(_RECORD.c.kind == record.kind, _RECORD.c.id == str(record.id))
    return Conflict(record.kind, record.id, record.version, connection.execute(query).scalar())


def _record(row: Any) -> Record:
    return Record(row.kind, UUID(row.id), json.loads(row.body), row.version)


def _engine(address: str) -> sa.Engine:
    if scheme_of(address) != "sqlite":
        # SQLAlchemy's own default is the driver's predecessor.
        url = sa.make_url(address)
        driver = "postgresql+psycopg" if url.drivername == "postgresql" else url.drivername
        return sa.create_engine(url.set(drivername=driver), pool_pre_ping=True)
    path = file_of(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # its companions take the mode of this file
    # Autocommit as far as the driver goes: the transactions are ours (BEGIN IMMEDIATE below).
    engine = sa.create_engine(address, connect_args={"timeout": 30, "isolation_level": None})

    def opened(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    def begun(connection: sa.Connection) -> None:
        # A commit takes the write lock at once: one that starts by reading could not be upgraded.
        reads = connection.get_execution_options().get("spshell_reading")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    sa.event.listen(engine, "connect", opened)
    sa.event.listen(engine, "begin", begun)
    return engine


def _shown(address: str) -> str:
    try:
        return sa.make_url(address).render_as_string(hide_password=True)
    except exc.ArgumentError:
        return scheme_of(address)


def _reason(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    return f"{type(cause).__name__}: {cause}"
