"""GetEnumerator(): an object that steps through a snapshot of a collection's elements; going through it uses it up."""

from __future__ import annotations

from spshell.dotnet.system.errors import invalid_operation
from spshell.values.declare import method, net_class, prop
from spshell.values.nettype import BY_NAME, NetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


@net_class(
    "System.Collections.IEnumerator+Snapshot",
    interfaces=("System.Collections.IEnumerator", "System.IDisposable", "System.Collections.IEnumerable"),
    register_class=False,
)
class Enumerator:
    """An enumerator; the pipeline runs through what is left of it."""

    net_type: NetType

    def __init__(self, items: Iterable[Any], type_name: str = "") -> None:
        self.items = list(items)
        self.position = -1
        if type_name:
            self.net_type = _named(type_name)

    def net_enumerate(self) -> Iterator[Any]:
        while self.position < len(self.items) - 1:
            self.position += 1
            yield self.items[self.position]
        self.position = len(self.items)

    @prop("System.Object Current {get}")
    def current(self) -> Any:
        if not 0 <= self.position < len(self.items):
            raise invalid_operation("The enumeration stands before the first or behind the last element.")
        return self.items[self.position]

    @prop("System.Object Key {get}")
    def key(self) -> Any:
        return getattr(self.current, "key", None)

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return getattr(self.current, "value", None)

    @prop("System.Collections.DictionaryEntry Entry {get}")
    def entry(self) -> Any:
        return self.current

    @method("bool MoveNext()")
    def move_next(self) -> bool:
        if self.position < len(self.items):
            self.position += 1
        return self.position < len(self.items)

    @method("void Reset()")
    def reset(self) -> None:
        self.position = -1

    @method("void Dispose()")
    def dispose(self) -> None:
        self.items = []


def _named(full_name: str) -> NetType:
    found = BY_NAME.get(full_name.lower())
    if found is None:
        base = Enumerator.__dict__["net_type"]
        found = NetType(full_name, base=BY_NAME["system.object"], interfaces=base.interfaces)
        found.name = full_name.rpartition(".")[2].rpartition("+")[2]
        found.declare = base.declare
        BY_NAME[full_name.lower()] = found
    return found
