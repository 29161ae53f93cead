"""What the variables of a region will most likely turn out to hold, before any of it is compiled.

A region is compiled until its facts agree with what its own assignments make of them (`statements.settled`). A number that
loops add to would take two rounds each time: it starts as a whole number, then it is one that grows. A wrong guess costs
precision, not correctness, so there is one only where the outcome is plain from the text.
"""

from __future__ import annotations

from spshell.compiler.analysis import variable_name
from spshell.compiler.below import kinds_in, walk
from spshell.compiler.facts import ANY, NUMBER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from spshell.compiler.facts import Fact

_ADDING = frozenset({"PlusEquals", "MinusEquals"})
_ADDERS = frozenset({"AssignmentStatement", "UnaryExpression"})


class _Variable:
    """What the text does with one variable: ``starts`` as a whole number, ``grows`` by the nodes in ``added``."""

    __slots__ = ("added", "grows", "other", "starts")

    def __init__(self) -> None:
        self.starts = self.grows = self.other = False
        self.added: list[Any] = []


def expected(statements: Iterable[Any]) -> dict[str, Fact]:
    """Folded names of variables that start as whole numbers and grow -> what they are in the end."""
    found: dict[str, _Variable] = {}
    counters: set[str] = set()
    counted: set[str] = set()
    for statement in statements:
        if kinds_in(statement).isdisjoint(_ADDERS):
            continue
        for node in walk(statement):
            _look(node, found, counters)
            if node.kind == "ForEachStatement" and _is_range(node.expression):
                counted.add(_name(node.variable) or "")
    growing = {
        name
        for name, item in found.items()
        if item.starts and item.grows and not item.other and name not in counters
    }
    numbers = growing | counters | counted
    made: dict[str, Fact] = {}
    for name in growing:
        kinds = {_kind(node, numbers) for node in found[name].added}
        if None not in kinds:
            made[name] = ANY if "any" in kinds else NUMBER
    return made


def _look(node: Any, found: dict[str, _Variable], counters: set[str]) -> None:
    kind = node.kind
    if kind == "AssignmentStatement":
        name = _name(node.left)
        if name is None:
            return
        item = found.setdefault(name, _Variable())
        value = _single(node.right)
        if node.operator == "Equals" and value is not None and _is_whole(value):
            item.starts = True
        elif node.operator in _ADDING and value is not None:
            item.grows = True
            item.added.append(value)
        else:
            item.other = True
    elif kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")):
        name = _name(node.child)
        if name is not None:
            found.setdefault(name, _Variable()).grows = True
    elif kind == "ForEachStatement":
        name = _name(node.variable)
        if name is not None:
            found.setdefault(name, _Variable()).other = True
    elif kind == "ForStatement" and node.iterator is not None:
        counters.update(filter(None, map(_name, walk(node.iterator))))


def _name(target: Any) -> str | None:
    return variable_name(target.path) if target.kind == "VariableExpression" else None


def _single(statement: Any) -> Any:
    from spshell.compiler.expressions import _single_expression

    return _single_expression(statement)


def _is_whole(node: Any) -> bool:
    return bool(node.kind == "ConstantExpression" and node.type_name == "System.Int32")


def _is_range(statement: Any) -> bool:
    value = _single(statement)
    return value is not None and value.kind == "BinaryExpression" and value.operator == "DotDot"


_ARITHMETIC = frozenset({"Plus", "Minus", "Multiply", "Rem"})
_SIZES = frozenset({"length", "count"})


def _kind(node: Any, numbers: set[str]) -> str | None:
    """``number`` or ``any`` for what adding the node's value to a number gives; None when the text does not say."""
    kind = node.kind
    if kind == "ConstantExpression":
        return "number" if node.type_name in ("System.Int32", "System.Double") else None
    if kind == "VariableExpression":
        return "number" if variable_name(node.path) in numbers else None
    if kind == "BinaryExpression" and node.operator in _ARITHMETIC:
        return "number" if _kind(node.left, numbers) == _kind(node.right, numbers) == "number" else None
    if kind == "ParenExpression":
        inner = _single(node.pipeline)
        return None if inner is None else _kind(inner, numbers)
    if kind == "MemberExpression" and not node.static and node.member.kind == "StringConstantExpression":
        return None if node.member.value.lower() in _SIZES else "any"
    return "any" if kind == "IndexExpression" else None
