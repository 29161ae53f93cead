"""Find a member of a type by name: exact spelling, then any case; extended members before .NET's own."""

from __future__ import annotations

from spshell.dotnet.reflection.typedata import find_extended
from spshell.values.nettype import BY_NAME, load_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.values.nettype import NetType

_MISSING = object()


def chain(net_type: NetType) -> Iterator[NetType]:
    """A type and its bases; every chain ends with System.Object."""
    current: NetType | None = net_type
    last = net_type
    while current is not None:
        yield current
        last = current
        current = current.base
    if last.full_name != "System.Object" and last.kind != "interface":
        yield BY_NAME["system.object"]


def type_names(net_type: NetType) -> list[str]:
    """The full names of a type and its bases, as PSTypeNames lists them."""
    return [_shown(t) for t in chain(net_type)]


def _shown(net_type: NetType) -> str:
    if not net_type.generic_arguments:
        return net_type.full_name
    from spshell.values.type_identity import full_name

    return full_name(net_type)


def find_member(net_type: NetType, name: str) -> Any:
    """The instance member (extended, property or method group) called `name`, or None."""
    found = net_type.lookup.get(name, _MISSING)
    if found is _MISSING:
        found = find_extended(type_names(net_type), name)
        if found is None:
            found = find_declared(net_type, name)
        net_type.lookup[name] = found
    return found


def find_declared(net_type: NetType, name: str) -> Any:
    """The .NET member called `name`, without extended members."""
    load_members(net_type)
    folded = name.lower()
    found = None
    for current in chain(net_type):
        load_members(current)
        for key, member in current.members.items():
            if key == name or key.lower() == folded:
                found = _merged(found, member)
                if not _is_group(found):
                    return found
                break
    return found


def find_static(net_type: NetType, name: str) -> Any:
    """The static member called `name`, or None."""
    found = net_type.static_lookup.get(name, _MISSING)
    if found is not _MISSING:
        return found
    folded = name.lower()
    found = None
    for current in chain(net_type):
        load_members(current)
        for key, member in current.statics.items():
            if key == name or key.lower() == folded:
                found = _merged(found, member)
                break
        if found is not None and not _is_group(found):
            break
    net_type.static_lookup[name] = found
    return found


def _is_group(member: Any) -> bool:
    return type(member).__name__ == "MethodGroup"


def _merged(found: Any, member: Any) -> Any:
    """Overloads of a base type stand behind those of the derived type with the same name."""
    if found is None:
        return member
    if not _is_group(found) or not _is_group(member):
        return found
    from spshell.values.nettype import MethodGroup

    seen = {_shape(overload) for overload in found.overloads}
    more = [overload for overload in member.overloads if _shape(overload) not in seen]
    return MethodGroup(found.name, [*found.overloads, *more], static=found.static) if more else found


def _shape(overload: Any) -> tuple[str, ...]:
    return tuple(parameter.type_name for parameter in overload.parameters)
