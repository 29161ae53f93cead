"""What Get-Member writes: the definition of one member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection.lookup import chain
from spshell.dotnet.reflection.psobject import member_types, signature
from spshell.dotnet.reflection.reflection import definition, members
from spshell.values.declare import net_class, prop
from spshell.values.nettype import MethodGroup, NetType, Property, load_members, type_of
from spshell.values.objects import CodeProperty, MemberSet

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADAPTED = frozenset({"Property", "Method", "ParameterizedProperty", "Event"})
"""Kinds of members that the type itself has; the others were added by type data or to the object."""
_OF_PSOBJECT = (
    "Members", "Properties", "Methods", "ImmediateBaseObject", "BaseObject", "TypeNames",
    "get_Members", "get_Properties", "get_Methods", "get_ImmediateBaseObject", "get_BaseObject", "get_TypeNames",
    "ToString", "Copy", "CompareTo", "Equals", "GetHashCode", "GetObjectData", "GetType",
)  # fmt: skip
"""What the member set ``psobject`` holds, whatever the object."""


@net_class("Microsoft.PowerShell.Commands.MemberDefinition")
class MemberDefinition:
    """One line of Get-Member."""

    def __init__(self, type_name: str, name: str, kind: str, definition_text: str) -> None:
        self._type_name = type_name
        self._name = name
        self.kind = kind
        self._definition = definition_text

    @prop("string TypeName {get}")
    def type_name(self) -> str:
        return self._type_name

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("System.Management.Automation.PSMemberTypes MemberType {get}")
    def member_type(self) -> Any:
        return member_types(self.kind)

    @prop("string Definition {get}")
    def definition(self) -> str:
        return self._definition

    def ps_text(self) -> str:
        return self._definition

    to_string = ps_text


def definitions(target: Any, type_name: str, *, hidden: bool = False) -> Iterator[MemberDefinition]:
    """The members of an object; with `hidden` also those that no listing shows."""
    for info in members(target, hidden=hidden):
        yield MemberDefinition(type_name, info.name, info.kind, definition(info))
    if hidden:
        yield from _intrinsics(target, type_name)


def _intrinsics(target: Any, type_name: str) -> Iterator[MemberDefinition]:
    shown = CodeProperty("pstypenames", lambda _target: None)
    text = "System.Collections.ObjectModel.Collection`1[[System.String]] pstypenames{get=PSTypeNames;}"
    yield MemberDefinition(type_name, shown.name, shown.kind, text)
    infos = list(members(target))
    adapted = [info.name for info in infos if info.kind in _ADAPTED]
    extended = [info.name for info in infos if info.kind not in _ADAPTED]
    for view, names in (
        ("psadapted", adapted),
        ("psbase", adapted),
        ("psextended", extended),
        ("psobject", _OF_PSOBJECT),
    ):
        yield MemberDefinition(type_name, view, MemberSet.kind, f"{view} {{{', '.join(names)}}}")


def static_definitions(net_type: NetType) -> Iterator[MemberDefinition]:
    """The static members of a type and its bases, its constructors under the name ``new``."""
    seen: set[str] = set()
    if net_type.kind != "static":
        load_members(net_type)
        if net_type.constructors is not None:
            overloads = ", ".join(signature("new", item) for item in net_type.constructors.overloads)
            yield MemberDefinition(net_type.full_name, "new", "Method", overloads)
    for current in chain(net_type):
        load_members(current)
        for name, member in current.statics.items():
            if name in seen or name.startswith("op_"):
                continue
            seen.add(name)
            if isinstance(member, MethodGroup):
                text = ", ".join(signature(name, item, static=True) for item in member.overloads)
                yield MemberDefinition(net_type.full_name, name, "Method", text)
            elif isinstance(member, Property):
                access = "{get;set;}" if member.set is not None else "{get;}"
                text = f"static {member.type_name} {name} {access}"
                yield MemberDefinition(net_type.full_name, name, "Property", text)


def static_owner(target: Any) -> NetType:
    """The type whose static members are meant: a type itself, else the type of the value."""
    base = getattr(target, "base", target) if type(target).__name__ == "PSObject" else target
    return base if isinstance(base, NetType) else type_of(base)
