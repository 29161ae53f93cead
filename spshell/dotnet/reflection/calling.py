"""Call methods: overloads, script methods, parameterized properties, and a method of every element."""

from __future__ import annotations

from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.overloads import Call, choose, convert_argument, convert_arguments
from spshell.dotnet.reflection.reading import (
    MISSING,
    flatten,
    named,
    own_members,
    read_extended,
    read_member,
    type_names,
)
from spshell.dotnet.reflection.typenames import resolve
from spshell.dotnet.reflection.writing import converted, name_text, write_member
from spshell.dotnet.system.errors import (
    getter_failed,
    is_method_error,
    method_failed,
    method_not_found,
    method_on_null,
    property_not_settable,
    property_read_only,
    setter_failed,
)
from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.nettype import (
    BY_CLASS,
    IndexedProperty,
    MethodGroup,
    NetType,
    Overload,
    Property,
    type_of,
)
from spshell.values.nothing import NOTHING
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject, ScriptMethod

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CACHEABLE = (str, int, float, bool, type(None))


def invoke_method(target: Any, name: Any, arguments: list[Any]) -> Any:
    """`target.name(arguments)`; NOTHING for a void method."""
    net_type = BY_CLASS.get(target.__class__)
    if net_type is not None and type(name) is str:
        call = net_type.lookup.get(call_key(name, arguments))  # type: ignore[call-overload]  # see remember
        if call is not None and not getattr(target, "ps_members", None):
            return _run(call, target, arguments)
    return _invoke_slowly(target, name if type(name) is str else name_text(name), arguments)


def call_key(name: str, arguments: list[Any]) -> tuple[Any, ...]:
    """What a chosen overload is remembered under."""
    count = len(arguments)
    if count == 0:
        return (name,)
    if count == 1:
        return (name, arguments[0].__class__)
    return (name, *[argument.__class__ for argument in arguments])


def remember(cache: dict[str, Any], name: str, arguments: list[Any], call: Call) -> None:
    """Keep a choice that depends on the classes of the arguments alone."""
    if all(argument.__class__ in _CACHEABLE for argument in arguments):
        call.direct = (
            not call.expanded
            and len(arguments) == len(call.types)
            and not any(parameter.is_ref for parameter in call.overload.parameters)
            and all(
                argument is not None and BY_CLASS[argument.__class__] is wanted
                for argument, wanted in zip(arguments, call.types, strict=True)
            )
        )
        cache[call_key(name, arguments)] = call  # type: ignore[index]  # calls share the cache


def _run(call: Call, target: Any, arguments: list[Any]) -> Any:
    try:
        if call.direct:
            result = call.overload.function(target, *arguments)
        else:
            result = call.overload.function(target, *convert_arguments(call, arguments))
    except NetException as error:
        raise wrapped(call.name, len(arguments), error) from error
    return NOTHING if call.overload.return_type == "void" else result


def wrapped(name: str, count: int, error: NetException) -> NetException:
    """MethodInvocationException around what a member threw, unless it is a MethodException already."""
    if is_method_error(error) or error.__dict__.get(
        "from_script"
    ):  # methods of script classes throw as they are
        return error
    return method_failed(name, count, error)


_MAGIC = frozenset({"where", "foreach", "pswhere", "psforeach"})
"""Methods that every value has; with PS in front they stand beside a type's own methods of these names."""


def _run_magic(folded: str, target: Any, arguments: list[Any]) -> Any:
    from spshell.dotnet.collections import magic_methods

    run = magic_methods.where if folded.endswith("where") else magic_methods.for_each
    return run(target, arguments)


def _invoke_slowly(target: Any, name: str, arguments: list[Any]) -> Any:
    if target is None or target is NOTHING:
        if name.lower() in _MAGIC:  # every value has these; null has no elements
            return _run_magic(name.lower(), NOTHING, arguments)
        raise method_on_null()
    own = own_members(target)
    if own:
        member = named(own, name)
        if member is not MISSING:
            return _call_value(target, name, member, arguments)
    if type(target) is PSObject:
        if target.type_names is not None or own:
            found = _extended_method(target, name)
            if found is not None:
                return run_script_method(target, found, arguments)
        return _invoke_slowly(target.base, name, arguments)
    if type(target) is PSCustomObject:
        found = _extended_method(target, name)
        if found is not None:
            return run_script_method(target, found, arguments)
    net_type = type_of(target)
    member = find_member(net_type, name)
    if type(member) is MethodGroup:
        call = choose(name if member.static else member.name, member, arguments)
        if BY_CLASS.get(target.__class__) is net_type:
            remember(net_type.lookup, name, arguments, call)
        return _run(call, target, arguments)
    if isinstance(member, ScriptMethod):
        return run_script_method(target, member, arguments)
    if isinstance(member, IndexedProperty):
        return get_indexed(target, member, arguments)
    return _invoke_unknown(target, net_type, name, member, arguments)


def _extended_method(target: Any, name: str) -> ScriptMethod | None:
    from spshell.dotnet.reflection.typedata import find_extended

    found = find_extended(type_names(target), name)
    return found if isinstance(found, ScriptMethod) else None


def run_script_method(target: Any, member: ScriptMethod, arguments: list[Any]) -> Any:
    """Call a script method: ``$this`` is the object. Whatever ends it comes inside a MethodInvocationException."""
    try:
        return member.script.invoke_value(tuple(arguments), this=target, apart=True)
    except NetException as error:
        failed = method_failed(member.name, len(arguments), error)
        failed.error_id = "ScriptMethodRuntimeException"
        raise failed from error


def _call_value(target: Any, name: str, member: Any, arguments: list[Any]) -> Any:
    if isinstance(member, ScriptMethod):
        return run_script_method(target, member, arguments)
    value = read_extended(target, member) if isinstance(member, Member) else member
    if callable(getattr(value, "invoke_bound", None)):
        return value.invoke_bound(arguments)
    if type(target) is PSCustomObject or type(target) is PSObject:
        base = target.base if type(target) is PSObject else target
        found = find_member(type_of(base), name)
        if type(found) is MethodGroup:
            return _run(choose(found.name, found, arguments), base, arguments)
    raise method_not_found(type_of(target), name)


def _invoke_unknown(target: Any, net_type: NetType, name: str, member: Any, arguments: list[Any]) -> Any:
    folded = name.lower()
    if folded.startswith(("get_", "set_")):
        accessor = find_member(net_type, name[4:])
        if isinstance(accessor, IndexedProperty):
            if folded.startswith("get_"):
                return get_indexed(target, accessor, arguments)
            set_indexed(target, accessor, arguments[:-1], arguments[-1])
            return NOTHING
        if isinstance(accessor, AliasProperty) and not arguments:
            return read_extended(target, accessor)
        if isinstance(accessor, Property) and len(arguments) == (folded[0] == "s"):
            if folded.startswith("get_"):
                return read_member(target, accessor)
            write_member(target, accessor, arguments[0])
            return NOTHING
    if member is None and folded.startswith("to") and len(arguments) == 1:
        converted_value = _change_type(target, net_type, name, arguments[0])
        if converted_value is not MISSING:
            return converted_value
    if folded in _MAGIC and member is None:
        return _run_magic(folded, target, arguments)
    if callable(getattr(member, "invoke_bound", None)):
        return member.invoke_bound(arguments)
    items = enumerate_value(target)
    if items is not None and member is None:
        return _invoke_each(items, net_type, name, arguments)
    raise method_not_found(net_type, name)


def _change_type(target: Any, net_type: NetType, name: str, provider: Any) -> Any:
    """The methods of IConvertible (``ToInt32(provider)``), which a type need not declare."""
    from spshell.values.type_relations import has_interface

    if not has_interface(net_type, "System.IConvertible"):
        return MISSING
    from spshell.dotnet.numeric.converter import CHANGES, change_to

    wanted = CHANGES.get(name.lower())
    if wanted is None:
        return MISSING
    try:
        return change_to(target, wanted, provider)
    except NetException as error:
        raise wrapped(f"To{wanted}", 1, error) from error


def _invoke_each(items: Any, net_type: NetType, name: str, arguments: list[Any]) -> Any:
    result: list[Any] = []
    called = _call_elements(items, name, arguments, result)
    if len(result) == 1:
        return result[0]
    if not called:
        raise method_not_found(net_type, name)
    return result or NOTHING


def _call_elements(items: Any, name: str, arguments: list[Any], result: list[Any]) -> bool:
    called = False
    for item in items:
        # An element that is a collection without the method passes the call on to its own elements.
        value = invoke_method(item, name, arguments)
        called = True
        if value is not NOTHING:
            flatten(value, result)
    return called


def get_indexed(target: Any, member: IndexedProperty, arguments: list[Any]) -> Any:
    """`target.Item(key)`: a property with parameters, called."""
    group = MethodGroup(member.name, [Overload(member.parameters, member.type_name, member.get)])  # type: ignore[arg-type]
    if len(arguments) != len(member.parameters):
        error = choose_failure(member.name, len(arguments))
        raise error
    call = choose(member.name, group, arguments)
    values = convert_arguments(call, arguments)
    try:
        return member.get(target, *values)  # type: ignore[misc]  # indexed properties have a getter
    except NetException as error:
        raise getter_failed(member.name, error) from error


def choose_failure(name: str, count: int) -> NetException:
    """The error of a parameterized property called with the wrong number of arguments."""
    from spshell.dotnet.messages import text
    from spshell.values.exceptions import fault

    return fault(
        "System.Management.Automation.GetValueInvocationException",
        text("MethodArgumentCountException", name, count),
        "MethodCountCouldNotFindBest",
        arguments=(name, count),
    )


def set_indexed(target: Any, member: IndexedProperty, index: list[Any], value: Any) -> None:
    """`target.Item(key) = value`."""
    if member.set is None:
        raise property_read_only(member.name)
    wanted = [
        convert_argument(item, resolve(parameter.type_name), parameter, member.name, position)
        for position, (item, parameter) in enumerate(zip(index, member.parameters, strict=False))
    ]
    try:
        member.set(target, *wanted, converted(value, member))
    except NetException as error:
        raise setter_failed(member.name, error) from error


def set_parameterized(target: Any, name: str, index: list[Any], value: Any) -> None:
    """`target.name(index) = value`: only parameterized properties can be assigned so."""
    base = target.base if type(target) is PSObject else target
    if base is None:
        raise method_on_null()
    member = find_member(type_of(base), name)
    if not isinstance(member, IndexedProperty):
        raise property_not_settable(name, "PropertyAssignmentException")
    set_indexed(base, member, index, value)
