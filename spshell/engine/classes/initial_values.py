"""The values that a class writes behind its properties, for each new object: ``[int]$Size = 5``, ``[List[int]]$Items = ...``.

Constants are converted once, and stand for all objects where these may share them. Anything else is a function of the object.
"""

from __future__ import annotations

from spshell.engine.attributes.constant_expressions import Compiled, constant, is_constant
from spshell.engine.classes.expressions import direct_expression, mentions_this
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_CLASS
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType

    Value = Callable[[Any], Any]

_SHAREABLE = frozenset({int, str, float, bool, type(None)})
"""Classes of values that all objects of the class may share."""


class InitialValues:
    """What the own properties of a class begin with.

    ``constants`` are values that stand for all objects, ``worked_out`` tells what each object gets of its own: (name, function
    of the object). Where an expression looks at ``$this`` all are in `worked_out`, in the order of the text.
    """

    __slots__ = ("constants", "worked_out")

    def __init__(self, home: Scope, made: NetType, source: Any) -> None:
        self.constants: dict[str, Any] = {}
        self.worked_out: list[tuple[str, Value]] = []
        properties = made.data["initial"]
        ordered = any(
            member.initial is not None and mentions_this(member.initial) for _, member, _ in properties
        )
        for name, member, net_type in properties:
            self._add(name, _value(home, source, member, net_type), ordered=ordered)

    def _add(self, name: str, value: Any, *, ordered: bool) -> None:
        if callable(value):
            self.worked_out.append((name, value))
        elif ordered:
            self.worked_out.append((name, lambda _instance: value))
        else:
            self.constants[name] = value

    def set(self, instance: Any, values: dict[str, Any]) -> None:
        """Give an object its values."""
        values.update(self.constants)
        for name, value in self.worked_out:
            values[name] = value(instance)


def initial_values(home: Scope, made: NetType, source: Any) -> InitialValues:
    """Those of a class, found out at its first object."""
    found: InitialValues | None = made.data.get("values")
    if found is None:
        found = made.data["values"] = InitialValues(home, made, source)
    return found


def _value(home: Scope, source: Any, member: Any, net_type: NetType) -> Any:
    """The value of a property that all objects may share, else a function of the object."""
    from spshell.engine.classes.classes import default_of

    node = member.initial
    if node is None:
        return default_of(net_type)
    convert = _converter(member, net_type)
    if not is_constant(node):
        return _function(home, source, node, convert)
    value = constant(node)
    try:
        held = convert(value)
    except NetException:  # which each object is told
        return lambda _instance: convert(value)
    return held if held.__class__ in _SHAREABLE else lambda _instance: convert(value)


def _converter(member: Any, net_type: NetType) -> Callable[[Any], Any]:
    from spshell.values.conversion import convert

    exact = net_type.python_type
    if member.type is None or net_type.full_name == "System.Object":
        return lambda value: None if value is NOTHING else value
    if exact is None or BY_CLASS.get(exact) is not net_type:
        return lambda value: convert(value, net_type)
    return lambda value: value if value.__class__ is exact else convert(value, net_type)


def _function(home: Scope, source: Any, node: Any, convert: Callable[[Any], Any]) -> Value:
    from spshell.engine.variables.scope import Scope as NewScope

    found = direct_expression(home, [node], source, [("this", None)])
    if found is not None:
        direct = found
        return lambda instance: convert(direct(instance)[0])
    compiled = Compiled(node, source)

    def general(instance: Any) -> Any:
        inner = NewScope(home.session, home)
        inner.vars["this"] = instance
        return convert(compiled(inner))

    return general
