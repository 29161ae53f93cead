"""System.Linq.Enumerable: what scripts call of it, with script blocks as functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.list_members import call_delegate, matches
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.equality import compare, net_equals
from spshell.dotnet.system.errors import argument_null, invalid_operation
from spshell.values.declare import Members

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.nettype import NetType

LINQ = Members()
_SOURCE = "System.Collections.IEnumerable source"


def items_of(source: Any) -> list[Any]:
    """The elements of a sequence; raises ArgumentNullException."""
    from spshell.values.numbers import Char

    if source is None:
        raise argument_null("source")
    return [Char(character) for character in source] if isinstance(source, str) else list(source)


def like(source: Any, items: list[Any]) -> Any:
    """The items as an array of the source's element type."""
    from spshell.values.arrays import TypedArray

    return TypedArray(items, source.net_type) if isinstance(source, TypedArray) else items


def default_of(source: Any) -> Any:
    """What stands for a missing element."""
    element = getattr(getattr(source, "net_type", None), "element", None)
    return None if element is None else element.default


def linq_method(returned: str, name: str, *more: str) -> Callable[[Any], Any]:
    """Declare a method of a sequence; `more` are its further parameters, one text an overload."""
    signatures = [
        f"static {returned} {name}[TSource]({_SOURCE}{', ' + extra if extra else ''})" for extra in more
    ]
    return LINQ.method(*signatures)


_PREDICATE = "System.Func[TSource,bool] predicate"


def chosen(source: Any, predicate: Any) -> list[Any]:
    """The elements that a test accepts; all without a test."""
    items = items_of(source)
    return items if predicate is None else [item for item in items if matches(predicate, item)]


def _one(items: list[Any], position: int) -> Any:
    if not items:
        raise invalid_operation("The sequence holds no element.")
    return items[position]


linq_method("TSource", "First", "", _PREDICATE)(lambda source, test=None: _one(chosen(source, test), 0))
linq_method("TSource", "Last", "", _PREDICATE)(lambda source, test=None: _one(chosen(source, test), -1))
linq_method("TSource", "FirstOrDefault", "", _PREDICATE)(
    lambda source, test=None: next(iter(chosen(source, test)), default_of(source))
)
linq_method("int", "Count", "", _PREDICATE)(lambda source, test=None: len(chosen(source, test)))
linq_method("bool", "Any", "", _PREDICATE)(lambda source, test=None: bool(chosen(source, test)))
linq_method("bool", "All", _PREDICATE)(
    lambda source, test: len(chosen(source, test)) == len(items_of(source))
)
linq_method("bool", "Contains", "TSource value")(
    lambda source, value: any(net_equals(item, value) for item in items_of(source))
)
linq_method("TSource[]", "ToArray", "")(lambda source: like(source, items_of(source)))
linq_method("TSource[]", "Reverse", "")(lambda source: like(source, items_of(source)[::-1]))
linq_method("TSource[]", "Skip", "int count")(
    lambda source, count: like(source, items_of(source)[max(count, 0) :])
)
linq_method("TSource[]", "Take", "int count")(
    lambda source, count: like(source, items_of(source)[: max(count, 0)])
)
linq_method("TSource[]", "Where", _PREDICATE)(lambda source, test: like(source, chosen(source, test)))
linq_method("System.Object[]", "Select", "System.Func[TSource,TResult] selector")(
    lambda source, selector: [call_delegate(selector, item) for item in items_of(source)]
)


@linq_method("TSource[]", "Distinct", "")
def distinct(source: Any) -> Any:
    """Each element once."""
    found: list[Any] = []
    for item in items_of(source):
        if not any(net_equals(item, known) for known in found):
            found.append(item)
    return like(source, found)


@linq_method("TSource", "Sum", "")
def total(source: Any) -> Any:
    """The sum of numbers."""
    from spshell.values.arithmetic import add

    result: Any = 0
    for item in items_of(source):
        result = add(result, item)
    return result


@linq_method("TSource", "Max", "")
def greatest(source: Any) -> Any:
    """The greatest element."""
    items = items_of(source)
    best = _one(items, 0)
    for item in items:
        best = item if compare(item, best) > 0 else best
    return best


@linq_method("TSource", "Min", "")
def least(source: Any) -> Any:
    """The least element."""
    items = items_of(source)
    best = _one(items, 0)
    for item in items:
        best = item if compare(item, best) < 0 else best
    return best


@LINQ.method("static System.Collections.Generic.IEnumerable[int] Range(int start, int count)")
def number_range(start: int, count: int) -> Any:
    """Consecutive numbers."""
    from spshell.dotnet.collections.byte_arrays import typed_array

    return typed_array("System.Int32", range(start, start + count))


def _fill(net_type: NetType) -> None:
    from spshell.dotnet.collections import linq_sequences  # noqa: F401 - adds to LINQ what stands there

    LINQ.fill(net_type)


define("System.Linq.Enumerable", kind="static").declare = _fill
