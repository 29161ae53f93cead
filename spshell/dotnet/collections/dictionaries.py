"""Hashtable, OrderedDictionary and the generic dictionaries."""

from __future__ import annotations

from spshell.dotnet.collections.key_collections import KeyCollection, object_keys
from spshell.dotnet.collections.tuples import Pair
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import net_equals
from spshell.dotnet.system.errors import argument_null, bad_argument, not_supported, out_of_range, thrown
from spshell.values.closed_types import closed_class
from spshell.values.declare import Members
from spshell.values.hashtable import READABLE, Hashtable, OrderedDictionary, OrderedHashtable
from spshell.values.nettype import BY_CLASS, BY_NAME, NetType, exact_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_G = "System.Collections.Generic."
TABLE = Members()
ORDERED = Members()
KEPT = Members()
SHARED = Members()
DICTIONARY = Members("TKey", "TValue")


def _key(key: Any, name: str = "key") -> Any:
    if key is None:
        raise argument_null(name)
    return key


def add(target: Any, key: Any, value: Any) -> None:
    """Add a new key; raises ArgumentException when it is there."""
    if _key(key) in target:
        from spshell.values.text import to_string

        present = key if isinstance(target, Dictionary) else target.stored(key)
        shown = to_string(present if type(present) is str else key)
        raise thrown("System.ArgumentException", "DuplicateKey", shown, to_string(key))
    target[key] = value


def _copy_entries(target: Any, array: Any, index: int) -> None:
    entries = [Pair(key, value) for key, value in target.items()]
    if index + len(entries) > len(array):
        raise bad_argument("The array is not long enough.")
    array[index : index + len(entries)] = entries


SHARED.prop("bool IsReadOnly {get}")(lambda t: type(t) is ReadOnlyOrdered)
SHARED.prop("bool IsFixedSize {get}")(lambda _t: False)
SHARED.prop("bool IsSynchronized {get}")(lambda _t: False)
SHARED.prop("System.Collections.ICollection Keys {get}")(lambda t: object_keys(t, "Keys"))
SHARED.prop("System.Collections.ICollection Values {get}")(lambda t: object_keys(t, "Values"))
SHARED.prop("System.Object SyncRoot {get}")(lambda t: t)
SHARED.prop("int Count {get}")(len)
SHARED.method("void Add(System.Object key, System.Object value)")(add)
SHARED.method("void Clear()")(lambda t: t.clear())


@SHARED.method("bool Contains(System.Object key)")
@TABLE.method("bool ContainsKey(System.Object key)")
@DICTIONARY.method("bool ContainsKey(TKey key)")
def contains_key(target: Any, key: Any) -> bool:
    """Whether there is an entry for a key."""
    return _key(key) in target


@SHARED.method("void Remove(System.Object key)")
def remove_entry(target: Any, key: Any) -> None:
    """Remove a key, if it is there."""
    target.remove(_key(key))


@DICTIONARY.method("bool Remove(TKey key)")
def remove_telling(target: Any, key: Any) -> bool:
    """Remove a key; whether it was there."""
    return bool(target.remove(_key(key)))


SHARED.method("void CopyTo(array array, int arrayIndex)")(_copy_entries)
SHARED.prop("System.Object Item(System.Object key) {get;set}")(lambda t, key: t.get(_key(key)))
SHARED.setter("Item")(lambda t, key, value: t.__setitem__(_key(key), value))


@SHARED.method("System.Collections.IDictionaryEnumerator GetEnumerator()")
def get_enumerator(target: Any) -> Any:
    """An enumerator over the entries."""
    from spshell.dotnet.collections.enumerators import Enumerator

    name = "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator"
    if not target.ordered:
        name = "System.Collections.Hashtable+HashtableEnumerator"
    return Enumerator([Pair(key, value) for key, value in target.items()], name)


TABLE.method("bool ContainsValue(System.Object value)")(
    lambda t, value: any(net_equals(item, value) for item in t.values())
)
TABLE.method("System.Object Clone()")(lambda t: t.copy())
TABLE.method("static hashtable Synchronized(hashtable table)")(lambda t: t)


@TABLE.constructor(
    "()",
    "(int capacity)",
    "(System.Collections.IDictionary d)",
    "(System.Collections.IEqualityComparer equalityComparer)",
    "(int capacity, System.Collections.IEqualityComparer equalityComparer)",
    "(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)",
)
def new_hashtable(*arguments: Any) -> Hashtable:
    """A hashtable of .NET's own: case counts unless a comparer ignores it."""
    first = arguments[0] if arguments else None
    if isinstance(first, int) and first < 0:
        raise out_of_range("capacity", first)
    comparer = next((item for item in arguments if hasattr(item, "ignores_case")), None)
    made = Hashtable(case_sensitive=not (comparer is not None and comparer.ignores_case))
    if first is not None and hasattr(first, "items"):
        for key, value in first.items():
            made[key] = value
    return made


@KEPT.constructor("()", "(int capacity)", "(System.Collections.IDictionary dictionary)")
def new_ordered_hashtable(first: Any = None) -> OrderedHashtable:
    """A hashtable that keeps the order of its keys; case counts."""
    made = OrderedHashtable(case_sensitive=True)
    if first is not None and hasattr(first, "items"):
        for key, value in first.items():
            made[key] = value
    return made


@KEPT.method("System.Object Clone()")
def clone_ordered(target: OrderedHashtable) -> OrderedHashtable:
    """A copy of its own type."""
    return new_ordered_hashtable(target)


@ORDERED.constructor("()", "(System.Collections.IEqualityComparer comparer)", "(int capacity)")
def new_ordered(first: Any = None) -> OrderedDictionary:
    """An ordered dictionary of .NET's own: case counts unless a comparer ignores it."""
    return OrderedDictionary(case_sensitive=not getattr(first, "ignores_case", False))


def _checked(target: OrderedDictionary, index: int, *, end: bool = False) -> int:
    if not 0 <= index < len(target) + end:
        raise out_of_range("index", index, len(target))
    return index


@ORDERED.method("void Insert(int index, System.Object key, System.Object value)")
def insert(target: OrderedDictionary, index: int, key: Any, value: Any) -> None:
    """Add a key at a position."""
    _checked(target, index, end=True)
    items = target.items()
    add(target, key, value)
    items.insert(index, (key, value))
    target.clear()
    for item_key, item in items:
        target[item_key] = item


@ORDERED.method("void RemoveAt(int index)")
def remove_at(target: OrderedDictionary, index: int) -> None:
    """Remove the key at a position."""
    target.remove(target.keys()[_checked(target, index)])


@ORDERED.prop("System.Object Item(System.Object key) {get;set}")
def ordered_item(target: OrderedDictionary, key: Any) -> Any:
    """By position for a number, by key otherwise."""
    return target.at(_checked(target, key)) if type(key) is int else target.get(_key(key))


@ORDERED.setter("Item")
def set_ordered_item(target: OrderedDictionary, key: Any, value: Any) -> None:
    """Replace by position or key."""
    target[target.keys()[_checked(target, key)] if type(key) is int else _key(key)] = value


class ReadOnlyOrdered(OrderedDictionary):
    """What OrderedDictionary.AsReadOnly() gives."""

    __slots__ = ()

    def _refuse(self, *_arguments: Any) -> None:
        raise not_supported("ReadOnly")

    __setitem__ = remove = clear = _refuse  # type: ignore[assignment]  # whatever the arguments


BY_CLASS[ReadOnlyOrdered] = BY_NAME["system.collections.specialized.ordereddictionary"]


@ORDERED.method("System.Collections.Specialized.OrderedDictionary AsReadOnly()")
def as_read_only(target: OrderedDictionary) -> ReadOnlyOrdered:
    """A view that cannot be changed."""
    made = ReadOnlyOrdered(case_sensitive=target.case_sensitive)
    made.data = target.data
    return made


class Dictionary:
    """Dictionary[TKey,TValue] and its kin; keys keep their .NET identity through a Hashtable, whose ``data`` are its own.

    ``key_class`` and ``value_class`` are the Python classes of keys and values that need no conversion (`exact_class`).
    """

    __slots__ = ("comparer", "data", "key_class", "net_type", "ps_members", "table", "value_class")

    ordered = False

    def __new__(cls, net_type: NetType | None = None, **_comparer: Any) -> Dictionary:
        """An object of the closed type's own class."""
        return super().__new__(closed_class(cls, net_type))

    def __init__(self, net_type: NetType, *, comparer: Any = None) -> None:
        self.net_type = net_type
        self.comparer = comparer
        self.table = Hashtable(case_sensitive=not getattr(comparer, "ignores_case", False))
        self.data = self.table.data
        self.ps_members: Any = None
        key, value = net_type.closed_arguments()
        self.key_class = exact_class(key)
        self.value_class = exact_class(value)

    @property
    def sorted(self) -> bool:
        """Whether the entries stand in the order of the keys."""
        return "Sorted" in self.net_type.name

    def items(self) -> list[tuple[Any, Any]]:
        entries = self.table.items()
        if self.sorted:
            from functools import cmp_to_key

            from spshell.dotnet.system.equality import compare_in_sort

            entries.sort(key=lambda entry: cmp_to_key(compare_in_sort)(entry[0]))
        return entries

    def net_items(self) -> list[tuple[Any, Any]]:
        return self.items()

    def keys(self) -> list[Any]:
        return [key for key, _ in self.items()]

    def values(self) -> list[Any]:
        return [value for _, value in self.items()]

    def pairs(self) -> list[Pair]:
        """The entries as KeyValuePair values."""
        from spshell.values.typenames import make_generic

        pair = make_generic(BY_NAME[(_G + "KeyValuePair`2").lower()], list(self.net_type.closed_arguments()))
        return [Pair(key, value, pair) for key, value in self.items()]

    def converted_key(self, key: Any) -> Any:
        from spshell.values.conversion import convert

        return convert(key, self.net_type.closed_arguments()[0])

    def converted_value(self, value: Any) -> Any:
        from spshell.values.conversion import convert

        return convert(value, self.net_type.closed_arguments()[1])

    def get(self, key: Any, default: Any = None) -> Any:
        return self.table.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self.table

    def __len__(self) -> int:
        return len(self.table)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.table[key] = value

    def __iter__(self) -> Iterator[Any]:
        return iter(self.pairs())

    def remove(self, key: Any) -> bool:
        found = key in self.table
        self.table.remove(key)
        return found

    def clear(self) -> None:
        self.table.clear()

    def ps_get_member(self, name: str) -> tuple[bool, Any]:
        if self.net_type.closed_arguments()[0].name not in ("String", "Object") or name not in self.table:
            return False, None
        return True, self.table.get(name)

    def ps_set_member(self, name: str, value: Any) -> bool:
        self.ps_set_index(name, value)
        return True

    def ps_get_index(self, key: Any) -> Any:
        from spshell.values.exceptions import NetException

        try:
            return self.table.get(self.converted_key(key))
        except NetException:
            return None

    def ps_set_index(self, key: Any, value: Any) -> None:
        self.table[self.converted_key(key)] = self.converted_value(value)

    def takes(self, key: Any, value: Any) -> bool:
        """Whether a text or an Int32 and a value need no conversion."""
        wanted = self.value_class
        return key.__class__ is self.key_class and (wanted is value.__class__ or wanted is object)


READABLE.add(Dictionary)


@DICTIONARY.constructor(
    "()",
    "(int capacity)",
    "(System.Collections.Generic.IEqualityComparer[TKey] comparer)",
    "(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
    "(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)",
    "(System.Collections.Generic.IDictionary[TKey,TValue] dictionary,"
    " System.Collections.Generic.IEqualityComparer[TKey] comparer)",
)
def new_dictionary(net_type: NetType, *arguments: Any) -> Dictionary:
    """A dictionary, empty or from another one."""
    comparer = next((item for item in arguments if hasattr(item, "ignores_case")), None)
    made = Dictionary(net_type, comparer=comparer)
    first = arguments[0] if arguments else None
    if isinstance(first, int) and first < 0:
        raise out_of_range("capacity", first)
    if first is not None and hasattr(first, "items"):
        for key, value in first.items():
            made.ps_set_index(key, value)
    return made


def _get(target: Dictionary, key: Any) -> Any:
    if _key(key) not in target:
        from spshell.values.text import to_string

        raise thrown("System.Collections.Generic.KeyNotFoundException", "KeyNotFound", to_string(key))
    return target.get(key)


def _comparer_of(target: Dictionary) -> Any:
    """What compares the keys: the comparer given, else .NET's own for the type of the keys."""
    if target.comparer is not None:
        return target.comparer
    kind = target.net_type.closed_arguments()[0]
    if kind.full_name == "System.String":
        return DefaultComparer(define(f"{_G}StringEqualityComparer", Members()))
    name = "GenericEqualityComparer" if kind.is_value_type else "ObjectEqualityComparer"
    return DefaultComparer(define(f"{_G}{name}`1[{kind.full_name}]", Members()))


class DefaultComparer:
    """The comparer of a dictionary that was given none."""

    __slots__ = ("net_type",)

    def __init__(self, net_type: NetType) -> None:
        self.net_type = net_type


DICTIONARY.prop("System.Collections.Generic.IEqualityComparer[TKey] Comparer {get}")(_comparer_of)
DICTIONARY.prop("int Count {get}")(len)
DICTIONARY.prop("System.Collections.Generic.Dictionary`2+KeyCollection[TKey,TValue] Keys {get}")(
    lambda t: KeyCollection(t, "Keys")
)
DICTIONARY.prop("System.Collections.Generic.Dictionary`2+ValueCollection[TKey,TValue] Values {get}")(
    lambda t: KeyCollection(t, "Values")
)
DICTIONARY.prop("TValue Item(TKey key) {get;set}")(_get)
DICTIONARY.setter("Item")(lambda t, key, value: t.__setitem__(_key(key), value))
DICTIONARY.method("void Add(TKey key, TValue value)")(add)
DICTIONARY.method("void Clear()")(lambda t: t.clear())
DICTIONARY.method("bool ContainsValue(TValue value)")(
    lambda t, v: any(net_equals(item, v) for item in t.values())
)


@DICTIONARY.method("bool Remove(TKey key, out TValue value)")
def remove_out(target: Dictionary, key: Any, value: Any) -> bool:
    """Remove a key and give what it held."""
    value.value = target.get(_key(key))
    return target.remove(key)


@DICTIONARY.method("bool TryGetValue(TKey key, out TValue value)")
def try_get_value(target: Dictionary, key: Any, value: Any) -> bool:
    """The value of a key, or the default."""
    found = _key(key) in target
    value.value = target.get(key) if found else target.net_type.closed_arguments()[1].default
    return found


@DICTIONARY.method("bool TryAdd(TKey key, TValue value)")
def try_add(target: Dictionary, key: Any, value: Any) -> bool:
    """Add a key unless it is there."""
    if _key(key) in target:
        return False
    target[key] = value
    return True


@DICTIONARY.method("System.Collections.Generic.Dictionary`2+Enumerator[TKey,TValue] GetEnumerator()")
def get_pairs(target: Dictionary) -> Any:
    """An enumerator over the pairs."""
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(target.pairs(), target.net_type.full_name.partition("[")[0] + "+Enumerator")


DICTIONARY.method("int EnsureCapacity(int capacity)")(lambda _t, capacity: capacity)
DICTIONARY.method("void TrimExcess()")(lambda _t: None)


class StringComparer:
    """System.StringComparer by the name of its comparison."""

    __slots__ = ("mode",)

    def __init__(self, mode: str) -> None:
        self.mode = mode

    @property
    def ignores_case(self) -> bool:
        """Whether case does not count."""
        return self.mode.endswith("IgnoreCase")

    def compare(self, left: Any, right: Any) -> int:
        """-1, 0 or 1; null comes first."""
        from spshell.dotnet.text.text_search import compare

        if left is None or right is None:
            return (left is not None) - (right is not None)
        if not isinstance(left, str) or not isinstance(right, str):
            from spshell.dotnet.system.equality import compare as compare_objects

            return compare_objects(left, right)
        return compare(left, right, self.mode.replace("Invariant", "Current"))

    def equals(self, left: Any, right: Any) -> bool:
        """Whether two texts are the same; other objects say it themselves."""
        if isinstance(left, str) and isinstance(right, str):
            return self.compare(left, right) == 0
        from spshell.dotnet.system.equality import net_equals

        return net_equals(left, right)


COMPARER = Members()
for _name in (
    "CurrentCulture",
    "CurrentCultureIgnoreCase",
    "InvariantCulture",
    "InvariantCultureIgnoreCase",
    "Ordinal",
    "OrdinalIgnoreCase",
):
    COMPARER.constant(f"System.StringComparer {_name} {{get}}", StringComparer(_name))
COMPARER.method("int Compare(string x, string y)", "int Compare(System.Object x, System.Object y)")(
    lambda comparer, left, right: comparer.compare(left, right)
)
COMPARER.method("bool Equals(string x, string y)", "bool Equals(System.Object x, System.Object y)")(
    lambda comparer, left, right: comparer.equals(left, right)
)


def _fill(*parts: Members) -> Any:
    def fill(net_type: NetType) -> None:
        for part in parts:
            part.fill(net_type, keep=True)

    return fill


def _register() -> None:
    define("System.Collections.Hashtable").declare = _fill(TABLE, SHARED)
    define("System.Management.Automation.OrderedHashtable").declare = _fill(KEPT)
    define("System.Collections.Specialized.OrderedDictionary").declare = _fill(SHARED, ORDERED)
    interfaces = (
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        _G + "IDictionary`2[TKey,TValue]",
    )
    for name in (
        _G + "Dictionary`2",
        _G + "SortedDictionary`2",
        _G + "SortedList`2",
        _G + "OrderedDictionary`2",
    ):
        define(name, DICTIONARY, interfaces=interfaces)
    from spshell.dotnet.collections.concurrent_members import CONCURRENT_DICTIONARY

    concurrent = define("System.Collections.Concurrent.ConcurrentDictionary`2", interfaces=interfaces)
    concurrent.declare = _fill(CONCURRENT_DICTIONARY, DICTIONARY)
    define(
        "System.StringComparer",
        COMPARER,
        python_type=StringComparer,
        interfaces=(
            "System.Collections.IComparer",
            "System.Collections.IEqualityComparer",
            _G + "IComparer`1[System.String]",
            _G + "IEqualityComparer`1[System.String]",
        ),
    )


_register()
