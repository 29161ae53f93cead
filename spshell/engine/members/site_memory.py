"""What places in a script remember of members: by class (by type, for closed generic types), until type data change.

A place is an object that the generated code holds, so what it remembers goes with the code.
"""

from __future__ import annotations

from weakref import WeakSet

from spshell.dotnet.reflection import members
from spshell.dotnet.reflection.calling import wrapped
from spshell.dotnet.reflection.typedata import on_change
from spshell.values.arrays import TypedArray
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_CLASS
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, PSObject
from spshell.values.reference import PSReference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Function = Callable[..., Any]

CLOSED: set[type] = {TypedArray}
"""Python classes whose objects belong to closed generic types: ``net_type`` tells them apart. Filled as they are met."""

UNTOLD = frozenset({PSObject, PSCustomObject, PSReference, type(NOTHING)})
"""Classes that say nothing of what a value is or may carry."""


class SiteMemory:
    """What one place remembers: ``functions`` by class or type, and of arguments by their classes too.

    ``call`` is what was called last, for a target of the class ``kind`` (the type `kind`, of static members) and arguments of the
    classes ``given`` and ``second``: generated code compares these and calls it without asking anybody.
    """

    __slots__ = ("__weakref__", "call", "functions", "given", "kind", "meet", "second")

    def __init__(self) -> None:
        self.functions: dict[Any, Any] = {}
        self.meet: Any = None  # the general way: called with scope, target and arguments
        self.forget()
        _ALL.add(self)

    def forget(self) -> None:
        """Begin anew."""
        self.functions.clear()
        self.kind: Any = None
        self.given: Any = None
        self.second: Any = None
        self.call: Any = None


_ALL: WeakSet[SiteMemory] = WeakSet()
"""The memories of all places, to be forgotten when type data change."""


def _forget() -> None:
    for memory in list(_ALL):
        memory.forget()


on_change(_forget)


def is_plain(value: Any) -> bool:
    """Whether the class of a value alone (its type, if closed) decides what its members are."""
    kind = value.__class__
    if kind not in BY_CLASS and "net_type" in getattr(kind, "__slots__", ()):
        CLOSED.add(kind)
    return (
        kind not in UNTOLD
        and (kind in CLOSED or kind in BY_CLASS or is_script_class(kind))
        and not getattr(value, "ps_members", None)
    )


def is_script_class(kind: type) -> bool:
    """Whether a Python class was made for a class that a script defines."""
    return getattr(kind.__dict__.get("net_type"), "python_type", None) is kind


def composed(
    name: str,
    function: Function,
    converters: list[Function | None],
    *,
    carries: bool = False,
    void: bool = False,
) -> Function:
    """A function of (target, *arguments) that does all that a call of a method does, in one step where nothing is converted.

    It converts arguments, looks at members that the target carries itself, wraps errors and turns the result of a void method
    into the empty one.
    """
    makers = (_of_none, _of_one, _of_two)
    if len(converters) < len(makers):
        return makers[len(converters)](name, function, converters, carries=carries, void=void)
    return _of_several(name, function, converters, carries=carries, void=void)


def _of_none(name: str, function: Function, _none: list[Any], *, carries: bool, void: bool) -> Function:
    def call(target: Any) -> Any:
        if carries and target.ps_members:
            return members.invoke_method(target, name, [])
        try:
            result = function(target)
        except NetException as error:
            raise wrapped(name, 0, error) from error
        return NOTHING if void else result

    return call


def _of_one(name: str, function: Function, converters: list[Any], *, carries: bool, void: bool) -> Function:
    convert = converters[0]

    def call(target: Any, argument: Any) -> Any:
        if carries and target.ps_members:
            return members.invoke_method(target, name, [argument])
        try:
            result = function(target, argument if convert is None else convert(argument))
        except NetException as error:
            raise wrapped(name, 1, error) from error
        return NOTHING if void else result

    return call


def _of_two(name: str, function: Function, converters: list[Any], *, carries: bool, void: bool) -> Function:
    one, two = converters

    def call(target: Any, first: Any, second: Any) -> Any:
        if carries and target.ps_members:
            return members.invoke_method(target, name, [first, second])
        try:
            if one is not None:
                first = one(first)
            result = function(target, first, second if two is None else two(second))
        except NetException as error:
            raise wrapped(name, 2, error) from error
        return NOTHING if void else result

    return call


def _of_several(
    name: str, function: Function, converters: list[Any], *, carries: bool, void: bool
) -> Function:
    converts = any(converters)

    def call(target: Any, *arguments: Any) -> Any:
        if carries and target.ps_members:
            return members.invoke_method(target, name, list(arguments))
        try:
            if converts:
                pairs = zip(converters, arguments, strict=True)
                arguments = tuple([value if convert is None else convert(value) for convert, value in pairs])
            result = function(target, *arguments)
        except NetException as error:
            raise wrapped(name, len(arguments), error) from error
        return NOTHING if void else result

    return call


def composed_static(name: str, function: Function, converters: list[Any]) -> Function:
    """As `composed`, for a function that has no target."""
    count = len(converters)
    if count == 1:
        only = converters[0]

        def one(argument: Any) -> Any:
            try:
                return function(argument if only is None else only(argument))
            except NetException as error:
                raise wrapped(name, 1, error) from error

        return one
    if count == 2:
        former, latter = converters

        def two(first: Any, second: Any) -> Any:
            try:
                return function(
                    first if former is None else former(first), second if latter is None else latter(second)
                )
            except NetException as error:
                raise wrapped(name, 2, error) from error

        return two
    converts = any(converters)

    def call(*arguments: Any) -> Any:
        try:
            if converts:
                pairs = zip(converters, arguments, strict=True)
                arguments = tuple([value if convert is None else convert(value) for convert, value in pairs])
            return function(*arguments)
        except NetException as error:
            raise wrapped(name, count, error) from error

    return call


def class_or_type(target: Any) -> Any:
    """What decides the members of a plain value: its class, or its type if the class is one of closed types."""
    kind = target.__class__
    return kind if kind not in CLOSED else target.net_type
