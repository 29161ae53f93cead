"""Output of statements: unrolling into the pipeline, and collecting output into one value."""

from __future__ import annotations

from spshell.values.arrays import LISTS, TypedArray
from spshell.values.enumeration import enumerate_value
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.variables.scope import Scope

_SCALARS = frozenset({str, int, float, bool, type(None), PSCustomObject})
"""Classes of values that are never collections."""


def emit(out: Callable[[Any], None], value: Any) -> None:
    """Write a value: collections are unrolled one level, an empty result writes nothing, null is written."""
    kind = type(value)
    if kind in _SCALARS:
        out(value)
    elif kind is list or kind is TypedArray:
        for item in value:
            if item is not NOTHING:
                out(item)
    elif value is NOTHING:
        return
    else:
        items = enumerate_value(value)
        if items is None:
            out(value)
        else:
            for item in items:
                out(item)


def unwrap_list(items: list[Any]) -> Any:
    """Collected output as one value: nothing, the single object, or an array."""
    count = len(items)
    if count == 1:
        return items[0]
    return items if count else NOTHING


def collect(_scope: Scope, body: Callable[[Callable[[Any], None]], None]) -> Any:
    """``$( )``: run statements and take their output as one value."""
    items: list[Any] = []
    body(items.append)
    return unwrap_list(items)


def collect_array(_scope: Scope, body: Callable[[Callable[[Any], None]], None]) -> list[Any]:
    """``@( )``: run statements and take their output as an array."""
    items: list[Any] = []
    body(items.append)
    return items


def sub_value(value: Any) -> Any:
    """``$( )`` around one expression: what its output collects to."""
    if type(value) in _SCALARS:
        return value
    items: list[Any] = []
    emit(items.append, value)
    return unwrap_list(items)


def array_of(value: Any) -> list[Any]:
    """``@( )`` around one expression."""
    items: list[Any] = []
    emit(items.append, value)
    return items


def each(_scope: Scope, value: Any) -> Iterable[Any]:
    """What ``foreach`` goes over: nothing for null, the elements of a collection, else the value itself."""
    if type(value) is list or type(value) is TypedArray:
        return value
    if value is None or value is NOTHING:
        return ()
    if type(value) in _SCALARS:
        return (value,)
    items = enumerate_value(value)
    return (value,) if items is None else items


def each_at_rest(scope: Scope, value: Any) -> Iterable[Any]:
    """As `each`, for a loop that cannot change a list: it need not be watched."""
    return list.__iter__(value) if type(value) in LISTS else each(scope, value)


def switch_items(_scope: Scope, value: Any) -> Iterable[Any]:
    """What ``switch`` goes over: as foreach, but null counts as one item."""
    if value is None:
        return (None,)
    return each(_scope, value)


def discard(_value: Any) -> Any:
    """The value of ``[void]x`` and of ``$null = x`` in an expression."""
    return NOTHING


def null_if_nothing(value: Any) -> Any:
    """An empty result that is stored becomes null."""
    return None if value is NOTHING else value


def is_null(value: Any) -> bool:
    """Whether a value counts as null."""
    return value is None or value is NOTHING


def spread(value: Any, count: int) -> list[Any]:
    """The values of a multiple assignment to `count` targets: the last takes the rest, missing ones are null."""
    kind = value.__class__
    if (kind is list or kind is TypedArray) and len(value) == count:
        return [*value]
    items = list(each(None, value)) if value is not None else []  # type: ignore[arg-type]  # the scope is not used
    if len(items) > count:
        return [*items[: count - 1], items[count - 1 :]]
    return items + [None] * (count - len(items))


def last_of(parts: tuple[Any, ...]) -> Any:
    """The value of a multiple assignment as an expression."""
    return parts[-1]


def first_of_increment(parts: tuple[Any, Any]) -> Any:
    """The value of ``$i++``: the old one, null counting as 0."""
    old = parts[1]
    return 0 if old is None or old is NOTHING else old
