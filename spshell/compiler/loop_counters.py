"""The counter of a ``for`` loop: when only the loop's head changes it and a whole number bounds it, its range is known."""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame

_UP, _DOWN = ("Ilt", "Ile"), ("Igt", "Ige")


class Counter:
    """The counter: its name, its range after a step, its direction, and its limit when that stays the same."""

    __slots__ = ("bounds", "inclusive", "limit", "name", "step")

    def __init__(
        self, name: str, bounds: tuple[int, int], step: int, limit: ast.expr | None, inclusive: bool
    ) -> None:
        self.name = name
        self.bounds = bounds
        self.step = step
        self.limit = limit
        self.inclusive = inclusive

    def values(self, local: str) -> ast.expr:
        """The ``range`` of the values that the body sees."""
        assert self.limit is not None
        end = ast.BinOp(self.limit, ast.Add(), py.const(self.step)) if self.inclusive else self.limit
        extra = [py.const(-1)] if self.step < 0 else []
        return py.call("range", py.name(local), end, *extra)

    def last_step(self, local: str) -> list[ast.stmt]:
        """After the last turn the counter takes one more step, unless there was no turn."""
        assert self.limit is not None
        operators: tuple[ast.cmpop, ast.cmpop] = (
            (ast.LtE(), ast.Lt()) if self.step > 0 else (ast.GtE(), ast.Gt())
        )
        within = py.compare(py.name(local), operators[0] if self.inclusive else operators[1], self.limit)
        stepped = py.assign(local, ast.BinOp(py.name(local), ast.Add(), py.const(self.step)))
        return [py.if_(within, [stepped])]


def find(frame: Frame, node: Any) -> Counter | None:
    """The loop's counter; None when it is not certain."""
    from spshell.compiler.expressions import _single_expression, value

    test = _single_expression(node.condition) if node.condition is not None else None
    step = _single_expression(node.iterator) if node.iterator is not None else None
    if test is None or step is None or test.kind != "BinaryExpression" or step.kind != "UnaryExpression":
        return None
    if test.left.kind != "VariableExpression" or step.child.kind != "VariableExpression":
        return None
    name = variable_name(test.left.path)
    upwards = test.operator in _UP and "PlusPlus" in step.operator
    downwards = test.operator in _DOWN and "MinusMinus" in step.operator
    if name not in frame.locals or variable_name(step.child.path) != name or not (upwards or downwards):
        return None
    if test.right.kind not in ("ConstantExpression", "VariableExpression", "MemberExpression"):
        return None
    if assigned(node.body, name):
        return None
    limit, old = facts.of(value(frame, test.right)), frame.fact(name)
    if limit.kind != "int" or old.kind != "int":
        return None
    inclusive = test.operator in ("Ile", "Ige")
    if upwards:
        reached = (old.low, limit.high + inclusive)
    else:
        reached = (limit.low - inclusive, old.high)
    if reached[0] < facts.INT_MIN or reached[1] > facts.INT_MAX:
        return None
    return Counter(name, reached, 1 if upwards else -1, _constant_limit(frame, node, test.right), inclusive)


def _constant_limit(frame: Frame, node: Any, limit: Any) -> ast.expr | None:
    """The limit, when the body cannot change it."""
    from spshell.compiler.expressions import value

    if limit.kind == "VariableExpression":
        name = variable_name(limit.path)
        if name not in frame.locals or assigned(node.body, name):
            return None
    elif limit.kind != "ConstantExpression":
        return None
    return value(frame, limit)


def assigned(body: Any, name: str) -> bool:
    """Whether anything in the body may assign the variable."""
    for node in walk(body):
        targets: list[Any] = []
        if node.kind == "AssignmentStatement":
            targets = [node.left]
        elif node.kind == "ForEachStatement":
            targets = [node.variable]
        elif node.kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")):
            targets = [node.child]
        for target in targets:
            for part in walk(target):
                if part.kind == "VariableExpression" and variable_name(part.path) == name:
                    return True
    return False
