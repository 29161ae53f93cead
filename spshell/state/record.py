"""A record: one stored object, and the rule for what its body may hold."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Any

from spshell.state.store import StateError

if TYPE_CHECKING:
    from uuid import UUID

Body = dict[str, Any]
"""str, int, float, bool, list and dict with str keys: what TOML and JSON both can say."""

RESERVED = frozenset({"id", "version"})
"""A farm file shows these two beside the body's own keys."""

_KIND = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class BodyError(StateError):
    """A body (or kind) holds what not every store can: `path` says where, `value` what."""

    def __init__(self, path: str, value: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.value = value
        self.reason = reason


class Record:
    """One stored object; `version` is the one that was read, 0 before the first commit."""

    __slots__ = ("body", "id", "kind", "version")

    def __init__(self, kind: str, id: UUID, body: Body | None = None, version: int = 0) -> None:  # noqa: A002 - the word of the protocol
        self.kind = kind
        self.id = id
        self.body: Body = {} if body is None else body
        self.version = version

    @property
    def key(self) -> tuple[str, UUID]:
        return self.kind, self.id

    def copy(self, *, version: int | None = None) -> Record:
        """An independent copy, down to the innermost list."""
        body = copied(self.body)
        return Record(self.kind, self.id, body, self.version if version is None else version)

    def check(self) -> None:
        """Raise BodyError unless every store can hold this record."""
        if not _KIND.fullmatch(self.kind):
            raise BodyError("kind", self.kind, "a kind is a word: letters, digits, - and _")
        for key in RESERVED & self.body.keys():
            raise BodyError(f"{self.kind}.{key}", self.body[key], "the record itself has this key")
        _check(self.body, self.kind)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Record:
            return NotImplemented
        return (self.kind, self.id, self.version, self.body) == (
            other.kind,
            other.id,
            other.version,
            other.body,
        )

    __hash__ = None  # type: ignore[assignment]  # mutable, as the body is

    def __repr__(self) -> str:
        # The body stays out: it may hold what no log should.
        return f"<Record {self.kind} {self.id} v{self.version}>"


def copied(value: Any) -> Any:
    """A deep copy of a body value (several times faster than copy.deepcopy, which keeps a memo)."""
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    if type(value) is list:
        return [copied(item) for item in value]
    return value


def _check(value: Any, path: str) -> None:
    kind = type(value)
    if kind is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise BodyError(path, key, "a key is a string")
            _check_text(key, path)
            _check(item, f"{path}.{key}")
    elif kind is list:
        for index, item in enumerate(value):
            _check(item, f"{path}[{index}]")
    elif kind is str:
        _check_text(value, path)
    elif kind is int:
        if not -(2**63) <= value < 2**63:
            raise BodyError(path, value, "an integer has 64 bits")
    elif kind is float:
        if not isfinite(value):
            raise BodyError(path, value, "JSON has no infinity and no NaN")
    elif kind is not bool:
        raise BodyError(path, value, f"a body holds no {kind.__name__}")


def _check_text(text: str, path: str) -> None:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise BodyError(path, text, "half a surrogate pair cannot be stored")
    if "\0" in text:
        raise BodyError(path, text, "PostgreSQL holds no NUL character")
