"""Members of arrays: those of System.Array, and the statics of [array]."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections import list_members as lists
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, bad_argument, not_supported, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.numbers import Int64
from spshell.values.typenames import rank_of

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

ARRAY = Members()


def declare(net_type: NetType) -> None:
    """Members of System.Array; array types inherit them."""
    if net_type.full_name == "System.Array":
        ARRAY.fill(net_type)
        return
    if rank_of(net_type) > 1:
        from spshell.dotnet.collections.grid_members import declare as declare_grid

        declare_grid(net_type)
    elif net_type.element is not None:
        sizes = Members()
        sizes.constructor("(int size)")(lambda size: make_array(net_type, size))
        element = net_type.element.full_name
        # The runtime gives array types three methods of their own; $array.Address is one of them, not the elements' property.
        sizes.method(f"{element} Get(int index)")(lambda array, index: array[_within(array, index)])
        sizes.method(f"void Set(int index, {element} value)")(_set)
        sizes.method(f"{element}& Address(int index)")(lambda array, index: array[_within(array, index)])
        sizes.fill(net_type)


def _within(array: Any, index: int) -> int:
    if not 0 <= index < len(array):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return index


def _set(array: Any, index: int, value: Any) -> None:
    array[_within(array, index)] = value


def make_array(net_type: NetType, size: int) -> Any:
    """A new array whose elements have the default of their type."""
    from spshell.dotnet.reflection.statics import default_value
    from spshell.values.arrays import TypedArray

    if size < 0:
        raise thrown("System.OverflowException", "Overflow", "Int32")
    element = net_type.element
    assert element is not None
    filler = default_value(element) if element.is_value_type else None
    if element.full_name == "System.Object":
        return [filler] * size
    return TypedArray([filler] * size, net_type)


ARRAY.prop("int Length {get}")(len)
ARRAY.prop("long LongLength {get}")(lambda array: Int64(len(array)))
ARRAY.prop("int Rank {get}")(lambda _array: 1)
ARRAY.prop("System.Object SyncRoot {get}")(lambda array: array)
ARRAY.prop("bool IsReadOnly {get}")(lambda _array: False)
ARRAY.prop("bool IsFixedSize {get}")(lambda _array: True)
ARRAY.prop("bool IsSynchronized {get}")(lambda _array: False)
ARRAY.prop("static int MaxLength {get}")(lambda: 2147483591)


@ARRAY.method("int Add(System.Object value)")
def add(_array: Any, _value: Any) -> int:
    """Arrays do not grow."""
    raise not_supported("FixedSize")


@ARRAY.method("void Remove(System.Object value)")
@ARRAY.method("void RemoveAt(int index)")
@ARRAY.method("void Insert(int index, System.Object value)")
def refuse(_array: Any, *_arguments: Any) -> None:
    """Arrays neither shrink nor grow."""
    raise not_supported("FixedSize")


@ARRAY.method("void Clear()")
def clear(array: Any) -> None:
    """Set all elements to their default."""
    static_clear(array)


@ARRAY.method("bool Contains(System.Object value)")
def contains(array: Any, value: Any) -> bool:
    """Whether an equal element is there."""
    return lists.find(array, value) >= 0


@ARRAY.method("int IndexOf(System.Object value)")
def instance_index_of(array: Any, value: Any) -> int:
    """The place of the first equal element."""
    return lists.find(array, value)


@ARRAY.prop("System.Object Item(int index) {get;set}")
def item(array: Any, index: int) -> Any:
    """An element."""
    return get_value(array, index)


@ARRAY.setter("Item")
def set_item(array: Any, index: int, value: Any) -> None:
    """Replace an element."""
    set_value(array, value, index)


@ARRAY.method("System.Object Clone()")
def clone(array: Any) -> Any:
    """A shallow copy."""
    return _same_kind(array, list(array))


def _same_kind(array: Any, items: list[Any]) -> Any:
    return items if type(array) is list else type(array)(items, array.net_type)


@ARRAY.method("void CopyTo(array array, int index)", "void CopyTo(array array, long index)")
def copy_to(array: Any, destination: Any, index: int) -> None:
    """Copy all elements into another array."""
    copy(array, 0, destination, index, len(array))


@ARRAY.method("System.Collections.IEnumerator GetEnumerator()")
def get_enumerator(array: Any) -> Any:
    """An enumerator over the elements."""
    from spshell.dotnet.collections.enumerators import Enumerator

    return Enumerator(array, "System.Array+ArrayEnumerator")


@ARRAY.method("int GetUpperBound(int dimension)")
def get_upper_bound(array: Any, dimension: int) -> int:
    """The last index."""
    return get_length(array, dimension) - 1


@ARRAY.method("int GetLength(int dimension)")
def get_length(array: Any, dimension: int) -> int:
    """The number of elements of a dimension."""
    if dimension != 0:
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return len(array)


@ARRAY.method("long GetLongLength(int dimension)")
def get_long_length(array: Any, dimension: int) -> Int64:
    """GetLength as a long."""
    return Int64(get_length(array, dimension))


@ARRAY.method("int GetLowerBound(int dimension)")
def get_lower_bound(array: Any, dimension: int) -> int:
    """The first index."""
    get_length(array, dimension)
    return 0


@ARRAY.method("System.Object GetValue(int index)", "System.Object GetValue(params int[] indices)")
def get_value(array: Any, index: Any) -> Any:
    """An element."""
    if isinstance(index, list) and len(index) != 1:
        raise bad_argument("This array has one dimension: give one index.")
    position = index[0] if isinstance(index, list) else index
    if not 0 <= position < len(array):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    return array[position]


@ARRAY.method("void SetValue(System.Object value, int index)")
def set_value(array: Any, value: Any, index: int) -> None:
    """Replace an element; raises InvalidCastException for a value of another type."""
    from spshell.values.nettype import type_of
    from spshell.values.type_relations import assignable

    if not 0 <= index < len(array):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    element = type_of(array).element
    if value is not None and element is not None and not assignable(type_of(value), element):
        raise thrown("System.InvalidCastException", "Invalid", "The value does not suit the array.")
    array[index] = value


@ARRAY.method("int CompareTo(System.Object other, System.Collections.IComparer comparer)")
def compare_to(array: Any, other: Any, comparer: Any) -> int:
    """Order by the first elements that differ."""
    for left, right in zip(array, other or (), strict=False):
        order = int(lists.comparison(comparer)(left, right))
        if order:
            return order
    return 0


# --- statics -----------------------------------------------------------------------------------------------


def _checked(array: Any) -> Any:
    if array is None:
        raise argument_null("array")
    return array


@ARRAY.method(
    "static int IndexOf(array array, System.Object value)",
    "static int IndexOf(array array, System.Object value, int startIndex)",
    "static int IndexOf(array array, System.Object value, int startIndex, int count)",
)
def index_of(array: Any, value: Any, start: int = 0, count: int | None = None) -> int:
    """The place of the first equal element, or -1."""
    return lists.find(_checked(array), value, start, count)


@ARRAY.method(
    "static int LastIndexOf(array array, System.Object value)",
    "static int LastIndexOf(array array, System.Object value, int startIndex)",
    "static int LastIndexOf(array array, System.Object value, int startIndex, int count)",
)
def last_index_of(array: Any, value: Any, start: int | None = None, count: int | None = None) -> int:
    """The place of the last equal element, or -1."""
    return lists.find_last(_checked(array), value, start, count)


@ARRAY.method("static void Reverse(array array)", "static void Reverse(array array, int index, int length)")
def reverse(array: Any, index: int = 0, length: int | None = None) -> None:
    """Turn the order round, in place."""
    lists.reverse(_checked(array), index, length)


@ARRAY.method(
    "static void Sort(array array)",
    "static void Sort(array keys, array items)",
    "static void Sort(array array, int index, int length)",
    "static void Sort(array array, System.Collections.IComparer comparer)",
    "static void Sort(array array, int index, int length, System.Collections.IComparer comparer)",
    "static void Sort[T](T[] array, System.Comparison[T] comparison)",
)
def sort(array: Any, *rest: Any) -> None:
    """Sort in place, perhaps a second array along with the first."""
    _checked(array)
    if len(rest) == 1 and isinstance(rest[0], list):
        _sort_pairs(array, rest[0])
        return
    start, count = (rest[0], rest[1]) if len(rest) >= 2 else (0, len(array))
    lists.check_range(array, start, count)
    comparer = rest[-1] if len(rest) in (1, 3) else None
    array[start : start + count] = lists.sort_items(list(array[start : start + count]), comparer)


def _sort_pairs(keys: Any, items: Any) -> None:
    from functools import cmp_to_key

    from spshell.dotnet.system.equality import compare_in_sort

    if len(items) < len(keys):
        raise bad_argument("The items are fewer than the keys.")
    key = cmp_to_key(compare_in_sort)
    order = sorted(range(len(keys)), key=lambda index: key(keys[index]))
    keys[:], items[: len(keys)] = [keys[i] for i in order], [items[i] for i in order]


@ARRAY.method(
    "static void Copy(array sourceArray, array destinationArray, int length)",
    "static void Copy(array sourceArray, int sourceIndex, array destinationArray, int"
    " destinationIndex, int length)",
    "static void Copy(array sourceArray, array destinationArray, long length)",
    "static void Copy(array sourceArray, long sourceIndex, array destinationArray, long"
    " destinationIndex, long length)",
)
def static_copy(source: Any, *rest: Any) -> None:
    """Copy elements to another array."""
    if len(rest) == 2:
        copy(source, 0, rest[0], 0, rest[1])
    else:
        copy(source, *rest)


def copy(source: Any, start: int, destination: Any, target: int, count: int) -> None:
    """Copy a part; raises ArgumentException when it does not fit."""
    if source is None or destination is None:
        raise argument_null("sourceArray" if source is None else "destinationArray")
    for name, value in (("sourceIndex", start), ("destinationIndex", target), ("length", count)):
        if value < 0:
            raise out_of_range(name, value)
    if start + count > len(source) or target + count > len(destination):
        raise bad_argument("The array is not long enough.", "destinationArray")
    destination[target : target + count] = source[start : start + count]


@ARRAY.method("static void Clear(array array)", "static void Clear(array array, int index, int length)")
def static_clear(array: Any, index: int = 0, length: int | None = None) -> None:
    """Set elements to the default of their type."""
    from spshell.dotnet.reflection.statics import default_value
    from spshell.values.nettype import type_of

    count = len(_checked(array)) if length is None else length
    if index < 0 or count < 0 or index + count > len(array):
        raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
    element = type_of(array).element
    filler = default_value(element) if element is not None and element.is_value_type else None
    array[index : index + count] = [filler] * count


@ARRAY.method(
    "static array CreateInstance(type elementType, int length)",
    "static array CreateInstance(type elementType, int length1, int length2)",
    "static array CreateInstance(type elementType, int length1, int length2, int length3)",
    "static array CreateInstance(type elementType, params int[] lengths)",
)
def create_instance(element: NetType, *lengths: Any) -> Any:
    """A new array of an element type, with one length for each dimension."""
    from spshell.values.typenames import make_array_type

    if element is None:
        raise argument_null("elementType")
    counts = lengths[0] if isinstance(lengths[0], list) else lengths
    if len(counts) != 1:
        from spshell.dotnet.collections.grid_members import create

        return create(element, counts)
    length = counts[0]
    if length < 0:
        raise out_of_range("length", length)
    return make_array(make_array_type(element), length)


@ARRAY.method("static T[] Empty[T]()")
def empty() -> Any:
    """An empty array."""
    return []


@ARRAY.method(
    "static int BinarySearch(array array, System.Object value)",
    "static int BinarySearch(array array, System.Object value, System.Collections.IComparer comparer)",
)
def binary_search(array: Any, value: Any, comparer: Any = None) -> int:
    """The place in a sorted array; the complement of where the value belongs when it is missing."""
    return lists.binary_search(_checked(array), value, comparer)


@ARRAY.method("static void Resize[T](ref T[] array, int newSize)")
def resize(reference: Any, size: int) -> None:
    """Put an array of another length into the reference."""
    from spshell.values.nettype import type_of

    old = reference.value
    if size < 0:
        raise out_of_range("newSize", size)
    if old is None:
        reference.value = [None] * size
        return
    made = make_array(type_of(old), size)
    made[: min(size, len(old))] = old[:size]
    reference.value = made


@ARRAY.method("static void Fill[T](T[] array, T value)")
def fill(array: Any, value: Any) -> None:
    """Set all elements to a value."""
    from spshell.values.conversion import convert
    from spshell.values.nettype import type_of

    element = type_of(_checked(array)).element
    array[:] = [value if element is None else convert(value, element)] * len(array)


for _name, _function in (
    ("static bool Exists[T](T[] array, System.Predicate[T] match)", lists.exists),
    ("static bool TrueForAll[T](T[] array, System.Predicate[T] match)", lists.true_for_all),
    ("static int FindIndex[T](T[] array, System.Predicate[T] match)", lists.find_index),
    ("static int FindLastIndex[T](T[] array, System.Predicate[T] match)", lists.find_last_index),
):
    ARRAY.method(_name)(_function)


@ARRAY.method("static T Find[T](T[] array, System.Predicate[T] match)")
def find(array: Any, match: Any) -> Any:
    """The first element that matches."""
    return next((value for value in _checked(array) if lists.matches(match, value)), None)


@ARRAY.method("static T FindLast[T](T[] array, System.Predicate[T] match)")
def find_last(array: Any, match: Any) -> Any:
    """The last element that matches."""
    return next((value for value in reversed(_checked(array)) if lists.matches(match, value)), None)


@ARRAY.method("static T[] FindAll[T](T[] array, System.Predicate[T] match)")
def find_all(array: Any, match: Any) -> Any:
    """All elements that match, as an array of the same type."""
    return _same_kind(array, [value for value in _checked(array) if lists.matches(match, value)])


@ARRAY.method("static void ForEach[T](T[] array, System.Action[T] action)")
def for_each(array: Any, action: Any) -> None:
    """Call an action for every element."""
    for value in _checked(array):
        lists.call_delegate(action, value)


@ARRAY.method(
    "static TOutput[] ConvertAll[TInput,TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)"
)
def convert_all(array: Any, converter: Any) -> Any:
    """The results of a function for every element."""
    from spshell.dotnet.collections.byte_arrays import typed_array

    items = [lists.call_delegate(converter, value) for value in _checked(array)]
    closed = getattr(getattr(converter, "net_type", None), "generic_arguments", ())
    return typed_array(closed[-1].full_name, items) if closed else items


define("System.Array").declare = declare
