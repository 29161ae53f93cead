"""System.Collections.Specialized.StringDictionary: text for text, keys in lower case."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import thrown
from spshell.values.declare import Members
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import BY_CLASS

STRINGS = Members()


class StringDictionary(Hashtable):
    """Keys are stored in lower case, whatever they were given in."""

    __slots__ = ()

    def stored(self, key: Any) -> Any:
        return str(key).lower()

    def __setitem__(self, key: Any, value: Any) -> None:
        self.data[self.stored(key)] = value

    def get(self, key: Any, default: Any = None) -> Any:
        return self.data.get(self.stored(key), default)


def _add(target: StringDictionary, key: str, value: Any) -> None:
    if key in target:
        raise thrown("System.ArgumentException", "DuplicateKey", key.lower(), key)
    target[key] = value


STRINGS.constructor("()")(StringDictionary)
STRINGS.method("void Add(string key, string value)")(_add)
STRINGS.method("void Clear()")(lambda t: t.clear())
STRINGS.method("bool ContainsKey(string key)")(lambda t, key: key in t)
STRINGS.method("bool ContainsValue(string value)")(lambda t, value: value in t.values())
STRINGS.method("void Remove(string key)")(lambda t, key: t.remove(key))
STRINGS.prop("int Count {get}")(len)
STRINGS.prop("bool IsSynchronized {get}")(lambda _t: False)
STRINGS.prop("System.Collections.ICollection Keys {get}")(lambda t: t.keys())
STRINGS.prop("System.Collections.ICollection Values {get}")(lambda t: t.values())
STRINGS.prop("System.Object SyncRoot {get}")(lambda t: t)
STRINGS.prop("string Item(string key) {get;set}")(lambda t, key: t.get(key))
STRINGS.setter("Item")(lambda t, key, value: t.__setitem__(key, value))

_TYPE = define(
    "System.Collections.Specialized.StringDictionary",
    python_type=StringDictionary,
    interfaces=("System.Collections.IEnumerable",),
)
_TYPE.declare = STRINGS.fill
BY_CLASS[StringDictionary] = _TYPE
