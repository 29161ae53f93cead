"""The journal: an append-only list of who changed what, which shows when it was tampered with.

One JSON object a line, beside the farm file. Every entry holds the hash of the one before it, so that a
line cannot be altered, removed or moved without breaking the chain behind it. Secrets stand in it only
as the word "changed".

An entry is written before the commit that it describes: when the commit is refused, a second entry
voids the first; when the machine stops in between, the journal says too much and never too little.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spshell.state.durable import sync_directory
from spshell.state.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from spshell.state.record import Record

CHANGED = "changed"
"""All that the journal says about a secret."""

_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Origin:
    """Who does it, where from."""

    who: str
    server: str
    command: str = ""
    script: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One property of one record; a record that appears or goes has `property` "" and its body."""

    kind: str
    id: str
    version: int
    property: str
    before: Any
    after: Any


class JournalBroken(Exception):
    """The chain does not hold: `path`, `line` (from 1) and `reason`."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class Journal:
    """The list in one file (mode 0600)."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def append(self, when: datetime, origin: Origin, changes: Iterable[Change]) -> int:
        """Add an entry, durably; its number."""
        facts = {
            "when": when.isoformat(),
            **asdict(origin),
            "changes": [asdict(change) for change in changes],
        }
        return self._append(facts)

    def void(self, when: datetime, number: int, reason: str) -> None:
        """Say that an entry's commit did not happen."""
        self._append({"when": when.isoformat(), "voids": number, "reason": reason})

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every entry, oldest first; what a crash cut off at the end is left out."""
        for line in self._lines():
            yield json.loads(line)

    def verify(self) -> int:
        """Check the whole chain; how many entries hold. JournalBroken at the first that does not."""
        previous, count = _START, 0
        for count, line in enumerate(self._lines(), 1):
            try:
                entry = json.loads(line)
                stated = entry.pop("hash")
            except (ValueError, KeyError, AttributeError, TypeError) as error:
                raise JournalBroken(self.path, count, "not an entry") from error
            if entry.get("previous") != previous:
                raise JournalBroken(self.path, count, "does not follow the entry before it")
            if entry.get("number") != count or stated != _hash(entry):
                raise JournalBroken(self.path, count, "was altered after it was written")
            previous = stated
        return count

    def _append(self, facts: dict[str, Any]) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self.path.with_name(self.path.name + ".lock")):
            is_new = not self.path.exists()
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                last = _last_line(file)
                head: dict[str, Any] = json.loads(last) if last else {"number": 0, "hash": _START}
                entry = {"number": head["number"] + 1, "previous": head["hash"], **facts}
                entry["hash"] = _hash(entry)
                file.write(_json(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                sync_directory(self.path.parent)
        return int(entry["number"])

    def _lines(self) -> list[bytes]:
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return []
        return content.split(b"\n")[:-1]


def changes(before: Record | None, after: Record | None, secrets: Collection[str] = ()) -> list[Change]:
    """What differs between two states of a record, property by property, dotted where they nest.

    A property whose last key is in `secrets` is mentioned, and its value is not.
    """
    record = after or before
    if record is None:
        return []
    old = _flat(before.body) if before else {}
    new = _flat(after.body) if after else {}
    version = (before.version if before else 0) + 1
    kind, unique = record.kind, str(record.id)
    found = [
        Change(kind, unique, version, path, *_values(path, old.get(path), new.get(path), secrets))
        for path in dict.fromkeys([*old, *new])
        if old.get(path) != new.get(path)
    ]
    if before is None or after is None:
        word = "created" if before is None else "deleted"
        found.insert(
            0, Change(kind, unique, version, "", None if before is None else word, word if after else None)
        )
    return found


def _values(path: str, old: Any, new: Any, secrets: Collection[str]) -> tuple[Any, Any]:
    if any(key in secrets for key in path.split(".")):
        return None if old is None else CHANGED, None if new is None else CHANGED
    return old, new


def _flat(body: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in body.items():
        if type(value) is dict and value:
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def _last_line(file: Any) -> bytes:
    """The last whole line; what a crash left behind it is cut off, for its commit never began."""
    end = file.seek(0, os.SEEK_END)
    tail, start = b"", end
    while start > 0 and tail.rstrip(b"\n").count(b"\n") < 2:
        start = max(0, start - 65536)
        file.seek(start)
        tail = file.read(end - start)
    whole = tail[: tail.rfind(b"\n") + 1]
    file.seek(start + len(whole))
    file.truncate()
    lines: list[bytes] = whole.split(b"\n")
    return lines[-2] if len(lines) > 1 else b""


def _json(entry: dict[str, Any]) -> bytes:
    try:
        return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which a command line may hold
        return json.dumps(entry, separators=(",", ":")).encode("ascii")


def _hash(entry: dict[str, Any]) -> str:
    canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
