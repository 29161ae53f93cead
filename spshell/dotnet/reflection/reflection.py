"""Everything a value has: properties in display order, members with their definitions (Get-Member)."""

from __future__ import annotations

from spshell.dotnet.reflection.lookup import chain
from spshell.dotnet.reflection.member_objects import member_info
from spshell.dotnet.reflection.psobject import MemberInfo, signature
from spshell.dotnet.reflection.reading import own_members, read_extended, type_names
from spshell.dotnet.reflection.typedata import find_data
from spshell.values.nettype import (
    IndexedProperty,
    MethodGroup,
    NetType,
    Overload,
    Property,
    load_members,
    type_of,
)
from spshell.values.objects import (
    AliasProperty,
    ComputedProperty,
    Member,
    PSCustomObject,
    PSObject,
    ScriptMethod,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PROPERTY_KINDS = ("NoteProperty", "ScriptProperty", "CodeProperty", "AliasProperty")


def _extended(target: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    seen: set[str] = set()
    for name in type_names(target):
        data = find_data(name)
        if data is None:
            continue
        for key, member in data.members.items():
            if key.lower() not in seen:
                seen.add(key.lower())
                found.append((key, member))
    return found


def declared_properties(net_type: NetType) -> list[Property]:
    """The properties of a type, then those of its bases that it does not hide."""
    found: list[Property] = []
    seen: set[str] = set()
    for current in chain(net_type):
        load_members(current)
        for member in current.members.values():
            if isinstance(member, Property) and member.name.lower() not in seen:
                seen.add(member.name.lower())
                found.append(member)
    return found


def properties(target: Any, *, hidden: bool = False) -> list[tuple[str, Any]]:
    """(name, value or Member or Property): added members, extended ones, the adapter's or .NET's own."""
    if target is None:
        return []
    result: list[tuple[str, Any]] = []
    seen: set[str] = set()

    def take(name: str, entry: Any) -> None:
        if name.lower() in seen or (getattr(entry, "hidden", False) and not hidden):
            return
        if isinstance(entry, Member) and entry.kind not in _PROPERTY_KINDS:
            return
        seen.add(name.lower())
        result.append((name, entry))

    for name, entry in (own_members(target) or {}).items():
        take(name, entry)
    if type(target) is PSCustomObject and target.type_names is None:
        return result
    for name, entry in _extended(target):
        take(name, entry)
    base = target.base if type(target) is PSObject else target
    if type(base) is PSCustomObject:
        return result
    hook = getattr(type(base), "ps_properties", None)
    if hook is not None:
        for name, entry in hook(base):
            take(name, entry)
    kept_back = set() if hidden else hidden_names(type_of(base))
    for member in declared_properties(type_of(base)):
        if not isinstance(member, IndexedProperty) and member.name.lower() not in kept_back:
            take(member.name, member)
    return result


def hidden_names(net_type: NetType) -> set[str]:
    """The folded names of what a class of the script declares hidden."""
    found: set[str] = set()
    for current in chain(net_type):
        if isinstance(current.data, dict):
            found |= current.data.get("hidden", set())
    return found


def members(target: Any, *, hidden: bool = False) -> list[MemberInfo]:
    """Properties, then parameterized properties and methods, as .PSObject.Members lists them."""
    if target is None:
        return []
    infos = [member_info(target, name, entry) for name, entry in properties(target, hidden=hidden)]
    seen = {info.name.lower() for info in infos}
    more = {
        name.lower(): member_info(target, name, entry)
        for name, entry in [*_extended(target), *(own_members(target) or {}).items()]
        if isinstance(entry, Member) and entry.kind not in _PROPERTY_KINDS and name.lower() not in seen
    }
    infos.extend(more.values())
    seen.update(more)
    base = target.base if type(target) is PSObject else target
    if not hidden:
        seen |= hidden_names(type_of(base))
    groups = method_groups(type_of(base))
    infos.extend(member_info(target, name, group) for name, group in groups if name.lower() not in seen)
    infos.extend(
        member_info(target, member.name, member)
        for member in declared_properties(type_of(base))
        if isinstance(member, IndexedProperty) and member.name.lower() not in seen
    )
    return infos


def method_groups(net_type: NetType) -> list[tuple[str, MethodGroup]]:
    """The instance methods of a type and its bases, derived overloads first."""
    groups: dict[str, MethodGroup] = {}
    for current in chain(net_type):
        load_members(current)
        for member in current.members.values():
            if not isinstance(member, MethodGroup) or member.hidden:
                continue
            known = groups.get(member.name)
            if known is None:
                groups[member.name] = MethodGroup(member.name, list(member.overloads))
            else:
                shapes = {_shape(overload) for overload in known.overloads}
                known.overloads.extend(o for o in member.overloads if _shape(o) not in shapes)
    return list(groups.items())


def _shape(overload: Overload) -> tuple[str, ...]:
    return tuple(parameter.type_name for parameter in overload.parameters)


def definition(info: MemberInfo) -> str:
    """The Definition column of Get-Member for one member."""
    entry = info.entry
    name = info.name
    if isinstance(entry, MethodGroup):
        return ", ".join(signature(name, overload, static=entry.static) for overload in entry.overloads)
    if isinstance(entry, IndexedProperty):
        access = "{get;set;}" if entry.set is not None else "{get;}"
        inner = signature("", Overload(entry.parameters, "", len)).strip()
        return f"{entry.type_name} {name}{inner} {access}"
    if isinstance(entry, Property):
        access = "{get;set;}" if entry.set is not None else "{get;}"
        return f"{entry.type_name} {name} {access}"
    if isinstance(entry, AliasProperty):
        cast = "" if entry.type is None else f"({entry.type.full_name})"
        return f"{name} = {cast}{entry.target}"
    if isinstance(entry, ScriptMethod):
        return f"System.Object {name}();"
    if isinstance(entry, Member):
        return _computed_definition(info, entry)
    return f"{_note_type(entry)} {name}={_short(entry)}"


def _computed_definition(info: MemberInfo, entry: Member) -> str:
    from spshell.values.text import to_text

    if entry.kind == "ScriptProperty":
        script = (
            f"$this.{info.name}"
            if isinstance(entry, ComputedProperty)
            else to_text(getattr(entry, "getter", None))
        )
        getter = f"get={script};"
        setter = getattr(entry, "setter", None)
        return (
            f"System.Object {info.name} {{{getter}{f'set={to_text(setter)};' if setter is not None else ''}}}"
        )
    if entry.kind == "CodeProperty":
        value = read_extended(info.target, entry)
        return f"{_note_type(value)} {info.name}{{get={info.name};}}"
    names = getattr(entry, "names", None)
    if names is not None:
        return f"{info.name} {{{', '.join(names)}}}"
    return f"{info.name} {{{', '.join(getattr(entry, 'members', {}))}}}"


def _note_type(value: Any) -> str:
    """The type as Get-Member names it: objects with members of their own by their first type name."""
    if value is None:
        return "object"
    if isinstance(value, PSCustomObject | PSObject):
        return str(type_names(value)[0])
    found = type_of(value)
    plain = found.ps_name == found.full_name and not found.generic_arguments
    return found.name if plain else found.ps_name


def _short(value: Any) -> str:
    if value is None:
        return "null"
    from spshell.values.text import to_string, to_text

    if isinstance(value, list):
        return type_of(value).full_name
    return to_text(value) if isinstance(value, PSCustomObject) else to_string(value)
