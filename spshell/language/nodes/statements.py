"""Statements: pipelines, assignments and control flow."""

from __future__ import annotations

from spshell.language.nodes.base import Node, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes.base import Expression
    from spshell.language.nodes.blocks import StatementBlock
    from spshell.language.nodes.commands import Command, CommandExpression
    from spshell.language.nodes.expressions import VariableExpression
    from spshell.language.nodes.types import TypeConstraint


class Pipeline(Statement):
    """Commands joined by `|`."""

    __slots__ = ("elements", "background")

    def __init__(
        self, elements: list[CommandExpression | Command], background: bool, start: int, end: int
    ) -> None:
        self.elements = elements
        self.background = background
        self.start = start
        self.end = end


class PipelineChain(Statement):
    """`left && right` or `left || right`."""

    __slots__ = ("left", "operator", "right", "background")

    def __init__(
        self, left: Statement, operator: str, right: Statement, background: bool, start: int, end: int
    ) -> None:
        self.left = left
        self.operator = operator
        self.right = right
        self.background = background
        self.start = start
        self.end = end


class AssignmentStatement(Statement):
    """`left = right` and its compound forms; `error_start`..`error_end` is the operator's extent."""

    __slots__ = ("left", "operator", "right", "error_start", "error_end")

    def __init__(
        self,
        left: Expression,
        operator: str,
        right: Statement,
        error_start: int,
        error_end: int,
        start: int,
        end: int,
    ) -> None:
        self.left = left
        self.operator = operator
        self.right = right
        self.error_start = error_start
        self.error_end = error_end
        self.start = start
        self.end = end


class IfStatement(Statement):
    """`if`, any `elseif` and `else`."""

    __slots__ = ("clauses", "else_block")

    def __init__(
        self,
        clauses: list[tuple[Statement, StatementBlock]],
        else_block: StatementBlock | None,
        start: int,
        end: int,
    ) -> None:
        self.clauses = clauses
        self.else_block = else_block
        self.start = start
        self.end = end


class SwitchStatement(Statement):
    """`switch`; flags are 'File', 'Regex', 'Wildcard', 'Exact', 'CaseSensitive', 'Parallel'."""

    __slots__ = ("label", "flags", "condition", "clauses", "default")

    def __init__(
        self,
        label: str | None,
        flags: frozenset[str],
        condition: Statement,
        clauses: list[tuple[Expression, StatementBlock]],
        default: StatementBlock | None,
        start: int,
        end: int,
    ) -> None:
        self.label = label
        self.flags = flags
        self.condition = condition
        self.clauses = clauses
        self.default = default
        self.start = start
        self.end = end


class ForEachStatement(Statement):
    """`foreach ($variable in expression) { body }`."""

    __slots__ = ("label", "variable", "expression", "throttle", "body", "parallel")

    def __init__(
        self,
        label: str | None,
        variable: VariableExpression,
        expression: Statement,
        body: StatementBlock,
        parallel: bool,
        throttle: Expression | None,
        start: int,
        end: int,
    ) -> None:
        self.label = label
        self.variable = variable
        self.expression = expression
        self.body = body
        self.parallel = parallel
        self.throttle = throttle
        self.start = start
        self.end = end


class ForStatement(Statement):
    """`for (initializer; condition; iterator) { body }`."""

    __slots__ = ("label", "initializer", "condition", "iterator", "body")

    def __init__(
        self,
        label: str | None,
        initializer: Statement | None,
        condition: Statement | None,
        iterator: Statement | None,
        body: StatementBlock,
        start: int,
        end: int,
    ) -> None:
        self.label = label
        self.initializer = initializer
        self.condition = condition
        self.iterator = iterator
        self.body = body
        self.start = start
        self.end = end


class WhileStatement(Statement):
    """`while (condition) { body }`."""

    __slots__ = ("label", "condition", "body")

    def __init__(
        self, label: str | None, condition: Statement, body: StatementBlock, start: int, end: int
    ) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class DoWhileStatement(Statement):
    """`do { body } while (condition)`."""

    __slots__ = ("label", "condition", "body")

    def __init__(
        self, label: str | None, condition: Statement, body: StatementBlock, start: int, end: int
    ) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class DoUntilStatement(Statement):
    """`do { body } until (condition)`."""

    __slots__ = ("label", "condition", "body")

    def __init__(
        self, label: str | None, condition: Statement, body: StatementBlock, start: int, end: int
    ) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class BreakStatement(Statement):
    """`break`, with an optional label."""

    __slots__ = ("label",)

    def __init__(self, label: Expression | None, start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.end = end


class ContinueStatement(Statement):
    """`continue`, with an optional label."""

    __slots__ = ("label",)

    def __init__(self, label: Expression | None, start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.end = end


class ReturnStatement(Statement):
    """`return`, with an optional pipeline."""

    __slots__ = ("pipeline",)

    def __init__(self, pipeline: Statement | None, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class ExitStatement(Statement):
    """`exit`, with an optional pipeline."""

    __slots__ = ("pipeline",)

    def __init__(self, pipeline: Statement | None, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class ThrowStatement(Statement):
    """`throw`, with an optional pipeline."""

    __slots__ = ("pipeline",)

    def __init__(self, pipeline: Statement | None, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class TryStatement(Statement):
    """`try` with its `catch` clauses and `finally`."""

    __slots__ = ("body", "catches", "finally_block")

    def __init__(
        self,
        body: StatementBlock,
        catches: list[CatchClause],
        finally_block: StatementBlock | None,
        start: int,
        end: int,
    ) -> None:
        self.body = body
        self.catches = catches
        self.finally_block = finally_block
        self.start = start
        self.end = end


class CatchClause(Node):
    """`catch [type], [type] { body }`; no types catches everything."""

    __slots__ = ("types", "body")

    def __init__(self, types: list[TypeConstraint], body: StatementBlock, start: int, end: int) -> None:
        self.types = types
        self.body = body
        self.start = start
        self.end = end


class TrapStatement(Statement):
    """`trap [type] { body }`."""

    __slots__ = ("type", "body")

    def __init__(self, type: TypeConstraint | None, body: StatementBlock, start: int, end: int) -> None:  # noqa: A002
        self.type = type
        self.body = body
        self.start = start
        self.end = end


class BlockStatement(Statement):
    """`parallel { }` or `sequence { }`, which only workflows had."""

    __slots__ = ("block_kind", "body")

    def __init__(self, block_kind: str, body: StatementBlock, start: int, end: int) -> None:
        self.block_kind = block_kind
        self.body = body
        self.start = start
        self.end = end


class ErrorStatement(Statement):
    """A statement that could not be understood; keeps what was read of it.

    Of a ``switch`` the argument of -File, the condition and the clauses are kept apart.
    """

    __slots__ = ("flagged", "conditions", "bodies", "nested")

    def __init__(
        self,
        nested: list[Node],
        start: int,
        end: int,
        conditions: list[Node] | None = None,
        bodies: list[Node] | None = None,
        flagged: list[Node] | None = None,
    ) -> None:
        self.nested = nested
        self.flagged = flagged or []
        self.conditions = conditions or []
        self.bodies = bodies or []
        self.start = start
        self.end = end
