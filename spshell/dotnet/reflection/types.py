"""Members of a type object: [int].Name, .IsEnum, .GetMethods() and their kin."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.reflection.described_members import PRIMITIVES, MemberDescription, described
from spshell.dotnet.reflection.lookup import chain, find_member, find_static
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.values.declare import Members
from spshell.values.nettype import (
    BY_NAME,
    NetType,
    register,
    type_of,
)
from spshell.values.type_identity import assembly, full_name, qualified_name
from spshell.values.type_relations import all_interfaces, assignable
from spshell.values.typenames import rank_of

TYPE = Members()


def _runtime_name(net_type: NetType) -> str:
    """ToString(): generic arguments in single brackets."""
    return net_type.full_name


def _assembly_of(net_type: NetType) -> Any:
    from spshell.dotnet.reflection.assemblies import Assembly

    data = net_type.data
    return Assembly(assembly(net_type), data.get("file") if isinstance(data, dict) else None)


def _enums(name: str) -> Any:
    from spshell.dotnet.system import enum_statics

    return getattr(enum_statics, name)


def make_array(net_type: NetType) -> NetType:
    """The array type of an element type."""
    from spshell.values.typenames import make_array_type

    return make_array_type(net_type)


def make_generic_type(net_type: NetType, arguments: Any) -> NetType:
    """A generic type with its arguments."""
    from spshell.values.typenames import make_generic

    return make_generic(net_type, list(arguments))


def _definition_of(net_type: NetType) -> NetType:
    if not net_type.generic_arguments:
        raise thrown("System.InvalidOperationException", "Invalid", "The type is not generic.")
    return BY_NAME[net_type.full_name.partition("[")[0].lower()]


def _enum_function(name: str) -> Any:
    def run(*arguments: Any) -> Any:
        return _enums(name)(*arguments)

    return run


TYPE.prop("string Name {get}")(lambda t: t.name)
TYPE.prop("string FullName {get}")(full_name)
TYPE.prop("string Namespace {get}")(lambda t: t.namespace or None)
TYPE.prop("type BaseType {get}")(lambda t: None if t.kind == "interface" else t.base)
TYPE.prop("string AssemblyQualifiedName {get}")(qualified_name)
TYPE.prop("System.Reflection.Assembly Assembly {get}")(_assembly_of)
TYPE.prop("bool IsEnum {get}")(lambda t: t.kind == "enum")
TYPE.prop("bool IsValueType {get}")(lambda t: t.is_value_type)
TYPE.prop("bool IsClass {get}")(lambda t: not t.is_value_type and t.kind != "interface")
TYPE.prop("bool IsInterface {get}")(lambda t: t.kind == "interface")
TYPE.prop("bool IsArray {get}")(lambda t: t.kind == "array")
TYPE.prop("bool IsSZArray {get}")(lambda t: t.kind == "array" and t.name.endswith("[]"))
TYPE.prop("bool HasElementType {get}")(lambda t: t.kind == "array")
TYPE.prop("bool IsAbstract {get}")(lambda t: t.kind in ("abstract", "static", "interface"))
TYPE.prop("bool IsSealed {get}")(
    lambda t: t.is_value_type or t.kind in ("static", "array") or t.name == "String"
)
TYPE.prop("bool IsPrimitive {get}")(lambda t: t.namespace == "System" and t.name in PRIMITIVES)
TYPE.prop("bool IsPublic {get}")(lambda t: "+" not in t.full_name)
TYPE.prop("bool IsVisible {get}")(lambda _t: True)
TYPE.prop("bool IsNested {get}")(lambda t: "+" in t.full_name)
TYPE.prop("bool IsPointer {get}")(lambda _t: False)
TYPE.prop("bool IsByRef {get}")(lambda _t: False)
TYPE.prop("bool IsSerializable {get}")(lambda t: t.is_value_type or t.kind in ("class", "array"))
TYPE.prop("bool IsGenericType {get}")(lambda t: "`" in t.full_name and t.element is None)
TYPE.prop("bool IsConstructedGenericType {get}")(lambda t: bool(t.generic_arguments))
TYPE.prop("bool IsGenericTypeDefinition {get}")(
    lambda t: "`" in t.full_name and t.element is None and not t.generic_arguments
)
TYPE.prop("bool ContainsGenericParameters {get}")(lambda t: "`" in t.full_name and not t.generic_arguments)
TYPE.prop("bool IsGenericParameter {get}")(lambda _t: False)
TYPE.prop("type[] GenericTypeArguments {get}")(lambda t: typed_array("System.Type", t.generic_arguments))
TYPE.prop("type UnderlyingSystemType {get}")(lambda t: t)
TYPE.prop("type DeclaringType {get}")(lambda _t: None)
TYPE.prop("type ReflectedType {get}")(lambda _t: None)
TYPE.prop("System.Reflection.MemberTypes MemberType {get}")(
    lambda _t: enum_value("System.Reflection.MemberTypes", "TypeInfo")
)


TYPE.method("string ToString()")(_runtime_name)
TYPE.method("bool Equals(type o)", "bool Equals(System.Object o)")(lambda t, other: t is other)
TYPE.method("bool IsAssignableFrom(type c)")(lambda t, other: other is not None and assignable(other, t))
TYPE.method("bool IsAssignableTo(type targetType)")(
    lambda t, other: other is not None and assignable(t, other)
)
TYPE.method("bool IsSubclassOf(type c)")(lambda t, other: t is not other and other in list(chain(t)))
TYPE.method("type GetElementType()")(lambda t: t.element)
TYPE.method("type[] GetGenericArguments()")(lambda t: typed_array("System.Type", t.generic_arguments))
TYPE.method("type GetGenericTypeDefinition()")(_definition_of)
TYPE.method("type GetEnumUnderlyingType()")(_enum_function("underlying"))
TYPE.method("string[] GetEnumNames()")(_enum_function("names"))
TYPE.method("array GetEnumValues()")(_enum_function("values"))
TYPE.method("array GetEnumValuesAsUnderlyingType()")(_enum_function("numbers"))
TYPE.method("string GetEnumName(System.Object value)")(_enum_function("name_of"))
TYPE.method("bool IsEnumDefined(System.Object value)")(_enum_function("is_defined"))
TYPE.method("int GetArrayRank()")(rank_of)
TYPE.method("type MakeArrayType()")(make_array)
TYPE.method("type MakeGenericType(params type[] typeArguments)")(make_generic_type)


@TYPE.method("bool IsInstanceOfType(System.Object o)")
def is_instance_of_type(net_type: NetType, value: Any) -> bool:
    """Whether a value is of this type."""
    return value is not None and assignable(type_of(value), net_type)


@TYPE.method("type[] GetInterfaces()")
def get_interfaces(net_type: NetType) -> Any:
    """The interfaces of the type and its bases."""
    names = dict.fromkeys(all_interfaces(net_type))
    found = [BY_NAME.get(name.lower()) or register(NetType(name, kind="interface")) for name in names]
    return typed_array("System.Type", found)


@TYPE.method("type GetInterface(string name)")
def get_interface(net_type: NetType, name: str) -> Any:
    """One interface by name."""
    return next((t for t in get_interfaces(net_type) if name in (t.name, t.full_name)), None)


@TYPE.method(
    "static type GetType(string typeName)",
    "static type GetType(string typeName, bool throwOnError)",
    "static type GetType(string typeName, bool throwOnError, bool ignoreCase)",
)
def get_type(name: str | None, throw: bool = False, _ignore_case: bool = False) -> Any:
    """A type by its full name; null when there is none."""
    from spshell.values.typenames import find_named_type

    if name is None:
        raise argument_null("typeName")
    found = find_named_type(name.partition(",")[0].strip()) if "." in name else None
    if found is None and throw:
        raise thrown("System.TypeLoadException", "Invalid", f"There is no type '{name}'.")
    return found


@TYPE.method("static System.TypeCode GetTypeCode(type type)")
def get_type_code(net_type: NetType | None) -> Any:
    """The code of a type."""
    from spshell.dotnet.system.enumerations import enum_type

    if net_type is None:
        return enum_value("System.TypeCode", "Empty")
    if net_type.kind == "enum":
        net_type = _enums("underlying")(net_type)
    known = net_type.namespace == "System" and net_type.name in enum_type("System.TypeCode").names
    return enum_value("System.TypeCode", net_type.name if known else "Object")


def _of_kind(kind: str) -> Any:
    def select(net_type: NetType, _flags: Any = None) -> list[MemberDescription]:
        return [member for member in described(net_type) if member.kind == kind]

    return select


for _kind, _plural in (("Method", "Methods"), ("Property", "Properties"), ("Field", "Fields")):
    _signature = f"System.Reflection.{_kind}Info[] Get{_plural}"
    TYPE.method(f"{_signature}()", f"{_signature}(System.Reflection.BindingFlags bindingAttr)")(
        _of_kind(_kind)
    )
TYPE.method("System.Reflection.ConstructorInfo[] GetConstructors()")(_of_kind("Constructor"))
TYPE.method(
    "System.Reflection.MemberInfo[] GetMembers()",
    "System.Reflection.MemberInfo[] GetMembers(System.Reflection.BindingFlags bindingAttr)",
)(lambda t, _flags=None: described(t))


def _named(kind: str) -> Any:
    def select(net_type: NetType, name: str, *rest: Any) -> Any:
        found = [m for m in described(net_type) if m.kind == kind and m.name == name]
        if kind == "Method" and rest and isinstance(rest[-1], list):
            wanted = [t.full_name for t in rest[-1]]
            found = [m for m in found if [p.parameter_type.full_name for p in m.get_parameters()] == wanted]
        elif len(found) > 1:
            raise thrown(
                "System.Reflection.AmbiguousMatchException",
                "Invalid",
                f"Several members are called '{name}'.",
            )
        return found[0] if found else None

    return select


TYPE.method(
    "System.Reflection.MethodInfo GetMethod(string name)",
    "System.Reflection.MethodInfo GetMethod(string name, type[] types)",
    "System.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr)",
)(_named("Method"))
TYPE.method(
    "System.Reflection.PropertyInfo GetProperty(string name)",
    "System.Reflection.PropertyInfo GetProperty(string name, System.Reflection.BindingFlags bindingAttr)",
)(_named("Property"))
TYPE.method(
    "System.Reflection.FieldInfo GetField(string name)",
    "System.Reflection.FieldInfo GetField(string name, System.Reflection.BindingFlags bindingAttr)",
)(_named("Field"))
TYPE.method("System.Reflection.ConstructorInfo GetConstructor(type[] types)")(
    lambda t, types: next(
        (
            m
            for m in described(t)
            if m.kind == "Constructor"
            and [p.parameter_type.full_name for p in m.get_parameters()] == [item.full_name for item in types]
        ),
        None,
    )
)
TYPE.method("System.Reflection.MemberInfo[] GetMember(string name)")(
    lambda t, name: [m for m in described(t) if m.name == name]
)


@TYPE.method("System.Object[] GetCustomAttributes(bool inherit)")
def custom_attributes(net_type: NetType, _inherit: Any) -> list[Any]:
    """The attributes that a type was declared with, as far as they are kept."""
    data = net_type.data
    return list(data["attributes"]()) if isinstance(data, dict) and "attributes" in data else []


@TYPE.method("System.Object[] GetCustomAttributes(type attributeType, bool inherit)")
def custom_attributes_of(net_type: NetType, kind: NetType, inherit: Any) -> list[Any]:
    """Those of one type."""
    from spshell.dotnet.reflection.members import is_instance

    return [item for item in custom_attributes(net_type, inherit) if is_instance(item, kind)]


@TYPE.method(
    "System.Object InvokeMember(string name, System.Reflection.BindingFlags invokeAttr,"
    " System.Reflection.Binder binder, System.Object target, System.Object[] args)"
)
def invoke_member(net_type: NetType, name: str, flags: Any, _binder: Any, target: Any, args: Any) -> Any:
    """Call, read or write a member by name."""
    from spshell.dotnet.reflection.members import (
        construct,
        get_property,
        get_static,
        invoke_method,
        invoke_static,
        set_property,
    )

    values = list(args or ())
    bits = int(flags.value)
    if bits & 512:
        return construct(net_type, values)
    if bits & (4096 | 1024):
        return get_static(net_type, name) if target is None else get_property(target, name)
    if bits & (8192 | 2048):
        set_property(target, name, values[0])
        return None
    if target is None or find_member(net_type, name) is None:
        if find_static(net_type, name) is None:
            raise thrown("System.MissingMethodException", "Invalid", f"There is no method '{name}'.")
        return invoke_static(net_type, name, values)
    return invoke_method(target, name, values)


define("System.Type", TYPE)
define("System.RuntimeType")
