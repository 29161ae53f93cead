"""Properties, methods, statics and constructors as scripts use them: what the engine calls.

A value answers a member name in this order: members added to the object itself, extended type data, the .NET
type, and for collections that lack the member, every element (member enumeration). Values with rules of their
own (XML nodes, dictionaries) take part by methods: ``ps_get_member(name) -> (found, value)`` and
``ps_set_member(name, value) -> bool``.
Source: about_Properties, about_Methods, about_Member-Access_Enumeration.
"""

from __future__ import annotations

from spshell.dotnet.reflection.calling import get_indexed, invoke_method, set_indexed, set_parameterized
from spshell.dotnet.reflection.reading import (
    MISSING,
    find_value,
    get_property,
    get_property_strict,
    read_extended,
    read_member,
    type_names,
)
from spshell.dotnet.reflection.statics import (
    construct,
    default_value,
    get_static,
    get_static_strict,
    invoke_static,
    set_static,
)
from spshell.dotnet.reflection.writing import add_member, set_property
from spshell.values.nettype import NetType, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import Member, PSCustomObject, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "MISSING",
    "add_member",
    "construct",
    "default_value",
    "find_value",
    "get_indexed",
    "get_property",
    "get_property_strict",
    "get_static",
    "get_static_strict",
    "invoke_method",
    "invoke_static",
    "is_instance",
    "members_of",
    "properties_of",
    "property_values",
    "read_entry",
    "set_indexed",
    "set_parameterized",
    "set_property",
    "set_static",
    "type_names",
]


def properties_of(target: Any) -> list[tuple[str, Any]]:
    """(name, value or Member or Property) in display order: added members, extended ones, .NET's own."""
    from spshell.dotnet.reflection.reflection import properties

    return properties(target)


def property_values(target: Any) -> list[tuple[str, Any]]:
    """(name, value) of every property, as ``Select-Object *`` copies them."""
    return [(name, read_entry(target, entry)) for name, entry in properties_of(target)]


def read_entry(target: Any, entry: Any) -> Any:
    """The value behind one entry of :func:`properties_of`."""
    if isinstance(entry, Property):
        return read_member(target.base if type(target) is PSObject else target, entry)
    if isinstance(entry, Member):
        return read_extended(target, entry)
    return entry


def members_of(target: Any) -> list[Any]:
    """Every member as Get-Member and .PSObject.Members show them: MemberInfo objects."""
    from spshell.dotnet.reflection.reflection import members

    return members(target)


def is_instance(value: Any, net_type: NetType) -> bool:
    """`value -is [type]`: [psobject] and [pscustomobject] mean objects that carry members of their own."""
    if value is None or value is NOTHING:
        return False
    if net_type.full_name == "System.Management.Automation.PSObject":
        return type(value) is PSCustomObject or type(value) is PSObject
    from spshell.values.type_relations import assignable

    return assignable(type_of(value.base if type(value) is PSObject else value), net_type)
