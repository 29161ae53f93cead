"""The members of a type as reflection shows them: MethodInfo, PropertyInfo and their kin, told from what is declared."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.lookup import chain
from spshell.dotnet.system.enumerations import enum_value
from spshell.values.declare import collect, method, net_class, prop
from spshell.values.nettype import BY_NAME, MethodGroup, NetType, Property, load_members, register

PRIMITIVES = frozenset(
    [
        "Boolean",
        "Byte",
        "SByte",
        "Int16",
        "UInt16",
        "Int32",
        "UInt32",
        "Int64",
        "UInt64",
        "IntPtr",
        "UIntPtr",
        "Char",
        "Double",
        "Single",
    ]
)
"""Names of the types that reflection writes short."""


class MemberDescription:
    """A method, property, field or constructor as reflection shows it."""

    def __init__(self, owner: NetType, name: str, kind: str, entry: Any, *, static: bool) -> None:
        self.owner = owner
        self.kind = kind
        self.entry = entry
        self.static = static
        self._name = name

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("type DeclaringType {get}")
    def declaring_type(self) -> NetType:
        return self.owner

    @prop("System.Reflection.MemberTypes MemberType {get}")
    def member_type(self) -> Any:
        return enum_value("System.Reflection.MemberTypes", self.kind)

    @prop("type PropertyType {get}")
    def property_type(self) -> Any:
        return self._type("Property")

    @prop("type FieldType {get}")
    def field_type(self) -> Any:
        return self._type("Field")

    @prop("type ReturnType {get}")
    def return_type(self) -> Any:
        from spshell.dotnet.reflection.typenames import resolve

        return resolve(self.entry.return_type) if self.kind == "Method" else None

    def _type(self, kind: str) -> Any:
        from spshell.dotnet.reflection.typenames import resolve

        return resolve(self.entry.type_name) if self.kind == kind else None

    @method("System.Object[] GetCustomAttributes(bool inherit)",
            "System.Object[] GetCustomAttributes(type attributeType, bool inherit)")  # fmt: skip
    def custom_attributes(self, *asked: Any) -> list[Any]:
        """The attributes that the member was declared with, those of one type when asked for these."""
        from spshell.dotnet.reflection.members import is_instance

        data = self.owner.data
        found = (
            data["member_attributes"](self._name)
            if isinstance(data, dict) and "member_attributes" in data
            else []
        )
        return [item for item in found if len(asked) == 1 or is_instance(item, asked[0])]

    @prop("bool IsStatic {get}")
    def is_static(self) -> bool:
        return self.static

    @prop("bool IsPublic {get}")
    def is_public(self) -> bool:
        return True

    @prop("bool CanRead {get}")
    def can_read(self) -> bool:
        return self.kind == "Property" and self.entry.get is not None

    @prop("bool CanWrite {get}")
    def can_write(self) -> bool:
        return self.kind == "Property" and self.entry.set is not None

    @method("System.Reflection.ParameterInfo[] GetParameters()")
    def get_parameters(self) -> Any:
        return [Parameter(p) for p in getattr(self.entry, "parameters", ())]

    @method("System.Object Invoke(System.Object obj, System.Object[] parameters)")
    def invoke(self, target: Any, arguments: Any) -> Any:
        from spshell.dotnet.reflection.members import construct, invoke_method, invoke_static

        values = list(arguments or ())
        if self.kind == "Constructor":
            return construct(self.owner, values)
        if self.static:
            return invoke_static(self.owner, self._name, values)
        return invoke_method(target, self._name, values)

    @method("System.Object GetValue(System.Object obj)")
    def get_value(self, target: Any) -> Any:
        return self.entry.get() if self.static else self.entry.get(target)

    @method("void SetValue(System.Object obj, System.Object value)")
    def set_value(self, target: Any, value: Any) -> None:
        from spshell.dotnet.reflection.members import set_property

        set_property(target, self._name, value)

    def ps_text(self) -> str:
        """As reflection writes it: ``Int32 Parse(System.String)``."""
        if self.kind in ("Method", "Constructor"):
            inner = ", ".join(_reflected(parameter.type_name) for parameter in self.entry.parameters)
            returned = _reflected(self.entry.return_type) if self.kind == "Method" else "Void"
            return f"{returned} {self._name}({inner})"
        return f"{_reflected(self.entry.type_name)} {self._name}"

    to_string = ps_text


_REFLECTION = "System.Reflection."
for _name, _base in (
    ("MethodBase", "MemberInfo"),
    ("MethodInfo", "MethodBase"),
    ("ConstructorInfo", "MethodBase"),
    ("PropertyInfo", "MemberInfo"),
    ("FieldInfo", "MemberInfo"),
):
    register(NetType(_REFLECTION + _name, base=BY_NAME[(_REFLECTION + _base).lower()], kind="abstract"))


def _kind(name: str, base: str) -> type[MemberDescription]:
    """The class of the members of one kind, whose type is that of the runtime's own objects."""
    made = net_class(_REFLECTION + name, base=_REFLECTION + base)(type(name, (MemberDescription,), {}))
    made.net_type.declare = lambda target: collect(MemberDescription, target)
    return made  # type: ignore[no-any-return]  # the class itself


_KINDS = {
    "Method": _kind("RuntimeMethodInfo", "MethodInfo"),
    "Constructor": _kind("RuntimeConstructorInfo", "ConstructorInfo"),
    "Property": _kind("RuntimePropertyInfo", "PropertyInfo"),
    "Field": _kind("RtFieldInfo", "FieldInfo"),
}


def _reflected(type_name: str) -> str:
    """A type inside the text of a member: primitive types by their short name."""
    from spshell.dotnet.reflection.typenames import resolve

    found = resolve(type_name)
    short = found.namespace == "System" and (found.name in PRIMITIVES or found.name == "Void")
    return found.name if short else found.full_name


@net_class("System.Reflection.ParameterInfo")
class Parameter:
    """A parameter of a reflected method."""

    def __init__(self, parameter: Any) -> None:
        self.parameter = parameter

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.parameter.name)

    @prop("type ParameterType {get}")
    def parameter_type(self) -> NetType:
        from spshell.dotnet.reflection.typenames import resolve

        return resolve(self.parameter.type_name)

    @prop("bool IsOptional {get}")
    def is_optional(self) -> bool:
        return bool(self.parameter.optional)

    def ps_text(self) -> str:
        return f"{_reflected(self.parameter.type_name)} {self.parameter.name}"

    to_string = ps_text


def described(net_type: NetType) -> list[MemberDescription]:
    """All public members of a type and its bases; what a type overrides is listed once."""
    found: list[MemberDescription] = []
    seen: set[tuple[str, bool]] = set()
    overridden: set[tuple[Any, ...]] = set()
    for current in chain(net_type):
        load_members(current)
        for static, members in ((False, current.members), (True, current.statics)):
            for name, member in members.items():
                if isinstance(member, Property):
                    if (name, static) not in seen:
                        seen.add((name, static))
                        kind = "Field" if member.is_field else "Property"
                        found.append(_KINDS[kind](current, name, kind, member, static=static))
                elif isinstance(member, MethodGroup):
                    for overload in member.overloads:
                        key = (
                            name,
                            static,
                            *(parameter.type_name.lower() for parameter in overload.parameters),
                        )
                        if key not in overridden:
                            found.append(_KINDS["Method"](current, name, "Method", overload, static=static))
                        overridden.add(key)
        if current is net_type and current.constructors is not None:
            found.extend(
                _KINDS["Constructor"](current, ".ctor", "Constructor", overload, static=False)
                for overload in current.constructors.overloads
            )
    return found
