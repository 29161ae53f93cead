"""``try``, ``catch`` and ``finally``: a Python handler that does around a clause as little as the clause can see.

An error that no clause looks at keeps its Python exception; its record is made when ``$Error`` is read. A clause that looks
only at ``$_.Exception``, or writes ``$_`` into text, has the exception. One in which nothing but its own text can look at
``$_`` has the record in a Python local. Any other finds it in the variable.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name
from spshell.compiler.below import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame


def try_statement(frame: Frame, node: Any) -> list[ast.stmt]:
    """The statement: while `try_depth` is not 0 errors of called blocks unwind."""
    from spshell.compiler.flow import block

    body: list[ast.stmt] = []
    final = block(frame, node.finally_block) if node.finally_block is not None else []
    if node.catches:
        frame.handled += 1
        inner = block(frame, node.body)
        frame.handled -= 1
        if not _is_arithmetic(inner):
            inner = [guard_depth("Add"), py.try_(inner, [], [guard_depth("Sub")])]
        body = [py.try_(inner, [_catch_handler(frame, node)])]
    else:
        body = block(frame, node.body)
    if node.finally_block is None:
        return body
    return [py.try_(body, [], final)]


def guard_depth(step: str) -> ast.stmt:
    """From here on errors of called blocks unwind to a catch or trap (``Add``), or no longer (``Sub``)."""
    depth = ast.Attribute(py.attribute(py.name("S"), "session"), "try_depth", py.STORE)
    return ast.AugAssign(depth, ast.Add() if step == "Add" else ast.Sub(), py.const(1))


def _catch_handler(frame: Frame, node: Any) -> ast.ExceptHandler:
    """One Python handler that finds the clause by type and runs it."""
    frame.catches = True
    if not node.catches[0].types:
        body = _clause(frame, node.catches[0].body)
    else:
        types = [[(item.type_name, item.start, item.end) for item in clause.types] for clause in node.catches]
        chosen = frame.temporary("c")
        find = py.call(
            "find_catch", py.name("S"), py.name("e"), frame.constant("catches", types), py.name("B")
        )
        body = [py.expression(py.call("pass_by", *_error())), ast.Raise(None, None)]
        for index, clause in reversed(list(enumerate(node.catches))):
            test = py.compare(py.name(chosen), ast.Eq(), py.const(index))
            body = [py.if_(test, _clause(frame, clause.body), body)]
        body = [py.assign(chosen, find), *body]
    made = py.handler(py.name("NetException"), "e", body)
    py.locate([made], frame.location(node))
    return made


def _error() -> tuple[ast.expr, ...]:
    return py.name("S"), py.name("e"), py.name("B")


def _clause(frame: Frame, body: Any) -> list[ast.stmt]:
    """The body of a catch clause, with what the engine does around it."""
    from spshell.compiler.flow import block

    frame.handled += 1  # an error in a catch block ends the whole try statement
    record = frame.temporary("d")
    if frame.locals and _is_quiet(body, status=frame.unit.uses_status):
        outer_locals, outer_fixed, sure = frame.locals, frame.fixed, set(frame.sure)
        frame.locals = {**outer_locals, "_": record}
        frame.fixed = {**outer_fixed, "_": facts.ANY}
        frame.sure.add("_")
        by_exception = _looks_at_the_exception(body)
        outer, frame.caught = frame.caught, record if by_exception else None
        clause = block(frame, body)
        frame.locals, frame.fixed, frame.sure, frame.caught = outer_locals, outer_fixed, sure, outer
        frame.handled -= 1
        if _is_blind(clause, record):
            return [py.expression(py.call("catch_unseen", *_error())), *clause]
        if frame.unit.uses_status:
            ended = ast.Assign([ast.Attribute(py.name("Q"), "ok", py.STORE)], py.const(True))
            clause = [py.try_(clause, [], [ended])]
        return [
            py.assign(record, py.call("caught_exception" if by_exception else "caught", *_error())),
            *clause,
        ]
    clause = block(frame, body)
    frame.handled -= 1
    if _is_blind(clause, ""):
        return [py.expression(py.call("catch_unseen", *_error())), *clause]
    enter = py.assign(record, py.call("enter_catch", *_error()))
    restore = py.expression(py.call("leave_catch", py.name("S"), py.name(record)))
    return [enter, py.try_(clause, [], [restore])]


_OBSERVING = frozenset(
    {"Command", "ScriptBlockExpression", "ThrowStatement", "SwitchStatement", "TryStatement"}
)


def _is_arithmetic(statements: list[ast.stmt]) -> bool:
    """Whether code calls nothing in which errors could be handled, so that nobody asks how deep in tries it runs."""
    return all(
        isinstance(part.func, ast.Name) and (part.func.id in _UNSEEING or part.func.id == "thrown")
        for statement in statements
        for part in ast.walk(statement)
        if isinstance(part, ast.Call)
    )


def _is_quiet(body: Any, *, status: bool) -> bool:
    """Whether only the text of a clause can look at ``$_``, and nothing at which error is being handled.

    With `status` it must not look at ``$?`` either, which is false at its beginning.
    """
    return not body.traps and not any(
        node.kind in _OBSERVING
        or (node.kind == "Pipeline" and len(node.elements) > 1)
        or (status and node.kind == "VariableExpression" and node.path == "?")
        for item in body.statements
        for node in walk(item)
    )


def _looks_at_the_exception(body: Any) -> bool:
    """Whether ``$_`` stands only in ``$_.Exception`` and inside of text."""
    uses = members = 0
    for item in body.statements:
        for node in walk(item):
            uses += is_caught(node)
            if node.kind == "MemberExpression":
                members += is_exception_of(node)
            elif node.kind == "ExpandableStringExpression":
                members += sum(type(part) is not str and is_caught(part) for part in node.parts)
    return uses == members


def is_caught(node: Any) -> bool:
    """Whether a node is ``$_``."""
    return bool(node.kind == "VariableExpression" and variable_name(node.path) == "_")


def is_exception_of(node: Any) -> bool:
    """Whether a member expression is ``$_.Exception``."""
    return (
        is_caught(node.target)
        and not node.static
        and not node.null_conditional
        and node.member.kind == "StringConstantExpression"
        and node.member.value.lower() == "exception"
    )


def _is_blind(statements: list[ast.stmt], record: str) -> bool:
    """Whether code cannot look at the error being handled: it only reckons with variables of its function."""
    for statement in statements:
        for part in ast.walk(statement):
            if isinstance(part, ast.Call):
                if not (isinstance(part.func, ast.Name) and part.func.id in _UNSEEING):
                    return False
            elif isinstance(part, ast.Raise) or (
                isinstance(part, ast.Name) and (part.id in _SEEING or part.id == record)
            ):
                return False
    return True


_UNSEEING = frozenset(
    {
        "float", "int", "str", "type", "len", "truth", "add", "subtract", "multiply", "divide", "remainder", "increment",
        "decrement", "append", "eq", "ne", "lt", "le", "gt", "ge", "null_if_nothing",
    }
)  # fmt: skip
"""What may be called where nobody can look at the error."""

_SEEING = frozenset({"S", "V", "A", "B", "e", "out"})
