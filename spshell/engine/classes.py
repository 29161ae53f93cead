"""Classes and enums that scripts define (about_Classes, about_Enum)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.class_methods import add_constructors, add_method
from spshell.engine.types_at_run_time import resolve
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_NAME, NetType, Property
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from spshell.engine.scope import Scope


class ScriptObject:
    """An instance of a script's class; ``values`` holds its properties by their declared names."""

    __slots__ = ("__weakref__", "ps_members", "values")

    net_type: NetType

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.ps_members: Any = None


def define(scope: Scope, node: Any) -> None:
    """Define a class or enum in a scope, unless this very definition was made there before."""
    session = scope.session
    key = (id(scope), node.name.lower())
    existing = session.script_types.get(key)
    if existing is not None and existing.data is not None and existing.data.get("node") is node:
        return
    made = _enum(scope, node) if node.type_kind == "enum" else _class(scope, node)
    session.script_types[key] = made
    session.has_script_types = True
    if isinstance(made, EnumType):
        return
    _fill_class(scope, node, made)


def define_all(scope: Scope, nodes: list[Any]) -> None:
    """Define the types of a script before its first statement runs: they may refer to each other."""
    for node in nodes:
        define(scope, node)


def _enum(scope: Scope, node: Any) -> EnumType:
    from spshell.engine.constant_expressions import evaluate
    from spshell.values import conversion

    names: dict[str, int] = {}
    following = 0
    source = _source()
    for member in node.members:
        if member.initial is not None:
            following = int(
                conversion.convert(evaluate(member.initial, source, scope), BY_NAME["system.int64"])
            )
        names[member.name] = following
        following += 1
    flags = any(
        attribute.type_name.text.lower() in ("flags", "system.flags", "flagsattribute")
        for attribute in node.attributes
    )
    underlying: type = int
    if node.bases:
        base = resolve(scope, node.bases[0].type_name)
        underlying = base.python_type or int
    made = EnumType(node.name, names, flags=flags, underlying=underlying, ps_name=node.name)
    made.loaded = True
    made.data = {"node": node}
    return made


def _source() -> Any:
    """The source of the code that runs, for evaluating parts of a definition."""
    from spshell.engine.extents import running_at
    from spshell.language.nodes.base import Source

    position = running_at()
    return position.source if position is not None else Source("")


def _class(scope: Scope, node: Any) -> NetType:
    base = BY_NAME["system.object"]
    interfaces: list[str] = []
    for constraint in node.bases:
        found = resolve(scope, constraint.type_name)
        if found.kind == "interface":
            interfaces.append(found.full_name)
        else:
            base = found
    parent = base.python_type
    if parent is None or not (issubclass(parent, (ScriptObject, NetException))):
        parent = ScriptObject
    made = NetType(node.name, ps_name=node.name, base=base, interfaces=tuple(interfaces))
    made.kind = "class"
    made.loaded = True
    made.data = {"node": node, "script": True, "hidden": set()}
    made.python_type = type(node.name, (parent,), {"net_type": made, "net_name": node.name})
    return made


def _fill_class(scope: Scope, node: Any, made: NetType) -> None:
    source = _source()
    for member in node.members:
        if member.kind == "PropertyMember":
            _add_property(scope, made, member, source)
        elif member.name.lower() != node.name.lower() or "Static" in member.modifiers:
            add_method(scope, made, member)
    constructors = [
        m for m in node.members if m.kind == "FunctionMember" and m.name.lower() == node.name.lower()
    ]
    add_constructors(scope, made, [m for m in constructors if "Static" not in m.modifiers], source)
    for member in constructors:
        if "Static" in member.modifiers:
            made.statics[member.name].overloads[0].function()  # type: ignore[union-attr]  # a method group


def _add_property(scope: Scope, made: NetType, member: Any, source: Any) -> None:
    name = member.name
    net_type = resolve(scope, member.type.type_name) if member.type is not None else BY_NAME["system.object"]
    check = _checks(scope, member)
    if "Hidden" in member.modifiers:
        made.data["hidden"].add(name.lower())
    if "Static" in member.modifiers:
        cell = [_initial(scope, member, net_type, source)]

        def put_static(value: Any) -> None:
            cell[0] = check(value)

        made.statics[name] = Property(name, net_type.ps_name, lambda: cell[0], put_static)
        made.statics[name].resolved = net_type  # type: ignore[union-attr]  # a Property
        return

    def get(target: Any) -> Any:
        return _values(target).get(name)

    def put(target: Any, value: Any) -> None:
        _values(target)[name] = check(value)

    made.members[name] = declared = Property(name, net_type.ps_name, get, put)
    declared.resolved = net_type
    made.data.setdefault("initial", []).append((name, member, net_type))


def _values(target: Any) -> dict[str, Any]:
    found = getattr(target, "values", None)
    if isinstance(found, dict):
        return found
    made: dict[str, Any] = {}
    target.values = made
    return made


def _checks(scope: Scope, member: Any) -> Any:
    """Validation attributes of a property, applied at every assignment."""
    if not member.attributes:
        return lambda value: value
    from spshell.engine.parameters import validator_of

    validators = [validator_of(attribute, scope) for attribute in member.attributes]

    def check(value: Any) -> Any:
        for validator in validators:
            validator.validate(value, scope)
        return value

    return check


def _initial(scope: Scope, member: Any, net_type: NetType, source: Any) -> Any:
    from spshell.engine.constant_expressions import evaluate
    from spshell.values.conversion import convert

    if member.initial is None:
        return default_of(net_type)
    value = evaluate(member.initial, source, scope)
    return convert(value, net_type) if member.type is not None else (None if value is NOTHING else value)


def default_of(net_type: NetType) -> Any:
    """What an unset property or variable of a type holds."""
    if net_type.kind == "enum":
        return net_type.value(0)  # type: ignore[attr-defined]  # an EnumType
    if net_type.full_name == "System.String":
        return None
    return net_type.default if net_type.is_value_type else None


def initialise(scope: Scope, instance: Any, made: NetType, source: Any) -> None:
    """Give a new instance the initial values of its class's own properties."""
    values = _values(instance)
    for name, member, net_type in made.data.get("initial", ()):
        values[name] = _initial(scope, member, net_type, source)
