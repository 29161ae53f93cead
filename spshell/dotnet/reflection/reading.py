"""Read properties: of the object itself, or of every element of a collection that lacks the member."""

from __future__ import annotations

from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.lookup import type_names as declared_type_names
from spshell.dotnet.system.errors import is_method_error, property_missing
from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nettype import BY_CLASS, IndexedProperty, MethodGroup, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import (
    AliasProperty,
    CodeProperty,
    Member,
    MemberSet,
    PropertySet,
    PSCustomObject,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MISSING = object()
"""What :func:`find_value` returns when no member has the name."""

_PLAIN = frozenset({str, int, list, float})
"""Classes whose values carry no members of their own: a look-up in their type decides."""

_INTRINSIC = ("psobject", "psbase", "psadapted", "psextended", "pstypenames")


def get_property(target: Any, name: str) -> Any:
    """`target.name`; null when there is no such member (use :func:`get_property_strict` in strict mode)."""
    kind = target.__class__
    if kind is PSCustomObject:
        members = target.members
        if name in members:
            value = members[name]
            return read_extended(target, value) if isinstance(value, Member) else value
    elif kind is Hashtable or kind is OrderedDictionary:
        data = target.data
        if name in data:
            return data[name]
    elif kind in _PLAIN:
        member = BY_CLASS[kind].lookup.get(name)
        if member.__class__ is AliasProperty:
            member = BY_CLASS[kind].lookup.get(member.target)
        if member.__class__ is Property:
            return read_member(target, member)
    found = find_value(target, name)
    if found is not MISSING:
        return found
    return _enumerated(target, name, strict=False)


def get_property_strict(target: Any, name: str) -> Any:
    """As :func:`get_property` under Set-StrictMode; raises PropertyNotFoundStrict."""
    found = find_value(target, name)
    if found is not MISSING:
        return found
    if type(target) is PSCustomObject and name.lower() in ("count", "length"):
        return 1
    return _enumerated(target, name, strict=True)


def find_value(target: Any, name: Any) -> Any:
    """The value of a member of the object itself (no member enumeration), or MISSING."""
    if type(name) is not str:
        if isinstance(target, Hashtable):
            return target.get(name)
        from spshell.values.text import to_text

        name = to_text(name)
    if target is None or target is NOTHING:
        return MISSING
    whole = target
    own = own_members(target)
    if own is not None:
        value = named(own, name)
        if value is not MISSING:
            return read_extended(target, value) if isinstance(value, Member) else value
    if type(target) is PSObject:
        if name.lower() in _INTRINSIC:
            return _intrinsic(target, name.lower())
        if target.type_names is not None:
            value = _by_type_names(target, target.type_names, name)
            if value is not MISSING:
                return value
        target = target.base
    hook = getattr(type(target), "ps_get_member", None)
    if hook is not None:
        found, value = hook(target, name)
        if found:
            return value
    if isinstance(target, Hashtable):
        stored = target.stored(name)
        if stored in target.data:
            return target.data[stored]
    if type(target) is PSCustomObject:
        value = _by_type_names(target, type_names(target), name)
        if value is not MISSING:
            return value
    member = find_member(type_of(target), name)
    if member is not None:
        return read_extended(whole, member) if isinstance(member, Member) else read_member(target, member)
    if name.lower() in _INTRINSIC:
        return _intrinsic(target, name.lower())
    return MISSING


def own_members(target: Any) -> dict[str, Any] | None:
    """The members added to the object itself, when it has room for such."""
    kind = type(target)
    if kind is PSCustomObject or kind is PSObject:
        return target.members  # type: ignore[no-any-return]  # a dict slot
    return getattr(target, "ps_members", None)


def named(members: dict[str, Any], name: str) -> Any:
    """The entry called `name` in any case, or MISSING."""
    if name in members:
        return members[name]
    folded = name.lower()
    for key, value in members.items():
        if key.lower() == folded:
            return value
    return MISSING


def _by_type_names(target: Any, names: list[str], name: str) -> Any:
    from spshell.dotnet.reflection.typedata import find_extended

    member = find_extended(names, name)
    if member is None:
        return MISSING
    return read_extended(target, member) if isinstance(member, Member) else member


def _intrinsic(target: Any, folded: str) -> Any:
    if folded == "pstypenames":
        from spshell.dotnet.reflection.psobject import type_name_list

        return type_name_list(target)
    from spshell.dotnet.reflection.psobject import MemberView

    return MemberView(target, folded)


def read_extended(target: Any, member: Member) -> Any:
    """The value of an extended member; a failing script property gives null."""
    try:
        if isinstance(member, ScriptProperty):
            return (
                member.getter.invoke_value((), this=target, apart=True, heard=False)
                if member.getter is not None
                else None
            )
        if isinstance(member, CodeProperty):
            return member.getter(target.base if type(target) is PSObject and not member.whole else target)
        if isinstance(member, AliasProperty):
            value = get_property(target, member.target)
            if member.type is None:
                return value
            from spshell.values.conversion import convert

            return convert(value, member.type)
    except NetException as error:
        if is_method_error(error):
            raise
        return None
    if isinstance(member, MemberSet):
        from spshell.dotnet.reflection.psobject import MemberSetView

        return MemberSetView(target, member)
    if isinstance(member, PropertySet):
        from spshell.dotnet.reflection.member_objects import member_info

        return member_info(target, member.name, member)
    if isinstance(member, ScriptMethod):
        from spshell.dotnet.reflection.psobject import PSMethod

        return PSMethod(target, member)
    return getattr(member, "value", member)


def read_member(target: Any, member: Any) -> Any:
    """The value of a member that :func:`~spshell.dotnet.reflection.lookup.find_member` found."""
    if type(member) is Property:
        try:
            return member.get(target)  # type: ignore[misc]  # instance properties have a getter
        except NetException as error:
            # As PowerShell: reading never fails, so that formatting always works.
            if is_method_error(error):
                raise
            return None
    if isinstance(member, Member):
        return read_extended(target, member)
    from spshell.dotnet.reflection.psobject import IndexedView, PSMethod

    if isinstance(member, IndexedProperty):
        return IndexedView(target, member)
    if type(member) is not MethodGroup:
        return member  # a note of the type's data: the value itself
    return PSMethod(target, member)


def _enumerated(target: Any, name: Any, *, strict: bool) -> Any:
    items = enumerate_value(target)
    if items is not None:
        result: list[Any] = []
        _collect(items, name, result, strict=strict)
        if len(result) == 1:
            return result[0]
        if result:
            return result
        if strict:
            raise property_missing(str(name))
        return None
    if strict:
        raise property_missing(str(name))
    if type(name) is str and name.lower() in ("count", "length"):
        return 0 if target is None or target is NOTHING else 1
    return None


def _collect(items: Any, name: Any, result: list[Any], *, strict: bool) -> None:
    for item in items:
        value = find_value(item, name)
        if value is MISSING:
            nested = enumerate_value(item)
            if nested is not None:
                _collect(nested, name, result, strict=strict)
                continue
            folded = name.lower() if type(name) is str else ""
            if folded in ("count", "length") and not strict:
                result.append(0 if item is None else 1)
            elif strict:
                raise property_missing(str(name))
            elif type(item) is PSCustomObject:
                result.append(None)  # only objects of .NET types without the member are passed over
            continue
        flatten(value, result)


def flatten(value: Any, result: list[Any]) -> None:
    """Add a value, or the elements of a collection, as member enumeration does."""
    nested = enumerate_value(value)
    if nested is None:
        if value is not NOTHING:
            result.append(value)
    else:
        result.extend(item for item in nested if item is not NOTHING)


def type_names(target: Any) -> list[str]:
    """PSTypeNames: the object's own list, else the full names of its type and bases."""
    own = getattr(target, "type_names", None)
    if own is not None and type(target) in (PSCustomObject, PSObject):
        return own  # type: ignore[no-any-return]  # a list slot
    base = target.base if type(target) is PSObject else target
    if base is None or base is NOTHING:
        return []
    return declared_type_names(type_of(base))
