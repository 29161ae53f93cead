"""Methods of collections for arguments that are text or Int32 and need no conversion: each whole call is one function.

``WHOLE`` maps what a method declares to a maker of such functions and their number of arguments. A maker is given the method's
name, under which an object that carries members of its own is asked the long way. What these functions do is what the declared
ones do, errors included: where one would be raised they call the declared one.
"""

from __future__ import annotations

from spshell.dotnet.collections import collections, dictionaries, list_members, queues
from spshell.dotnet.reflection.calling import invoke_method
from spshell.values.hashtable import TABLES
from spshell.values.nettype import BY_CLASS, exact_class
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Call = Callable[..., Any]


def _append(_name: str) -> Call:
    def call(target: list[Any], value: Any) -> Any:
        target.append(value)
        return NOTHING

    return call


def _append_counting(_name: str) -> Call:
    def call(target: list[Any], value: Any) -> int:
        target.append(value)
        return len(target) - 1

    return call


def _list_contains(_name: str) -> Call:
    def call(target: list[Any], value: Any) -> bool:
        # what is equal for .NET is equal for Python
        return value in target and list_members.contains(target, value)

    return call


def _list_find(_name: str) -> Call:
    def call(target: list[Any], value: Any) -> int:
        return list_members.find(target, value) if value in target else -1

    return call


def _contains_key(name: str) -> Call:
    def call(target: Any, key: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [key])
        return key in target.data or key in target

    return call


def _put_item(name: str) -> Call:
    def call(target: Any, item: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [item])
        table = target.table
        data = table.data
        if item in data:
            return False
        if not table.case_sensitive:
            return target.add(item)
        data[item] = True
        return True

    return call


def _has_item(name: str) -> Call:
    def call(target: Any, item: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [item])
        return item in target.table.data or item in target.table

    return call


def _enqueue(name: str) -> Call:
    def call(target: Any, item: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [item])
        target.items.append(item)
        return NOTHING

    return call


def _push(name: str) -> Call:
    def call(target: Any, item: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [item])
        target.items.appendleft(item)
        return NOTHING

    return call


def _take(name: str) -> Call:
    def call(target: Any) -> Any:
        items = target.items
        return items.popleft() if items and not target.ps_members else invoke_method(target, name, [])

    return call


def _peek(name: str) -> Call:
    def call(target: Any) -> Any:
        items = target.items
        return items[0] if items and not target.ps_members else invoke_method(target, name, [])

    return call


def _add_entry(name: str) -> Call:
    def call(target: Any, key: Any, value: Any) -> Any:
        if target.ps_members or key in target.data:
            return invoke_method(target, name, [key, value])  # which refuses a key that is there
        if key.__class__ is str and key in target:
            return invoke_method(target, name, [key, value])
        target[key] = value
        return NOTHING

    return call


def _remove_entry(name: str) -> Call:
    def call(target: Any, key: Any) -> Any:
        if target.ps_members:
            return invoke_method(target, name, [key])
        target.remove(key)
        return NOTHING

    return call


def _remove_telling(name: str) -> Call:
    def call(target: Any, key: Any) -> Any:
        return invoke_method(target, name, [key]) if target.ps_members else target.remove(key)

    return call


WHOLE: dict[Any, tuple[Callable[[str], Call], int]] = {
    list_members.add: (_append, 1),
    collections.add_counting: (_append_counting, 1),
    list_members.contains: (_list_contains, 1),
    list_members.find: (_list_find, 1),
    dictionaries.contains_key: (_contains_key, 1),
    dictionaries.add: (_add_entry, 2),
    dictionaries.remove_entry: (_remove_entry, 1),
    dictionaries.remove_telling: (_remove_telling, 1),
    queues.put_item: (_put_item, 1),
    queues.has_item: (_has_item, 1),
    queues.enqueue: (_enqueue, 1),
    queues.push: (_push, 1),
    queues.take: (_take, 0),
    queues.peek: (_peek, 0),
}

_SEARCHING = frozenset({list_members.contains, list_members.find})
"""Methods that compare elements: those of lists of text or Int32 only are compared by Python."""

_SHARED = frozenset({collections.GenericList, dictionaries.Dictionary, queues.Sequence, queues.HashSet})
"""Classes that the closed types of a definition share."""

_PLAIN = frozenset({str, int})
"""Classes of keys and elements that a dictionary or a set holds as they are."""

_ANY_VALUE = {
    list_members.add: 0,
    collections.add_counting: 0,
    dictionaries.add: 1,
    queues.enqueue: 0,
    queues.push: 0,
}
"""Which argument may be anything."""


def whole_call(function: Any, name: str, kind: type, classes: list[type]) -> Call | None:
    """The function for calls of a declared method of objects of one class with arguments of some classes, if there is one."""
    make, count = WHOLE.get(function, (None, 0))
    if make is None or count != len(classes):
        return None
    free = _ANY_VALUE.get(function)
    if any(given not in _PLAIN for index, given in enumerate(classes) if index != free):
        return None
    if kind is not collections.ArrayList and kind not in TABLES and not _SHARED.intersection(kind.__bases__):
        return None
    if function in _SEARCHING and not set(map(exact_class, BY_CLASS[kind].generic_arguments)) & _PLAIN:
        return None
    return make(name)
