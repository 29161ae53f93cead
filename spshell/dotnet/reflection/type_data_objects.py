"""What Get-TypeData writes: the data of a type name, and its members as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import net_class, prop
from spshell.values.objects import AliasProperty, CodeProperty, PropertySet, ScriptMethod, ScriptProperty

if TYPE_CHECKING:
    from spshell.dotnet.reflection.typedata import TypeData

_RUNSPACES = "System.Management.Automation.Runspaces."


@net_class(_RUNSPACES + "PropertySetData")
class PropertySetData:
    """A list of property names."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    @prop("System.Collections.ObjectModel.Collection[string] ReferencedProperties {get}")
    def referenced_properties(self) -> list[str]:
        return list(self.names)

    @prop("bool IsHidden {get}")
    def is_hidden(self) -> bool:
        return False


@net_class(_RUNSPACES + "TypeMemberData", kind="abstract")
class TypeMemberData:
    """One member of type data."""

    def __init__(self, name: str, entry: Any) -> None:
        self._name = name
        self.entry = entry

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name


@net_class(_RUNSPACES + "NotePropertyData")
class NotePropertyData(TypeMemberData):
    """A stored value."""

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return self.entry


@net_class(_RUNSPACES + "AliasPropertyData")
class AliasPropertyData(TypeMemberData):
    """Another name of a property."""

    @prop("string ReferencedMemberName {get}")
    def referenced_member_name(self) -> str:
        return str(self.entry.target)

    @prop("type MemberType {get}")
    def member_type(self) -> Any:
        return self.entry.type


@net_class(_RUNSPACES + "ScriptPropertyData")
class ScriptPropertyData(TypeMemberData):
    """Computed by script blocks."""

    @prop("scriptblock GetScriptBlock {get}")
    def get_script_block(self) -> Any:
        return self.entry.getter

    @prop("scriptblock SetScriptBlock {get}")
    def set_script_block(self) -> Any:
        return self.entry.setter


@net_class(_RUNSPACES + "ScriptMethodData")
class ScriptMethodData(TypeMemberData):
    """A method that is a script block."""

    @prop("scriptblock Script {get}")
    def script(self) -> Any:
        return self.entry.script


@net_class(_RUNSPACES + "CodePropertyData")
class CodePropertyData(TypeMemberData):
    """Computed by compiled code."""


_KINDS: dict[type, type[TypeMemberData]] = {
    AliasProperty: AliasPropertyData,
    ScriptProperty: ScriptPropertyData,
    ScriptMethod: ScriptMethodData,
    CodeProperty: CodePropertyData,
    PropertySet: TypeMemberData,
}


@net_class(_RUNSPACES + "TypeData")
class TypeDataView:
    """All that is known of a type name."""

    def __init__(self, data: TypeData) -> None:
        self.data = data

    @prop("string TypeName {get}")
    def type_name(self) -> str:
        return self.data.name

    @prop(
        "System.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData]"
        " Members {get}"
    )
    def members(self) -> Any:
        from spshell.values.hashtable import Hashtable

        return Hashtable(
            (name, _KINDS.get(type(entry), NotePropertyData)(name, entry))
            for name, entry in self.data.members.items()
        )

    @prop("string DefaultDisplayProperty {get}")
    def default_display_property(self) -> Any:
        return self.data.default_property

    @prop("System.Management.Automation.Runspaces.PropertySetData DefaultDisplayPropertySet {get}")
    def default_display_property_set(self) -> Any:
        return _set(self.data.default_display)

    @prop("System.Management.Automation.Runspaces.PropertySetData DefaultKeyPropertySet {get}")
    def default_key_property_set(self) -> Any:
        return _set(self.data.default_key)

    @prop("System.Management.Automation.Runspaces.PropertySetData PropertySerializationSet {get}")
    def property_serialization_set(self) -> Any:
        return _set(self.data.serialization.get("PropertySerializationSet"))

    @prop("string SerializationMethod {get}")
    def serialization_method(self) -> Any:
        return self.data.serialization.get("SerializationMethod")

    @prop("uint SerializationDepth {get}")
    def serialization_depth(self) -> Any:
        from spshell.values.numbers import UInt32

        return UInt32(self.data.serialization_depth or 0)

    @prop("string StringSerializationSource {get}")
    def string_serialization_source(self) -> Any:
        return self.data.serialization.get("StringSerializationSource")

    @prop("bool InheritPropertySerializationSet {get}")
    def inherit_property_serialization_set(self) -> bool:
        return bool(self.data.serialization.get("InheritPropertySerializationSet"))

    @prop("type TargetTypeForDeserialization {get}")
    def target_type_for_deserialization(self) -> Any:
        return self.data.serialization.get("TargetTypeForDeserialization")

    @prop("type TypeConverter {get}")
    def type_converter(self) -> Any:
        return self.data.serialization.get("TypeConverter")

    @prop("type TypeAdapter {get}")
    def type_adapter(self) -> Any:
        return self.data.serialization.get("TypeAdapter")

    @prop("bool IsOverride {get}")
    def is_override(self) -> bool:
        return False


def _set(names: list[str] | None) -> PropertySetData | None:
    return None if names is None else PropertySetData(names)
