"""System.Linq.Enumerable, the rest of it: sets, order, groups, joins of two sequences, and what makes collections."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.linq import LINQ, chosen, default_of, items_of, like, linq_method
from spshell.dotnet.collections.list_members import call_delegate, matches
from spshell.dotnet.system.equality import compare, net_equals
from spshell.dotnet.system.errors import invalid_operation, out_of_range
from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spshell.values.nettype import NetType

_SECOND = "System.Collections.IEnumerable second"
_KEY = "System.Func[TSource,TKey] keySelector"
_TEST = "System.Func[TSource,bool] predicate"


def _has(items: list[Any], wanted: Any) -> bool:
    return any(net_equals(item, wanted) for item in items)


def _distinct(items: list[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if not _has(found, item):
            found.append(item)
    return found


linq_method("TSource[]", "Concat", _SECOND)(lambda a, b: like(a, items_of(a) + items_of(b)))
linq_method("TSource[]", "Union", _SECOND)(lambda a, b: like(a, _distinct(items_of(a) + items_of(b))))
linq_method("TSource[]", "Append", "TSource element")(lambda a, item: like(a, [*items_of(a), item]))
linq_method("TSource[]", "Prepend", "TSource element")(lambda a, item: like(a, [item, *items_of(a)]))


@linq_method("TSource[]", "Intersect", _SECOND)
def intersect(first: Any, second: Any) -> Any:
    """What both hold, once."""
    others = items_of(second)
    return like(first, [item for item in _distinct(items_of(first)) if _has(others, item)])


@linq_method("TSource[]", "Except", _SECOND)
def without(first: Any, second: Any) -> Any:
    """What only the first holds, once."""
    others = items_of(second)
    return like(first, [item for item in _distinct(items_of(first)) if not _has(others, item)])


@linq_method("bool", "SequenceEqual", _SECOND)
def sequence_equal(first: Any, second: Any) -> bool:
    """Whether both hold the same in the same order."""
    left, right = items_of(first), items_of(second)
    return len(left) == len(right) and all(net_equals(a, b) for a, b in zip(left, right, strict=True))


def _ordered(descending: bool) -> Callable[[Any, Any], Any]:
    def run(source: Any, selector: Any) -> Any:
        pairs: list[tuple[Any, Any]] = [(call_delegate(selector, item), item) for item in items_of(source)]

        def order(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
            return compare(left[0], right[0])

        pairs.sort(key=cmp_to_key(order), reverse=descending)
        return like(source, [item for _, item in pairs])

    return run


linq_method("TSource[]", "OrderBy", _KEY)(_ordered(descending=False))
linq_method("TSource[]", "OrderByDescending", _KEY)(_ordered(descending=True))


@net_class("System.Linq.Grouping", interfaces=("System.Collections.IEnumerable",), register_class=False)
class Grouping:
    """The elements of one key."""

    def __init__(self, key: Any, items: list[Any]) -> None:
        self._key = key
        self.items = items

    @prop("System.Object Key {get}")
    def key(self) -> Any:
        return self._key

    def net_enumerate(self) -> Iterator[Any]:
        return iter(self.items)


@linq_method("System.Object[]", "GroupBy", _KEY)
def group_by(source: Any, selector: Any) -> Any:
    """The elements by key, in the order in which the keys come."""
    found: list[Grouping] = []
    for item in items_of(source):
        key = call_delegate(selector, item)
        group = next((known for known in found if net_equals(known.key, key)), None)
        if group is None:
            group = Grouping(key, [])
            found.append(group)
        group.items.append(item)
    return found


@linq_method("System.Object[]", "SelectMany", "System.Func[TSource,TResult] selector")
def select_many(source: Any, selector: Any) -> Any:
    """All elements of what the function gives for each element."""
    return [part for item in items_of(source) for part in items_of(call_delegate(selector, item))]


@linq_method(
    "System.Object[]",
    "Zip",
    "System.Collections.IEnumerable second, System.Func[TSource,TSecond,TResult] resultSelector",
)
def zipped(first: Any, second: Any, selector: Any) -> Any:
    """A function of both elements at each place, as far as the shorter goes."""
    pairs = zip(items_of(first), items_of(second), strict=False)
    return [selector.invoke_value((left, right)) for left, right in pairs]


@linq_method("TSource", "Aggregate", "System.Func[TSource,TSource,TSource] func")
def aggregate(source: Any, function: Any) -> Any:
    """The elements folded into one value, from the first on."""
    items = items_of(source)
    if not items:
        raise invalid_operation("The sequence holds no element.")
    result = items[0]
    for item in items[1:]:
        result = function.invoke_value((result, item))
    return result


LINQ.method(
    "static TAccumulate Aggregate[TSource,TAccumulate](System.Collections.IEnumerable source, TAccumulate seed,"
    " System.Func[TAccumulate,TSource,TAccumulate] func)"
)(lambda source, seed, function: _folded(items_of(source), seed, function))


def _folded(items: list[Any], seed: Any, function: Any) -> Any:
    for item in items:
        seed = function.invoke_value((seed, item))
    return seed


@linq_method("double", "Average", "")
def average(source: Any) -> Any:
    """The mean of numbers: decimal for decimals, else double."""
    from decimal import Decimal

    from spshell.values.arithmetic import add, divide

    items = items_of(source)
    if not items:
        raise invalid_operation("The sequence holds no element.")
    total: Any = 0
    for item in items:
        total = add(total, item)
    result = divide(total, len(items))
    return result if isinstance(result, Decimal) else float(result)


@linq_method("TSource", "Single", "", _TEST)
def single(source: Any, test: Any = None) -> Any:
    """The only element."""
    found = chosen(source, test)
    if len(found) != 1:
        word = "no element" if not found else "more than one element"
        raise invalid_operation(f"The sequence holds {word}.")
    return found[0]


@linq_method("TSource", "SingleOrDefault", "", _TEST)
def single_or_default(source: Any, test: Any = None) -> Any:
    """The only element; the type's default for none."""
    return single(source, test) if chosen(source, test) else default_of(source)


@linq_method("TSource", "LastOrDefault", "", _TEST)
def last_or_default(source: Any, test: Any = None) -> Any:
    """The last element; the type's default for none."""
    found = chosen(source, test)
    return found[-1] if found else default_of(source)


@linq_method("TSource", "ElementAt", "int index")
def element_at(source: Any, index: int) -> Any:
    """The element at a place."""
    items = items_of(source)
    if not 0 <= index < len(items):
        raise out_of_range("index")
    return items[index]


linq_method("TSource", "ElementAtOrDefault", "int index")(
    lambda source, index: (
        items_of(source)[index] if 0 <= index < len(items_of(source)) else default_of(source)
    )
)


@linq_method("TSource[]", "SkipWhile", _TEST)
def skip_while(source: Any, test: Any) -> Any:
    """What stands from the first element on that the test refuses."""
    items = items_of(source)
    start = next((index for index, item in enumerate(items) if not matches(test, item)), len(items))
    return like(source, items[start:])


@linq_method("TSource[]", "TakeWhile", _TEST)
def take_while(source: Any, test: Any) -> Any:
    """What stands before the first element that the test refuses."""
    items = items_of(source)
    end = next((index for index, item in enumerate(items) if not matches(test, item)), len(items))
    return like(source, items[:end])


def _closed(stem: str, *arguments: NetType) -> NetType:
    from spshell.dotnet.reflection.typenames import resolve
    from spshell.values.typenames import make_generic

    return make_generic(resolve(f"{stem}`{len(arguments)}"), list(arguments))


def _element(source: Any) -> NetType:
    from spshell.values.core_types import OBJECT, STRING
    from spshell.values.nettype import BY_NAME, type_of
    from spshell.values.type_relations import element_type

    source_type = type_of(source)
    if source_type is STRING:
        return BY_NAME["system.char"]
    return element_type(source_type) or OBJECT


@linq_method("System.Collections.Generic.List[TSource]", "ToList", "")
def to_list(source: Any) -> Any:
    """The elements in a List[T]."""
    from spshell.dotnet.reflection.members import construct

    made = construct(_closed("System.Collections.Generic.List", _element(source)), [])
    made.extend(items_of(source))
    return made


@linq_method("System.Collections.Generic.HashSet[TSource]", "ToHashSet", "")
def to_hash_set(source: Any) -> Any:
    """The elements in a HashSet[T]."""
    from spshell.dotnet.reflection.members import construct, invoke_method

    made = construct(_closed("System.Collections.Generic.HashSet", _element(source)), [])
    for item in items_of(source):
        invoke_method(made, "Add", [item])
    return made


@linq_method(
    "System.Collections.Generic.Dictionary[TKey,TSource]",
    "ToDictionary",
    _KEY,
    _KEY + ", System.Func[TSource,TElement] elementSelector",
)
def to_dictionary(source: Any, key: Any, element: Any = None) -> Any:
    """The elements by key; two of one key are an error."""
    from spshell.dotnet.reflection.members import construct, invoke_method

    kinds = [_returned(key), _element(source) if element is None else _returned(element)]
    made = construct(_closed("System.Collections.Generic.Dictionary", *kinds), [])
    for item in items_of(source):
        value = item if element is None else call_delegate(element, item)
        invoke_method(made, "Add", [call_delegate(key, item), value])
    return made


def _returned(delegate: Any) -> NetType:
    from spshell.values.core_types import OBJECT

    arguments = getattr(delegate.net_type, "generic_arguments", ())
    return arguments[-1] if arguments else OBJECT


@LINQ.method("static TResult[] Repeat[TResult](TResult element, int count)")
def repeat(element: Any, count: int) -> Any:
    """One element several times."""
    if count < 0:
        raise out_of_range("count", count)
    return [element] * count


LINQ.method("static System.Object[] Cast[TResult](System.Collections.IEnumerable source)")(items_of)
LINQ.method("static System.Object[] Empty[TResult]()")(list)
LINQ.method("static System.Object[] DefaultIfEmpty[TSource](System.Collections.IEnumerable source)")(
    lambda source: items_of(source) or [None]
)
