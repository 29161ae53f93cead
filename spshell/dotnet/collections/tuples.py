"""System.Tuple and System.ValueTuple, KeyValuePair and DictionaryEntry."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import compare, net_equals
from spshell.values.conversion import to_int
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType, type_of
from spshell.values.nothing import NOTHING
from spshell.values.text import to_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TUPLE = Members()


class Tuple:
    """A tuple; ``net_type`` is its closed type."""

    __slots__ = ("items", "net_type")

    def __init__(self, items: list[Any], net_type: NetType) -> None:
        self.items = items
        self.net_type = net_type

    def ps_text(self) -> str:
        return f"({', '.join(map(to_string, self.items))})"

    to_string = ps_text

    def ps_get_index(self, index: Any) -> Any:
        """``$tuple[0]``: the items by position; NOTHING outside."""
        index = to_int(index)
        position = index + len(self.items) if index < 0 else index
        return self.items[position] if 0 <= position < len(self.items) else NOTHING

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tuple) and self.net_equals(other)

    def __hash__(self) -> int:
        return hash(len(self.items))

    def net_equals(self, other: Tuple) -> bool:
        return len(self.items) == len(other.items) and all(
            net_equals(a, b) for a, b in zip(self.items, other.items, strict=True)
        )

    def compare_to(self, other: Tuple) -> int:
        for left, right in zip(self.items, other.items, strict=False):
            order = compare(left, right)
            if order:
                return order
        return len(self.items) - len(other.items)


def _closed(stem: str, items: list[Any]) -> NetType:
    from spshell.values.typenames import make_generic

    name = f"{stem}`{len(items)}"
    definition = BY_NAME.get(name.lower()) or _definition(stem, len(items))
    return make_generic(definition, [BY_NAME["system.object"] if i is None else type_of(i) for i in items])


def _definition(stem: str, count: int) -> NetType:
    struct = stem.endswith("ValueTuple")
    made = define(
        f"{stem}`{count}",
        base="System.ValueType" if struct else "System.Object",
        kind="struct" if struct else "class",
        is_value_type=struct,
    )
    made.declare = _fill(count)
    return made


def _fill(count: int) -> Any:
    def fill(net_type: NetType) -> None:
        from spshell.values.declare import add_constructor, add_property

        names = net_type.generic_arguments
        types = [names[i].ps_name if i < len(names) else "System.Object" for i in range(count)]
        for index in range(count):
            add_property(net_type, f"{types[index]} Item{index + 1} {{get}}", _item(index))
        if not net_type.is_value_type:
            add_property(net_type, "int Length {get}", lambda value: len(value.items))
        parameters = ", ".join(f"{types[index]} item{index + 1}" for index in range(count))
        add_constructor(net_type, f"({parameters})", lambda *items: Tuple(list(items), net_type))

    return fill


def _item(index: int) -> Any:
    return lambda value: value.items[index]


def make_tuple(items: list[Any]) -> Tuple:
    """A System.Tuple of these items."""
    return Tuple(items, _closed("System.Tuple", items))


def value_tuple(items: list[Any]) -> Tuple:
    """A System.ValueTuple of these items."""
    return Tuple(items, _closed("System.ValueTuple", items))


CREATE = Members()
VALUE_CREATE = Members()
for _count in range(1, 8):
    _parameters = ", ".join(f"T{index + 1} item{index + 1}" for index in range(_count))
    _names = ",".join(f"T{index + 1}" for index in range(_count))
    CREATE.method(f"static System.Tuple Create[{_names}]({_parameters})")(
        lambda *items: make_tuple(list(items))
    )
    VALUE_CREATE.method(f"static System.ValueTuple Create[{_names}]({_parameters})")(
        lambda *items: value_tuple(list(items))
    )
define("System.Tuple", CREATE, kind="static")
define("System.ValueTuple", VALUE_CREATE, kind="static")
for _count in range(1, 8):
    _definition("System.Tuple", _count)
    _definition("System.ValueTuple", _count)


def entries(table: Any) -> list[Pair]:
    """The DictionaryEntry objects of a table."""
    return [Pair(key, value) for key, value in table.items()]


class Pair:
    """A DictionaryEntry or a KeyValuePair[TKey,TValue]."""

    __slots__ = ("key", "net_type", "value")

    def __init__(self, key: Any, value: Any, net_type: NetType | None = None) -> None:
        self.key = key
        self.value = value
        self.net_type = net_type or BY_NAME["system.collections.dictionaryentry"]

    def ps_text(self) -> str:
        return f"[{to_string(self.key)}, {to_string(self.value)}]"

    to_string = ps_text


ENTRY = Members()
ENTRY.prop("System.Object Key {get;set}")(lambda pair: pair.key)
ENTRY.setter("Key")(lambda pair, value: setattr(pair, "key", value))
ENTRY.prop("System.Object Value {get;set}")(lambda pair: pair.value)
ENTRY.setter("Value")(lambda pair, value: setattr(pair, "value", value))
ENTRY.constructor("(System.Object key, System.Object value)")(Pair)
PAIR = Members("TKey", "TValue")
PAIR.prop("TKey Key {get}")(lambda pair: pair.key)
PAIR.prop("TValue Value {get}")(lambda pair: pair.value)
PAIR.constructor("(TKey key, TValue value)")(lambda net_type, key, value: Pair(key, value, net_type))
define(
    "System.Collections.DictionaryEntry",
    ENTRY,
    base="System.ValueType",
    kind="struct",
    is_value_type=True,
)
define(
    "System.Collections.Generic.KeyValuePair`2",
    PAIR,
    base="System.ValueType",
    kind="struct",
    is_value_type=True,
)
