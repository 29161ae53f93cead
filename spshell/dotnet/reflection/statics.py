"""Static members and constructors: ``[type]::Name``, ``[type]::Method()``, ``[type]::new()``."""

from __future__ import annotations

from spshell.dotnet.reflection.calling import call_key, remember, wrapped
from spshell.dotnet.reflection.lookup import find_static
from spshell.dotnet.reflection.overloads import choose, convert_arguments
from spshell.dotnet.reflection.reading import MISSING
from spshell.dotnet.reflection.writing import converted, name_text
from spshell.dotnet.system.errors import (
    bad_argument,
    getter_failed,
    method_not_found,
    method_on_null,
    property_missing,
    property_not_settable,
    property_read_only,
    setter_failed,
)
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_CLASS, MethodGroup, NetType, Property, load_members, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def _static_type(target: Any) -> NetType | None:
    if isinstance(target, NetType):
        return target
    if target is None or target is NOTHING:
        return None
    return type_of(target.base if type(target) is PSObject else target)


def get_static(target: Any, name: Any) -> Any:
    """`[type]::name`; null when there is no such member."""
    net_type = _static_type(target)
    if net_type is None:
        return None
    found = _find_static_value(net_type, name_text(name))
    return None if found is MISSING else found


def get_static_strict(target: Any, name: Any) -> Any:
    """As :func:`get_static` under Set-StrictMode; raises PropertyNotFoundStrict."""
    net_type = _static_type(target)
    found = MISSING if net_type is None else _find_static_value(net_type, name_text(name))
    if found is MISSING:
        raise property_missing(name_text(name))
    return found


def _find_static_value(net_type: NetType, name: str) -> Any:
    if net_type.kind == "enum":
        from spshell.values.enums import EnumType

        if isinstance(net_type, EnumType):
            folded = name.lower()
            for key, number in net_type.names.items():
                if key.lower() == folded:
                    return net_type.value(number)
    member = find_static(net_type, name)
    if member is None and name.lower() == "new" and net_type.constructors is not None:
        member = net_type.constructors
    if member is None:
        return MISSING
    if isinstance(member, Property):
        try:
            return member.get()  # type: ignore[misc]  # static properties have a getter
        except NetException as error:
            if error.net_name == "System.TypeInitializationException":  # the class cannot begin
                raise
            raise getter_failed(member.name, error) from error
    from spshell.dotnet.reflection.psobject import PSMethod

    return PSMethod(net_type, member)


def set_static(target: Any, name: Any, value: Any) -> None:
    """`[type]::name = value`."""
    net_type = _static_type(target)
    text = name_text(name)
    member = find_static(net_type, text) if net_type is not None else None
    if not isinstance(member, Property):
        raise property_not_settable(text, "PropertyAssignmentException" if net_type else "PropertyNotFound")
    if member.set is None:
        raise property_read_only(member.name)
    try:
        member.set(converted(value, member))
    except NetException as error:
        raise setter_failed(member.name, error) from error


def invoke_static(target: Any, name: Any, arguments: list[Any]) -> Any:
    """`[type]::name(arguments)`; `::new` constructs."""
    net_type = _static_type(target)
    if net_type is None:
        raise method_on_null()
    text = name_text(name)
    if text.lower() == "new":
        return construct(net_type, arguments, bare_structs=False)
    key = call_key(text, arguments)
    call = net_type.static_lookup.get(key)  # type: ignore[call-overload]  # calls share the cache
    if call is None:
        member = find_static(net_type, text)
        if not isinstance(member, MethodGroup):
            return _static_accessor(net_type, text, member, arguments)
        call = choose(text, member, arguments)
        remember(net_type.static_lookup, text, arguments, call)
    try:
        result = call.overload.function(*convert_arguments(call, arguments))
    except NetException as error:
        raise wrapped(call.name, len(arguments), error) from error
    return NOTHING if call.overload.return_type == "void" else result


def exact_function(net_type: NetType, name: str, arguments: list[Any]) -> Callable[..., Any] | None:
    """The function of a library type's static method whose overload takes the arguments as they are, else None."""
    made = net_type.python_type
    if made is None or not made.__module__.startswith("spshell.dotnet."):
        return None  # what a script defines, it may define anew
    group = find_static(net_type, name)
    if not isinstance(group, MethodGroup):
        return None
    call = choose(name, group, arguments)
    exact = not call.expanded and len(arguments) == len(call.types)
    exact = exact and not any(parameter.is_ref for parameter in call.overload.parameters)
    if exact and all(
        BY_CLASS.get(a.__class__) is wanted for a, wanted in zip(arguments, call.types, strict=True)
    ):
        return call.overload.function
    return None


def _static_accessor(net_type: NetType, name: str, member: Any, arguments: list[Any]) -> Any:
    if name.lower().startswith("get_") and not arguments:
        found = _find_static_value(net_type, name[4:])
        if found is not MISSING:
            return found
    if callable(getattr(member, "invoke_bound", None)):
        return member.invoke_bound(arguments)
    raise method_not_found(net_type, name)


def construct(net_type: NetType, arguments: list[Any], *, bare_structs: bool = True) -> Any:
    """`[type]::new(arguments)`; raises MethodCountCouldNotFindBest when no constructor fits.

    Structs that have constructors can be made without arguments by New-Object and Activator, not by ::new().
    """
    load_members(net_type)
    group = net_type.constructors
    if "`" in net_type.full_name and not net_type.generic_arguments:
        raise bad_argument(
            f"The type {net_type.full_name} has open type parameters: name them, as in List[int]."
        )
    if group is None or net_type.kind in ("abstract", "static", "interface"):
        if not arguments and net_type.is_value_type:
            return default_value(net_type)
        group = MethodGroup("new", [])
    elif (
        bare_structs
        and not arguments
        and net_type.is_value_type
        and all(item.parameters for item in group.overloads)
    ):
        return default_value(net_type)
    call = choose("new", group, arguments)
    call.name = ".ctor"
    values = convert_arguments(call, arguments)
    try:
        return call.overload.function(*values)
    except NetException as error:
        raise wrapped(".ctor", len(arguments), error) from error


def default_value(net_type: NetType) -> Any:
    """The value of a struct that nothing initialised."""
    if net_type.kind == "enum":
        return net_type.value(0)  # type: ignore[attr-defined]  # an EnumType
    if net_type.full_name == "System.Decimal":
        from decimal import Decimal

        return Decimal(0)
    return net_type.default
