"""Places in a script where a property is read or written: each remembers what it found by class.

A site is a function that the generated code calls. Members that an object carries itself always go the long way.
"""

from __future__ import annotations

from spshell.dotnet.reflection import members
from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.writing import refused
from spshell.engine.members.access import get_member, null_value, set_member
from spshell.engine.members.readers import declared_property
from spshell.engine.members.site_memory import CLOSED, SiteMemory, class_or_type, is_plain, is_script_class
from spshell.engine.variables.scope import UNSET
from spshell.values.exceptions import NetException
from spshell.values.hashtable import READABLE, Hashtable, OrderedDictionary
from spshell.values.nettype import BY_CLASS, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject
from spshell.values.reference import PSReference
from spshell.values.type_relations import assignable, is_dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType

_NUMBERS_AND_TEXT = frozenset({int, float, str})
"""Classes of values that a property of a custom object holds as they are: arithmetic with them runs no script."""


def property_site(name: str) -> Callable[[Scope, Any], Any]:
    """``target.name``: called as ``site(scope, target)``."""
    known = SiteMemory()
    memory = known.functions
    folded = name.lower()
    of_null = 0 if folded in ("count", "length") else None
    lenient = 0 if folded.startswith("ps") else 2  # strict modes below have that for null

    def read(scope: Scope, target: Any) -> Any:
        kind = target.__class__
        if kind is PSCustomObject:
            found = target.members.get(name, UNSET)
            if found is not UNSET and not isinstance(found, Member):
                return found
        elif kind is Hashtable or kind is OrderedDictionary:
            found = target.data.get(name, UNSET)
            if found is not UNSET:
                return found
            getter = memory.get(kind)
            if getter is not None:
                return getter(target)
            if kind not in memory:
                known.functions[kind] = _of_dictionary(target, name)
        elif target is None:
            if scope.strict < lenient:
                return of_null
        else:
            getter = memory.get(kind)
            if getter is None and kind in CLOSED:
                kind = target.net_type
                getter = memory.get(kind)
            if getter is not None:
                try:
                    return getter(target)
                except NetException:
                    return get_member(scope, target, name)
            if kind not in memory:
                found = _getter(target, name)
                known.functions[class_or_type(target)] = found
        return get_member(scope, target, name)

    return read


def _getter(target: Any, name: str) -> Callable[[Any], Any] | None:
    """The function that reads a declared property of a plain class; None when there is no such."""
    kind = target.__class__
    if kind in READABLE:
        return _of_dictionary(target, name)
    declared = declared_property(target, name)
    if declared is not None and hasattr(kind, "ps_members"):
        read = declared[1]
        return lambda value: (
            read(value)
            if not value.ps_members or declared_property(value, name)
            else members.get_property(value, name)
        )
    type_of(target)  # which tells of a class that was not met yet
    if not is_plain(target) or hasattr(kind, "ps_get_member"):
        return None
    if kind in CLOSED and is_dictionary(target.net_type):
        return None
    member = find_member(type_of(target), name)
    if type(member) is AliasProperty and member.type is None:
        member = find_member(type_of(target), member.target)
    if type(member) is not Property or member.get is None:
        return None
    read = member.get
    if not hasattr(kind, "ps_members"):
        return read
    return lambda value: members.get_property(value, name) if value.ps_members else read(value)


_OF_DICTIONARIES = frozenset({"count", "keys", "values"})


def _of_dictionary(target: Any, name: str) -> Callable[[Any], Any] | None:
    """As `_getter`, for what all dictionaries have and an entry of the name comes before."""
    member = find_member(type_of(target), name) if name.lower() in _OF_DICTIONARIES else None
    if type(member) is not Property or member.get is None:
        return None
    read = member.get
    return lambda table: (
        members.get_property(table, name) if table.ps_members or name in table else read(table)
    )


def property_store(name: str) -> Callable[[Scope, Any, Any], Any]:
    """``target.name = value``: called as ``site(scope, target, value)``; has the assigned value."""
    known = SiteMemory()
    memory = known.functions

    def write(scope: Scope, target: Any, value: Any) -> Any:
        kind = target.__class__
        if kind is PSCustomObject:
            held = target.members
            found = held.get(name, UNSET)
            if found is not UNSET and not isinstance(found, Member):
                held[name] = null_value(value)
                return value
        elif kind is Hashtable:
            target[name] = null_value(value)
            return value
        else:
            setter = memory.get(kind)
            if setter is not None:
                taken, put, wanted = setter
                if value.__class__ not in taken:
                    _learn(taken, wanted, value)
                elif not target.ps_members:
                    try:
                        put(target, value)
                    except NetException as error:
                        raise refused(name, error) from error
                    return value
            elif kind not in memory and is_script_class(kind):
                known.functions[kind] = _setter(target, name)
        return set_member(scope, target, name, value)

    return write


def _setter(target: Any, name: str) -> tuple[set[type], Callable[[Any, Any], None], NetType] | None:
    """(classes of values that need no conversion, the function that stores one, type) of a script class's property."""
    member = find_member(type_of(target), name)
    if type(member) is not Property or member.set is None or member.resolved is None:
        return None
    if not hasattr(target, "ps_members"):
        return None
    exact = member.resolved.python_type
    taken = {exact} if exact is not None and BY_CLASS.get(exact) is member.resolved else set()
    return taken, member.set, member.resolved


def _learn(taken: set[type], wanted: NetType, value: Any) -> None:
    """Add the class of a value to those that a property takes as they are, if it is one."""
    kind = value.__class__
    told = kind not in _STANDING_FOR_OTHERS and (kind in BY_CLASS or is_script_class(kind))
    if told and assignable(type_of(value), wanted):
        taken.add(kind)


_STANDING_FOR_OTHERS = frozenset({PSObject, PSReference, type(None), type(NOTHING)})
"""Classes of values that are not stored as they are."""


def property_update(name: str) -> Callable[..., Any]:
    """``target.name += value``, ``++target.name``: called as ``site(scope, target, operation, *operand)``."""
    read, write = property_site(name), property_store(name)

    def update(scope: Scope, target: Any, operation: Callable[..., Any], *operand: Any) -> Any:
        if target.__class__ is PSCustomObject:
            held = target.members
            found = held.get(name)
            if found.__class__ in _NUMBERS_AND_TEXT:
                value = operation(found, *operand)
                held[name] = None if value is NOTHING else value
                return value
        value = operation(read(scope, target), *operand)
        write(scope, target, value)
        return value

    return update


def property_post_update(name: str) -> Callable[..., Any]:
    """``target.name++``: called as ``site(scope, target, operation)``; has the old value."""
    read, write = property_site(name), property_store(name)

    def update(scope: Scope, target: Any, operation: Callable[..., Any]) -> Any:
        old = read(scope, target)
        write(scope, target, operation(old))
        return 0 if old is None else old

    return update
