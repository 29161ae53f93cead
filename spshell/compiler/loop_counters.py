"""The counter of a ``for`` loop: when only the loop's head changes it and a whole number bounds it, its range is known."""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name
from spshell.compiler.below import kinds_in, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame

_UP, _DOWN = ("Ilt", "Ile"), ("Igt", "Ige")
_ASSIGNING = frozenset({"AssignmentStatement", "ForEachStatement", "UnaryExpression"})
_STEPS = {"PlusEquals": 1, "MinusEquals": -1}


class Counter:
    """The counter: its name, its range after a step, and how it can be counted by Python, if its limit and step stay the same.

    ``up`` is its direction, ``size`` the positive number that is added or subtracted.
    """

    __slots__ = ("bounds", "inclusive", "limit", "name", "size", "up")

    def __init__(
        self,
        name: str,
        bounds: tuple[int, int],
        size: ast.expr,
        limit: ast.expr | None,
        *,
        up: bool,
        inclusive: bool,
    ) -> None:
        self.name = name
        self.bounds = bounds
        self.size = size
        self.limit = limit
        self.up = up
        self.inclusive = inclusive

    def values(self, local: str) -> ast.expr:
        """The ``range`` of the values that the body sees."""
        assert self.limit is not None
        nearest: ast.operator = ast.Add() if self.up else ast.Sub()
        end = ast.BinOp(self.limit, nearest, py.const(1)) if self.inclusive else self.limit
        one = isinstance(self.size, ast.Constant) and self.size.value == 1
        step = self.size if self.up else ast.UnaryOp(ast.USub(), self.size)
        return py.call("range", py.name(local), end, *([] if self.up and one else [step]))

    def stepped(self, old: ast.expr) -> ast.expr:
        """The counter's next value."""
        sign: ast.operator = ast.Add() if self.up else ast.Sub()
        return facts.with_fact(ast.BinOp(old, sign, self.size), facts.whole(*self.bounds), safe=True)

    def last_step(self, local: str) -> list[ast.stmt]:
        """After the last turn the counter takes one more step, unless there was no turn."""
        assert self.limit is not None
        operators: tuple[ast.cmpop, ast.cmpop] = (ast.LtE(), ast.Lt()) if self.up else (ast.GtE(), ast.Gt())
        within = py.compare(py.name(local), operators[0] if self.inclusive else operators[1], self.limit)
        return [py.if_(within, [py.assign(local, self.stepped(py.name(local)))])]


def find(frame: Frame, node: Any) -> Counter | None:
    """The loop's counter; None when it is not certain. Its range counts as noted, and as relied on."""
    from spshell.compiler.expressions import _single_expression, value

    test = _single_expression(node.condition) if node.condition is not None else None
    if test is None or node.iterator is None or test.kind != "BinaryExpression":
        return None
    if test.left.kind != "VariableExpression":
        return None
    name = variable_name(test.left.path)
    if name is None or name not in frame.locals or assigned(node.body, name):
        return None
    up = test.operator in _UP
    size = _step(frame, node.iterator, name, up=up) if up or test.operator in _DOWN else None
    if size is None or test.right.kind not in (
        "ConstantExpression",
        "VariableExpression",
        "MemberExpression",
    ):
        return None
    limit, old, most = facts.of(value(frame, test.right)), frame.peek(name), facts.of(size).high
    if limit.kind != "int" or old.kind != "int":
        return None
    inclusive = test.operator in ("Ile", "Ige")
    reached = (
        (old.low, limit.high - (not inclusive) + most)
        if up
        else (limit.low + (not inclusive) - most, old.high)
    )
    if reached[0] < facts.INT_MIN or reached[1] > facts.INT_MAX:
        return None
    frame.note(name, facts.whole(*reached))
    frame.fact(name)
    fixed = _stays(frame, node, size)
    return Counter(
        name,
        reached,
        size,
        _constant_limit(frame, node, test.right) if fixed else None,
        up=up,
        inclusive=inclusive,
    )


def _step(frame: Frame, iterator: Any, name: str, *, up: bool) -> ast.expr | None:
    """The positive number by which the loop's head moves the counter towards its limit."""
    from spshell.compiler.expressions import _single_expression, statement_value

    if iterator.kind == "AssignmentStatement":
        wanted = 1 if up else -1
        if iterator.left.kind != "VariableExpression" or variable_name(iterator.left.path) != name:
            return None
        if _STEPS.get(iterator.operator) != wanted:
            return None
        right = _single_expression(iterator.right)
        if right is None or right.kind not in ("ConstantExpression", "VariableExpression"):
            return None
        size = statement_value(frame, iterator.right)
        plain = isinstance(size, (ast.Name, ast.Constant)) and facts.of(size).kind == "int"
        return size if plain and facts.of(size).low > 0 else None
    step = _single_expression(iterator)
    if step is None or step.kind != "UnaryExpression" or step.child.kind != "VariableExpression":
        return None
    moves = "PlusPlus" if up else "MinusMinus"
    return py.const(1) if moves in step.operator and variable_name(step.child.path) == name else None


def _stays(frame: Frame, node: Any, size: ast.expr) -> bool:
    """Whether the body leaves the step alone."""
    if isinstance(size, ast.Constant):
        return True
    names = [name for name, local in frame.locals.items() if isinstance(size, ast.Name) and local == size.id]
    return bool(names) and not any(assigned(node.body, name) for name in names)


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
    if kinds_in(body).isdisjoint(_ASSIGNING):
        return False
    for node in walk(body):
        targets: list[Any] = []
        if node.kind == "AssignmentStatement":
            targets = [node.left]
        elif node.kind == "ForEachStatement":
            targets = [node.variable]
        elif node.kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")):
            targets = [node.child]
        if any(_is_target(target, name) for target in targets):
            return True
    return False


def _is_target(target: Any, name: str) -> bool:
    """Whether assigning the target assigns the variable; a member or an element of it is something else."""
    if target.kind == "VariableExpression":
        return variable_name(target.path) == name
    if target.kind in ("MemberExpression", "IndexExpression", "InvokeMemberExpression"):
        return False
    return any(_is_target(part, name) for part in target.children())
