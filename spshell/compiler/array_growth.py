"""``$array += value`` in hot code: a plain value is appended to an array that nothing else refers to.

PowerShell makes a new array each time. When the variable holds the only reference, nobody can tell the difference, and the
work does not grow with the array. The references are counted right where the variable is; any other case goes to ``append``.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from spshell.compiler import facts, variables
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name
from spshell.compiler.below import walk

if TYPE_CHECKING:
    from spshell.compiler.frame import Frame

_SCALARS = ("int", "float", "number", "str", "bool")


def appended(frame: Frame, node: Any, path: str, left: ast.expr, right: ast.expr) -> list[ast.stmt] | None:
    """The statements for a promoted variable that holds an array, or most likely does; None for others."""
    name = variable_name(path)
    known = facts.of(left).kind
    if name is None or name in frame.constraints or known not in ("list", "any"):
        return None
    if known == "any" and frame.unit.likely.get(name) != "list":
        return None
    if may_assign(frame, node.right):
        return None
    local = facts.local_of(left) or left
    if not isinstance(local, ast.Name):
        return None
    lines, added, tests = _value(frame, right)
    owned = py.compare(py.call("getrefcount", local), ast.LtE(), py.name("OWNED"))
    put = py.expression(ast.Call(py.attribute(local, "append"), [added], []))
    grown = facts.with_fact(py.call("append", local, added), facts.LIST)
    body = [
        *lines,
        py.if_(py.both(*tests, owned) if tests else owned, [put], variables.write(frame, path, grown)),
    ]
    if known == "list":
        return body
    general = variables.write(frame, path, py.call("append", left, right))
    return [py.if_(py.is_type(local, "list"), body, general)]


def _value(frame: Frame, right: ast.expr) -> tuple[list[ast.stmt], ast.expr, list[ast.expr]]:
    """(lines before, the value, tests that it is one element)."""
    lines: list[ast.stmt] = []
    fact = facts.of(right)
    scalar = fact.kind in _SCALARS
    if not (isinstance(right, (ast.Name, ast.Constant)) or (scalar and facts.is_safe(right))):
        temporary = frame.temporary()
        lines.append(py.assign(temporary, right))
        right = facts.with_fact(py.name(temporary), fact, safe=True)
    if scalar:
        return lines, right, []
    return lines, right, [py.compare(py.call("type", right), ast.In(), py.name("SCALARS"))]


def may_assign(frame: Frame, statement: Any) -> bool:
    """Whether a promoted variable may be another one after a statement than before it."""
    return assigns(statement) or (frame.opaque and any(part.kind == "Command" for part in walk(statement)))


def assigns(statement: Any) -> bool:
    """Whether evaluating a statement assigns a variable."""
    return any(
        node.kind == "AssignmentStatement"
        or (node.kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")))
        for node in walk(statement)
    )
