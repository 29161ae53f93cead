"""What a piece of a text will be, worked out without running it: values where reading them is safe, else types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.place import Place, walk
from spshell.engine.completion.visible import current_scope
from spshell.language import nodes
from spshell.values.enums import EnumType
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from spshell.engine.session import Session
    from spshell.values.nettype import NetType

UNKNOWN = object()
"""No value is known."""


class Shape:
    """What is known of a value: the value itself, its type, its named properties, or the class that the text defines."""

    __slots__ = ("definition", "net_type", "properties", "value")

    def __init__(
        self,
        net_type: NetType | None = None,
        *,
        value: Any = UNKNOWN,
        properties: list[tuple[str, NetType | None]] | None = None,
        definition: nodes.TypeDefinition | None = None,
    ) -> None:
        self.net_type = net_type
        self.value = value
        self.properties = properties
        self.definition = definition


def named_type(name: str) -> NetType | None:
    """The type that a name means where the asking code runs, arrays and generics too; None when there is none."""
    from spshell.engine.calls.frames import running_scope
    from spshell.engine.classes.names import find_script_type
    from spshell.values.conversion import resolve_type_name
    from spshell.values.exceptions import NetException

    scope = running_scope()
    try:
        own = None if scope is None else find_script_type(scope, name)
        return resolve_type_name(name) if own is None else own
    except NetException:
        return None


class Inference:
    """Infers within one text."""

    def __init__(self, session: Session, place: Place) -> None:
        self.session = session
        self.place = place
        self._busy: set[str] = set()

    # -- values

    def value(self, node: Any) -> Any:
        """The value of an expression that can be read without effects, else UNKNOWN."""
        if isinstance(node, nodes.StringConstantExpression):
            return node.value
        if isinstance(node, nodes.ConstantExpression):
            return node.value if node.type_name in ("System.Int32", "System.Double") else UNKNOWN
        if isinstance(node, nodes.VariableExpression):
            return self._variable(node)
        if isinstance(node, nodes.ArrayExpression | nodes.ArrayLiteral):
            return self._list(node)
        if isinstance(node, nodes.MemberExpression) and not node.static:
            return self._member(node)
        if isinstance(node, nodes.IndexExpression):
            return self._index(node)
        return UNKNOWN

    def _list(self, node: Any) -> Any:
        """The values of `1, 2` and `@(1, 2)`."""
        if isinstance(node, nodes.ArrayLiteral):
            found = [self.value(item) for item in node.elements]
            return UNKNOWN if any(item is UNKNOWN for item in found) else found
        statements = node.body.statements
        if not statements:
            return []
        elements: list[Any] = getattr(statements[0], "elements", [])
        if len(statements) != 1 or len(elements) != 1 or not isinstance(elements[0], nodes.CommandExpression):
            return UNKNOWN
        value = self.value(elements[0].expression)
        return value if isinstance(value, list) or value is UNKNOWN else [value]

    def _variable(self, node: nodes.VariableExpression) -> Any:
        from spshell.engine.variables.objects import current_value, exists

        path = node.path.lower().removeprefix("global:")
        if ":" in path or self._assignment(node) is not None or path in ("_", "psitem"):
            return UNKNOWN
        scope = current_scope(self.session)
        if not exists(scope, path):
            return UNKNOWN
        value = current_value(scope, path)
        return UNKNOWN if value is NOTHING else value

    def _member(self, node: nodes.MemberExpression) -> Any:
        target = self.value(node.target)
        if target is UNKNOWN or target is None or not isinstance(node.member, nodes.StringConstantExpression):
            return UNKNOWN
        from spshell.dotnet.reflection.members import get_property

        return self._tried(lambda: get_property(target, node.member.value))

    def _index(self, node: nodes.IndexExpression) -> Any:
        target, index = self.value(node.target), self.value(node.index)
        if target is UNKNOWN or index is UNKNOWN or target is None:
            return UNKNOWN
        from spshell.engine.members.access import get_index

        return self._tried(lambda: get_index(current_scope(self.session), target, index))

    def _tried(self, read: Any) -> Any:
        from spshell.values.exceptions import NetException

        try:
            found = read()
        except NetException:
            return UNKNOWN
        return UNKNOWN if found is NOTHING else found

    # -- shapes

    def of(self, node: Any) -> list[Shape]:
        """What an expression may be; empty when nothing is known."""
        value = self.value(node)
        if value is not UNKNOWN and value is not None:
            from spshell.values.nettype import type_of

            return [Shape(type_of(value), value=value)]
        reader = _READERS.get(type(node))
        return reader(self, node) if reader is not None else []

    def of_statement(self, node: Any) -> list[Shape]:
        """What a statement writes."""
        if isinstance(node, nodes.Pipeline):
            return self._of_element(node.elements[-1], node.elements[:-1])
        if isinstance(node, nodes.CommandExpression | nodes.Command):
            return self._of_element(node, [])
            if isinstance(node, nodes.PipelineChain):
                return self.of_statement(node.right)
        return []

    def _of_element(self, node: Any, upstream: list[Any]) -> list[Shape]:
        if isinstance(node, nodes.CommandExpression):
            return self.of(node.expression)
        if not isinstance(node, nodes.Command):
            return []
        return self._of_command(node, upstream)

    def _of_command(self, node: nodes.Command, upstream: list[Any]) -> list[Shape]:
        head = node.elements[0]
        if not isinstance(head, nodes.StringConstantExpression):
            return []
        info = self.session.commands.find(current_scope(self.session), head.value)
        name = head.value.lower() if info is None else info.name.lower()
        if name in _PASSING and upstream:
            return self.items(self._of_element(upstream[-1], upstream[:-1]))
        if name == "new-object" and len(node.elements) > 1:
            words = [e for e in node.elements[1:] if isinstance(e, nodes.StringConstantExpression)]
            found = named_type(words[0].value) if words else None
            return [] if found is None else [Shape(found)]
        if info is None:
            return []
        return [Shape(found) for found in map(named_type, output_types(info)) if found is not None]

    def upstream(self, command: nodes.Command) -> list[Shape]:
        """What the pipeline in front of a command sends into it."""
        for node in walk(self.place.result.script_block):
            if isinstance(node, nodes.Pipeline) and command in node.elements:
                index = node.elements.index(command)
                if index == 0:
                    return []
                return self.items(self._of_element(node.elements[index - 1], node.elements[: index - 1]))
        return []

    def items(self, shapes: list[Shape]) -> list[Shape]:
        """What comes out one by one when a value of these shapes is sent on."""
        from spshell.values.type_relations import element_type

        found: list[Shape] = []
        for shape in shapes:
            if isinstance(shape.value, list):
                found += [self._shape_of(item) for item in shape.value[:1]]
                continue
            inner = None
            if shape.net_type is not None and shape.net_type.full_name != "System.String":
                inner = shape.net_type.element or element_type(shape.net_type)
            found.append(shape if inner is None else Shape(inner))
        return found

    def _shape_of(self, value: Any) -> Shape:
        from spshell.values.nettype import type_of

        return Shape(type_of(value), value=value)

    # -- expressions

    def variable_shapes(self, node: nodes.VariableExpression) -> list[Shape]:
        """A variable: the item of its pipeline, what the text last gave it, or its declared type."""
        folded = node.path.lower()
        if folded in ("_", "psitem"):
            return self._item(node)
        if folded == "this":
            around = [n for n in self.place.path if isinstance(n, nodes.TypeDefinition)]
            return [Shape(definition=around[-1])] if around else []
        if folded in self._busy:
            return []
        assignment = self._assignment(node)
        if assignment is None:
            return []
        self._busy.add(folded)
        try:
            return self._given(assignment)
        finally:
            self._busy.discard(folded)

    def _given(self, node: Any) -> list[Shape]:
        if isinstance(node, nodes.ForEachStatement):
            return self.items(self.of_statement(node.expression))
        if isinstance(node, nodes.Parameter):
            types = [a for a in node.attributes if isinstance(a, nodes.TypeConstraint)]
            return self._constraint(types[-1]) if types else []
        if isinstance(node.left, nodes.ConvertExpression):
            return self._constraint(node.left.type)
        return self.of_statement(node.right)

    def _constraint(self, node: nodes.TypeConstraint) -> list[Shape]:
        return self.type_shapes(node.type_name.full_name)

    def type_shapes(self, name: str) -> list[Shape]:
        """A value of the type with this name: one that the text defines before one that exists."""
        for node in walk(self.place.result.script_block):
            if isinstance(node, nodes.TypeDefinition) and node.name.lower() == name.lower():
                return [Shape(definition=node)]
        found = named_type(name)
        return [] if found is None else [Shape(found)]

    def _assignment(self, node: nodes.VariableExpression) -> Any:
        """What last gave the variable a value in front of the place where it is used."""
        folded = node.path.lower().rpartition(":")[2]
        found = None
        for other in walk(self.place.result.script_block):
            if other.start >= node.start:
                continue
            target: Any = None
            if isinstance(other, nodes.AssignmentStatement) and other.operator == "Equals":
                target = other.left.child if isinstance(other.left, nodes.ConvertExpression) else other.left
            elif isinstance(other, nodes.ForEachStatement):
                target = other.variable
            elif isinstance(other, nodes.Parameter):
                target = other.name
            if isinstance(target, nodes.VariableExpression) and target is not node:
                found = other if target.path.lower().rpartition(":")[2] == folded else found
        return found

    def _item(self, node: nodes.VariableExpression) -> list[Shape]:
        around = [
            n for n in self.place.path if isinstance(n, nodes.Command) and n.start < node.start <= n.end
        ]
        return self.upstream(around[-1]) if around else []

    def _paren(self, node: nodes.ParenExpression) -> list[Shape]:
        return self.of_statement(node.pipeline)

    def _convert(self, node: nodes.ConvertExpression) -> list[Shape]:
        name = node.type.type_name.full_name
        if name.lower() in ("pscustomobject", "ordered") and isinstance(node.child, nodes.Hashtable):
            custom = name.lower() == "pscustomobject"
            full = "System.Management.Automation.PSObject" if custom else "ordered"
            return [Shape(named_type(full), properties=self._entries(node.child))]
        return self.type_shapes(name)

    def _hashtable(self, node: nodes.Hashtable) -> list[Shape]:
        return [Shape(named_type("hashtable"), properties=self._entries(node))]

    def _entries(self, node: nodes.Hashtable) -> list[tuple[str, NetType | None]]:
        found: list[tuple[str, NetType | None]] = []
        for key, statement in node.entries:
            if isinstance(key, nodes.StringConstantExpression):
                shapes = self.of_statement(statement)
                found.append((key.value, shapes[0].net_type if shapes else None))
        return found

    def _array(self, node: Any) -> list[Shape]:
        del node
        found = named_type("System.Object[]")
        return [] if found is None else [Shape(found)]

    def _invoke(self, node: nodes.InvokeMemberExpression) -> list[Shape]:
        if not isinstance(node.member, nodes.StringConstantExpression):
            return []
        name = node.member.value
        if node.static and isinstance(node.target, nodes.TypeExpression):
            if name.lower() == "new":
                return self.type_shapes(node.target.type_name.full_name)
            owner = named_type(node.target.type_name.full_name)
            return [] if owner is None else _returned(owner, name, static=True)
        found: list[Shape] = []
        for shape in self.of(node.target):
            if shape.definition is not None:
                found += self._own_method(shape.definition, name)
            elif shape.net_type is not None:
                found += _returned(shape.net_type, name, static=False)
        return found

    def _own_method(self, definition: nodes.TypeDefinition, name: str) -> list[Shape]:
        for member in definition.members:
            if (
                isinstance(member, nodes.FunctionMember)
                and member.name.lower() == name.lower()
                and member.return_type
            ):
                return self._constraint(member.return_type)
        return []

    def _property(self, node: nodes.MemberExpression) -> list[Shape]:
        if not isinstance(node.member, nodes.StringConstantExpression):
            return []
        name = node.member.value
        if node.static and isinstance(node.target, nodes.TypeExpression):
            owner = named_type(node.target.type_name.full_name)
            return [] if owner is None else _typed(owner, name, static=True)
        found: list[Shape] = []
        for shape in self.of(node.target):
            for own, net_type in shape.properties or ():
                if own.lower() == name.lower():
                    found.append(Shape(net_type))
            if shape.net_type is not None and not shape.properties:
                found += _typed(shape.net_type, name, static=False)
        return found

    def _indexed(self, node: nodes.IndexExpression) -> list[Shape]:
        return self.items(self.of(node.target))


def output_types(info: Any) -> list[str]:
    """The names of the types that a command says it writes."""
    if info.command_type == "Cmdlet":
        from spshell.engine.commands.output_types import OUTPUT_TYPES

        return OUTPUT_TYPES.get(info.name.lower(), [])
    block = getattr(info, "script_block", None)
    if block is None:
        return []
    from spshell.engine.attributes.of_blocks import output_types as written

    return [str(getattr(item, "type_name", item)) for item in written(block) or ()]


def _returned(owner: NetType, name: str, *, static: bool) -> list[Shape]:
    from spshell.dotnet.reflection.lookup import chain
    from spshell.values.nettype import MethodGroup, load_members

    for current in chain(owner):
        load_members(current)
        table = current.statics if static else current.members
        for member in table.values():
            if isinstance(member, MethodGroup) and member.name.lower() == name.lower():
                found = named_type(member.overloads[0].return_type)
                return [] if found is None else [Shape(found)]
    return []


def _typed(owner: NetType, name: str, *, static: bool) -> list[Shape]:
    if static and isinstance(owner, EnumType):
        return [Shape(owner)] if any(name.lower() == known.lower() for known in owner.names) else []
    from spshell.dotnet.reflection.lookup import chain
    from spshell.values.nettype import Property, load_members

    for current in chain(owner):
        load_members(current)
        table = current.statics if static else current.members
        for member in table.values():
            if isinstance(member, Property) and member.name.lower() == name.lower():
                found = named_type(member.type_name)
                return [] if found is None else [Shape(found)]
    return []


_PASSING = frozenset({"where-object", "sort-object", "select-object", "tee-object"})
"""Commands that write what they get."""

_READERS: dict[type, Any] = {
    nodes.VariableExpression: Inference.variable_shapes,
    nodes.ParenExpression: Inference._paren,
    nodes.SubExpression: lambda self, node: (
        self.of_statement(node.body.statements[-1]) if node.body.statements else []
    ),
    nodes.ConvertExpression: Inference._convert,
    nodes.Hashtable: Inference._hashtable,
    nodes.ArrayExpression: Inference._array,
    nodes.ArrayLiteral: Inference._array,
    nodes.InvokeMemberExpression: Inference._invoke,
    nodes.MemberExpression: Inference._property,
    nodes.IndexExpression: Inference._indexed,
    nodes.BinaryExpression: lambda self, node: self._array(node) if node.operator == "DotDot" else [],
    nodes.ExpandableStringExpression: lambda _self, _node: [Shape(named_type("string"))],
    nodes.ScriptBlockExpression: lambda _self, _node: [Shape(named_type("scriptblock"))],
    nodes.TypeExpression: lambda _self, _node: [Shape(named_type("System.RuntimeType"))],
}
