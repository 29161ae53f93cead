"""Update-TypeData."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.member_making import MemberRequest, make_member
from cmdlets.utility.messages import utility_fault
from cmdlets.utility.type_name_argument import TypeNameTransformer
from spshell.engine.attributes.validation import ValidateRange, ValidateSet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

_DYNAMIC, _DATA, _FILE = "DynamicTypeSet", "TypeDataSet", "FileSet"

_KINDS = ValidateSet(
    "NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod"
)

_NAME_LISTS = {"DefaultDisplayPropertySet": "default_display", "DefaultKeyPropertySet": "default_key"}
_SERIALIZATION = (
    "SerializationMethod",
    "TargetTypeForDeserialization",
    "InheritPropertySerializationSet",
    "StringSerializationSource",
    "PropertySerializationSet",
    "TypeConverter",
    "TypeAdapter",
)


_VALUED = frozenset({"NoteProperty", "AliasProperty", "ScriptMethod"})
"""Kinds of members that are nothing without a value."""


class UpdateTypeData(
    Cmdlet, verb="Update", noun="TypeData", default_set=_FILE, should_process=True, impact="Low"
):
    """Add members to a type name, or say what its objects show.

    PS> Update-TypeData -TypeName Farm.Relay -MemberType ScriptProperty -MemberName Fqdn -Value { "$($this.Name).contoso.com" }
    PS> ([pscustomobject]@{ PSTypeName = 'Farm.Relay'; Name = 'mail01' }).Fqdn
    """

    member_type: Any = parameter(
        "System.Management.Automation.PSMemberTypes",
        sets=(_DYNAMIC,),
        validate=(_KINDS,),
        help="What kind of member.",
    )
    member_name: Any = parameter("string", sets=(_DYNAMIC,), help="Its name.")
    value: Any = parameter(sets=(_DYNAMIC,), allow_null=True, help="Its value or script.")
    second_value: Any = parameter(sets=(_DYNAMIC,), help="The setter, or an alias's type.")
    type_converter: Any = parameter("type", sets=(_DYNAMIC,), help="A converter class.")
    type_adapter: Any = parameter("type", sets=(_DYNAMIC,), help="An adapter class.")
    serialization_method: Any = parameter("string", sets=(_DYNAMIC,), help="How objects are serialized.")
    target_type_for_deserialization: Any = parameter("type", sets=(_DYNAMIC,), help="What they become again.")
    serialization_depth: Any = parameter(
        "int",
        sets=(_DYNAMIC,),
        validate=(ValidateRange(0, 2147483647),),
        help="How deep they are serialized.",
    )
    default_display_property: Any = parameter("string", sets=(_DYNAMIC,), help="What Format-Wide shows.")
    inherit_property_serialization_set: Any = parameter(
        "System.Nullable[bool]", sets=(_DYNAMIC,), help="Whether the base's set counts."
    )
    string_serialization_source: Any = parameter(
        "string", sets=(_DYNAMIC,), help="The property that is text."
    )
    default_display_property_set: Any = parameter("string[]", sets=(_DYNAMIC,), help="What views show.")
    default_key_property_set: Any = parameter("string[]", sets=(_DYNAMIC,), help="What tells objects apart.")
    property_serialization_set: Any = parameter("string[]", sets=(_DYNAMIC,), help="What is serialized.")
    type_name: Any = parameter(
        "string",
        sets={_DYNAMIC: SetFlags(mandatory=True, by_value=True)},
        transform=(TypeNameTransformer(),),
        help="The type name.",
    )
    force: Any = parameter("switch", sets=(_DYNAMIC, _DATA), help="Replace what is there.")
    type_data: Any = parameter(
        "System.Management.Automation.Runspaces.TypeData[]",
        sets={_DATA: SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="Data from Get-TypeData.",
    )
    append_path: Any = parameter(
        "string[]",
        sets={_FILE: SetFlags(position=0, by_value=True, by_name=True)},
        aliases=("PSPath", "Path"),
        help="Types files.",
    )
    prepend_path: Any = parameter("string[]", sets=(_FILE,), help="Types files that come first.")

    def process(self) -> None:
        from spshell.dotnet.reflection import typedata

        if self.parameter_set == _FILE:
            for path in [*(self.append_path or ()), *(self.prepend_path or ())]:
                self._read(path)
        elif self.parameter_set == _DATA:
            for view in self.type_data:
                if self.should_process(view.data.name):
                    typedata.replace(view.data)
        else:
            self._update()
        typedata.changed()

    def _update(self) -> None:
        entry = self._member()
        changes = [name for name in (*_NAME_LISTS, "DefaultDisplayProperty") if self.is_bound(name)]
        further = [name for name in _SERIALIZATION if self.is_bound(name)]
        if entry is None and not changes and not further and self.serialization_depth is None:
            raise utility_fault("TypeDataEmpty", self.type_name, target=self.type_name)
        if not self.should_process(self.type_name):
            return
        from spshell.dotnet.reflection.typedata import data_for

        data = data_for(self.type_name)
        if entry is not None:
            self._put(data.members, self.member_name, entry[0])
        for name in changes:
            slot = _NAME_LISTS.get(name, "default_property")
            if getattr(data, slot) is not None and not self.force:
                self._duplicate(name)
            else:
                value = self.bound[name]
                setattr(data, slot, list(value) if slot != "default_property" else value)
        for name in further:
            data.serialization[name] = self.bound[name]
        if self.serialization_depth is not None:
            data.serialization_depth = self.serialization_depth

    def _member(self) -> tuple[Any] | None:
        if self.member_type is None and self.member_name is None:
            return None
        if self.member_type is None:
            raise utility_fault("MemberTypeIsMissing", target=self.member_name)
        if self.member_name is None:
            raise utility_fault("MemberNameShouldBeSpecified", target=self.member_type)
        given = frozenset(name for name in ("Value", "SecondValue") if self.is_bound(name))
        kind = self.member_type.name
        if (kind in _VALUED and "Value" not in given) or (kind == "AliasProperty" and self.value is None):
            raise utility_fault("ValueShouldBeSpecified", self.member_name, target=self.type_name)
        request = MemberRequest(self.member_name, self.value, self.second_value, given)
        return (make_member(self.member_type.name, request),)

    def _put(self, members: dict[str, Any], name: str, entry: Any) -> None:
        known = next((key for key in members if key.lower() == name.lower()), None)
        if known is not None and not self.force:
            self._duplicate(name)
            return
        if known is not None:
            del members[known]
        members[name] = entry

    def _duplicate(self, name: str) -> None:
        self.write_error(utility_fault("TypesDynamicUpdateException", self.type_name, name))

    def _read(self, path: str) -> None:
        import os

        from cmdlets.utility.types_file import read_types

        full = self.session.resolve_path(path)
        if not os.path.exists(full):
            self.write_error(utility_fault("TypesAppendPathException", full), target=path)
            return
        if not full.lower().endswith(".ps1xml"):
            self.write_error(utility_fault("WrongExtension", full), target=path)
            return
        if self.should_process(full):
            try:
                read_types(full, self.session)
            except ValueError as problem:
                self.write_error(
                    utility_fault("TypesFileFormat", full, problem, error_id="TypesXmlUpdateException")
                )
