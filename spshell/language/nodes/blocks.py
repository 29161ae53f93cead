"""Script blocks and the blocks inside them."""

from __future__ import annotations

from spshell.language.nodes.base import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes.base import Expression, Source, Statement
    from spshell.language.nodes.definitions import UsingStatement
    from spshell.language.nodes.expressions import VariableExpression
    from spshell.language.nodes.statements import TrapStatement
    from spshell.language.nodes.types import Attribute, TypeConstraint
    from spshell.language.requirements import ScriptRequirements


class ScriptBlock(Node):
    """A whole script, a function's body or the inside of `{ }`."""

    __slots__ = (
        "source",
        "usings",
        "attributes",
        "param_block",
        "dynamicparam_block",
        "begin_block",
        "process_block",
        "end_block",
        "clean_block",
        "requirements",
    )

    def __init__(
        self,
        source: Source,
        usings: list[UsingStatement],
        attributes: list[Attribute],
        param_block: ParamBlock | None,
        dynamicparam_block: NamedBlock | None,
        begin_block: NamedBlock | None,
        process_block: NamedBlock | None,
        end_block: NamedBlock | None,
        clean_block: NamedBlock | None,
        requirements: ScriptRequirements | None,
        start: int,
        end: int,
    ) -> None:
        self.source = source
        self.usings = usings
        self.attributes = attributes
        self.param_block = param_block
        self.dynamicparam_block = dynamicparam_block
        self.begin_block = begin_block
        self.process_block = process_block
        self.end_block = end_block
        self.clean_block = clean_block
        self.requirements = requirements
        self.start = start
        self.end = end


class NamedBlock(Node):
    """`begin`, `process`, `end`, `clean` or `dynamicparam`; unnamed when only statements were written."""

    __slots__ = ("block_kind", "unnamed", "traps", "statements")

    def __init__(
        self,
        block_kind: str,
        unnamed: bool,
        statements: list[Statement],
        traps: list[TrapStatement],
        start: int,
        end: int,
    ) -> None:
        self.block_kind = block_kind
        self.unnamed = unnamed
        self.statements = statements
        self.traps = traps
        self.start = start
        self.end = end


class ParamBlock(Node):
    """`param(...)` with the attributes in front of it."""

    __slots__ = ("attributes", "parameters")

    def __init__(
        self, attributes: list[Attribute | TypeConstraint], parameters: list[Parameter], start: int, end: int
    ) -> None:
        self.attributes = attributes
        self.parameters = parameters
        self.start = start
        self.end = end


class Parameter(Node):
    """One declared parameter."""

    __slots__ = ("attributes", "name", "default")

    def __init__(
        self,
        name: VariableExpression,
        attributes: list[Attribute | TypeConstraint],
        default: Expression | None,
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.default = default
        self.start = start
        self.end = end


class StatementBlock(Node):
    """Statements between braces, or inside `$( )` and `@( )`."""

    __slots__ = ("traps", "statements")

    def __init__(self, statements: list[Statement], traps: list[TrapStatement], start: int, end: int) -> None:
        self.statements = statements
        self.traps = traps
        self.start = start
        self.end = end
