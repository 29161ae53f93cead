"""Statements that declare: functions, classes, enums, `using`, `data`."""

from __future__ import annotations

from spshell.language.nodes.base import Node, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes.base import Expression
    from spshell.language.nodes.blocks import Parameter, ScriptBlock, StatementBlock
    from spshell.language.nodes.expressions import Hashtable, StringConstantExpression
    from spshell.language.nodes.types import Attribute, TypeConstraint


class FunctionDefinition(Statement):
    """`function name(parameters) { body }`, `filter` and `workflow`."""

    __slots__ = ("name", "is_filter", "is_workflow", "parameters", "body")

    def __init__(
        self,
        name: str,
        is_filter: bool,
        is_workflow: bool,
        parameters: list[Parameter] | None,
        body: ScriptBlock,
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.is_filter = is_filter
        self.is_workflow = is_workflow
        self.parameters = parameters
        self.body = body
        self.start = start
        self.end = end


class TypeDefinition(Statement):
    """`class`, `enum` or `interface` (`type_kind`)."""

    __slots__ = ("name", "type_kind", "attributes", "bases", "members")

    def __init__(
        self,
        name: str,
        type_kind: str,
        attributes: list[Attribute],
        bases: list[TypeConstraint],
        members: list[PropertyMember | FunctionMember],
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.type_kind = type_kind
        self.attributes = attributes
        self.bases = bases
        self.members = members
        self.start = start
        self.end = end


class PropertyMember(Node):
    """A property of a class or a name of an enum; modifiers: Static, Hidden, Public, Private."""

    __slots__ = ("name", "type", "attributes", "modifiers", "initial")

    def __init__(
        self,
        name: str,
        type: TypeConstraint | None,  # noqa: A002
        attributes: list[Attribute],
        modifiers: frozenset[str],
        initial: Expression | None,
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.type = type
        self.attributes = attributes
        self.modifiers = modifiers
        self.initial = initial
        self.start = start
        self.end = end


class FunctionMember(Node):
    """A method, or a constructor when it is named as its class.

    `base_arguments` and `base_extent` are those of a constructor's `: base( )`.
    """

    __slots__ = (
        "name",
        "attributes",
        "return_type",
        "modifiers",
        "definition",
        "base_arguments",
        "base_extent",
    )

    def __init__(
        self,
        name: str,
        return_type: TypeConstraint | None,
        attributes: list[Attribute],
        modifiers: frozenset[str],
        definition: FunctionDefinition,
        base_arguments: list[Expression] | None,
        start: int,
        end: int,
        base_extent: tuple[int, int] = (0, 0),
    ) -> None:
        self.name = name
        self.return_type = return_type
        self.attributes = attributes
        self.modifiers = modifiers
        self.definition = definition
        self.base_arguments = base_arguments
        self.base_extent = base_extent
        self.start = start
        self.end = end


class UsingStatement(Statement):
    """`using namespace|module|assembly|command|type name`."""

    __slots__ = ("using_kind", "name", "alias", "module_specification")

    def __init__(
        self,
        using_kind: str,
        name: StringConstantExpression | None,
        alias: StringConstantExpression | Hashtable | None,
        module_specification: Hashtable | None,
        start: int,
        end: int,
    ) -> None:
        self.using_kind = using_kind
        self.name = name
        self.alias = alias
        self.module_specification = module_specification
        self.start = start
        self.end = end


class DataStatement(Statement):
    """`data variable -SupportedCommand names { body }`."""

    __slots__ = ("variable", "commands_allowed", "body")

    def __init__(
        self,
        variable: str | None,
        commands_allowed: list[Expression],
        body: StatementBlock,
        start: int,
        end: int,
    ) -> None:
        self.variable = variable
        self.commands_allowed = commands_allowed
        self.body = body
        self.start = start
        self.end = end


class ConfigurationDefinition(Statement):
    """`configuration name { }` of Desired State Configuration."""

    __slots__ = ("name", "body")

    def __init__(self, name: Expression, body: Expression, start: int, end: int) -> None:
        self.name = name
        self.body = body
        self.start = start
        self.end = end


class DynamicKeywordStatement(Statement):
    """A statement that begins with a keyword of Desired State Configuration."""

    __slots__ = ("elements",)

    def __init__(self, elements: list[Node], start: int, end: int) -> None:
        self.elements = elements
        self.start = start
        self.end = end
