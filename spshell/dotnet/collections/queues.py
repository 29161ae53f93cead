"""Queue, Stack, HashSet, SortedSet and LinkedList."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.list_members import copy_to, matches, sort_items
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import net_equals
from spshell.dotnet.system.errors import argument_null, invalid_operation, out_of_range
from spshell.values.closed_types import closed_class
from spshell.values.declare import Members
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import BY_NAME, NetType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

_G = "System.Collections.Generic."
SHARED = Members("T")
QUEUE = Members("T")
STACK = Members("T")
SET = Members("T")


class Sequence:
    """A queue, stack or linked list: ``items`` stand in the order of enumeration."""

    __slots__ = ("items", "net_type", "ps_members")

    def __new__(cls, net_type: NetType | None = None, _items: Iterable[Any] = ()) -> Sequence:
        """An object of the closed type's own class."""
        return super().__new__(closed_class(cls, net_type))

    def __init__(self, net_type: NetType, items: Iterable[Any] = ()) -> None:
        self.net_type = net_type
        self.items = deque(items)
        self.ps_members: Any = None

    def net_enumerate(self) -> Iterator[Any]:
        from spshell.dotnet.collections.collections import changed

        size = len(self.items)
        for item in list(self.items):
            if len(self.items) != size:
                break
            yield item
        if len(self.items) != size:
            raise changed()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def net_element(self) -> NetType:
        """The element type."""
        arguments = self.net_type.closed_arguments()
        return arguments[0] if arguments else BY_NAME["system.object"]


def array_of(target: Any) -> Any:
    """The elements as an array."""
    from spshell.values.arrays import TypedArray
    from spshell.values.typenames import make_array_type

    element = target.net_element()
    items = list(target)
    return items if element.full_name == "System.Object" else TypedArray(items, make_array_type(element))


def _empty(target: Sequence) -> Exception:
    return invalid_operation(f"{'Stack' if 'Stack' in target.net_type.name else 'Queue'} empty.")


SHARED.prop("int Count {get}")(len)
SHARED.prop("bool IsSynchronized {get}")(lambda _t: False)
SHARED.prop("System.Object SyncRoot {get}")(lambda t: t)
for _members in (QUEUE, STACK):
    _members.method("T[] ToArray()")(array_of)
SHARED.method("bool Contains(T item)")(lambda t, item: any(net_equals(value, item) for value in t))
SHARED.method("void Clear()")(lambda t: t.items.clear())
SHARED.method("void CopyTo(T[] array, int arrayIndex)")(
    lambda t, array, index: copy_to(list(t), array, index)
)
SHARED.method("void TrimExcess()")(lambda _t: None)


@SHARED.method("System.Collections.IEnumerator GetEnumerator()")
def get_enumerator(target: Any) -> Any:
    """An enumerator over the elements."""
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(target, target.net_type.full_name.partition("[")[0] + "+Enumerator")


def _make(net_type: NetType, source: Any = None) -> Sequence:
    if isinstance(source, int):
        if source < 0:
            raise out_of_range("capacity", source)
        source = None
    from spshell.values.enumeration import elements

    items = [] if source is None else elements(source)
    return Sequence(net_type, reversed(items) if "Stack" in net_type.name else items)


TYPED = Members("T")
TYPED.constructor("()", "(int capacity)", "(System.Collections.Generic.IEnumerable[T] collection)")(_make)


@QUEUE.method("void Enqueue(T item)")
def enqueue(target: Sequence, item: Any) -> None:
    """Add an element behind the others."""
    target.items.append(item)


@STACK.method("void Push(T item)")
def push(target: Sequence, item: Any) -> None:
    """Add an element in front of the others."""
    target.items.appendleft(item)


@QUEUE.method("T Dequeue()")
@STACK.method("T Pop()")
def take(target: Sequence) -> Any:
    """Remove and return the first element; raises InvalidOperationException."""
    if not target.items:
        raise _empty(target)
    return target.items.popleft()


@QUEUE.method("T Peek()")
@STACK.method("T Peek()")
def peek(target: Sequence) -> Any:
    """The first element; raises InvalidOperationException."""
    if not target.items:
        raise _empty(target)
    return target.items[0]


@QUEUE.method("bool TryDequeue(out T result)")
@STACK.method("bool TryPop(out T result)")
def try_take(target: Sequence, result: Any) -> bool:
    """Remove the first element when there is one."""
    found = bool(target.items)
    result.value = target.items.popleft() if found else target.net_element().default
    return found


@QUEUE.method("bool TryPeek(out T result)")
@STACK.method("bool TryPeek(out T result)")
def try_peek(target: Sequence, result: Any) -> bool:
    """The first element when there is one."""
    result.value = target.items[0] if target.items else target.net_element().default
    return bool(target.items)


TAKEN = Members("T")
TAKEN.constructor("()", "(System.Collections.Generic.IEnumerable[T] collection)")(_make)
TAKEN.method("bool TryTake(out T result)")(try_take)
TAKEN.method("bool TryPeek(out T result)")(try_peek)
TAKEN.method("T[] ToArray()")(array_of)
QUEUE.method("System.Object Clone()")(lambda t: Sequence(t.net_type, t.items))
STACK.method("System.Object Clone()")(lambda t: Sequence(t.net_type, t.items))


class HashSet:
    """HashSet[T] and SortedSet[T]."""

    __slots__ = ("comparer", "net_type", "ps_members", "table")

    def __new__(
        cls, net_type: NetType | None = None, _items: Iterable[Any] = (), **_comparer: Any
    ) -> HashSet:
        """An object of the closed type's own class."""
        return super().__new__(closed_class(cls, net_type))

    def __init__(self, net_type: NetType, items: Iterable[Any] = (), *, comparer: Any = None) -> None:
        self.net_type = net_type
        self.comparer = comparer
        self.table = Hashtable(case_sensitive=not getattr(comparer, "ignores_case", False))
        self.ps_members: Any = None
        for item in items:
            self.add(item)

    @property
    def items(self) -> Hashtable:
        return self.table

    def add(self, item: Any) -> bool:
        """Whether the item is new."""
        key = _NULL if item is None else item
        if key in self.table:
            return False
        self.table[key] = True
        return True

    def has(self, item: Any) -> bool:
        return (_NULL if item is None else item) in self.table

    def drop(self, item: Any) -> bool:
        """Whether the item was there."""
        found = self.has(item)
        self.table.remove(_NULL if item is None else item)
        return found

    def elements(self) -> list[Any]:
        found = [None if key is _NULL else key for key in self.table.keys()]  # noqa: SIM118 - not a dict
        return sort_items(found, self.comparer) if "Sorted" in self.net_type.name else found

    def net_enumerate(self) -> Iterator[Any]:
        return iter(self.elements())

    def __iter__(self) -> Iterator[Any]:
        return iter(self.elements())

    def __len__(self) -> int:
        return len(self.table)

    def net_element(self) -> NetType:
        return self.net_type.closed_arguments()[0]

    def twin(self, items: Iterable[Any]) -> HashSet:
        """A set of the same kind."""
        return HashSet(self.net_type, items, comparer=self.comparer)


class _Null:
    __slots__ = ()


_NULL = _Null()


@SET.constructor(
    "()",
    "(int capacity)",
    "(System.Collections.Generic.IEqualityComparer[T] comparer)",
    "(System.Collections.Generic.IEnumerable[T] collection)",
    "(System.Collections.Generic.IEnumerable[T] collection,"
    " System.Collections.Generic.IEqualityComparer[T] comparer)",
)
def new_set(net_type: NetType, *arguments: Any) -> HashSet:
    """A set, empty or of other elements."""
    comparer = next((item for item in arguments if hasattr(item, "ignores_case")), None)
    first = arguments[0] if arguments and arguments[0] is not comparer else None
    if arguments and arguments[0] is None:
        raise argument_null("collection")
    return HashSet(net_type, () if first is None or isinstance(first, int) else first, comparer=comparer)


def _other(target: HashSet, source: Any) -> HashSet:
    if source is None:
        raise argument_null("other")
    return target.twin(source)


SET.prop("System.Collections.Generic.IEqualityComparer[T] Comparer {get}")(lambda t: t.comparer)
SET.prop("int Capacity {get}")(lambda t: max(3, len(t)))


@SET.method("bool Add(T item)")
def put_item(target: HashSet, item: Any) -> bool:
    """Add an item; whether it is new."""
    return target.add(item)


@SET.method("bool Contains(T item)")
def has_item(target: HashSet, item: Any) -> bool:
    """Whether the set has an item."""
    return target.has(item)


SET.method("bool Remove(T item)")(lambda t, item: t.drop(item))
SET.method("void Clear()")(lambda t: t.table.clear())
SET.prop("T Min {get}")(lambda t: t.elements()[0] if len(t) else t.net_element().default)
SET.prop("T Max {get}")(lambda t: t.elements()[-1] if len(t) else t.net_element().default)


def _set_method(name: str, returned: str = "void") -> Callable[[F], F]:
    return SET.method(f"{returned} {name}(System.Collections.Generic.IEnumerable[T] other)")


@_set_method("UnionWith")
def union_with(target: HashSet, other: Any) -> None:
    """Add all elements of another collection."""
    for item in _other(target, other):
        target.add(item)


@_set_method("ExceptWith")
def except_with(target: HashSet, other: Any) -> None:
    """Remove all elements of another collection."""
    for item in _other(target, other):
        target.drop(item)


@_set_method("IntersectWith")
def intersect_with(target: HashSet, other: Any) -> None:
    """Keep only elements of another collection."""
    keep = _other(target, other)
    for item in target.elements():
        if not keep.has(item):
            target.drop(item)


@_set_method("SymmetricExceptWith")
def symmetric_except_with(target: HashSet, other: Any) -> None:
    """Keep what is in exactly one of both."""
    for item in _other(target, other):
        if not target.drop(item):
            target.add(item)


_set_method("IsSubsetOf", "bool")(lambda t, other: all(map(_other(t, other).has, t)))
_set_method("IsSupersetOf", "bool")(lambda t, other: all(map(t.has, _other(t, other))))
_set_method("IsProperSubsetOf", "bool")(
    lambda t, other: len(_other(t, other)) > len(t) and all(map(_other(t, other).has, t))
)
_set_method("IsProperSupersetOf", "bool")(
    lambda t, other: len(_other(t, other)) < len(t) and all(map(t.has, _other(t, other)))
)
_set_method("Overlaps", "bool")(lambda t, other: any(map(t.has, _other(t, other))))
_set_method("SetEquals", "bool")(
    lambda t, other: len(_other(t, other)) == len(t) and all(map(_other(t, other).has, t))
)


@SET.method("int RemoveWhere(System.Predicate[T] match)")
def remove_where(target: HashSet, match: Any) -> int:
    """Remove what matches; the number removed."""
    found = [item for item in target.elements() if matches(match, item)]
    for item in found:
        target.drop(item)
    return len(found)


LINKED = Members("T")
LINKED.constructor("()", "(System.Collections.Generic.IEnumerable[T] collection)")(_make)
LINKED.method("void AddLast(T value)")(lambda t, value: t.items.append(value))
LINKED.method("void AddFirst(T value)")(lambda t, value: t.items.appendleft(value))
LINKED.method("void RemoveFirst()")(take)
LINKED.method("void RemoveLast()")(lambda t: t.items.pop())


PLAIN = Members("T")
PLAIN.constructor("()", "(int capacity)", "(System.Collections.ICollection col)")(_make)


def _fill(*parts: Members) -> Any:
    def fill(net_type: NetType) -> None:
        for part in parts:
            part.fill(net_type, keep=True)

    return fill


def _register() -> None:
    plain = ("System.Collections.ICollection", "System.Collections.IEnumerable")
    typed = (*plain, _G + "IEnumerable`1[T]", _G + "IReadOnlyCollection`1[T]")
    collection = (*typed[1:], _G + "ICollection`1[T]")
    for name, interfaces, members in (
        ("System.Collections.Queue", plain, QUEUE),
        ("System.Collections.Stack", plain, STACK),
        (_G + "Queue`1", typed, QUEUE),
        (_G + "Stack`1", typed, STACK),
        (_G + "LinkedList`1", typed, LINKED),
        (_G + "HashSet`1", collection, SET),
        (_G + "SortedSet`1", collection, SET),
    ):
        making = {QUEUE: TYPED, STACK: TYPED}.get(members)
        more = () if making is None else (PLAIN if interfaces is plain else making,)
        define(name, interfaces=interfaces).declare = _fill(members, SHARED, *more)
    from spshell.dotnet.collections.concurrent_members import BAG, CONCURRENT_SEQUENCE

    for name, parts in (
        ("ConcurrentQueue", (QUEUE,)),
        ("ConcurrentStack", (STACK,)),
        ("ConcurrentBag", (BAG, TAKEN)),
    ):
        full = f"System.Collections.Concurrent.{name}`1"
        define(full, interfaces=typed).declare = _fill(*parts, CONCURRENT_SEQUENCE, SHARED)


_register()
