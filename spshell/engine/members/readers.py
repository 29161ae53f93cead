"""Reading one property of many objects: what an object's class decides is looked up once for the class.

A custom object answers from what it stores. For other classes the declared property is remembered under the name that is
asked for; objects that carry members of their own answer the short way as long as none of these has the name.
"""

from __future__ import annotations

from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.typedata import on_change
from spshell.engine.variables.scope import UNSET
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_CLASS, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject
from spshell.values.type_relations import is_dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_LIMIT = 200
"""Names that are remembered, and shapes of own members for each."""

_NEVER = frozenset({PSObject, PSCustomObject, type(None), type(NOTHING)})


class _Remembered:
    """What is known of one name: the property's own spelling and its getter (None: the long way) by class."""

    __slots__ = ("by_class", "without")

    def __init__(self) -> None:
        self.by_class: dict[type, tuple[str, Callable[[Any], Any]] | None] = {}
        self.without: set[tuple[str, ...]] = set()


_by_name: dict[str, _Remembered] = {}
on_change(_by_name.clear)


def _memory(name: str) -> _Remembered:
    found = _by_name.get(name)
    if found is None:
        if len(_by_name) >= _LIMIT:
            _by_name.clear()
        found = _by_name[name] = _Remembered()
    return found


def declared_property(item: Any, name: str) -> tuple[str, Callable[[Any], Any]] | None:
    """(spelling, getter) of the property of an object that its class declares; None when more decides what it is."""
    memory = _memory(name)
    kind = item.__class__
    found = memory.by_class.get(kind)
    if found is None:
        if kind in memory.by_class:
            return None
        found = memory.by_class[kind] = _found(item, name)
        if found is None:
            return None
    held = getattr(item, "ps_members", None)
    return found if not held or _lacks(memory, held, name) else None


def _lacks(memory: _Remembered, held: dict[str, Any], name: str) -> bool:
    """Whether no member that an object carries itself has the name."""
    names = tuple(held)
    if names in memory.without:
        return True
    folded = name.lower()
    if any(key.lower() == folded for key in names):
        return False
    if len(memory.without) < _LIMIT:
        memory.without.add(names)
    return True


def _found(item: Any, name: str) -> tuple[str, Callable[[Any], Any]] | None:
    kind = item.__class__
    if kind in _NEVER:
        return None
    net_type = type_of(item)  # which tells of a class that was not met yet
    if kind not in BY_CLASS or hasattr(kind, "ps_get_member") or is_dictionary(net_type):
        return None  # an entry of a dictionary comes before a property
    member = find_member(net_type, name)
    spelling = getattr(member, "name", name)
    if type(member) is AliasProperty and member.type is None:
        member = find_member(net_type, member.target)
    if type(member) is not Property or member.get is None or member.hidden:
        return None
    return spelling, member.get


def property_reader(name: str, otherwise: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function that has the property `name` of an object; what the class does not decide is left to `otherwise`."""

    def read(item: Any) -> Any:
        if item.__class__ is PSCustomObject:
            value = item.members.get(name, UNSET)
            if value is UNSET or isinstance(value, Member):
                return otherwise(item)
            return value
        found = declared_property(item, name)
        if found is None:
            return otherwise(item)
        try:
            return found[1](item)
        except NetException:
            return otherwise(item)

    return read


def property_column(items: list[Any], name: str, read: Callable[[Any], Any]) -> list[Any]:
    """What `read`, the reader of the property, has for each object; custom objects that store a plain value are asked at once."""
    return [
        value
        if item.__class__ is PSCustomObject
        and (value := item.members.get(name, UNSET)) is not UNSET
        and not isinstance(value, Member)
        else read(item)
        for item in items
    ]
