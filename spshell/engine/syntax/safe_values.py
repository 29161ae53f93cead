"""Ast.SafeGetValue: the value of an expression that can do no harm when it is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.language.tokens import TRAITS
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.syntax.ast import Ast

_VARIABLES = frozenset({"true", "false", "null", "psculture", "psuiculture"})
_PRIMITIVE = frozenset(
    {
        "bool", "boolean", "byte", "char", "decimal", "double", "float", "int", "int16", "int32", "int64", "long", "sbyte",
        "short", "single", "string", "uint", "uint16", "uint32", "uint64", "ulong", "ushort", "datetime", "timespan",
        "guid", "uri", "version", "regex", "bigint", "hashtable", "ordered", "array", "object",
    }
)  # fmt: skip


def is_safe(node: Any) -> bool:
    """Whether working the node out can neither run code nor take long."""
    check = _CHECKS.get(node.kind)
    return check is not None and check(node)


def safe_value(ast: Ast) -> Any:
    """The value. Raises InvalidOperationException for anything that is not plain data."""
    from spshell.engine.running import RUNNING

    session = RUNNING.get()
    assert session is not None  # a script asked
    if not is_safe(ast.node):
        raise fault(
            "System.InvalidOperationException",
            f"'{ast.ps_text()}' is more than plain data, so it has no value that is safe to work out.",
            "InvalidOperationException",
            "InvalidOperation",
        )
    text = ast.ps_text()
    values = session.evaluate(text if ast.node.kind != "StatementBlock" else f"& {{ {text} }}")
    return values[0] if len(values) == 1 else (values or None)


def _statement_block(node: Any) -> bool:
    return not node.traps and all(is_safe(statement) for statement in node.statements)


def _pipeline(node: Any) -> bool:
    elements = node.elements
    if node.background or len(elements) != 1 or elements[0].kind != "CommandExpression":
        return False
    return not elements[0].redirections and is_safe(elements[0].expression)


def _unary(node: Any) -> bool:
    traits = TRAITS.get(node.operator, ())
    return "CanConstantFold" in traits and "DisallowedInRestrictedMode" not in traits and is_safe(node.child)


def _convert(node: Any) -> bool:
    name = node.type.type_name.full_name.lower().removesuffix("[]").removeprefix("system.")
    return name in _PRIMITIVE and is_safe(node.child)


def _ternary(node: Any) -> bool:
    return is_safe(node.condition) and is_safe(node.if_true) and is_safe(node.if_false)


def _always(_node: Any) -> bool:
    return True


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "ArrayExpression": lambda node: is_safe(node.body),
    "ArrayLiteral": lambda node: all(is_safe(element) for element in node.elements),
    "CommandExpression": lambda node: not node.redirections and is_safe(node.expression),
    "ConstantExpression": _always,
    "ConvertExpression": _convert,
    "ExpandableStringExpression": lambda node: all(isinstance(p, str) or is_safe(p) for p in node.parts),
    "Hashtable": lambda node: all(is_safe(key) and is_safe(value) for key, value in node.entries),
    "IndexExpression": lambda node: is_safe(node.target) and is_safe(node.index),
    "ParenExpression": lambda node: is_safe(node.pipeline),
    "Pipeline": _pipeline,
    "ScriptBlockExpression": _always,
    "StatementBlock": _statement_block,
    "StringConstantExpression": _always,
    "SubExpression": lambda node: is_safe(node.body),
    "TernaryExpression": _ternary,
    "UnaryExpression": _unary,
    "VariableExpression": lambda node: not node.splatted and node.path.lower() in _VARIABLES,
}
