"""Script blocks that cmdlets run for each object, such as ``{ $_.Length -gt 3 }``: a Python function of the object.

What holds for a block in a loop (`fusion`) holds here: when nothing in it can look for ``$_`` by another way than its text,
the object need not be in a variable, and when at most its last statement writes, its output is a value.
"""

from __future__ import annotations

import ast
from typing import Any

from spshell.compiler import pyast as py
from spshell.compiler.analysis import fused_names
from spshell.compiler.below import walk
from spshell.compiler.deep_blocks import code_of
from spshell.compiler.direct_rules import ends_in_one_value
from spshell.compiler.frame import Frame
from spshell.compiler.fused_steps import block_statements, is_expression
from spshell.compiler.loop_counters import assigned
from spshell.compiler.unit import CompiledBlock, Unit

_MATCHING = frozenset({"Imatch", "Cmatch", "Inotmatch", "Cnotmatch"})


class ItemCode:
    """The code of ``block(S, i)``; ``stateless`` says that running it leaves nothing in its scope.

    ``names`` are the command names in it with the built-in commands that they must mean.
    """

    __slots__ = ("code", "names", "stateless")

    def __init__(self, code: CompiledBlock, names: tuple[tuple[str, str], ...], *, stateless: bool) -> None:
        self.code = code
        self.names = names
        self.stateless = stateless


def compile_item(node: Any, parameter: str | None = None) -> ItemCode | None:
    """Compile a ScriptBlock node; None when the block needs more than the object and a scope.

    `parameter` is the folded name of the only parameter, which gets the object too.
    """
    from spshell.compiler.blocks import _uses_status

    statements = block_statements(node, takes=parameter is not None)
    if not statements or not is_expression(statements[-1]) or not ends_in_one_value(statements):
        return None
    if _uses_status(node) or (
        parameter is not None and any(assigned(item, parameter) for item in statements)
    ):
        return None
    unit = Unit(node.source, uses_status=False)
    unit.start = node.start
    frame = Frame(unit)
    frame.hot = True
    frame.locals = {"_": "i"} if parameter is None else {"_": "i", parameter: "i"}
    frame.sure = set(frame.locals)
    frame.assured = True
    made = py.function("block", ["S", "i"], _lines(frame, statements))
    py.locate([made], frame.location(node))
    code = code_of(made, node.source.name)
    if code is None:
        return None
    compiled = CompiledBlock(node.source, unit.constants, {"Item": code})
    names = tuple(sorted(fused_names(statements)))
    return ItemCode(compiled, names, stateless=not any(map(_leaves_something, statements)))


def _lines(frame: Frame, statements: list[Any]) -> list[ast.stmt]:
    from spshell.compiler.expressions import value
    from spshell.compiler.statements import statement_list

    before = statement_list(frame, statements[:-1]) if len(statements) > 1 else []
    last = statements[-1]
    lines: list[ast.stmt] = [ast.Return(value(frame, last.elements[0].expression))]
    report = py.expression(py.call("statement_error", py.name("S"), py.name("e")))
    handler = py.handler(py.name("NetException"), "e", [report, ast.Return(py.name("NOTHING"))])
    guarded = py.try_([*frame.pending, *lines], [handler])
    py.locate([guarded], frame.location(last))
    prologue = [
        py.assign("V", py.attribute(py.name("S"), "vars")),
        py.assign("A", py.attribute(py.name("S"), "attributes")),
    ]
    body = [*before, guarded]
    used = {node.id for line in body for node in ast.walk(line) if isinstance(node, ast.Name)}
    return [line for line, name in zip(prologue, "VA", strict=True) if name in used] + body


def _leaves_something(statement: Any) -> bool:
    """Whether a statement may set a variable, ``$Matches`` among them, or run a command, which writes errors."""
    for node in walk(statement):
        if node.kind in ("AssignmentStatement", "ForEachStatement", "Command"):
            return True
        if node.kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")):
            return True
        if node.kind == "BinaryExpression" and node.operator in _MATCHING:
            return True
    return False
