"""Expressions."""

from __future__ import annotations

from spshell.language.nodes.base import Expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes.base import Node, Statement
    from spshell.language.nodes.blocks import ScriptBlock, StatementBlock
    from spshell.language.nodes.types import Attribute, TypeConstraint, TypeName


class ConstantExpression(Expression):
    """A number as written; a decimal's `value` is its digits as text.

    Omitted attribute arguments are the only other constants: System.Boolean, and System.Object for null.
    """

    __slots__ = ("value", "type_name", "text")

    def __init__(
        self, value: int | float | str | bool | None, type_name: str, text: str, start: int, end: int
    ) -> None:
        self.value = value
        self.type_name = type_name
        self.text = text
        self.start = start
        self.end = end


class StringConstantExpression(Expression):
    """Text without variables.

    `quote`: BareWord, SingleQuoted, DoubleQuoted, SingleQuotedHereString or DoubleQuotedHereString.
    """

    __slots__ = ("value", "quote")

    def __init__(self, value: str, quote: str, start: int, end: int) -> None:
        self.value = value
        self.quote = quote
        self.start = start
        self.end = end


class ExpandableStringExpression(Expression):
    """Text with variables or `$( )`; `parts` are literal texts and expressions in order."""

    __slots__ = ("value", "quote", "parts")

    def __init__(self, value: str, quote: str, parts: list[str | Expression], start: int, end: int) -> None:
        self.value = value
        self.quote = quote
        self.parts = parts
        self.start = start
        self.end = end


class VariableExpression(Expression):
    """A variable; `path` is its name as written, with a drive or scope but without `$`, `@` and braces."""

    __slots__ = ("path", "splatted")

    def __init__(self, path: str, splatted: bool, start: int, end: int) -> None:
        self.path = path
        self.splatted = splatted
        self.start = start
        self.end = end


class TypeExpression(Expression):
    """`[type]` used as a value."""

    __slots__ = ("type_name",)

    def __init__(self, type_name: TypeName, start: int, end: int) -> None:
        self.type_name = type_name
        self.start = start
        self.end = end


class ConvertExpression(Expression):
    """`[type] child`."""

    __slots__ = ("type", "child")

    def __init__(self, type: TypeConstraint, child: Expression, start: int, end: int) -> None:  # noqa: A002
        self.type = type
        self.child = child
        self.start = start
        self.end = end


class AttributedExpression(Expression):
    """`[attribute()] child`."""

    __slots__ = ("attribute", "child")

    def __init__(self, attribute: Attribute, child: Expression, start: int, end: int) -> None:
        self.attribute = attribute
        self.child = child
        self.start = start
        self.end = end


class UnaryExpression(Expression):
    """An operator with one operand; `operator` is a token kind (PostfixPlusPlus stands behind)."""

    __slots__ = ("operator", "child")

    def __init__(self, operator: str, child: Expression, start: int, end: int) -> None:
        self.operator = operator
        self.child = child
        self.start = start
        self.end = end


class BinaryExpression(Expression):
    """An operator between two operands; `error_start`..`error_end` is the operator's own extent."""

    __slots__ = ("operator", "left", "right", "error_start", "error_end")

    def __init__(
        self,
        operator: str,
        left: Expression,
        right: Expression,
        error_start: int,
        error_end: int,
        start: int,
        end: int,
    ) -> None:
        self.operator = operator
        self.left = left
        self.right = right
        self.error_start = error_start
        self.error_end = error_end
        self.start = start
        self.end = end


class TernaryExpression(Expression):
    """`condition ? if_true : if_false`."""

    __slots__ = ("condition", "if_true", "if_false")

    def __init__(
        self, condition: Expression, if_true: Expression, if_false: Expression, start: int, end: int
    ) -> None:
        self.condition = condition
        self.if_true = if_true
        self.if_false = if_false
        self.start = start
        self.end = end


class ArrayLiteral(Expression):
    """`a, b` and `, a`."""

    __slots__ = ("elements",)

    def __init__(self, elements: list[Expression], start: int, end: int) -> None:
        self.elements = elements
        self.start = start
        self.end = end


class ArrayExpression(Expression):
    """`@( statements )`."""

    __slots__ = ("body",)

    def __init__(self, body: StatementBlock, start: int, end: int) -> None:
        self.body = body
        self.start = start
        self.end = end


class SubExpression(Expression):
    """`$( statements )`."""

    __slots__ = ("body",)

    def __init__(self, body: StatementBlock, start: int, end: int) -> None:
        self.body = body
        self.start = start
        self.end = end


class ParenExpression(Expression):
    """`( pipeline )`."""

    __slots__ = ("pipeline",)

    def __init__(self, pipeline: Statement, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class Hashtable(Expression):
    """`@{ key = statement }`."""

    __slots__ = ("entries",)

    def __init__(self, entries: list[tuple[Expression, Statement]], start: int, end: int) -> None:
        self.entries = entries
        self.start = start
        self.end = end


class ScriptBlockExpression(Expression):
    """`{ statements }` as a value."""

    __slots__ = ("script_block",)

    def __init__(self, script_block: ScriptBlock, start: int, end: int) -> None:
        self.script_block = script_block
        self.start = start
        self.end = end


class MemberExpression(Expression):
    """`target.member`, `target::member`, `target?.member`."""

    __slots__ = ("target", "member", "static", "null_conditional")

    def __init__(
        self,
        target: Expression,
        member: Expression,
        static: bool,
        null_conditional: bool,
        start: int,
        end: int,
    ) -> None:
        self.target = target
        self.member = member
        self.static = static
        self.null_conditional = null_conditional
        self.start = start
        self.end = end


class InvokeMemberExpression(Expression):
    """`target.member(arguments)`, with optional type arguments."""

    __slots__ = ("target", "member", "arguments", "static", "null_conditional", "generic_arguments")

    def __init__(
        self,
        target: Expression,
        member: Expression,
        arguments: list[Expression],
        static: bool,
        null_conditional: bool,
        generic_arguments: list[TypeName] | None,
        start: int,
        end: int,
    ) -> None:
        self.target = target
        self.member = member
        self.arguments = arguments
        self.static = static
        self.null_conditional = null_conditional
        self.generic_arguments = generic_arguments
        self.start = start
        self.end = end


class IndexExpression(Expression):
    """`target[index]`, `target?[index]`."""

    __slots__ = ("target", "index", "null_conditional")

    def __init__(
        self, target: Expression, index: Expression, null_conditional: bool, start: int, end: int
    ) -> None:
        self.target = target
        self.index = index
        self.null_conditional = null_conditional
        self.start = start
        self.end = end


class UsingExpression(Expression):
    """`$using:name`."""

    __slots__ = ("child",)

    def __init__(self, child: Expression, start: int, end: int) -> None:
        self.child = child
        self.start = start
        self.end = end


class ErrorExpression(Expression):
    """An expression that could not be understood; keeps what was read of it."""

    __slots__ = ("nested",)

    def __init__(self, nested: list[Node], start: int, end: int) -> None:
        self.nested = nested
        self.start = start
        self.end = end
