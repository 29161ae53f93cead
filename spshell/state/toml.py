"""The default store: one readable file that people may edit and that a diff shows well.

    # any comment stays
    [[web-application]]
    id = "6f1c..."
    version = 3
    name = "Portal"

    [web-application.mail]
    server = "mail.contoso.com"

A record is one element of its kind's array of tables; `id` and `version` stand beside the body's keys.
A commit rewrites the lines of the values that changed and leaves every other character alone: comments,
order, layout, and keys or tables that nobody here knows. A file that cannot be understood is refused
with line and column and never overwritten.

Somebody who edits the file need not touch `version`: a record whose text changed without it counts as
one version further for every process that has seen the old text, so the edit wins over a stale copy.

Measured: a commit costs time in proportion to the file (seconds at 50,000 records); it is meant for the
farms that people edit, up to about a thousand.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from spshell.state.durable import replace_file
from spshell.state.lock import PATIENCE, FileLock
from spshell.state.memory import applied
from spshell.state.record import BodyError, Record
from spshell.state.store import StateFileError, StoreUnavailable
from spshell.state.toml_edit import edited
from spshell.state.toml_text import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Key = tuple[str, UUID]

_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


class _Stamp(NamedTuple):
    """What tells one content of a file from another without reading it."""

    modified: int
    size: int
    inode: int


class _Loaded(NamedTuple):
    """One content of the file: `versions` may be ahead of the text, where a person edited it."""

    stamp: _Stamp | None
    text: str
    records: dict[Key, Record]


class TomlStore:
    """Records in a TOML file, which need not exist before the first commit."""

    def __init__(self, path: str | os.PathLike[str], *, patience: float = PATIENCE) -> None:
        # Through a symbolic link, so that the rename replaces the file and not the link.
        self.path = Path(os.path.realpath(path))
        self._patience = patience
        self._loaded: _Loaded | None = None

    def get(self, kind: str, id: UUID) -> Record | None:  # noqa: A002 - the word of the protocol
        found = self._current().records.get((kind, id))
        return found.copy() if found else None

    def scan(self, kind: str) -> Iterator[Record]:
        records = [record.copy() for record in self._current().records.values() if record.kind == kind]
        return iter(records)

    def commit(self, puts: Iterable[Record] = (), deletes: Iterable[Record] = ()) -> None:
        puts, deletes = list(puts), list(deletes)
        for record in puts:
            record.check()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_name(self.path.name + ".lock"), self._patience):
                while not self._write(puts, deletes):
                    pass
        except OSError as error:
            raise StoreUnavailable(str(self.path), error.strerror or str(error)) from error

    def _write(self, puts: list[Record], deletes: list[Record]) -> bool:
        before = self._current()
        after = applied(before.records, puts, deletes)
        changed = {record.key: after[record.key] for record in puts}
        text = edited(before.text, changed, {record.key for record in deletes})
        if self._stamp() != before.stamp:
            return False  # somebody saved the file in an editor just now; their text comes first
        replace_file(self.path, text.encode("utf-8"))
        self._loaded = _Loaded(self._stamp(), text, after)
        return True

    def _current(self) -> _Loaded:
        """What the file says now; read again only when it was replaced or edited."""
        stamp = self._stamp()
        if self._loaded is not None and self._loaded.stamp == stamp:
            return self._loaded
        text = self._read() if stamp else ""
        records = parsed(str(self.path), text)
        if self._loaded is not None:
            _count_edits(self._loaded.records, records)
        self._loaded = _Loaded(stamp, text, records)
        return self._loaded

    def _stamp(self) -> _Stamp | None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnavailable(str(self.path), error.strerror or str(error)) from error
        return _Stamp(status.st_mtime_ns, status.st_size, status.st_ino)

    def _read(self) -> str:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise StoreUnavailable(str(self.path), error.strerror or str(error)) from error
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            head = content[: error.start]
            line, column = head.count(b"\n") + 1, error.start - head.rfind(b"\n")
            raise StateFileError(str(self.path), line, column, "not UTF-8") from error


def parsed(path: str, text: str) -> dict[Key, Record]:
    """The records of a farm file's text; StateFileError where it is not one."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _decode_error(path, text, error) from error
    records: dict[Key, Record] = {}
    for kind, tables in document.items():
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            continue  # a setting or a table of somebody's own: kept, not ours
        for number, table in enumerate(tables):
            try:
                record = _record(kind, table)
                if record.key in records:
                    raise BodyError(f"{kind}.id", str(record.id), "this id stands here twice")
            except BodyError as error:
                line, column = _place(text, kind, number, error.path)
                raise StateFileError(path, line, column, error.reason) from error
            records[record.key] = record
    return records


def _record(kind: str, table: dict[str, Any]) -> Record:
    body = dict(table)
    unique, version = body.pop("id", None), body.pop("version", 1)
    try:
        identity = UUID(unique)
    except (TypeError, ValueError, AttributeError) as error:
        raise BodyError(f"{kind}.id", unique, f"a {kind} needs an id that is a UUID") from error
    if type(version) is not int or version < 1:
        raise BodyError(f"{kind}.version", version, "a version counts 1, 2, 3")
    record = Record(kind, identity, body, version)
    record.check()
    return record


def _count_edits(known: dict[Key, Record], read: dict[Key, Record]) -> None:
    for key, record in read.items():
        old = known.get(key)
        if old is None or record.version > old.version:
            continue
        record.version = old.version if record.body == old.body else old.version + 1


def _decode_error(path: str, text: str, error: tomllib.TOMLDecodeError) -> StateFileError:
    match = _AT.fullmatch(str(error))
    reason = match[1] if match else str(error)
    if match and match[2]:
        return StateFileError(path, int(match[2]), int(match[3]), reason)
    last = text.rpartition("\n")[2]
    return StateFileError(path, text.count("\n") + 1, len(last) + 1, reason)


def _place(text: str, kind: str, number: int, where: str) -> tuple[int, int]:
    """The line and column of a record's key, or of its header when the key is not there."""
    wanted = where.partition(".")[2].partition("[")[0].split(".")
    place = 1, 1
    for statement in statements(text)[0]:
        if statement.path[:2] != (kind, number):
            continue
        if statement.path == (kind, number):
            place = statement.line, 1
        if list(statement.path[2:3]) == wanted[:1]:
            return statement.line, 1
    return place
