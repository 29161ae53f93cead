"""``$x = if (...) { a } else { b }``: each branch puts its value into a Python local; nothing is collected.

That is so when a branch ends in one plain expression and nothing before it writes output. A branch that is not taken, or whose
expression fails, leaves nothing, as ever.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.direct_rules import is_silent, writes

if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.frame import Frame

_SCALARS = ("int", "float", "number", "str", "bool")


def applies(frame: Frame, node: Any) -> bool:
    """Whether an if statement on the right of an assignment is made this way."""
    return not (frame.unit.uses_status or frame.unit.traced or frame.unit.deep) and _chooses(node)


def _chooses(node: Any) -> bool:
    if node.kind != "IfStatement":
        return False
    blocks = [body for _, body in node.clauses]
    if node.else_block is not None:
        blocks.append(node.else_block)
    return all(_has_value(block) for block in blocks)


def _has_value(block: Any) -> bool:
    if block.traps or not block.statements or any(writes(item) for item in block.statements[:-1]):
        return False
    last = block.statements[-1]
    if last.kind == "IfStatement":
        return _chooses(last)
    return _expression(last) is not None and not is_silent(last)


def _expression(statement: Any) -> Any:
    from spshell.compiler.expressions import _single_expression

    single = _single_expression(statement)
    return None if single is None or single.kind == "ArrayLiteral" else single


class _Choice:
    """The local that takes the value, and what is known of the values so far."""

    def __init__(self, local: str) -> None:
        self.local = local
        self.fact: Fact | None = None
        self.certain = True  # each branch puts a value there
        self.safe = True  # no condition can fail
        self.hint: str | None = None

    def note(self, value: ast.expr) -> None:
        likely = facts.likely(value)
        self.hint = likely if self.hint in (None, likely) else "any"
        self.fact = facts.join(self.fact, facts.of(value))
        self.certain = self.certain and facts.is_safe(value)


def chosen(frame: Frame, node: Any) -> tuple[list[ast.stmt], ast.expr]:
    """(statements, the value): the if statement's output as one value."""
    choice = _Choice(frame.temporary("c"))
    lines = _if(frame, node, choice)
    made: ast.expr = py.name(choice.local)
    if choice.certain and choice.fact is not None:
        facts.with_fact(made, choice.fact, safe=choice.safe)
    else:
        made.hint = choice.hint or "any"  # type: ignore[attr-defined]  # generated nodes carry what is supposed of them
    return [py.assign(choice.local, py.name("NOTHING")), *lines], made


def _if(frame: Frame, node: Any, choice: _Choice) -> list[ast.stmt]:
    from spshell.compiler.expressions import statement_condition

    tests = [(statement_condition(frame, test), _branch(frame, body, choice)) for test, body in node.clauses]
    choice.safe = choice.safe and facts.is_safe(*(test for test, _ in tests))
    otherwise: list[ast.stmt] = []
    if node.else_block is not None:
        otherwise = _branch(frame, node.else_block, choice)
    else:
        choice.certain = False
    for test, body in reversed(tests):
        otherwise = [py.if_(test, body, otherwise)]
    return otherwise


def _branch(frame: Frame, block: Any, choice: _Choice) -> list[ast.stmt]:
    from spshell.compiler.statements import statement_list

    sure = set(frame.sure)
    lines = statement_list(frame, block.statements[:-1]) if len(block.statements) > 1 else []
    last = block.statements[-1]
    lines += _handled(frame, last, choice)
    frame.sure = sure
    return lines


def _handled(frame: Frame, last: Any, choice: _Choice) -> list[ast.stmt]:
    """The statement that has the branch's value, with a handler for its error."""
    from spshell.compiler.expressions import value

    outer, frame.pending = frame.pending, []
    if last.kind == "IfStatement":
        lines = _if(frame, last, choice)
        safe = False
    else:
        compiled = value(frame, _expression(last))
        choice.note(compiled)
        safe = facts.is_safe(compiled)
        one = compiled if facts.of(compiled).kind in _SCALARS else py.call("sub_value", compiled)
        lines = [py.assign(choice.local, one)]
    lines = [*frame.pending, *lines]
    frame.pending = outer
    py.locate(lines, frame.location(last))
    if frame.handled or safe:
        return lines
    report = py.expression(py.call("statement_error", py.name("S"), py.name("e")))
    made: list[ast.stmt] = [py.try_(lines, [py.handler(py.name("NetException"), "e", [report])])]
    py.locate(made, frame.location(last))
    return made
