"""Places in a script where a member of a name is read, written or called: each remembers what it found by class.

A site is a function that the generated code calls. What it remembers depends only on the classes of the target and of
the arguments (for closed generic types, on the type), so that a method in a loop is looked up and its overload chosen
once. Members that an object carries itself always go the long way.
"""

from __future__ import annotations

from spshell.dotnet.collections import list_members
from spshell.dotnet.collections.collections import GenericList
from spshell.dotnet.reflection import members
from spshell.dotnet.reflection.calling import wrapped
from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.overloads import Call, choose, convert_argument, convert_arguments
from spshell.dotnet.reflection.typedata import on_change
from spshell.dotnet.reflection.typenames import resolve
from spshell.dotnet.reflection.writing import refused
from spshell.engine.classes.constructors import Constructor
from spshell.engine.classes.methods import MethodOverload
from spshell.engine.members.access import get_member, invoke_member, null_value, set_member
from spshell.engine.members.readers import declared_property
from spshell.engine.variables.scope import UNSET
from spshell.values.arrays import TypedArray
from spshell.values.declare import function_for
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nettype import BY_CLASS, MethodGroup, NetType, Overload, Property, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import AliasProperty, Member, PSCustomObject, PSObject
from spshell.values.reference import PSReference
from spshell.values.type_relations import is_dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope

_CLOSED: set[type] = {TypedArray}
"""Python classes whose objects belong to closed generic types: ``net_type`` tells them apart. Filled as they are met."""

_NEVER = frozenset({PSObject, PSCustomObject, PSReference, type(NOTHING)})
"""Classes that say nothing of what a value is or may carry."""

_WRAPPERS = frozenset({PSObject, PSReference, type(NOTHING)})
"""Classes of values that are not handed on as they are."""

_NUMBERS_AND_TEXT = frozenset({int, float, str})
"""Classes of values that a property of a custom object holds as they are: arithmetic with them runs no script."""

_remembered: list[dict[Any, Any]] = []
"""What all sites remember, to be forgotten when type data changes."""


_lasts: list[list[Any]] = []
"""What sites called last: what decides it (class or type, class of the argument) and the function."""


def _forget() -> None:
    for memory in _remembered:
        memory.clear()
    for last in _lasts:
        last[:] = _NOTHING_YET


on_change(_forget)


def _memory() -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    _remembered.append(made)
    return made


_NOTHING_YET = (object(), None, None)  # (no target is this object: $null as a target has its own error)


def _last() -> list[Any]:
    made: list[Any] = [*_NOTHING_YET]
    _lasts.append(made)
    return made


def _is_plain(value: Any) -> bool:
    """Whether the class of a value alone (its type, if closed) decides what its members are."""
    kind = value.__class__
    if kind not in BY_CLASS and "net_type" in getattr(kind, "__slots__", ()):
        _CLOSED.add(kind)
    return (
        kind not in _NEVER
        and (kind in _CLOSED or kind in BY_CLASS or _is_script_class(kind))
        and not getattr(value, "ps_members", None)
    )


def _is_script_class(kind: type) -> bool:
    """Whether a Python class was made for a class that a script defines."""
    return getattr(kind.__dict__.get("net_type"), "python_type", None) is kind


def _is_exception(net_type: NetType) -> bool:
    """Whether the constructors of a type make exceptions, which never fail."""
    made = net_type.python_type
    return net_type.kind == "class" and made is not None and issubclass(made, NetException)


def method_site(name: str, count: int) -> Callable[..., Any]:
    """``target.name(arguments)`` with `count` arguments: called as ``site(scope, target, *arguments)``.

    What was called last is kept apart from what else was met: most places call one function all the time.
    """
    memory, last = _memory(), _last()

    def call(scope: Scope, target: Any, *arguments: Any) -> Any:
        kind = target.__class__
        key = (kind if kind not in _CLOSED else target.net_type, *[a.__class__ for a in arguments])
        function = memory.get(key)
        if function is None:
            return _first_call(memory, key, scope, target, name, arguments)
        try:
            return function(target, *arguments)
        except NetException as error:
            raise wrapped(name, count, error) from error

    def call_none(scope: Scope, target: Any) -> Any:
        kind = target.__class__
        if kind in _CLOSED:
            kind = target.net_type
        known, _, function = last
        if kind is not known:
            function = memory.get(kind)
            if function is None:
                return _first_call(memory, kind, scope, target, name, ())
            last[:] = kind, None, function
        try:
            return function(target)
        except NetException as error:
            raise wrapped(name, 0, error) from error

    def call_one(scope: Scope, target: Any, argument: Any) -> Any:
        kind = target.__class__
        if kind in _CLOSED:
            kind = target.net_type
        given = argument.__class__
        known, expected, function = last
        if kind is not known or given is not expected:
            function = memory.get((kind, given))
            if function is None:
                return _first_call(memory, (kind, given), scope, target, name, (argument,))
            last[:] = kind, given, function
        try:
            return function(target, argument)
        except NetException as error:
            raise wrapped(name, 1, error) from error

    return (call_none, call_one)[count] if count < 2 else call


_ENGINE = "spshell.engine."
_ASIDE = frozenset({"spshell.engine.binding.bound_parameters"})
"""Modules of the engine whose classes do not."""
_LIBRARY = ("spshell.dotnet.", "spshell.values.")


def _first_call(
    memory: dict[Any, Any], key: Any, scope: Scope, target: Any, name: str, arguments: tuple[Any, ...]
) -> Any:
    """Call the long way, then remember the overload if the classes alone decide it.

    The first call of a class of closed types is not remembered: its key did not tell the types apart yet.
    """
    kind = target.__class__
    told_apart = kind in _CLOSED or kind in BY_CLASS
    if (
        kind.__module__.startswith(_ENGINE) and kind.__module__ not in _ASIDE
    ):  # those look at the running scope
        told_apart = False
    told_apart = told_apart or _is_script_class(kind)
    given = tuple(None if argument is NOTHING else argument for argument in arguments)
    result = invoke_member(scope, target, name, given)
    if _is_plain(target) and told_apart:
        group = find_member(type_of(target), name)
        if type(group) is MethodGroup and _classes_decide(group, arguments):
            call = choose(group.name, group, list(arguments))
            function = _prepared(call, arguments, kind)
            if function is not None:
                carries = hasattr(target.__class__, "ps_members")
                memory[key] = _unless_carrying(function, name, len(arguments)) if carries else function
    return result


def _classes_decide(group: MethodGroup, arguments: tuple[Any, ...]) -> bool:
    """Whether the classes of the arguments alone decide which overload takes them, and how they are converted."""
    for index, argument in enumerate(arguments):
        kind = argument.__class__
        if argument is None or (kind in BY_CLASS and kind not in _NEVER):
            continue
        if kind in _WRAPPERS or not all(
            _takes_anything(overload, index, len(arguments)) for overload in group.overloads
        ):
            return False
    return True


def _takes_anything(overload: Overload, index: int, count: int) -> bool:
    """Whether an overload hands on its argument as it is, or takes another number of them."""
    parameters = overload.parameters
    if parameters and (parameters[-1].is_params or parameters[-1].optional):
        return False
    if len(parameters) != count:
        return True
    wanted = parameters[index].resolved or resolve(parameters[index].type_name)
    return wanted.full_name == "System.Object"


def _unless_carrying(function: Callable[..., Any], name: str, count: int) -> Callable[..., Any]:
    """The function for objects of a class that may be given members of their own, as long as they have none."""

    def none(target: Any) -> Any:
        return members.invoke_method(target, name, []) if target.ps_members else function(target)

    def one(target: Any, argument: Any) -> Any:
        return (
            members.invoke_method(target, name, [argument])
            if target.ps_members
            else function(target, argument)
        )

    def adapted(target: Any, *arguments: Any) -> Any:
        if target.ps_members:
            return members.invoke_method(target, name, list(arguments))
        return function(target, *arguments)

    return (none, one)[count] if count < 2 else adapted


def _prepared(call: Call, arguments: tuple[Any, ...], kind: type) -> Callable[..., Any] | None:
    """A function of (target, *arguments) for a chosen overload; None when it may need the running scope."""
    function = function_for(call.overload.function, kind)
    quick = call.overload.quick() if isinstance(call.overload, MethodOverload) else None
    if function is list_members.add and kind is GenericList:  # never of a fixed size
        quick = _append
    function = quick or function
    if any(_runs_script(net_type) for net_type in call.types):
        return None
    if call.expanded or len(arguments) != len(call.types):
        adapted = _converting_all(function, call)
    else:
        converters = [_converter(call, index, argument) for index, argument in enumerate(arguments)]
        adapted = function if not any(converters) else _converting(function, converters)
    return _giving_nothing(adapted) if quick is None and call.overload.return_type == "void" else adapted


def _append(target: list[Any], value: Any) -> Any:
    """``$list.Add(value)`` of a List[T]."""
    target.append(value)
    return NOTHING


def _runs_script(net_type: Any) -> bool:
    """Whether an argument of the type may be a script block, which must know who calls it."""
    name = net_type.full_name
    return "Func`" in name or "Predicate" in name or "Comparison" in name or "Action" in name


def _converter(call: Call, index: int, argument: Any) -> Callable[[Any], Any] | None:
    wanted = call.types[index]
    if argument is not None and (
        wanted.full_name == "System.Object" or BY_CLASS[argument.__class__] is wanted
    ):
        return None
    if argument.__class__ is int and wanted.full_name == "System.Double":
        return float
    if argument.__class__ is int and wanted.full_name == "System.Decimal":
        from decimal import Decimal

        return Decimal
    parameter = call.overload.parameters[index]
    return lambda value: convert_argument(value, wanted, parameter, call.name, index)


def _converting(function: Callable[..., Any], converters: list[Any]) -> Callable[..., Any]:
    if len(converters) == 1:
        only = converters[0]
        return lambda target, argument: function(target, only(argument))

    def adapted(target: Any, *arguments: Any) -> Any:
        pairs = zip(converters, arguments, strict=True)
        return function(target, *[value if convert is None else convert(value) for convert, value in pairs])

    return adapted


def _converting_all(function: Callable[..., Any], call: Call) -> Callable[..., Any]:
    return lambda target, *arguments: function(target, *convert_arguments(call, list(arguments)))


def _giving_nothing(function: Callable[..., Any]) -> Callable[..., Any]:
    def adapted(target: Any, *arguments: Any) -> Any:
        function(target, *arguments)
        return NOTHING

    return adapted


def property_site(name: str) -> Callable[[Scope, Any], Any]:
    """``target.name``: called as ``site(scope, target)``."""
    memory = _memory()

    def read(scope: Scope, target: Any) -> Any:
        kind = target.__class__
        if kind is PSCustomObject:
            found = target.members.get(name, UNSET)
            if found is not UNSET and not isinstance(found, Member):
                return found
        elif kind is Hashtable or kind is OrderedDictionary:
            found = target.data.get(name, UNSET)
            if found is not UNSET:
                return found
        else:
            getter = memory.get(kind)
            if getter is None and kind in _CLOSED:
                kind = target.net_type
                getter = memory.get(kind)
            if getter is not None:
                try:
                    return getter(target)
                except NetException:
                    return get_member(scope, target, name)
            if kind not in memory:
                found = _getter(target, name)
                memory[_class_or_type(target)] = found
        return get_member(scope, target, name)

    return read


def _class_or_type(target: Any) -> Any:
    """What decides the members of a plain value: its class, or its type if the class is one of closed types."""
    kind = target.__class__
    return kind if kind not in _CLOSED else target.net_type


def _getter(target: Any, name: str) -> Callable[[Any], Any] | None:
    """The function that reads a declared property of a plain class; None when there is no such."""
    kind = target.__class__
    declared = declared_property(target, name)
    if declared is not None and hasattr(kind, "ps_members"):
        read = declared[1]
        return lambda value: (
            read(value)
            if not value.ps_members or declared_property(value, name)
            else members.get_property(value, name)
        )
    type_of(target)  # which tells of a class that was not met yet
    if not _is_plain(target) or hasattr(kind, "ps_get_member"):
        return None
    if kind in _CLOSED and is_dictionary(target.net_type):
        return None
    member = find_member(type_of(target), name)
    if type(member) is AliasProperty and member.type is None:
        member = find_member(type_of(target), member.target)
    if type(member) is not Property or member.get is None:
        return None
    read = member.get
    if not hasattr(kind, "ps_members"):
        return read
    return lambda value: members.get_property(value, name) if value.ps_members else read(value)


def property_store(name: str) -> Callable[[Scope, Any, Any], Any]:
    """``target.name = value``: called as ``site(scope, target, value)``; has the assigned value."""
    memory = _memory()

    def write(scope: Scope, target: Any, value: Any) -> Any:
        kind = target.__class__
        if kind is PSCustomObject:
            held = target.members
            found = held.get(name, UNSET)
            if found is not UNSET and not isinstance(found, Member):
                held[name] = null_value(value)
                return value
        elif kind is Hashtable:
            target[name] = null_value(value)
            return value
        else:
            setter = memory.get(kind)
            if setter is not None:
                exact, put = setter
                if value.__class__ is exact and not target.ps_members:
                    try:
                        put(target, value)
                    except NetException as error:
                        raise refused(name, error) from error
                    return value
            elif kind not in memory and _is_script_class(kind):
                memory[kind] = _setter(target, name)
        return set_member(scope, target, name, value)

    return write


def _setter(target: Any, name: str) -> tuple[type, Callable[[Any, Any], None]] | None:
    """(class of values that need no conversion, the function that stores one) of a script class's property."""
    member = find_member(type_of(target), name)
    if type(member) is not Property or member.set is None or member.resolved is None:
        return None
    if not hasattr(target, "ps_members"):
        return None
    exact = member.resolved.python_type
    return (exact, member.set) if exact is not None and BY_CLASS.get(exact) is member.resolved else None


def property_update(name: str) -> Callable[..., Any]:
    """``target.name += value``, ``++target.name``: called as ``site(scope, target, operation, *operand)``."""
    read, write = property_site(name), property_store(name)

    def update(scope: Scope, target: Any, operation: Callable[..., Any], *operand: Any) -> Any:
        if target.__class__ is PSCustomObject:
            held = target.members
            found = held.get(name)
            if found.__class__ in _NUMBERS_AND_TEXT:
                value = operation(found, *operand)
                held[name] = None if value is NOTHING else value
                return value
        value = operation(read(scope, target), *operand)
        write(scope, target, value)
        return value

    return update


def property_post_update(name: str) -> Callable[..., Any]:
    """``target.name++``: called as ``site(scope, target, operation)``; has the old value."""
    read, write = property_site(name), property_store(name)

    def update(scope: Scope, target: Any, operation: Callable[..., Any]) -> Any:
        old = read(scope, target)
        write(scope, target, operation(old))
        return 0 if old is None else old

    return update


def static_site(name: str, count: int) -> Callable[..., Any]:
    """``[type]::name(arguments)``: called as ``site(scope, type, *arguments)``."""
    memory, last = _memory(), _last()
    shown = ".ctor" if name.lower() == "new" else name

    def call(scope: Scope, net_type: Any, *arguments: Any) -> Any:
        if not isinstance(net_type, NetType):  # `$object::Name()` is a call of the object's type
            scope.session.current = scope
            return members.invoke_static(net_type, name, list(arguments))
        key = (net_type, *[argument.__class__ for argument in arguments])
        function = memory.get(key)
        if function is None:
            return _first_static(memory, key, scope, net_type, name, arguments)
        if count == 0:
            last[:] = net_type, None, function
        elif count == 1:
            last[:] = net_type, arguments[0].__class__, function
        elif count == 2:
            last[:] = net_type, (arguments[0].__class__, arguments[1].__class__), function
        try:
            return function(*arguments)
        except NetException as error:
            raise wrapped(shown, len(arguments), error) from error

    def call_none(scope: Scope, net_type: Any) -> Any:
        known, _, function = last
        if net_type is not known:
            return call(scope, net_type)
        try:
            return function()
        except NetException as error:
            raise wrapped(shown, 0, error) from error

    def call_one(scope: Scope, net_type: Any, argument: Any) -> Any:
        known, expected, function = last
        if net_type is not known or argument.__class__ is not expected:
            return call(scope, net_type, argument)
        try:
            return function(argument)
        except NetException as error:
            raise wrapped(shown, 1, error) from error

    def call_two(scope: Scope, net_type: Any, first: Any, second: Any) -> Any:
        known, expected, function = last
        if net_type is not known or expected[0] is not first.__class__ or expected[1] is not second.__class__:
            return call(scope, net_type, first, second)
        try:
            return function(first, second)
        except NetException as error:
            raise wrapped(shown, 2, error) from error

    sites: dict[int, Callable[..., Any]] = {0: call_none, 1: call_one, 2: call_two}
    return sites.get(count, call)


def _first_static(
    memory: dict[Any, Any], key: Any, scope: Scope, net_type: Any, name: str, arguments: tuple[Any, ...]
) -> Any:
    from spshell.dotnet.reflection.lookup import find_static

    scope.session.current = scope
    given = [None if argument is NOTHING else argument for argument in arguments]
    result = members.invoke_static(net_type, name, given)
    if not hasattr(net_type, "static_lookup"):
        return result
    if name.lower() == "new":
        group = net_type.constructors if _makes_objects(net_type) else None
    else:
        group = find_static(net_type, name)
    if type(group) is MethodGroup and _classes_decide(group, arguments):
        function = _prepared_static(choose(name, group, list(arguments)), arguments)
        if function is not None:
            memory[key] = function
    return result


def _makes_objects(net_type: NetType) -> bool:
    """Whether the constructors of a type look at nothing but their arguments."""
    made = net_type.python_type
    if made is not None and (_is_script_class(made) or _is_exception(net_type)):
        return True
    group = net_type.constructors
    return (
        net_type.kind in ("class", "struct")
        and group is not None
        and all(_home(overload.function).startswith(_LIBRARY) for overload in group.overloads)
    )


def _home(function: Any) -> str:
    """The module of a function, one that was told which closed type it is for included."""
    return str(getattr(function, "func", function).__module__)


def _prepared_static(call: Call, arguments: tuple[Any, ...]) -> Callable[..., Any] | None:
    """A function of the arguments for a chosen overload; None when it may need the running scope."""
    if call.overload.return_type == "void" or any(_runs_script(net_type) for net_type in call.types):
        return None
    function = call.overload.function
    if call.expanded or len(arguments) != len(call.types):
        return lambda *given: function(*convert_arguments(call, list(given)))
    if isinstance(call.overload, Constructor):
        function = call.overload.quick() or function
    converters = [_converter(call, index, argument) for index, argument in enumerate(arguments)]
    if not any(converters):
        return function
    if len(converters) == 1:
        only = converters[0]
        assert only is not None
        return lambda argument: function(only(argument))

    def adapted(*given: Any) -> Any:
        pairs = zip(converters, given, strict=True)
        return function(*[value if convert is None else convert(value) for convert, value in pairs])

    return adapted
