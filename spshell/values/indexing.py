"""``$x[i]``, slices and assignment to an element.

Positions are rounded to int, negative ones count from the end, what lies outside reads as null.
A class of the layers above takes part with ``ps_get_index(index)`` and ``ps_set_index(index, value)``.
Source: about_Arrays; about_Hash_Tables.
"""

from __future__ import annotations

from spshell.values.arrays import TypedArray
from spshell.values.exceptions import NetException
from spshell.values.grid_arrays import GridArray
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.messages import net_fault, runtime_fault
from spshell.values.nothing import NOTHING
from spshell.values.numbers import Char

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class ObjectKey:
    """An index that was cast to [object]: an ordered dictionary takes it as a key, never as a position."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = _base(value)


def get_index(target: Any, index: Any, *, strict: bool = False) -> Any:
    """``target[index]``; with `strict` (Set-StrictMode 3) an element that is not there is an error."""
    kind = type(target)
    if type(index) is int:
        if kind is list:
            try:
                return target[index]
            except IndexError:
                return _outside(strict=strict)
        if kind is Hashtable:
            return target.get(index)
    elif type(index) is str and kind is Hashtable:
        return target.get(index)
    return _get(_base(target), _base(index), strict)


def _base(value: Any) -> Any:
    name = type(value).__name__
    if name == "PSObject":
        return value.base
    return None if name == "Nothing" else value


def _outside(*, strict: bool) -> None:
    if strict:
        raise net_fault("System.IndexOutOfRangeException", "Arg_IndexOutOfRange")


def _get(target: Any, index: Any, strict: bool) -> Any:
    if target is None:
        raise runtime_fault("NullArray")
    if type(index) is ObjectKey:
        index = index.value
        if type(target) is OrderedDictionary and index is not None:
            return target.get(index)
    if index is None:
        raise runtime_fault("NullArrayIndex")
    if type(target) is GridArray:
        return target.read(index, strict=strict)
    if isinstance(index, list):
        return _strict_slice(target, index) if strict else _slice(target, index)
    return get_element(target, index, strict=strict)


def _slice(target: Any, indexes: list[Any]) -> Any:
    """The elements at several positions: a list leaves out what it has not, other targets give null.

    A single value has no elements; that it is its own element 0 holds for one index only.
    """
    found: list[Any] = []
    drops = isinstance(target, list)
    for index in indexes:
        index = _base(index)
        if isinstance(index, list):
            found.append(_slice(target, index))
            continue
        if drops:
            position = _position(index, len(target))
            if position is not None:
                found.append(target[position])
            continue
        value = _element(target, index)
        if value is NotImplemented:
            return NOTHING
        if value is not NOTHING:
            found.append(value)
    return found


def _strict_slice(target: Any, indexes: list[Any]) -> Any:
    """The elements at several positions, all of which must exist."""
    if indexes and not isinstance(target, list) and _element(target, _base(indexes[0])) is NotImplemented:
        return _not_indexable(target, indexes, strict=True)
    return [_get(target, _base(index), True) for index in indexes]


def _position(index: Any, length: int) -> int | None:
    """A position from the start, or None when it is outside or no number."""
    from spshell.values.conversion import to_int

    try:
        number = to_int(index)
    except NetException:
        return None
    if number < 0:
        number += length
    return number if 0 <= number < length else None


def get_element(target: Any, index: Any, *, strict: bool = False) -> Any:
    """One element by one index, both without wrappers."""
    found = _element(target, index, strict=strict)
    return _not_indexable(target, index, strict=strict) if found is NotImplemented else found


def _element(target: Any, index: Any, *, strict: bool = False) -> Any:
    """As `get_element`; NotImplemented for a value that has no elements."""
    if isinstance(target, str):
        if type(target) is Char:
            return NotImplemented
        position = _position(index, len(target))
        return _outside(strict=strict) if position is None else Char(target[position])
    own = getattr(type(target), "ps_get_index", None)
    if own is not None:
        return own(target, index)
    if isinstance(target, list):
        if strict and isinstance(index, str):
            from spshell.values.conversion import to_int

            index = to_int(index)  # raises for text that is no number
        position = _position(index, len(target))
        return _outside(strict=strict) if position is None else target[position]
    if isinstance(target, Hashtable):
        if type(target) is OrderedDictionary and type(index) is int:
            values = target.values()
            position = _position(index, len(values))
            return _outside(strict=strict) if position is None else values[position]
        return target.get(index)
    return NotImplemented if _getter is None else _getter(target, index)


def _not_indexable(target: Any, index: Any, *, strict: bool = False) -> Any:
    """A single value is its own element 0 (and -1)."""
    from spshell.values.comparison import equal

    if equal(0, index) or equal(-1, index):
        return target
    if strict:
        from spshell.values.nettype import type_of

        raise runtime_fault("CannotIndex", type_of(target).full_name)
    return NOTHING


def set_index(target: Any, index: Any, value: Any) -> None:
    """``target[index] = value``."""
    kind = type(target)
    if kind is Hashtable and type(index) is str:
        target[index] = value
        return
    if kind is list and type(index) is int:
        try:
            target[index] = value
        except IndexError:
            raise net_fault("System.IndexOutOfRangeException", "Arg_IndexOutOfRange") from None
        return
    _set(_base(target), _base(index), value)


def _set(target: Any, index: Any, value: Any) -> None:
    if target is None:
        raise runtime_fault("NullArray")
    if type(index) is ObjectKey:
        index = index.value
        if type(target) is OrderedDictionary and index is not None:
            target[index] = value
            return
    if index is None:
        raise runtime_fault("NullArrayIndex")
    own = getattr(type(target), "ps_set_index", None)
    if type(target) is GridArray:
        target.write(index, value)
    elif own is not None:
        own(target, index, value)
    elif isinstance(target, list):
        _set_in_list(target, index, value)
    elif type(target) is OrderedDictionary and type(index) is int:
        _set_position(target, index, value)
    elif isinstance(target, Hashtable):
        target[index] = value
    elif _setter is None or _setter(target, index, value) is NotImplemented:
        from spshell.values.nettype import type_of

        raise runtime_fault("CannotIndex", type_of(target).full_name)


def _set_in_list(target: list[Any], index: Any, value: Any) -> None:
    from spshell.values.conversion import convert, to_int

    if isinstance(index, list) and len(index) > 1:
        from spshell.values.text import to_text

        shown = to_text(index, ",")
        raise runtime_fault("ArraySliceAssignmentFailed", shown[:20] + (" ..." if len(shown) > 20 else ""))
    number = to_int(index)
    element = getattr(target, "net_type", None)
    if element is not None and element.element is not None:
        value = convert(value, element.element)
    if not -len(target) <= number < len(target):
        if type(target) in (list, TypedArray):
            raise net_fault("System.IndexOutOfRangeException", "Arg_IndexOutOfRange")
        raise net_fault("System.ArgumentOutOfRangeException", "ArgumentOutOfRange", number, "index")
    target[number] = value


def _set_position(target: OrderedDictionary, index: int, value: Any) -> None:
    keys = target.keys()
    if not 0 <= index < len(keys):
        raise net_fault("System.ArgumentOutOfRangeException", "ArgumentOutOfRange", index, "index")
    target[keys[index]] = value


_getter: Callable[[Any, Any], Any] | None = None
_setter: Callable[[Any, Any, Any], Any] | None = None


def set_indexers(getter: Callable[[Any, Any], Any], setter: Callable[[Any, Any, Any], Any]) -> None:
    """Install how declared types are indexed; both return NotImplemented for a type without indexer."""
    global _getter, _setter
    _getter = getter
    _setter = setter
