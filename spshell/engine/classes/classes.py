"""Classes and enums that scripts define (about_Classes, about_Enum).

The types of a block come into being together: first every type with its name, then bases, then members, so that they
may refer to each other in any order.
"""

from __future__ import annotations

from spshell.engine.classes.constructors import add_constructors
from spshell.engine.classes.hooks import add_hooks
from spshell.engine.classes.methods import add_method
from spshell.engine.classes.names import resolve
from spshell.engine.classes.properties import note_redeclared
from spshell.engine.classes.start import Start, guard
from spshell.values.enums import EnumType
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_NAME, NetType, Property, load_members
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.variables.scope import Scope


class ScriptObject:
    """An instance of a script's class; ``values`` holds its properties by their declared names."""

    net_type: NetType
    values: dict[str, Any]
    ps_members: Any = None


def define_all(scope: Scope, nodes: list[Any], source: Any) -> None:
    """Define the types of a block in a scope, those that this very text already defined there left out."""
    table = scope.types
    if table is None:
        table = scope.types = {}
    fresh = [node for node in nodes if not _is_defined(table, node)]
    scope.session.has_script_types = True
    for node in fresh:
        table[node.name.lower()] = _shell(scope, node, source)
    classes = [(node, table[node.name.lower()]) for node in fresh if node.type_kind != "enum"]
    for node, made in _bases_first(classes):
        _derive(scope, node, made)
    for node, made in classes:
        _fill(scope, node, made, source)


def _is_defined(table: dict[str, Any], node: Any) -> bool:
    existing = table.get(node.name.lower())
    return existing is not None and existing.data is not None and existing.data.get("node") is node


def _shell(scope: Scope, node: Any, source: Any) -> NetType:
    if node.type_kind == "enum":
        return _enum(scope, node, source)
    made = NetType(node.name, ps_name=node.name, base=BY_NAME["system.object"])
    made.kind = "class"
    made.loaded = True
    made.data = {"node": node, "script": True, "initial": [], "start": Start(node.name)}
    _keep_attributes(scope, node, made, source)
    return made


def _keep_attributes(scope: Scope, node: Any, made: NetType, source: Any) -> None:
    """What reflection shows of the attributes of a type and, by member, of its members."""

    def objects(nodes: list[Any]) -> list[Any]:
        from spshell.engine.attributes.declarations import attribute_objects

        return attribute_objects(nodes, source, scope)

    made.data["file"] = source.name or None
    made.data["attributes"] = lambda: objects(node.attributes)
    made.data["member_attributes"] = lambda name: [
        item
        for member in node.members
        if member.name.lower() == name.lower()
        for item in objects(member.attributes)
    ]


def _enum(scope: Scope, node: Any, source: Any) -> EnumType:
    from spshell.engine.attributes.constant_expressions import evaluate
    from spshell.values import conversion

    underlying = BY_NAME["system.int32"]
    if node.bases:
        underlying = resolve(scope, node.bases[0].type_name)
    names: dict[str, int] = {}
    following = 0
    for member in node.members:
        if member.initial is not None:
            following = int(conversion.convert(evaluate(member.initial, source, scope), underlying))
        names[member.name] = following
        following += 1
    words = {attribute.type_name.text.lower() for attribute in node.attributes}
    flags = bool(words & {"flags", "system.flags", "flagsattribute", "system.flagsattribute"})
    made = EnumType(
        node.name, names, flags=flags, underlying=underlying.python_type or int, ps_name=node.name
    )
    made.loaded = True
    made.data = {"node": node}
    _keep_attributes(scope, node, made, source)
    return made


def _bases_first(classes: list[tuple[Any, NetType]]) -> list[tuple[Any, NetType]]:
    """The classes in an order in which a base stands before what derives from it."""
    waiting = {node.name.lower(): (node, made) for node, made in classes}
    result: list[tuple[Any, NetType]] = []

    def place(name: str) -> None:
        entry = waiting.pop(name, None)
        if entry is None:
            return
        for constraint in entry[0].bases:
            place(constraint.type_name.text.lower())
        result.append(entry)

    for node, _made in classes:
        place(node.name.lower())
    return result


def _derive(scope: Scope, node: Any, made: NetType) -> None:
    """Give a class its base, its interfaces and the Python class of its instances."""
    base = BY_NAME["system.object"]
    interfaces: list[str] = []
    for constraint in node.bases:
        found = resolve(scope, constraint.type_name)
        if found.kind == "interface":
            interfaces.append(found.full_name)
        else:
            base = found
    made.base = base
    made.interfaces = tuple(interfaces)
    parent = base.python_type or _made_by(base)
    if parent is None or parent is object:
        parent = ScriptObject
    made.python_type = type(
        node.name, (parent,), {"net_type": made, "net_name": node.name, "from_script": True}
    )


def _made_by(base: NetType) -> type | None:
    """The Python class of the instances of a collection type that does not name it (closed generic types do not)."""
    if not base.full_name.startswith("System.Collections."):
        return None
    load_members(base)
    for overload in base.constructors.overloads if base.constructors is not None else ():
        if not overload.parameters:
            return type(overload.function())
    return None


def _fill(scope: Scope, node: Any, made: NetType, source: Any) -> None:
    static_constructor = None
    constructors: list[Any] = []
    for member in node.members:
        if member.kind == "PropertyMember":
            _add_property(scope, made, member, source)
        elif member.name.lower() != node.name.lower():
            add_method(scope, made, member)
        elif "Static" in member.modifiers:
            static_constructor = member
        else:
            constructors.append(member)
    note_redeclared(made)
    add_hooks(made)
    start: Start = made.data["start"]
    if static_constructor is not None:
        add_method(scope, made, static_constructor)
        group: Any = made.statics.pop(static_constructor.name)
        start.steps.append(group.overloads[0].function)
    add_constructors(scope, made, constructors, source)
    if start.steps:
        guard(made, start)


def _add_property(scope: Scope, made: NetType, member: Any, source: Any) -> None:
    name = member.name
    net_type = resolve(scope, member.type.type_name) if member.type is not None else BY_NAME["system.object"]
    check = _checks(scope, member)
    if "Static" in member.modifiers:
        cell = [default_of(net_type)]

        def begin() -> None:
            cell[0] = _initial(scope, member, net_type, source)

        if member.initial is not None:
            made.data["start"].steps.append(begin)

        def put_static(value: Any) -> None:
            cell[0] = check(value)

        made.statics[name] = declared = Property(name, net_type.ps_name, lambda: cell[0], put_static)
    else:

        def get(target: Any) -> Any:
            try:
                return target.values.get(name)
            except AttributeError:  # a base class of ours has a method of that name
                return values_of(target).get(name)

        def put(target: Any, value: Any) -> None:
            values_of(target)[name] = check(value)

        def put_unchecked(target: Any, value: Any) -> None:
            try:
                target.values[name] = value
            except (AttributeError, TypeError):
                values_of(target)[name] = value

        if not member.attributes:
            put = put_unchecked
        made.members[name] = declared = Property(name, net_type.ps_name, get, put)
        made.data["initial"].append((name, member, net_type))
    declared.resolved = net_type
    declared.hidden = "Hidden" in member.modifiers


def values_of(target: Any) -> dict[str, Any]:
    """The property values of an instance."""
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
    from spshell.engine.binding.parameters import validator_of

    validators = [validator_of(attribute, scope) for attribute in member.attributes]

    def check(value: Any) -> Any:
        for validator in validators:
            validator.validate(value, scope)
        return value

    return check


def _initial(scope: Scope, member: Any, net_type: NetType, source: Any) -> Any:
    from spshell.engine.attributes.constant_expressions import evaluate
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
    """Give a new instance the initial values of its class's own properties; they may use ``$this``."""
    from spshell.engine.classes.initial_values import initial_values

    initial_values(scope, made, source).set(instance, values_of(instance))


def is_exception(net_type: NetType) -> bool:
    """Whether a class derives from System.Exception."""
    return net_type.python_type is not None and issubclass(net_type.python_type, NetException)
