"""What all list types can do; functions of a Python list, so that arrays share them where .NET does."""

from __future__ import annotations

from functools import cmp_to_key

from spshell.dotnet.system.equality import compare_in_sort, net_equals
from spshell.dotnet.system.errors import (
    argument_null,
    bad_argument,
    invalid_operation,
    not_supported,
    out_of_range,
)
from spshell.values.declare import Members
from spshell.values.objects import PSObject
from spshell.values.truth import truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


COMMON = Members("T")
PREDICATES = Members("T")
LIST = Members("T")


def check_range(target: list[Any], index: int, count: int) -> None:
    """Raises when the part does not lie inside the list."""
    if index < 0:
        raise out_of_range("index", index)
    if count < 0:
        raise out_of_range("count", count)
    if index + count > len(target):
        raise bad_argument("Offset and length reach beyond the end of the list.")


def _growable(target: Any) -> None:
    if getattr(target, "net_fixed_size", False) or getattr(target, "net_read_only", False):
        raise not_supported("ReadOnly" if getattr(target, "net_read_only", False) else "FixedSize")


@COMMON.prop("int Count {get}")
def count_of(target: list[Any]) -> int:
    return len(target)


@COMMON.prop("int Capacity {get;set}")
def capacity(target: Any) -> int:
    if len(target) > target.capacity:
        grown = target.capacity or 4
        while grown < len(target):
            grown *= 2
        target.capacity = grown
    return int(target.capacity)


@COMMON.setter("Capacity")
def set_capacity(target: Any, value: int) -> None:
    if value < len(target):
        raise out_of_range("value", value)
    target.capacity = value


@COMMON.prop("bool IsFixedSize {get}")
def is_fixed_size(target: Any) -> bool:
    return bool(getattr(target, "net_fixed_size", False))


@COMMON.prop("bool IsReadOnly {get}")
def is_read_only(target: Any) -> bool:
    return bool(getattr(target, "net_read_only", False))


@COMMON.prop("bool IsSynchronized {get}")
def is_synchronized(_target: Any) -> bool:
    return False


@COMMON.prop("System.Object SyncRoot {get}")
def sync_root(target: Any) -> Any:
    return target


@COMMON.prop("T Item(int index) {get;set}")
def item(target: list[Any], index: int) -> Any:
    if not 0 <= index < len(target):
        raise out_of_range("index", index)
    return target[index]


@COMMON.setter("Item")
def set_item(target: list[Any], index: int, value: Any) -> None:
    if not 0 <= index < len(target):
        raise out_of_range("index", index)
    target[index] = value


@COMMON.method("void Add(T item)")
def add(target: list[Any], value: Any) -> None:
    _growable(target)
    target.append(value)


@COMMON.method("void AddRange(System.Collections.Generic.IEnumerable[T] collection)")
def add_range(target: list[Any], source: Any) -> None:
    _growable(target)
    if source is None:
        raise argument_null("collection")
    target.extend(list(source))


@COMMON.method("void Clear()")
def clear(target: list[Any]) -> None:
    _growable(target)
    target.clear()


@COMMON.method("bool Contains(T item)")
def contains(target: list[Any], value: Any) -> bool:
    return find(target, value) >= 0


@COMMON.method(
    "int IndexOf(T item)", "int IndexOf(T item, int index)", "int IndexOf(T item, int index, int count)"
)
def find(target: list[Any], value: Any, index: int = 0, count: int | None = None) -> int:
    if not 0 <= index <= len(target):
        raise out_of_range("index", index)
    end = len(target) if count is None else index + count
    if end > len(target) or end < index:
        raise out_of_range("count", count)
    kind = value.__class__
    if kind is str or kind is int:
        for position, element in enumerate(list.__iter__(target) if end == len(target) else target[:end]):
            if element == value and position >= index and element.__class__ is kind:
                return position
            if element.__class__ is PSObject and position >= index and net_equals(element, value):
                return position
        return -1
    for position in range(index, end):
        if net_equals(target[position], value):
            return position
    return -1


@COMMON.method(
    "int LastIndexOf(T item)",
    "int LastIndexOf(T item, int index)",
    "int LastIndexOf(T item, int index, int count)",
)
def find_last(target: list[Any], value: Any, index: int | None = None, count: int | None = None) -> int:
    start = len(target) - 1 if index is None else index
    if start >= len(target) and index is not None:
        raise out_of_range("index", index)
    stop = -1 if count is None else start - count
    for position in range(start, stop, -1):
        if net_equals(target[position], value):
            return position
    return -1


@COMMON.method("void Insert(int index, T item)")
def insert(target: list[Any], index: int, value: Any) -> None:
    _growable(target)
    if not 0 <= index <= len(target):
        raise out_of_range("index", index)
    target.insert(index, value)


@COMMON.method("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)")
def insert_range(target: list[Any], index: int, source: Any) -> None:
    _growable(target)
    if not 0 <= index <= len(target):
        raise out_of_range("index", index)
    target[index:index] = list(source)


def _remove_first(target: list[Any], value: Any) -> bool:
    _growable(target)
    position = find(target, value)
    if position >= 0:
        del target[position]
    return position >= 0


@COMMON.method("bool Remove(T item)")
def remove(target: list[Any], value: Any) -> bool:
    return _remove_first(target, value)


@COMMON.method("void RemoveAt(int index)")
def remove_at(target: list[Any], index: int) -> None:
    _growable(target)
    if not 0 <= index < len(target):
        raise out_of_range("index", index)
    del target[index]


@COMMON.method("void RemoveRange(int index, int count)")
def remove_range(target: list[Any], index: int, count: int) -> None:
    _growable(target)
    check_range(target, index, count)
    del target[index : index + count]


@COMMON.method("void Reverse()", "void Reverse(int index, int count)")
def reverse(target: list[Any], index: int = 0, count: int | None = None) -> None:
    length = len(target) if count is None else count
    check_range(target, index, length)
    target[index : index + length] = target[index : index + length][::-1]


@COMMON.method("void TrimExcess()", "void TrimToSize()")
def trim(target: Any) -> None:
    target.capacity = len(target)


@COMMON.method("System.Collections.IEnumerator GetEnumerator()")
def get_enumerator(target: list[Any]) -> Any:
    from spshell.dotnet.collections.enumerators import Enumerator
    from spshell.values.nettype import type_of

    return Enumerator(target, type_of(target).full_name.partition("[")[0] + "+Enumerator")


@COMMON.method(
    "void CopyTo(array array)",
    "void CopyTo(array array, int arrayIndex)",
    "void CopyTo(int index, array array, int arrayIndex, int count)",
)
def copy_to(target: list[Any], *arguments: Any) -> None:
    if len(arguments) == 4:
        index, destination, start, count = arguments
        items = target[index : index + count]
    else:
        destination, start = arguments[0], arguments[1] if len(arguments) > 1 else 0
        items = list(target)
    if start < 0:
        raise out_of_range("arrayIndex", start)
    if start + len(items) > len(destination):
        raise bad_argument("The destination array is not long enough.", "destinationArray")
    destination[start : start + len(items)] = items


@COMMON.method(
    "void Sort()",
    "void Sort(System.Collections.IComparer comparer)",
    "void Sort(int index, int count, System.Collections.IComparer comparer)",
    "void Sort(System.Comparison[T] comparison)",
)
def sort(target: list[Any], *arguments: Any) -> None:
    comparer = arguments[-1] if arguments else None
    index, count = (arguments[0], arguments[1]) if len(arguments) == 3 else (0, len(target))
    check_range(target, index, count)
    target[index : index + count] = sort_items(target[index : index + count], comparer)


def sort_items(items: list[Any], comparer: Any = None) -> list[Any]:
    """The items in the order of a comparer, a script block, or the default comparer."""
    if comparer is None:
        return sorted(items, key=cmp_to_key(compare_in_sort))
    return sorted(items, key=cmp_to_key(comparison(comparer)))


def comparison(comparer: Any) -> Any:
    """A Python comparison function of an IComparer, a Comparison[T] or a script block."""
    own = getattr(comparer, "compare", None)
    if own is not None:
        return own
    from spshell.values.conversion import to_int

    return lambda left, right: to_int(call_delegate(comparer, left, right))


@COMMON.method(
    "int BinarySearch(T item)", "int BinarySearch(T item, System.Collections.Generic.IComparer[T] comparer)"
)
def binary_search(target: list[Any], value: Any, comparer: Any = None) -> int:
    """The position of a value in a sorted list; the complement of where it belongs when it is missing."""
    order = compare_in_sort if comparer is None else comparison(comparer)
    low, high = 0, len(target) - 1
    while low <= high:
        middle = (low + high) // 2
        result = order(target[middle], value)
        if result == 0:
            return middle
        if result < 0:
            low = middle + 1
        else:
            high = middle - 1
    return ~low


# --- with predicates ---------------------------------------------------------------------------------------


def call_delegate(function: Any, *arguments: Any) -> Any:
    """Call a script block (or a delegate made of one) with positional arguments."""
    if function is None:
        raise argument_null("match")
    run = getattr(function, "invoke_value", None)
    if run is not None:
        return run(tuple(arguments), dollar=arguments[0]) if len(arguments) == 1 else run(tuple(arguments))
    return function(*arguments)


def matches(match: Any, value: Any) -> bool:
    """Whether a predicate holds for a value."""
    return truth(call_delegate(match, value))


@PREDICATES.method("bool Exists(System.Predicate[T] match)")
def exists(target: list[Any], match: Any) -> bool:
    return any(matches(match, value) for value in target)


@PREDICATES.method("T Find(System.Predicate[T] match)")
def find_match(target: Any, match: Any) -> Any:
    return next((value for value in target if matches(match, value)), _default(target))


@PREDICATES.method("T FindLast(System.Predicate[T] match)")
def find_last_match(target: Any, match: Any) -> Any:
    return next((value for value in reversed(target) if matches(match, value)), _default(target))


def _default(target: Any) -> Any:
    return target.net_element_type().default


@PREDICATES.method(
    "int FindIndex(System.Predicate[T] match)",
    "int FindIndex(int startIndex, System.Predicate[T] match)",
    "int FindIndex(int startIndex, int count, System.Predicate[T] match)",
)
def find_index(target: list[Any], *arguments: Any) -> int:
    start = arguments[0] if len(arguments) > 1 else 0
    end = start + arguments[1] if len(arguments) > 2 else len(target)
    if not 0 <= start <= len(target):
        raise out_of_range("startIndex", start)
    return next((i for i in range(start, min(end, len(target))) if matches(arguments[-1], target[i])), -1)


@PREDICATES.method("int FindLastIndex(System.Predicate[T] match)")
def find_last_index(target: list[Any], match: Any) -> int:
    return next((i for i in range(len(target) - 1, -1, -1) if matches(match, target[i])), -1)


@PREDICATES.method("int RemoveAll(System.Predicate[T] match)")
def remove_all(target: list[Any], match: Any) -> int:
    keep = [value for value in target if not matches(match, value)]
    removed = len(target) - len(keep)
    target[:] = keep
    return removed


@PREDICATES.method("bool TrueForAll(System.Predicate[T] match)")
def true_for_all(target: list[Any], match: Any) -> bool:
    return all(matches(match, value) for value in target)


@PREDICATES.method("void ForEach(System.Action[T] action)")
def for_each(target: list[Any], action: Any) -> None:
    size = len(target)
    for value in list(target):
        call_delegate(action, value)
        if len(target) != size:
            raise invalid_operation("The collection was changed while it was enumerated.")


# --- List[T] -----------------------------------------------------------------------------------------------


@LIST.method("T[] ToArray()")
def to_array(target: Any) -> Any:
    from spshell.values.arrays import TypedArray
    from spshell.values.typenames import make_array_type

    element = target.net_element_type()
    if element.full_name == "System.Object":
        return list(target)
    return TypedArray(target, make_array_type(element))


def _twin(target: Any, items: list[Any]) -> Any:
    return type(target)(items, target.net_type)


@LIST.method("System.Collections.Generic.List[T] GetRange(int index, int count)")
@LIST.method("System.Collections.Generic.List[T] Slice(int start, int length)")
def get_range(target: Any, index: int, count: int) -> Any:
    check_range(target, index, count)
    return _twin(target, target[index : index + count])


@LIST.method("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)")
def find_all(target: Any, match: Any) -> Any:
    return _twin(target, [value for value in target if matches(match, value)])


@LIST.method(
    "System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)"
)
def convert_all(target: Any, converter: Any) -> Any:
    from spshell.dotnet.collections.collections import generic_list
    from spshell.values.nettype import type_of

    items = [call_delegate(converter, value) for value in target]
    closed = getattr(getattr(converter, "net_type", None), "generic_arguments", ())
    element = closed[-1].full_name if closed else type_of(items[0]).full_name if items else "System.Object"
    return generic_list(element, items)


@LIST.method("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()")
def as_read_only(target: Any) -> Any:
    from spshell.dotnet.collections.collections import ReadOnlyList
    from spshell.values.nettype import BY_NAME
    from spshell.values.typenames import make_generic

    definition = BY_NAME["system.collections.objectmodel.readonlycollection`1"]
    return ReadOnlyList(target, make_generic(definition, [target.net_element_type()]))


@LIST.method("int EnsureCapacity(int capacity)")
def ensure_capacity(target: Any, wanted: int) -> int:
    target.capacity = max(target.capacity, wanted, len(target))
    return int(target.capacity)
