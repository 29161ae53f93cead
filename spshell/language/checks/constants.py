"""Whether an expression has its value before anything runs, as arguments of attributes must."""

from __future__ import annotations

from spshell.language.nodes import (
    ArrayExpression,
    ArrayLiteral,
    BinaryExpression,
    CommandExpression,
    ConstantExpression,
    ConvertExpression,
    Hashtable,
    MemberExpression,
    Node,
    ParenExpression,
    Pipeline,
    ScriptBlockExpression,
    StatementBlock,
    StringConstantExpression,
    SubExpression,
    TernaryExpression,
    TypeExpression,
    UnaryExpression,
    UsingExpression,
    VariableExpression,
)
from spshell.language.tokens import TRAITS

# What is looked at: attributes allow more than plain constants, those of classes no script block.
ATTRIBUTE, CLASS_ATTRIBUTE, REQUIRES = "attribute", "class attribute", "requires"

_CONSTANT_VARIABLES = frozenset(["true", "false", "null"])


def is_constant(node: Node, use: str) -> bool:
    """Whether a node is constant for an attribute, an attribute in a class, or `#requires`."""
    if isinstance(node, ConstantExpression | StringConstantExpression):
        return True
    if isinstance(node, VariableExpression):
        return node.path.lower() in _CONSTANT_VARIABLES
    if isinstance(node, ParenExpression):
        return is_constant(node.pipeline, use)
    if isinstance(node, SubExpression):
        return is_constant(node.body, use)
    if isinstance(node, StatementBlock):
        return not node.traps and len(node.statements) == 1 and is_constant(node.statements[0], use)
    if isinstance(node, Pipeline):
        element = node.elements[0]
        return (
            len(node.elements) == 1
            and isinstance(element, CommandExpression)
            and not element.redirections
            and is_constant(element.expression, use)
        )
    if isinstance(node, BinaryExpression):
        return (
            "CanConstantFold" in TRAITS.get(node.operator, ())
            and is_constant(node.left, use)
            and is_constant(node.right, use)
        )
    if isinstance(node, UnaryExpression):
        return "CanConstantFold" in TRAITS.get(node.operator, ()) and is_constant(node.child, use)
    if isinstance(node, TernaryExpression):
        return all(is_constant(part, use) for part in (node.condition, node.if_true, node.if_false))
    if isinstance(node, ConvertExpression | UsingExpression):
        return is_constant(node.child, use)
    if isinstance(node, TypeExpression):
        return True
    if isinstance(node, MemberExpression):
        return (
            node.static
            and isinstance(node.target, TypeExpression)
            and isinstance(node.member, StringConstantExpression)
        )
    if isinstance(node, ArrayExpression):
        return is_constant(node.body, use)
    if isinstance(node, ArrayLiteral):
        return all(is_constant(element, use) for element in node.elements)
    if isinstance(node, Hashtable):
        return use == REQUIRES and all(
            is_constant(key, use) and is_constant(value, use) for key, value in node.entries
        )
    if isinstance(node, ScriptBlockExpression):
        return use == ATTRIBUTE
    return False


def constant_value(node: Node) -> object:
    """The value of a node that is constant for `#requires`: text, numbers, lists and dictionaries."""
    if isinstance(node, ConstantExpression | StringConstantExpression):
        return node.value
    if isinstance(node, VariableExpression):
        return {"true": True, "false": False}.get(node.path.lower())
    if isinstance(node, ParenExpression):
        return constant_value(node.pipeline)
    if isinstance(node, Pipeline):
        return constant_value(node.elements[0])
    if isinstance(node, CommandExpression):
        return constant_value(node.expression)
    if isinstance(node, SubExpression | ArrayExpression):
        values = [constant_value(statement) for statement in node.body.statements]
        return values[0] if isinstance(node, SubExpression) or isinstance(values[0], list) else values
    if isinstance(node, ArrayLiteral):
        return [constant_value(element) for element in node.elements]
    if isinstance(node, Hashtable):
        return {str(constant_value(key)).lower(): constant_value(value) for key, value in node.entries}
    return None
