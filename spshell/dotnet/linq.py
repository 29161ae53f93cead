"""System.Linq.Enumerable: what scripts call of it, with script blocks as functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.definitions import define
from spshell.dotnet.equality import compare, net_equals
from spshell.dotnet.errors import argument_null, invalid_operation
from spshell.dotnet.list_members import call_delegate, matches
from spshell.values.declare import Members

if TYPE_CHECKING:
    from collections.abc import Callable

LINQ = Members()
_SOURCE = "System.Collections.IEnumerable source"


def _items(source: Any) -> list[Any]:
    from spshell.values.numbers import Char

    if source is None:
        raise argument_null("source")
    return [Char(character) for character in source] if isinstance(source, str) else list(source)


def _like(source: Any, items: list[Any]) -> Any:
    """The items as an array of the source's element type."""
    from spshell.values.arrays import TypedArray

    return TypedArray(items, source.net_type) if isinstance(source, TypedArray) else items


def _method(returned: str, name: str, *more: str) -> Callable[[Any], Any]:
    signatures = [
        f"static {returned} {name}[TSource]({_SOURCE}{', ' + extra if extra else ''})" for extra in more
    ]
    return LINQ.method(*signatures)


_PREDICATE = "System.Func[TSource,bool] predicate"


def _chosen(source: Any, predicate: Any) -> list[Any]:
    items = _items(source)
    return items if predicate is None else [item for item in items if matches(predicate, item)]


def _one(items: list[Any], position: int) -> Any:
    if not items:
        raise invalid_operation("The sequence holds no element.")
    return items[position]


_method("TSource", "First", "", _PREDICATE)(lambda source, test=None: _one(_chosen(source, test), 0))
_method("TSource", "Last", "", _PREDICATE)(lambda source, test=None: _one(_chosen(source, test), -1))
_method("TSource", "FirstOrDefault", "", _PREDICATE)(
    lambda source, test=None: next(iter(_chosen(source, test)), None)
)
_method("int", "Count", "", _PREDICATE)(lambda source, test=None: len(_chosen(source, test)))
_method("bool", "Any", "", _PREDICATE)(lambda source, test=None: bool(_chosen(source, test)))
_method("bool", "All", _PREDICATE)(lambda source, test: len(_chosen(source, test)) == len(_items(source)))
_method("bool", "Contains", "TSource value")(
    lambda source, value: any(net_equals(item, value) for item in _items(source))
)
_method("TSource[]", "ToArray", "")(lambda source: _like(source, _items(source)))
_method("TSource[]", "Reverse", "")(lambda source: _like(source, _items(source)[::-1]))
_method("TSource[]", "Skip", "int count")(
    lambda source, count: _like(source, _items(source)[max(count, 0) :])
)
_method("TSource[]", "Take", "int count")(
    lambda source, count: _like(source, _items(source)[: max(count, 0)])
)
_method("TSource[]", "Where", _PREDICATE)(lambda source, test: _like(source, _chosen(source, test)))
_method("System.Object[]", "Select", "System.Func[TSource,TResult] selector")(
    lambda source, selector: [call_delegate(selector, item) for item in _items(source)]
)


@_method("TSource[]", "Distinct", "")
def distinct(source: Any) -> Any:
    """Each element once."""
    found: list[Any] = []
    for item in _items(source):
        if not any(net_equals(item, known) for known in found):
            found.append(item)
    return _like(source, found)


@_method("TSource", "Sum", "")
def total(source: Any) -> Any:
    """The sum of numbers."""
    from spshell.values.arithmetic import add

    result: Any = 0
    for item in _items(source):
        result = add(result, item)
    return result


@_method("TSource", "Max", "")
def greatest(source: Any) -> Any:
    """The greatest element."""
    items = _items(source)
    best = _one(items, 0)
    for item in items:
        best = item if compare(item, best) > 0 else best
    return best


@_method("TSource", "Min", "")
def least(source: Any) -> Any:
    """The least element."""
    items = _items(source)
    best = _one(items, 0)
    for item in items:
        best = item if compare(item, best) < 0 else best
    return best


@LINQ.method("static System.Collections.Generic.IEnumerable[int] Range(int start, int count)")
def number_range(start: int, count: int) -> Any:
    """Consecutive numbers."""
    from spshell.dotnet.byte_arrays import typed_array

    return typed_array("System.Int32", range(start, start + count))


define("System.Linq.Enumerable", LINQ, kind="static")
