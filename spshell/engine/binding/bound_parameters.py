"""``$PSBoundParameters``: a dictionary of the parameters that were given; splatting it hands them on."""

from __future__ import annotations

from spshell.values.declare import Members, net_class, prop
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import BY_CLASS, BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_MEMBERS = Members()
_DICTIONARY = "System.Collections.Generic.Dictionary`2[System.String,System.Object]"

_TYPE = register(
    NetType(
        "System.Management.Automation.PSBoundParametersDictionary",
        base=BY_NAME.get("system.object"),
        interfaces=(
            "System.Collections.Generic.IDictionary`2[System.String,System.Object]",
            "System.Collections.IDictionary",
            "System.Collections.ICollection",
            "System.Collections.IEnumerable",
            _DICTIONARY,
        ),
    )
)
_TYPE.declare = _MEMBERS.fill


@net_class(
    "System.Collections.Generic.KeyValuePair`2[System.String,System.Object]",
    ps_name="System.Collections.Generic.KeyValuePair[string,System.Object]",
    kind="struct",
    is_value_type=True,
)
class BoundEntry:
    """One entry of the enumeration."""

    def __init__(self, key: str, value: Any) -> None:
        self.entry_key = key
        self.entry_value = value

    @prop("string Key {get}")
    def key(self) -> str:
        return self.entry_key

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return self.entry_value

    def ps_text(self) -> str:
        from spshell.values.text import to_text

        return f"[{self.entry_key}, {to_text(self.entry_value)}]"

    to_string = ps_text


class BoundParameters(Hashtable):
    """PSBoundParametersDictionary: entries in the order they were bound, names in any case."""

    __slots__ = ()

    net_type = _TYPE

    def entries(self) -> Iterator[BoundEntry]:
        """What an enumeration gives."""
        for key, value in self.items():
            yield BoundEntry(key, value)


BY_CLASS[BoundParameters] = _TYPE


def bound_dictionary(bound: dict[str, Any]) -> BoundParameters:
    """The dictionary for parameters in the order they were bound."""
    made = BoundParameters()
    for name, value in bound.items():
        made[name] = value
    return made


@_MEMBERS.prop("int Count {get}")
def _count(target: BoundParameters) -> int:
    return len(target.data)


@_MEMBERS.prop("System.Object Keys {get}")
def _keys(target: BoundParameters) -> Any:
    return [key for key, _ in target.items()]


@_MEMBERS.prop("System.Object Values {get}")
def _values(target: BoundParameters) -> Any:
    return [value for _, value in target.items()]


@_MEMBERS.method("bool TryGetValue(string key, ref System.Object value)")
def _try_get_value(target: Any, key: str, value: Any) -> bool:
    found = key in target
    value.value = target.get(key) if found else None
    return found


@_MEMBERS.method("System.Object GetEnumerator()")
def _enumerator(target: BoundParameters) -> Any:
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(target.entries())


@_MEMBERS.method("bool ContainsKey(string key)", "bool Contains(System.Object key)")
def _contains(target: BoundParameters, key: Any) -> bool:
    return key in target


@_MEMBERS.method("bool ContainsValue(System.Object value)")
def _contains_value(target: BoundParameters, value: Any) -> bool:
    return any(item == value for _, item in target.items())


@_MEMBERS.method("void Add(string key, System.Object value)")
def _add(target: BoundParameters, key: str, value: Any) -> None:
    if key in target:
        from spshell.values.exceptions import fault

        raise fault(
            "System.ArgumentException",
            f"The parameter '{key}' is in the dictionary already.",
            "ArgumentException",
            arguments=(key,),
        )
    target[key] = value


@_MEMBERS.method("bool Remove(string key)")
def _remove(target: BoundParameters, key: str) -> bool:
    if key not in target:
        return False
    target.remove(key)
    return True


@_MEMBERS.method("void Clear()")
def _clear(target: BoundParameters) -> None:
    for key in _keys(target):
        target.remove(key)


@_MEMBERS.method("System.Object get_Item(string key)")
def _item(target: BoundParameters, key: str) -> Any:
    return target.get(key)
