"""Places in a script where a method is called: each remembers, by the classes of target and arguments, the function to call.

Members that an object carries itself always go the long way.
"""

from __future__ import annotations

from spshell.dotnet.reflection import members
from spshell.dotnet.reflection.lookup import find_member
from spshell.dotnet.reflection.overloads import Call, choose, convert_argument, convert_arguments
from spshell.dotnet.reflection.typenames import resolve
from spshell.engine.classes.constructors import Constructor
from spshell.engine.classes.methods import MethodOverload
from spshell.engine.members.access import invoke_member
from spshell.engine.members.site_memory import (
    CLOSED,
    UNTOLD,
    SiteMemory,
    composed,
    composed_static,
    is_plain,
    is_script_class,
)
from spshell.values.declare import function_for
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_CLASS, MethodGroup, NetType, Overload, type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject
from spshell.values.reference import PSReference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope

_WRAPPERS = frozenset({PSObject, type(NOTHING)})
"""Classes of values that are not handed on as they are."""

_ENGINE = "spshell.engine."
_ASIDE = frozenset({"spshell.engine.binding.bound_parameters"})
"""Modules of the engine whose classes do not look at the running scope."""
_COLLECTIONS = "spshell.dotnet.collections."
_LIBRARY = ("spshell.dotnet.", "spshell.values.")


def _is_exception(net_type: NetType) -> bool:
    """Whether the constructors of a type make exceptions, which never fail."""
    made = net_type.python_type
    return net_type.kind == "class" and made is not None and issubclass(made, NetException)


def method_site(name: str, count: int) -> SiteMemory:
    """``target.name(arguments)`` with `count` arguments: ``site.meet(scope, target, *arguments)``."""
    memory = SiteMemory()
    functions = memory.functions

    def several(scope: Scope, target: Any, *arguments: Any) -> Any:
        kind = target.__class__
        key = (kind if kind not in CLOSED else target.net_type, *[a.__class__ for a in arguments])
        function = functions.get(key)
        if function is None:
            return _first_call(memory, key, scope, target, name, arguments)
        return function(target, *arguments)

    def none(scope: Scope, target: Any) -> Any:
        kind = target.__class__
        if kind in CLOSED:
            function = functions.get(target.net_type)
            return (
                _first_call(memory, target.net_type, scope, target, name, ())
                if function is None
                else function(target)
            )
        function = functions.get(kind)
        if function is None:
            return _first_call(memory, kind, scope, target, name, ())
        memory.kind = kind
        memory.call = function
        return function(target)

    def one(scope: Scope, target: Any, argument: Any) -> Any:
        kind, given = target.__class__, argument.__class__
        key = (kind if kind not in CLOSED else target.net_type, given)
        function = functions.get(key)
        if function is None:
            return _first_call(memory, key, scope, target, name, (argument,))
        if key[0] is kind:
            memory.kind, memory.given, memory.call = kind, given, function
        return function(target, argument)

    def two(scope: Scope, target: Any, first: Any, second: Any) -> Any:
        kind, given, other = target.__class__, first.__class__, second.__class__
        key = (kind if kind not in CLOSED else target.net_type, given, other)
        function = functions.get(key)
        if function is None:
            return _first_call(memory, key, scope, target, name, (first, second))
        if key[0] is kind:
            memory.kind, memory.given, memory.second, memory.call = kind, given, other, function
        return function(target, first, second)

    memory.meet = (none, one, two)[count] if count < 3 else several
    return memory


def _first_call(
    memory: SiteMemory, key: Any, scope: Scope, target: Any, name: str, arguments: tuple[Any, ...]
) -> Any:
    """Call the long way, then remember the overload if the classes alone decide it, though it failed.

    The first call of a class of closed types is not remembered: its key did not tell the types apart yet.
    """
    kind = target.__class__
    told_apart = kind in CLOSED or kind in BY_CLASS
    if kind.__module__.startswith(_ENGINE) and kind.__module__ not in _ASIDE:
        told_apart = False  # those look at the running scope
    told_apart = told_apart or is_script_class(kind)
    given = tuple(None if argument is NOTHING else argument for argument in arguments)
    try:
        result = invoke_member(scope, target, name, given)
    except NetException as error:
        if error.inner is not None and told_apart:
            _remember_method(memory, key, target, name, arguments)
        raise
    if told_apart:
        _remember_method(memory, key, target, name, arguments)
    return result


def _remember_method(
    memory: SiteMemory, key: Any, target: Any, name: str, arguments: tuple[Any, ...]
) -> None:
    if is_plain(target):
        group = find_member(type_of(target), name)
        if type(group) is MethodGroup and _classes_decide(group, arguments):
            call = choose(group.name, group, list(arguments))
            function = _prepared(call, arguments, target.__class__, name)
            if function is not None:
                memory.functions[key] = function


def _classes_decide(group: MethodGroup, arguments: tuple[Any, ...]) -> bool:
    """Whether the classes of the arguments alone decide which overload takes them, and how they are converted."""
    for index, argument in enumerate(arguments):
        kind = argument.__class__
        if issubclass(kind, PSReference):
            if not all(_refers(overload, index, len(arguments)) for overload in group.overloads):
                return False
            continue
        if argument is None or (kind in BY_CLASS and kind not in UNTOLD):
            continue
        if kind in _WRAPPERS or not all(
            _takes_anything(overload, index, len(arguments)) for overload in group.overloads
        ):
            return False
    return True


def _refers(overload: Overload, index: int, count: int) -> bool:
    """Whether an overload takes its argument by reference, or takes another number of them."""
    parameters = overload.parameters
    if parameters and (parameters[-1].is_params or parameters[-1].optional):
        return False
    return len(parameters) != count or parameters[index].is_ref


def _takes_anything(overload: Overload, index: int, count: int) -> bool:
    """Whether an overload hands on its argument as it is, or takes another number of them."""
    parameters = overload.parameters
    if parameters and (parameters[-1].is_params or parameters[-1].optional):
        return False
    if len(parameters) != count:
        return True
    wanted = parameters[index].resolved or resolve(parameters[index].type_name)
    return wanted.full_name == "System.Object"


def _prepared(call: Call, arguments: tuple[Any, ...], kind: type, name: str) -> Callable[..., Any] | None:
    """A function of (target, *arguments) for a chosen overload; None when it may need the running scope."""
    if any(_runs_script(net_type) for net_type in call.types):
        return None
    quick = call.overload.quick() if isinstance(call.overload, MethodOverload) else None
    if call.expanded or len(arguments) != len(call.types):
        converters: list[Any] = [None] * len(arguments)
        plain = quick or function_for(call.overload.function, kind)

        def function(target: Any, *given: Any) -> Any:
            return plain(target, *convert_arguments(call, list(given)))

        quick = None
    else:
        function = function_for(call.overload.function, kind)
        converters = [_converter(call, index, argument) for index, argument in enumerate(arguments)]
        if not any(converters) and _home(function).startswith(_COLLECTIONS):
            from spshell.dotnet.collections.whole_calls import whole_call

            whole = whole_call(function, name, kind, [argument.__class__ for argument in arguments])
            if whole is not None:
                return whole
        if quick is not None and not any(converters):
            return quick  # it does all the rest itself
        function = quick or function
    void = quick is None and call.overload.return_type == "void"
    return composed(name, function, converters, carries=hasattr(kind, "ps_members"), void=void)


def _runs_script(net_type: Any) -> bool:
    """Whether an argument of the type may be a script block, which must know who calls it."""
    name = net_type.full_name
    return "Func`" in name or "Predicate" in name or "Comparison" in name or "Action" in name


def _converter(call: Call, index: int, argument: Any) -> Callable[[Any], Any] | None:
    wanted = call.types[index]
    parameter = call.overload.parameters[index]
    if parameter.is_ref:
        return lambda value: convert_argument(value, wanted, parameter, call.name, index)
    if argument is not None and (
        wanted.full_name == "System.Object" or BY_CLASS.get(argument.__class__) is wanted
    ):
        return None
    if argument.__class__ is int and wanted.full_name == "System.Double":
        return float
    if argument.__class__ is int and wanted.full_name == "System.Decimal":
        from decimal import Decimal

        return Decimal
    return lambda value: convert_argument(value, wanted, parameter, call.name, index)


def static_site(name: str, count: int) -> SiteMemory:
    """``[type]::name(arguments)``: ``site.meet(scope, type, *arguments)``."""
    memory = SiteMemory()
    functions = memory.functions

    def meet(scope: Scope, net_type: Any, *arguments: Any) -> Any:
        if not isinstance(net_type, NetType):  # `$object::Name()` is a call of the object's type
            scope.session.current = scope
            return members.invoke_static(net_type, name, list(arguments))
        classes = [argument.__class__ for argument in arguments]
        key = (net_type, *classes)
        function = functions.get(key)
        if function is None:
            return _first_static(memory, key, scope, net_type, name, arguments)
        if count < 3:
            memory.given, memory.second = [*classes, None, None][:2]
            memory.kind, memory.call = net_type, function
        return function(*arguments)

    memory.meet = meet
    return memory


def _first_static(
    memory: SiteMemory, key: Any, scope: Scope, net_type: Any, name: str, arguments: tuple[Any, ...]
) -> Any:
    scope.session.current = scope
    given = [None if argument is NOTHING else argument for argument in arguments]
    try:
        result = members.invoke_static(net_type, name, given)
    except NetException as error:
        if error.inner is not None:
            _remember_static(memory, key, net_type, name, arguments)
        raise
    _remember_static(memory, key, net_type, name, arguments)
    return result


def _remember_static(
    memory: SiteMemory, key: Any, net_type: Any, name: str, arguments: tuple[Any, ...]
) -> None:
    from spshell.dotnet.reflection.lookup import find_static

    if not hasattr(net_type, "static_lookup"):
        return
    if name.lower() == "new":
        group = net_type.constructors if _makes_objects(net_type) else None
    else:
        group = find_static(net_type, name)
    if type(group) is MethodGroup and _classes_decide(group, arguments):
        function = _prepared_static(choose(name, group, list(arguments)), arguments, name)
        if function is not None:
            memory.functions[key] = function


def _makes_objects(net_type: NetType) -> bool:
    """Whether the constructors of a type look at nothing but their arguments."""
    made = net_type.python_type
    if made is not None and (is_script_class(made) or _is_exception(net_type)):
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


def _prepared_static(call: Call, arguments: tuple[Any, ...], name: str) -> Callable[..., Any] | None:
    """A function of the arguments for a chosen overload; None when it may need the running scope."""
    if call.overload.return_type == "void" or any(_runs_script(net_type) for net_type in call.types):
        return None
    shown = ".ctor" if name.lower() == "new" else name
    function = call.overload.function
    if call.expanded or len(arguments) != len(call.types):

        def whole(*given: Any) -> Any:
            return function(*convert_arguments(call, list(given)))

        return composed_static(shown, whole, [None] * len(arguments))
    quick = call.overload.quick() if isinstance(call.overload, Constructor) else None
    converters = [_converter(call, index, argument) for index, argument in enumerate(arguments)]
    if quick is not None and not any(converters) and call.overload.runs_only_itself:  # type: ignore[attr-defined]  # a Constructor
        return quick
    return composed_static(shown, quick or function, converters)
