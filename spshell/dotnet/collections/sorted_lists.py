"""System.Collections.SortedList: a dictionary in the order of its keys, also by position."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from spshell.dotnet.collections.dictionaries import SHARED, TABLE
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import compare_in_sort
from spshell.dotnet.system.errors import out_of_range
from spshell.values.declare import Members
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import BY_CLASS

SORTED = Members()


class SortedList(Hashtable):
    """Entries stand in the order of their keys; case counts."""

    __slots__ = ()

    def items(self) -> list[tuple[Any, Any]]:
        key = cmp_to_key(compare_in_sort)
        return sorted(super().items(), key=lambda entry: key(entry[0]))

    def keys(self) -> list[Any]:
        return [key for key, _ in self.items()]

    def values(self) -> list[Any]:
        return [value for _, value in self.items()]


def _place(items: list[Any], index: int) -> Any:
    if not 0 <= index < len(items):
        raise out_of_range("index", index)
    return items[index]


SORTED.constructor("()")(lambda: SortedList(case_sensitive=True))
SORTED.constructor("(System.Collections.IDictionary d)")(lambda d: SortedList(d.items(), case_sensitive=True))
SORTED.method("System.Object GetByIndex(int index)")(lambda t, index: _place(t.values(), index))
SORTED.method("System.Object GetKey(int index)")(lambda t, index: _place(t.keys(), index))
SORTED.method("int IndexOfKey(System.Object key)")(lambda t, key: t.keys().index(key) if key in t else -1)
SORTED.method("int IndexOfValue(System.Object value)")(
    lambda t, value: next((i for i, item in enumerate(t.values()) if item == value), -1)
)
SORTED.method("void RemoveAt(int index)")(lambda t, index: t.remove(_place(t.keys(), index)))


def _fill(net_type: Any) -> None:
    for part in (SORTED, TABLE, SHARED):
        methods = Members()
        methods.methods, methods.properties = part.methods, part.properties
        methods.constructors = part.constructors if part is SORTED else []
        methods.fill(net_type, keep=True)


_TYPE = define(
    "System.Collections.SortedList",
    python_type=SortedList,
    interfaces=(
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ),
)
_TYPE.declare = _fill
BY_CLASS[SortedList] = _TYPE
