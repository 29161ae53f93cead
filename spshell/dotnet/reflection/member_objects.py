"""Members as objects of their own ([psnoteproperty]::new) and the constructors of [psobject]."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.reflection.psobject import MemberInfo
from spshell.values.declare import Members, constructor, net_class
from spshell.values.nettype import IndexedProperty, MethodGroup, Property
from spshell.values.objects import (
    AliasProperty,
    CodeProperty,
    ComputedProperty,
    Member,
    PropertySet,
    PSCustomObject,
    ScriptMethod,
    ScriptProperty,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SMA = "System.Management.Automation."


@net_class(_SMA + "PSPropertyInfo", kind="abstract")
class PropertyInfo(MemberInfo):
    """A property of any kind."""


@net_class(_SMA + "PSProperty")
class NetPropertyInfo(PropertyInfo):
    """A .NET property."""


@net_class(_SMA + "PSMethodInfo", kind="abstract")
class MethodInfo(MemberInfo):
    """A method."""


@net_class(_SMA + "PSNoteProperty", ps_name="psnoteproperty")
class NoteProperty(PropertyInfo):
    """A stored value."""

    @constructor("(string name, System.Object value)")
    @staticmethod
    def create(name: str, value: Any) -> NoteProperty:
        return NoteProperty(None, name, value)


@net_class(_SMA + "PSScriptProperty", ps_name="psscriptproperty")
class ScriptPropertyInfo(PropertyInfo):
    """Computed by script blocks."""

    @constructor(
        "(string name, scriptblock getterScript)",
        "(string name, scriptblock getterScript, scriptblock setterScript)",
    )
    @staticmethod
    def create(name: str, getter: Any, setter: Any = None) -> ScriptPropertyInfo:
        return ScriptPropertyInfo(None, name, ScriptProperty(name, getter, setter))


@net_class(_SMA + "PSCodeProperty")
class CodePropertyInfo(PropertyInfo):
    """Computed by compiled code."""


@net_class(_SMA + "PSAliasProperty", ps_name="psaliasproperty")
class AliasPropertyInfo(PropertyInfo):
    """Another name of a property."""

    @constructor(
        "(string name, string referencedMemberName)",
        "(string name, string referencedMemberName, type conversionType)",
    )
    @staticmethod
    def create(name: str, target: str, wanted: Any = None) -> AliasPropertyInfo:
        return AliasPropertyInfo(None, name, AliasProperty(name, target, wanted))


@net_class(_SMA + "PSScriptMethod", ps_name="psscriptmethod")
class ScriptMethodInfo(MethodInfo):
    """A method that is a script block."""

    @constructor("(string name, scriptblock script)")
    @staticmethod
    def create(name: str, script: Any) -> ScriptMethodInfo:
        return ScriptMethodInfo(None, name, ScriptMethod(name, script))


@net_class(_SMA + "PSPropertySet")
class PropertySetInfo(MemberInfo):
    """A named list of properties."""

    @constructor("(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)")
    @staticmethod
    def create(name: str, names: Any) -> PropertySetInfo:
        return PropertySetInfo(None, name, PropertySet(name, list(names)))


def member_info(target: Any, name: str, entry: Any) -> MemberInfo:
    """The object that shows one member, of the class that suits its kind."""
    kind: type[MemberInfo] = NoteProperty
    if isinstance(entry, MethodGroup):
        kind = MethodInfo
    elif isinstance(entry, Property):
        kind = MemberInfo if isinstance(entry, IndexedProperty) else NetPropertyInfo
    elif isinstance(entry, Member):
        kind = _KINDS.get(type(entry), MemberInfo)
    return kind(target, name, entry)


_KINDS: dict[type, type[MemberInfo]] = {
    ScriptProperty: ScriptPropertyInfo,
    CodeProperty: CodePropertyInfo,
    ComputedProperty: ScriptPropertyInfo,
    AliasProperty: AliasPropertyInfo,
    ScriptMethod: ScriptMethodInfo,
    PropertySet: PropertySetInfo,
}

PSOBJECT = Members()
PSOBJECT.constructor("()")(PSCustomObject)
PSOBJECT.constructor("(System.Object obj)")(lambda value: value)
PSOBJECT.method("static psobject AsPSObject(System.Object obj)")(lambda value: value)
define(_SMA + "PSObject", PSOBJECT)
