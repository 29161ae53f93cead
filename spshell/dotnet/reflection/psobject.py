"""`.PSObject`, its member collections, and members as values (``'a'.ToUpper`` without a call)."""

from __future__ import annotations

from spshell.dotnet.system.errors import invalid_operation, method_failed, method_not_found
from spshell.values.declare import method, net_class, prop
from spshell.values.nettype import BY_NAME, IndexedProperty, MethodGroup, NetType, Overload, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import Member, MemberSet, PropertySet, PSCustomObject, PSObject, ScriptMethod

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SMA = "System.Management.Automation."


def signature(name: str, overload: Overload, *, static: bool = False) -> str:
    """An overload as PowerShell writes it: ``string Substring(int startIndex)``."""
    parameters = ", ".join(_parameter(parameter) for parameter in overload.parameters)
    prefix = "static " if static else ""
    owner = f"{overload.interface}." if overload.interface else ""
    return f"{prefix}{overload.return_type} {owner}{name}({parameters})"


def _parameter(parameter: Any) -> str:
    words = "params " if parameter.is_params else "[ref] " if parameter.is_ref else ""
    tail = ""
    if parameter.optional:
        value = parameter.default
        shown = "null" if value is None else str(value).lower() if type(value) is bool else str(value)
        tail = f" = {shown}"
    return f"{words}{parameter.type_name} {parameter.name}{tail}"


@net_class(_SMA + "PSMethod", base="System.Object", register_class=False)
class PSMethod:
    """A method of one object as a value; also a script method."""

    def __init__(self, target: Any, group: Any) -> None:
        self.target = target
        self.group = group

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.group.name)

    @prop("System.Management.Automation.PSMemberTypes MemberType {get}")
    def member_type(self) -> Any:
        return member_types("ScriptMethod" if isinstance(self.group, ScriptMethod) else "Method")

    @prop("System.Collections.ObjectModel.Collection[string] OverloadDefinitions {get}")
    def overload_definitions(self) -> list[str]:
        return self.definitions()

    @prop("string TypeNameOfValue {get}")
    def type_name_of_value(self) -> str:
        return _SMA + "PSMethod"

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return self

    @prop("bool IsInstance {get}")
    def is_instance(self) -> bool:
        return not isinstance(self.target, NetType)

    def definitions(self) -> list[str]:
        """The signatures of all overloads."""
        if isinstance(self.group, ScriptMethod):
            return [f"System.Object {self.group.name}();"]
        static = self.group.static and self.group.name != "new"
        return [signature(self.group.name, overload, static=static) for overload in self.group.overloads]

    def ps_text(self) -> str:
        return ", ".join(self.definitions())

    to_string = ps_text

    @method("System.Object Invoke(params System.Object[] arguments)")
    def invoke(self, arguments: list[Any]) -> Any:
        return self.invoke_bound(list(arguments or ()))

    def invoke_bound(self, arguments: list[Any]) -> Any:
        """Call the method on the object it came from."""
        from spshell.dotnet.reflection.members import invoke_method, invoke_static

        if isinstance(self.target, NetType) and getattr(self.group, "static", False):
            return invoke_static(self.target, self.group.name, arguments)
        return invoke_method(self.target, self.group.name, arguments)

    @property
    def is_delegate(self) -> bool:
        """It is called with arguments only; ``$_`` means nothing to it."""
        return True

    def takes(self, count: int) -> bool:
        """Whether an overload has so many parameters, as a delegate type asks."""
        group = self.group
        return isinstance(group, MethodGroup) and any(
            len(item.parameters) == count for item in group.overloads
        )

    def invoke_value(self, args: Any = (), **_context: Any) -> Any:
        """What a delegate made of the method gives."""
        return self.invoke_bound(list(args))


_PLAIN_METHOD: NetType = PSMethod.net_type  # type: ignore[attr-defined]  # given by net_class


def _type_of_method(value: PSMethod) -> NetType:
    """What GetType() says: the closed type of the overloads, where .NET stands behind the method."""
    if (
        not isinstance(value.group, MethodGroup) or value.group.name == "new"
    ):  # constructors are no method group
        return _PLAIN_METHOD
    from spshell.dotnet.reflection.method_groups import method_type

    return method_type(value.group)


PSMethod.net_type = property(_type_of_method)  # type: ignore[attr-defined]  # as type_of asks for it


@net_class(_SMA + "PSParameterizedProperty")
class IndexedView:
    """A property with parameters as a value (``'a'.Chars``)."""

    def __init__(self, target: Any, member: IndexedProperty) -> None:
        self.target = target
        self.member = member

    @prop("string Name {get}")
    def name(self) -> str:
        return self.member.name

    def ps_text(self) -> str:
        parameters = ", ".join(_parameter(parameter) for parameter in self.member.parameters)
        access = "{get;set;}" if self.member.set is not None else "{get;}"
        return f"{self.member.type_name} {self.member.name}({parameters}) {access}"

    to_string = ps_text

    def invoke_bound(self, arguments: list[Any]) -> Any:
        """Read the property at these parameters."""
        from spshell.dotnet.reflection.calling import get_indexed

        return get_indexed(self.target, self.member, arguments)


def member_types(name: str) -> Any:
    """A value of the PSMemberTypes enum."""
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value(_SMA + "PSMemberTypes", name)


@net_class(_SMA + "PSMemberInfo", kind="abstract")
class MemberInfo:
    """One member of an object as Get-Member lists it; ``entry`` is what stands behind it."""

    def __init__(self, target: Any, name: str, entry: Any) -> None:
        self.target = target
        self.entry = entry
        self._name = name

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("System.Management.Automation.PSMemberTypes MemberType {get}")
    def member_type(self) -> Any:
        return member_types(self.kind)

    @property
    def kind(self) -> str:
        """The member type's name."""
        entry = self.entry
        if isinstance(entry, Member):
            return entry.kind
        if isinstance(entry, MethodGroup):
            return "Method"
        if isinstance(entry, IndexedProperty):
            return "ParameterizedProperty"
        return "Property" if isinstance(entry, Property) else "NoteProperty"

    @prop("bool IsInstance {get}")
    def is_instance(self) -> bool:
        own = getattr(self.target, "members", None) or getattr(self.target, "ps_members", None) or {}
        return self._name in own

    @prop("bool IsGettable {get}")
    def is_gettable(self) -> bool:
        return self.kind != "ScriptProperty" or self.entry.getter is not None

    @prop("bool IsSettable {get}")
    def is_settable(self) -> bool:
        entry = self.entry
        if isinstance(entry, Property):
            return entry.set is not None
        if self.kind in ("ScriptProperty", "CodeProperty"):
            return entry.setter is not None
        return True

    @prop("string TypeNameOfValue {get}")
    def type_name_of_value(self) -> str:
        entry = self.entry
        if isinstance(entry, Property):
            from spshell.dotnet.reflection.typenames import resolve

            return resolve(entry.type_name).full_name
        if isinstance(entry, MethodGroup):
            return _SMA + "PSMethod"
        value = self.read()
        return "System.Object" if value is None else type_of(value).full_name

    @prop("System.Object Value {get;set}")
    def value(self) -> Any:
        return self.read()

    @value.setter
    def set_value(self, value: Any) -> None:
        from spshell.dotnet.reflection.members import set_property

        set_property(self.target, self._name, value)

    def read(self) -> Any:
        """The member's value."""
        if isinstance(self.entry, (MethodGroup, ScriptMethod)):
            return PSMethod(self.target, self.entry)
        from spshell.dotnet.reflection.members import read_entry

        return read_entry(self.target, self.entry)

    @method("System.Object Invoke(params System.Object[] arguments)")
    def invoke(self, arguments: list[Any]) -> Any:
        return self.invoke_bound(list(arguments or ()))

    def invoke_bound(self, arguments: list[Any]) -> Any:
        """Call the member, a method."""
        from spshell.dotnet.reflection.members import invoke_method

        return invoke_method(self.target, self._name, arguments)

    @prop("System.Collections.ObjectModel.Collection[string] OverloadDefinitions {get}")
    def overload_definitions(self) -> Any:
        if isinstance(self.entry, (MethodGroup, ScriptMethod)):
            return PSMethod(self.target, self.entry).definitions()
        return None

    @prop("string ReferencedMemberName {get}")
    def referenced_member_name(self) -> Any:
        return getattr(self.entry, "target", None)

    @prop("scriptblock GetterScript {get}")
    def getter_script(self) -> Any:
        return getattr(self.entry, "getter", None)

    @prop("scriptblock Script {get}")
    def script(self) -> Any:
        return getattr(self.entry, "script", None)

    @method("System.Management.Automation.PSMemberInfo Copy()")
    def copy(self) -> MemberInfo:
        return MemberInfo(self.target, self._name, self.entry)

    def definition(self) -> str:
        """The Definition column of Get-Member."""
        from spshell.dotnet.reflection.reflection import definition

        return definition(self)

    def ps_text(self) -> str:
        return self.definition()

    to_string = ps_text


@net_class(_SMA + "PSMemberInfoCollection`1", interfaces=("System.Collections.IEnumerable",))
class MemberCollection:
    """`.PSObject.Properties`, `.Members`, `.Methods`: by name, enumerable, and for own members changeable."""

    def __init__(self, target: Any, which: str) -> None:
        self.target = target
        self.which = which

    def infos(self) -> list[MemberInfo]:
        """The members as they are now."""
        from spshell.dotnet.reflection.members import members_of

        infos = [info for info in members_of(self.target) if isinstance(info, MemberInfo)]
        if self.which == "Properties":
            return [info for info in infos if info.kind.endswith("Property") and "Parameter" not in info.kind]
        if self.which == "Methods":
            return [info for info in infos if info.kind in ("Method", "ScriptMethod", "CodeMethod")]
        return infos

    def net_enumerate(self) -> Iterator[MemberInfo]:
        return iter(self.infos())

    def ps_get_index(self, index: Any) -> Any:
        """`$o.PSObject.Properties['name']`; null when there is no such member."""
        from spshell.values.text import to_text

        folded = to_text(index).lower()
        return next((info for info in self.infos() if info.name.lower() == folded), None)

    def ps_text(self) -> str:
        return " ".join(info.ps_text() for info in self.infos())

    @prop("System.Management.Automation.PSMemberInfo Item(string name) {get}")
    def item(self, name: str) -> Any:
        return self.ps_get_index(name)

    @method("System.Management.Automation.PSMemberInfo get_Item(string name)")
    def get_item(self, name: str) -> Any:
        return self.ps_get_index(name)

    @method(
        "void Add(System.Management.Automation.PSMemberInfo member)",
        "void Add(System.Management.Automation.PSMemberInfo member, bool preValidated)",
    )
    def add(self, member: Any, _checked: bool = False) -> None:
        own = _own(self.target)
        name = member.name
        if any(key.lower() == name.lower() for key in own):
            raise invalid_operation(f"A member called '{name}' is there already.")
        own[name] = member.entry

    @method("void Remove(string name)")
    def remove(self, name: str) -> None:
        own = _own(self.target)
        key = next((key for key in own if key.lower() == name.lower()), None)
        if key is None:
            from spshell.dotnet.reflection.reading import MISSING, find_value

            if find_value(self.target, name) is not MISSING:
                raise invalid_operation(f"The member '{name}' cannot be removed.")
            return
        del own[key]

    @method(
        "System.Management.Automation.ReadOnlyPSMemberInfoCollection[T] Match(string name)",
        "System.Management.Automation.ReadOnlyPSMemberInfoCollection[T] Match(string name,"
        " System.Management.Automation.PSMemberTypes memberTypes)",
    )
    def match(self, pattern: str, _types: Any = None) -> list[MemberInfo]:
        from spshell.values.matching import like

        return [info for info in self.infos() if like(info.name, pattern)]

    @method("System.Collections.IEnumerator GetEnumerator()")
    def get_enumerator(self) -> Any:
        from spshell.dotnet.collections.enumerators import Enumerator

        return Enumerator(self.infos())


def _own(target: Any) -> dict[str, Any]:
    if type(target) in (PSCustomObject, PSObject):
        return target.members  # type: ignore[no-any-return]  # a dict slot
    members = getattr(target, "ps_members", None)
    if members is None:
        if not hasattr(target, "ps_members"):
            raise method_failed(
                "Add",
                1,
                invalid_operation("Members cannot be added to this value without Add-Member -PassThru."),
            )
        members = target.ps_members = {}
    return members


@net_class(_SMA + "PSMemberSet")
class MemberView:
    """`.PSObject` (and PSBase, PSAdapted, PSExtended): an object seen as a bag of members."""

    def __init__(self, target: Any, which: str = "psobject") -> None:
        self.target = target
        self.which = which

    def ps_get_member(self, name: str) -> tuple[bool, Any]:
        """PSBase and its kin answer with the .NET members of the object, past keys and added members."""
        if self.which == "psobject":
            return False, None
        from spshell.dotnet.reflection.lookup import find_declared
        from spshell.dotnet.reflection.reading import read_member

        base = self.target.base if type(self.target) is PSObject else self.target
        member = find_declared(type_of(base), name)
        if member is None:
            return False, None
        return True, read_member(base, member)

    @prop("System.Management.Automation.PSMemberInfoCollection[T] Members {get}")
    def members(self) -> MemberCollection:
        return MemberCollection(self.target, "Members")

    @prop("System.Management.Automation.PSMemberInfoCollection[T] Properties {get}")
    def properties(self) -> MemberCollection:
        return MemberCollection(self.target, "Properties")

    @prop("System.Management.Automation.PSMemberInfoCollection[T] Methods {get}")
    def methods(self) -> MemberCollection:
        return MemberCollection(self.target, "Methods")

    @prop("System.Object ImmediateBaseObject {get}")
    def immediate_base_object(self) -> Any:
        return self.base_object

    @prop("System.Object BaseObject {get}")
    def base_object(self) -> Any:
        return self.target.base if type(self.target) is PSObject else self.target

    @prop("System.Collections.ObjectModel.Collection[string] TypeNames {get}")
    def type_names(self) -> Any:
        return type_name_list(self.target)

    @method("psobject Copy()")
    def copy(self) -> Any:
        return copy_object(self.target)

    @method("type GetType()")
    def get_type(self) -> NetType:
        """`.PSObject` is the object that wraps, PSBase what is wrapped; the added members alone have no type."""
        if self.which == "psobject":
            return BY_NAME["system.management.automation.psobject"]
        if self.which in ("psbase", "psadapted"):
            return type_of(self.base_object)
        error = method_not_found(type_of(self), "GetType")
        error.from_script = True  # type: ignore[attr-defined]  # goes out as it is, see calling.wrapped
        raise error

    def ps_text(self) -> str:
        from spshell.values.text import to_text

        return to_text(self.target)


class MemberSetView(MemberView):
    """A member set that was added to an object."""

    def __init__(self, target: Any, member: MemberSet) -> None:
        super().__init__(target, member.name)
        self.member = member

    def ps_get_member(self, name: str) -> tuple[bool, Any]:
        from spshell.dotnet.reflection.reading import MISSING, named, read_extended

        found = named(self.member.members, name)
        if found is MISSING:
            return False, None
        return True, read_extended(self.target, found) if isinstance(found, Member) else found

    def ps_text(self) -> str:
        return f"{self.member.name} {{{', '.join(self.member.members)}}}"


def copy_object(target: Any) -> Any:
    """A shallow copy, as .PSObject.Copy() makes it."""
    if type(target) is PSCustomObject:
        names = None if target.type_names is None else list(target.type_names)
        return PSCustomObject(dict(target.members), names)
    if type(target) is PSObject:
        return PSObject(copy_object(target.base), dict(target.members), target.type_names, target.text)
    if isinstance(target, list):
        from copy import copy

        return copy(target)
    twin = getattr(target, "copy", None)
    return twin() if callable(twin) else target


class TypeNameList(list[str]):
    """PSTypeNames of one object: changing the list changes the object."""

    __slots__ = ("target",)

    def __init__(self, target: Any, names: list[str]) -> None:
        super().__init__(names)
        self.target = target


def type_name_list(target: Any) -> Any:
    """A changeable list of the type names; the object keeps it from now on when it has room for it."""
    from spshell.dotnet.collections.collections import generic_list
    from spshell.dotnet.reflection.members import type_names

    names = type_names(target)
    if type(target) in (PSCustomObject, PSObject):
        if not isinstance(target.type_names, list) or type(target.type_names) is list:
            target.type_names = generic_list(
                "System.String", names, "System.Collections.ObjectModel.Collection`1"
            )
        return target.type_names
    return generic_list("System.String", names, "System.Collections.ObjectModel.Collection`1")


def void(value: Any) -> Any:
    """NOTHING for None: the result of a script method that wrote nothing."""
    return NOTHING if value is None else value


KINDS = (PropertySet, MemberSet)
