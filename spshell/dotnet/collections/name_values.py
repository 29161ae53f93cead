"""System.Collections.Specialized.NameValueCollection: names with several values each, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import out_of_range
from spshell.values.declare import constructor, method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator


@net_class(
    "System.Collections.Specialized.NameObjectCollectionBase",
    kind="abstract",
    interfaces=("System.Collections.ICollection", "System.Collections.IEnumerable"),
)
class NameObjectCollection:
    """The base of collections of names."""


@net_class("System.Collections.Specialized.NameValueCollection")
class NameValueCollection(NameObjectCollection):
    """Names ignore case; the values of one name read as one text, joined by commas."""

    def __init__(self) -> None:
        self.entries: dict[str | None, tuple[str | None, list[str]]] = {}
        self.ps_members: Any = None

    @staticmethod
    def _fold(name: str | None) -> str | None:
        return None if name is None else name.lower()

    def net_enumerate(self) -> Iterator[Any]:
        return iter([name for name, _ in self.entries.values()])

    def __len__(self) -> int:
        return len(self.entries)

    def ps_get_index(self, index: Any) -> Any:
        return self.get_at(index) if type(index) is int else self.get(index)

    def ps_set_index(self, index: Any, value: Any) -> None:
        self.set(index, value)

    @constructor("()", "(int capacity)")
    @staticmethod
    def create(_capacity: int = 0) -> NameValueCollection:
        return NameValueCollection()

    @constructor("(System.Collections.Specialized.NameValueCollection col)")
    @staticmethod
    def copied(source: NameValueCollection) -> NameValueCollection:
        made = NameValueCollection()
        made.add_all(source)
        return made

    @prop("string[] AllKeys {get}")
    def all_keys(self) -> Any:
        from spshell.dotnet.text.strings import string_array

        return string_array([name for name, _ in self.entries.values()])  # type: ignore[misc]  # null is a name too

    @prop("System.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys {get}")
    def keys(self) -> Any:
        return self.all_keys

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.entries)

    @method("void Add(string name, string value)")
    def add(self, name: str | None, value: str | None) -> None:
        _, values = self.entries.setdefault(self._fold(name), (name, []))
        if value is not None:
            values.append(value)

    @method("void Add(System.Collections.Specialized.NameValueCollection c)")
    def add_all(self, source: NameValueCollection) -> None:
        for name, values in source.entries.values():
            for value in values:
                self.add(name, value)

    @method("void Set(string name, string value)")
    def set(self, name: str | None, value: str | None) -> None:
        self.entries[self._fold(name)] = (name, [] if value is None else [value])

    @method("string Get(string name)")
    def get(self, name: str | None) -> Any:
        found = self.entries.get(self._fold(name))
        return None if found is None or not found[1] else ",".join(found[1])

    @method("string Get(int index)")
    def get_at(self, index: int) -> Any:
        return self.get(self.get_key(index))

    @method("string[] GetValues(string name)")
    def get_values(self, name: str | None) -> Any:
        from spshell.dotnet.text.strings import string_array

        found = self.entries.get(self._fold(name))
        return None if found is None or not found[1] else string_array(list(found[1]))

    @method("string GetKey(int index)")
    def get_key(self, index: int) -> Any:
        if not 0 <= index < len(self.entries):
            raise out_of_range("index", index)
        return list(self.entries.values())[index][0]

    @method("bool HasKeys()")
    def has_keys(self) -> bool:
        return any(name is not None for name in self.entries)

    @method("void Remove(string name)")
    def remove(self, name: str | None) -> None:
        self.entries.pop(self._fold(name), None)

    @method("void Clear()")
    def clear(self) -> None:
        self.entries.clear()


@net_class("System.Web.HttpQSCollection", base="System.Collections.Specialized.NameValueCollection")
class QueryValues(NameValueCollection):
    """What HttpUtility.ParseQueryString gives: its text is a query again."""

    def ps_text(self) -> str:
        from spshell.dotnet.text.web_text import HttpUtility

        parts: list[str] = []
        for name, values in self.entries.values():
            prefix = f"{HttpUtility.url_encode(name)}=" if name else ""
            parts.extend(f"{prefix}{HttpUtility.url_encode(value)}" for value in values)
        return "&".join(parts)

    to_string = ps_text
