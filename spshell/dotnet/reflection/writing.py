"""Write properties, with the conversion to the declared type and PowerShell's error ids."""

from __future__ import annotations

from spshell.dotnet.messages import text
from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.reading import own_members, type_names
from spshell.dotnet.reflection.typenames import resolve
from spshell.dotnet.system.errors import (
    is_conversion_error,
    property_not_settable,
    property_read_only,
    setter_failed,
)
from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import IndexedProperty, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject, ScriptProperty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def set_property(target: Any, name: Any, value: Any) -> None:
    """`target.name = value`; the error ids depend on what the target is, as in PowerShell."""
    if value is NOTHING:
        value = None
    kind = type(target)
    if kind is PSCustomObject:
        members = target.members
        if name in members and not isinstance(members[name], Member):
            members[name] = value
            return
    elif isinstance(target, Hashtable):
        declared = _declared(target, kind, name)
        if declared is None:
            target[name] = value
        else:
            write_member(target, declared, value)
        return
    if target is None or target is NOTHING:
        raise property_not_settable(name_text(name), "PropertyNotFound")
    _set_slowly(target, name_text(name), value)


def _declared(target: Any, kind: type, name: Any) -> Property | None:
    """The property that a script's class adds to a dictionary that it derives from; None when there is no such."""
    if not getattr(kind, "from_script", False) or type(name) is not str:
        return None
    found = find_member(type_of(target), name)
    return found if isinstance(found, Property) and not isinstance(found, IndexedProperty) else None


def name_text(name: Any) -> str:
    """A computed member name as text."""
    if type(name) is str:
        return name
    from spshell.values.text import to_text

    return to_text(name)


def _set_slowly(target: Any, name: str, value: Any) -> None:
    own = own_members(target)
    if own is not None:
        key = next((key for key in own if key.lower() == name.lower()), None)
        if key is not None:
            member = own[key]
            if isinstance(member, Member):
                write_extended(target, member, value)
            else:
                own[key] = value
            return
    base = target.base if type(target) is PSObject else target
    declared = _declared(base, type(base), name)
    if declared is not None:
        write_member(base, declared, value)
        return
    if isinstance(base, Hashtable):
        base[name] = value
        return
    hook = getattr(type(base), "ps_set_member", None)
    if hook is not None and hook(base, name, value):
        return
    if type(target) is PSCustomObject or (type(target) is PSObject and target.type_names is not None):
        from spshell.dotnet.reflection.typedata import find_extended

        member = find_extended(type_names(target), name)
        if isinstance(member, Member):
            write_extended(target, member, value)
            return
    member = None if type(base) is PSCustomObject else find_member(type_of(base), name)
    if isinstance(member, Member):
        write_extended(target, member, value)
    elif isinstance(member, Property) and not isinstance(member, IndexedProperty):
        write_member(base, member, value)
    elif type(base) is PSCustomObject:
        raise setter_failed(name, property_not_settable(name, "PropertyNotFound"))
    else:
        raise property_not_settable(name, "PropertyAssignmentException")


def write_member(target: Any, member: Property, value: Any) -> None:
    """Assign a .NET property with conversion; raises PropertyAssignmentException or ExceptionWhenSetting."""
    if member.set is None:
        raise property_read_only(member.name)
    try:
        member.set(target, converted(value, member))
    except NetException as error:
        raise refused(member.name, error) from error


def refused(name: str, error: NetException) -> NetException:
    """What setting a property fails with when the property does not take the value."""
    inner = error
    if error.net_name.endswith(".RuntimeException") and error.inner is not None:
        inner = error.inner if is_conversion_error(error.inner) else error
    return setter_failed(name, inner)


def converted(value: Any, member: Property) -> Any:
    """A value as the declared type of a property wants it."""
    wanted = member.resolved or resolve(member.type_name)
    if wanted.full_name == "System.Object":
        return value
    if type(value) is PSObject:
        value = value.base
    if (
        value is None
        and (wanted.kind == "interface" or not wanted.is_value_type)
        and wanted.full_name
        not in (
            "System.String",
            "System.Boolean",
        )
    ):
        return None
    from spshell.values.conversion import convert
    from spshell.values.type_relations import assignable

    if value is not None and assignable(type_of(value), wanted):
        return value
    return convert(value, wanted)


def write_extended(target: Any, member: Member, value: Any) -> None:
    """Assign a script, code or alias property."""
    if isinstance(member, AliasProperty):
        try:
            set_property(target, member.target, value)
        except NetException as error:
            if error.arguments == (member.target,):  # the alias is what the script named
                raise property_read_only(member.name) from error
            raise
        return
    setter = getattr(member, "setter", None)
    if setter is None:
        if member.kind == "ScriptProperty":
            raise fault(
                "System.Management.Automation.SetValueException",
                text("PropertyIsReadOnly", member.name),
                "SetWithoutSetterFromScriptProperty",
                arguments=(member.name,),
            )
        raise property_read_only(member.name)
    try:
        if isinstance(member, ScriptProperty):
            setter.invoke((value,), this=target, apart=True)
        else:
            setter(target.base if type(target) is PSObject else target, value)
    except NetException as error:
        failed = setter_failed(member.name, error)
        if isinstance(member, ScriptProperty):
            failed.error_id = "ScriptSetValueRuntimeException"
        raise failed from error


def add_member(target: Any, name: str, value: Any) -> Any:
    """Add a note property (a plain value) or a :class:`Member`; returns the object that now carries it.

    Values without room for members of their own (text, numbers, .NET objects) come back inside a PSObject.
    """
    own = own_members(target)
    if own is None:
        if isinstance(target, Hashtable) or hasattr(target, "ps_members"):
            own = target.ps_members = {}
        else:
            target = PSObject(target)
            own = target.members
    key = next((key for key in own if key.lower() == name.lower()), name)
    own[key] = value
    return target
