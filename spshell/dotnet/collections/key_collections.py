"""Live views of a dictionary's keys and values: they show later changes and enumerate."""

from __future__ import annotations

from spshell.values.messages import net_fault
from spshell.values.nettype import BY_NAME, NetType, register, type_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class KeyCollection:
    """The keys or values of a dictionary."""

    __slots__ = ("net_type", "owner", "which")

    def __init__(self, owner: Any, which: str) -> None:
        self.owner = owner
        self.which = which
        self.net_type = _type_for(owner, which)

    def items(self) -> list[Any]:
        """The keys or values now."""
        return list(self.owner.keys() if self.which == "Keys" else self.owner.values())

    def net_enumerate(self) -> Iterator[Any]:
        """The elements; raises InvalidOperationException when the dictionary grows or shrinks meanwhile."""
        count = len(self.owner)
        for item in self.items():
            if len(self.owner) != count:
                raise net_fault("System.InvalidOperationException", "InvalidOperation_EnumFailedVersion")
            yield item
        if len(self.owner) != count:
            raise net_fault("System.InvalidOperationException", "InvalidOperation_EnumFailedVersion")

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items())

    def __len__(self) -> int:
        return len(self.items())

    def ps_get_index(self, index: Any) -> Any:
        """By position, as the collections of OrderedDictionary and SortedList answer; others give nothing."""
        from spshell.values.conversion import to_int

        items = self.items()
        position = to_int(index)
        indexed = self.owner.ordered or self.net_type.name in ("KeyList", "ValueList")
        return items[position] if indexed and 0 <= position < len(items) else None


def object_keys(owner: Any, which: str) -> KeyCollection:
    """The keys or values of a hashtable or ordered dictionary."""
    return KeyCollection(owner, which)


_types: dict[tuple[NetType, str], NetType] = {}
"""(type of a dictionary, Keys or Values) -> type of the view."""


def _type_for(owner: Any, which: str) -> NetType:
    owner_type = type_of(owner)
    found = _types.get((owner_type, which))
    if found is None:
        found = _types[owner_type, which] = _found_type(owner, owner_type, which)
    return found


def _found_type(owner: Any, owner_type: NetType, which: str) -> NetType:
    base = owner_type.full_name.partition("[")[0]
    singular = "KeyCollection" if which == "Keys" else "ValueCollection"
    sorted_list = base == "System.Collections.SortedList"
    if sorted_list:
        singular = "KeyList" if which == "Keys" else "ValueList"
    elif owner.ordered:
        singular = "OrderedDictionaryKeyValueCollection"
    name = f"{base}+{singular}"
    shown = name
    if owner_type.generic_arguments:
        closed = owner_type.generic_arguments
        shown = f"{name}[{','.join(argument.ps_name for argument in closed)}]"
        name = f"{name}[{','.join(argument.full_name for argument in closed)}]"
    else:
        # PowerShell shows a type that is not public with its assembly.
        home = "System.Collections.Specialized" if owner.ordered else "System.Private.CoreLib"
        key = "b03f5f7f11d50a3a" if owner.ordered else "7cec85d7bea7798e"
        if sorted_list:
            home, key = "System.Collections.NonGeneric", "b03f5f7f11d50a3a"
        shown = f"{name}, {home}, Version=10.0.0.0, Culture=neutral, PublicKeyToken={key}"
    found = BY_NAME.get(name.lower())
    if found is None:
        found = register(
            NetType(
                name,
                name=singular,
                ps_name=shown,
                base=BY_NAME["system.object"],
                interfaces=("System.Collections.ICollection", "System.Collections.IEnumerable"),
            )
        )
        found.declare = _declare
    return found


def _declare(net_type: NetType) -> None:
    from spshell.dotnet.collections.list_members import copy_to
    from spshell.values.declare import Members

    members = Members()
    members.prop("int Count {get}")(len)
    members.prop("System.Object SyncRoot {get}")(lambda view: view)
    members.prop("bool IsSynchronized {get}")(lambda _view: False)
    members.method("void CopyTo(array array, int index)")(
        lambda view, array, index: copy_to(view.items(), array, index)
    )
    members.method("bool Contains(System.Object item)")(lambda view, item: item in view.items())
    members.method("System.Collections.IEnumerator GetEnumerator()")(_enumerator)
    members.fill(net_type)


def _enumerator(view: KeyCollection) -> Any:
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(view.items())
