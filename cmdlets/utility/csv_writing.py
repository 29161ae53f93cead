"""Objects as comma-separated text, as Export-Csv and ConvertTo-Csv write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.object_text import object_text
from spshell.values.enumeration import is_list
from spshell.values.hashtable import Hashtable
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALWAYS, NEVER, AS_NEEDED = "Always", "Never", "AsNeeded"


class CsvWriter:
    """Writes lines; the first object decides the columns unless `names` are known already."""

    def __init__(
        self, delimiter: str, use_quotes: str = ALWAYS, quote_fields: Iterable[str] | None = None
    ) -> None:
        self.delimiter = delimiter
        self.use_quotes = use_quotes
        self.quote_fields = None if quote_fields is None else {name.lower() for name in quote_fields}
        self.names: list[str] | None = None
        self._quoting: list[Callable[[str], str]] = []

    def set_names(self, names: list[str]) -> None:
        """Decide the columns."""
        self.names = names
        self._quoting = [self._quoter(name) for name in names]

    def header(self) -> str:
        """The line of column names."""
        assert self.names is not None
        return self.delimiter.join(quote(name) for quote, name in zip(self._quoting, self.names, strict=True))

    def line(self, value: Any) -> str:
        """The line of an object; '' for one without anything to show."""
        assert self.names is not None
        fields = []
        for name, quote in zip(self.names, self._quoting, strict=True):
            text = field_text(value, name)
            fields.append("" if text is None else quote(text))
        return self.delimiter.join(fields)

    def _quoter(self, name: str) -> Callable[[str], str]:
        if self.quote_fields is not None:
            return _quoted if name.lower() in self.quote_fields else str
        if self.use_quotes == ALWAYS:
            return _quoted
        return str if self.use_quotes == NEVER else self._quoted_as_needed

    def _quoted_as_needed(self, text: str) -> str:
        if self.delimiter in text or "\n" in text or '"' in text:
            return _quoted(text)
        return text


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if '"' in text else f'"{text}"'


def field_text(value: Any, name: str) -> str | None:
    """The text of a property (or of a dictionary's key); None for null and for what is not there."""
    if type(value) is PSCustomObject:
        entry = value.members.get(name, _ABSENT)
        kind = type(entry)
        if kind is str:
            return entry  # type: ignore[no-any-return]  # str by the exact test
        if kind is int:
            return str(entry)
        if entry is None:
            return None
    return _property_text(value, name)


def _property_text(value: Any, name: str) -> str | None:
    base = value.base if type(value) is PSObject else value
    found = _ABSENT
    if isinstance(base, Hashtable) or hasattr(type(base), "net_items"):
        found = base.get(name, _ABSENT) if hasattr(base, "get") else _ABSENT
    if found is _ABSENT:
        from spshell.dotnet.reflection.members import MISSING, find_value

        found = find_value(value, name)
        if found is MISSING:
            return None
    if found is None:
        return None
    return object_text(found)


def column_names(value: Any) -> list[str]:
    """The columns that an object has: its properties, or the keys of a dictionary and what was added to it."""
    from spshell.dotnet.reflection.members import properties_of

    base = value.base if type(value) is PSObject else value
    if isinstance(base, Hashtable):
        keys: Iterable[Any] = base.keys()
    elif hasattr(type(base), "net_items"):
        keys = [key for key, _ in base.net_items()]
    else:
        found = properties_of(value)
        aliases = [name for name, entry in found if isinstance(entry, AliasProperty)] if is_list(base) else []
        return [name for name, _ in found if name not in aliases] + aliases
    from spshell.dotnet.reflection.reading import own_members

    added = [
        name
        for name, entry in (own_members(value) or {}).items()
        if not isinstance(entry, Member) or entry.kind.endswith("Property")
    ]
    return [to_text(key) for key in keys] + added


def type_line(value: Any) -> str:
    """The ``#TYPE`` line of an object; the marks of deserialised and imported objects go."""
    from spshell.dotnet.reflection.members import type_names

    names = type_names(value)
    name = names[0] if names else "System.Object"
    return f"#TYPE {name.removeprefix('CSV:')}"


_ABSENT = object()
