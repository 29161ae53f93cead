"""[hashtable] and [ordered]: dictionaries whose text keys ignore case and whose other keys keep their type."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_PLAIN = (str, int)


class Hashtable:
    """System.Collections.Hashtable.

    ``data`` maps the stored key to (nothing but) the value. Text keys are stored as first spelled; ``folded`` maps
    the folded spelling to the stored one and is built at the first miss, so a hit with the same spelling costs one
    dictionary look-up. Keys for which Python's equality is coarser than .NET's (True == 1 == 1.0) are stored as a
    (class, value) pair; ``keys`` gives the originals back.
    """

    __slots__ = ("__weakref__", "case_sensitive", "data", "folded", "ps_members")

    ordered = False

    def __init__(self, items: Iterable[tuple[Any, Any]] = (), *, case_sensitive: bool = False) -> None:
        self.data: dict[Any, Any] = {}
        self.folded: dict[str, str] | None = None
        self.case_sensitive = case_sensitive
        self.ps_members: Any = None
        for key, value in items:
            self[key] = value

    def stored(self, key: Any) -> Any:
        """The form under which `key` is (or would be) stored in ``data``."""
        kind = type(key)
        if kind is str:
            if key in self.data or self.case_sensitive:
                return key
            if self.folded is None:
                self.folded = {k.lower(): k for k in self.data if type(k) is str}
            return self.folded.get(key.lower(), key)
        if kind is int:
            return key
        return _Key(key)

    def __getitem__(self, key: Any) -> Any:
        return self.data[self.stored(key)]

    def get(self, key: Any, default: Any = None) -> Any:
        """The value, or `default`: never an error, as `$h[$key]` in PowerShell."""
        data = self.data
        if type(key) in _PLAIN and key in data:
            return data[key]
        return data.get(self.stored(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        data = self.data
        kind = type(key)
        if kind is str:
            if key not in data and not self.case_sensitive:
                folded = self.folded
                if folded is None:
                    folded = self.folded = {k.lower(): k for k in data if type(k) is str}
                key = folded.setdefault(key.lower(), key)
            data[key] = value
        elif kind is int:
            data[key] = value
        else:
            data[_Key(key)] = value

    def __contains__(self, key: object) -> bool:
        data = self.data
        kind = type(key)
        if kind is str:
            if key in data:
                return True
            if self.case_sensitive:
                return False
            folded = self.folded
            if folded is None:
                folded = self.folded = {k.lower(): k for k in data if type(k) is str}
            return key.lower() in folded  # type: ignore[attr-defined]  # a text
        return (key if kind is int else _Key(key)) in data

    def __len__(self) -> int:
        return len(self.data)

    def remove(self, key: Any) -> None:
        """Remove a key; a key that is not there is no error."""
        stored = self.stored(key)
        if (
            self.data.pop(stored, _MISSING) is not _MISSING
            and type(stored) is str
            and self.folded is not None
        ):
            self.folded.pop(stored.lower(), None)

    def clear(self) -> None:
        self.data.clear()
        self.folded = None

    def keys(self) -> list[Any]:
        return [key.value if type(key) is _Key else key for key in self.data]

    def values(self) -> list[Any]:
        return list(self.data.values())

    def items(self) -> list[tuple[Any, Any]]:
        return [(key.value if type(key) is _Key else key, value) for key, value in self.data.items()]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.keys())

    def copy(self) -> Hashtable:
        """A shallow copy of the same kind."""
        twin = type(self)(case_sensitive=self.case_sensitive)
        twin.data = dict(self.data)
        return twin


class OrderedDictionary(Hashtable):
    """System.Collections.Specialized.OrderedDictionary, `[ordered]@{}`: an int index is a position."""

    __slots__ = ()

    ordered = True

    def at(self, position: int) -> Any:
        """The value at a position; raises IndexError."""
        return list(self.data.values())[position]


NO_ENTRIES: dict[str, Any] = {}
"""What stands for the entries of an object that has none; never changed."""

TABLES = frozenset({Hashtable, OrderedDictionary})
"""Classes whose ``data`` holds the values of text keys."""

READABLE: set[type] = set(TABLES)
"""Classes in whose ``data`` a text key that is found there has its value: generic dictionaries join when they are defined."""


class OrderedHashtable(Hashtable):
    """System.Management.Automation.OrderedHashtable: a hashtable that keeps the order of its keys, as
    ConvertFrom-Json -AsHashtable makes them.
    """

    __slots__ = ()


class _Key:
    """A key whose Python equality would be wrong: equal only to a key of the same class and value."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        try:
            return hash(self.value)
        except TypeError:
            return id(self.value)

    def __eq__(self, other: object) -> bool:
        if type(other) is not _Key or type(other.value) is not type(self.value):
            return False
        if isinstance(self.value, list):
            return self.value is other.value
        return bool(self.value == other.value)


_MISSING = object()
