"""Delegates: Action, Func, Predicate, Comparison, Converter, MatchEvaluator, made of script blocks."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType
from spshell.values.nothing import NOTHING

DELEGATE = Members()


class Delegate:
    """A script block or a method under a delegate type; calling it runs that."""

    __slots__ = ("net_type", "script")

    is_delegate = True

    def __init__(self, script: Any, net_type: NetType) -> None:
        self.script = script
        self.net_type = net_type

    def invoke(self, args: Any = (), **context: Any) -> list[Any]:
        """The block's output."""
        return self.script.invoke(args, **context)  # type: ignore[no-any-return]  # script blocks give a list

    def invoke_value(self, args: Any = (), **context: Any) -> Any:
        """The block's output as one value, converted to the delegate's return type."""
        if hasattr(self.script, "takes"):
            args = self.converted(args)
        return self.returned(self.script.invoke_value(args, **context))

    def converted(self, args: Any) -> list[Any]:
        """Arguments of a method in the parameter types of the delegate, which choose its overload."""
        from spshell.values.conversion import convert

        wanted = parameter_types(self.net_type)
        return (
            list(args)
            if wanted is None
            else [convert(item, kind) for item, kind in zip(args, wanted, strict=False)]
        )

    def returned(self, value: Any) -> Any:
        """A result as the delegate type declares it."""
        name = self.net_type.name.partition("`")[0]
        if name == "Action":
            return None
        wanted = {"Predicate": "system.boolean", "Comparison": "system.int32"}.get(name)
        arguments = self.net_type.generic_arguments
        target = (
            BY_NAME[wanted]
            if wanted
            else arguments[-1]
            if name in ("Func", "Converter") and arguments
            else None
        )
        if target is None:
            return value
        from spshell.values.conversion import convert

        return convert(value, target)


def parameter_types(net_type: NetType) -> tuple[NetType, ...] | None:
    """The types of a delegate's parameters; None for one whose types are not known here."""
    name = net_type.name.partition("`")[0]
    if name in ("Func", "Converter"):
        return net_type.generic_arguments[:-1]
    if name == "Comparison":
        return net_type.generic_arguments * 2
    return net_type.generic_arguments if name in ("Action", "Predicate") else None


def run(delegate: Any, arguments: Any) -> Any:
    """Call a delegate with positional arguments."""
    result = delegate.invoke_value(tuple(arguments or ()))
    return NOTHING if delegate.net_type.name.startswith("Action") else result


DELEGATE.method("System.Object Invoke(params System.Object[] arguments)")(run)
DELEGATE.method("System.Object DynamicInvoke(params System.Object[] args)")(run)


class _Conversion:
    """The cast to a delegate type; a generic one is made anew for each closed type."""

    def __init__(self, net_type: NetType) -> None:
        self.net_type = net_type

    def __call__(self, value: Any) -> Any:
        return as_delegate(value, self.net_type) if hasattr(value, "invoke_value") else NotImplemented

    @staticmethod
    def closed(net_type: NetType) -> Any:
        """The hook of a closed generic type."""
        return _Conversion(net_type)


def _define(full_name: str) -> None:
    made = define(full_name, DELEGATE, base="System.MulticastDelegate")
    made.convert = _Conversion(made)


for _name in (
    "System.Action",
    "System.Text.RegularExpressions.MatchEvaluator",
    "System.EventHandler",
    "System.EventHandler`1",
    "System.Predicate`1",
    "System.Comparison`1",
    "System.Converter`2",
    *(f"System.Action`{count}" for count in range(1, 9)),
    *(f"System.Func`{count}" for count in range(1, 10)),
):
    _define(_name)


define("System.Delegate", DELEGATE)


def as_delegate(value: Any, net_type: NetType) -> Any:
    """A script block, or a method with as many parameters, under a delegate type; other values stay.

    NotImplemented for a method that no overload of fits.
    """
    if not hasattr(value, "invoke_value") or isinstance(value, Delegate):
        return value
    if hasattr(value, "takes"):
        wanted = parameter_types(net_type)
        if not value.takes(1 if wanted is None else len(wanted)):
            return NotImplemented
    return Delegate(value, net_type)
