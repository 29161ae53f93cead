"""Whole blocks: the Python function of a begin, process, end or clean block, and functions nested in it."""

from __future__ import annotations

import ast

from spshell.compiler import pyast as py
from spshell.compiler.analysis import binds_unseen, local_names, referenced, typed_in_blocks
from spshell.compiler.below import contains, walk
from spshell.compiler.collector import CollectorOff
from spshell.compiler.deep_blocks import code_of
from spshell.compiler.element_code import likely_kinds
from spshell.compiler.frame import Frame
from spshell.compiler.loop_counters import assigned
from spshell.compiler.statements import hoisted_types, statement, statement_body, statement_list
from spshell.compiler.steady_tests import hoisted
from spshell.compiler.tries import guard_depth
from spshell.compiler.unit import CompiledBlock, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from types import CodeType
    from typing import Any

_NAMED = ("dynamicparam_block", "begin_block", "process_block", "end_block", "clean_block")


def compile_block(
    node: Any,
    *,
    parameters: frozenset[str] = frozenset(),
    hot: bool = True,
    method: bool = False,
    status: bool = False,
    functions: Container[str] = (),
    constrained: frozenset[str] = frozenset(),
    traced: bool = False,
    watched: bool = False,
) -> CompiledBlock:
    """Compile a ScriptBlock node.

    `parameters` are folded names that hold a value for certain when a block runs, `constrained` those of them with types and
    checks. `hot` asks for inline fast paths
    (functions and loops); code that runs once is compiled smaller. `method` compiles a class method's body. `status` keeps
    ``$?`` right after every statement, for callers that look at it though the text does not. `functions` are the folded
    names of functions that the block may call. `traced` tells the debugger of every statement and variable; `watched` leaves all
    variables in the scope, for blocks that run in the scope of the code that takes their output.
    """
    for deep in (False, True):
        unit = Unit(node.source, uses_status=status or _uses_status(node), functions=functions, traced=traced)
        unit.start = node.start
        unit.watched = watched
        unit.likely = likely_kinds(node)
        unit.constrained = constrained
        unit.deep = deep
        with CollectorOff():
            named = _named_code(unit, node, parameters, hot=hot, method=method)
        if named is not None:
            return CompiledBlock(node.source, unit.constants, named)
    raise RecursionError


def _named_code(
    unit: Unit, node: Any, parameters: frozenset[str], *, hot: bool, method: bool
) -> dict[str, CodeType] | None:
    """The code of each named block; None when the statements of one are nested too deep."""
    named: dict[str, CodeType] = {}
    for field in _NAMED:
        block = getattr(node, field)
        if block is not None:
            code = _compile_named(unit, node, block, parameters, hot=hot, method=method)
            if code is None:
                return None
            named[block.block_kind] = code
    return named


def _uses_status(node: Any) -> bool:
    text = node.source.text
    return "$?" in text or "&&" in text or "||" in text or "${?}" in text


def _compile_named(
    unit: Unit, node: Any, block: Any, parameters: frozenset[str], *, hot: bool, method: bool
) -> CodeType | None:
    frame = Frame(unit)
    frame.method = method
    frame.handled = int(method)
    frame.hot = hot
    frame.parameters = parameters
    frame.typed = local_names(block.statements)[1] | typed_in_blocks(block.statements)
    frame.typed |= referenced(unit.source.text)
    unit.binds_unseen = binds_unseen(block.statements)
    frame.typed |= {n for n in unit.constrained if any(assigned(item, n) for item in block.statements)}
    if _removes_variables(block):
        frame.parameters = frozenset()
    rest = [item for item in block.statements if item.kind != "TypeDefinition"]
    body = [line for item in node.usings for line in statement(frame, item)]
    body += hoisted_types(frame, [item for item in block.statements if item.kind == "TypeDefinition"])
    if block.traps:
        body += with_traps(frame, rest, block.traps)
    else:
        body += statement_list(frame, rest)
    if unit.traced and unit.source.text[node.start : node.start + 1] == "{":
        body = [_edge(frame, node.start, node.end, True), *body, _edge(frame, node.end - 1, node.end, False)]
    prologue: list[ast.stmt] = [
        py.assign("V", py.attribute(py.name("S"), "vars")),
        py.assign("A", py.attribute(py.name("S"), "attributes")),
    ]
    if unit.uses_status:
        prologue.append(py.assign("Q", py.attribute(py.name("S"), "session")))
    if frame.catches:
        prologue.append(py.assign("B", ast.List([], py.LOAD)))
    made = py.function("block", ["S", "out"], prologue + _returning(frame, block, body))
    where = frame.location(node)
    py.locate([made], where)
    return code_of(hoisted(made), node.source.name)


def _edge(frame: Frame, start: int, end: int, enters: bool) -> ast.stmt:
    """Tell the debugger that a block in braces begins or ends."""
    site = frame.constant("step", (start, end))
    return py.expression(py.call("trace_edge", py.name("S"), site, py.const(enters)))


def _returning(frame: Frame, block: Any, body: list[ast.stmt]) -> list[ast.stmt]:
    """Take the signal of a ``return`` that stands inside a nested function of this block."""
    if not any(contains(item, "ReturnStatement") for item in block.statements):
        return body
    check = py.if_(
        py.compare(py.attribute(py.name("r"), "scope"), ast.IsNot(), py.name("S")), [ast.Raise(None, None)]
    )
    given = [ast.Return(py.attribute(py.name("r"), "value"))] if frame.method and frame.unit.deep else []
    return [py.try_(body, [py.handler(py.name("ReturnSignal"), "r", [check, *given])])]


_REMOVERS = frozenset({"remove-variable", "rv", "remove-item", "clear-variable", "."})


def _removes_variables(block: Any) -> bool:
    """Whether the block may remove variables, so that even parameters need a check."""
    for item in block.statements:
        for node in walk(item):
            if (
                node.kind == "Command"
                and node.elements[0].kind == "StringConstantExpression"
                and node.elements[0].value.lower() in _REMOVERS
            ):
                return True
    return False


def nested_function(
    frame: Frame,
    identifier: str,
    statements: list[Any],
    traps: list[Any],
    *,
    unwinds: bool = False,
    of_method: bool = False,
) -> ast.stmt:
    """``def identifier(out): ...`` for statements that run inside an expression of the block.

    With `unwinds` an error in one of them is an error of the expression; one `of_method` returns its method's value.
    """
    inner = frame.nested(frame.temporary("o"))
    inner.handled = frame.handled
    inner.in_method = of_method
    if unwinds:
        body = [line for item in statements for line in statement_body(inner, item)]
    elif traps:
        body = with_traps(inner, statements, traps)
    else:
        body = statement_list(inner, statements)
    made = py.function(
        identifier, [inner.out], [*py.nonlocals(frame.locals.values(), body), *_callers(inner), *body]
    )
    where = frame.location(statements[0]) if statements else (1, 0, 1, 0)
    py.locate([made], where)
    return made


def _callers(frame: Frame) -> list[ast.stmt]:
    return [py.assign("B", ast.List([], py.LOAD))] if frame.catches else []


def with_traps(frame: Frame, statements: list[Any], traps: list[Any]) -> list[ast.stmt]:
    """Statements under traps: an error in any of them runs the trap, then goes on with the next (about_Trap)."""
    definitions: list[ast.stmt] = []
    items: list[ast.expr] = []
    for trap in traps:
        identifier = frame.temporary("trap")
        inner = frame.nested("out")
        inner.handled = 0
        body = statement_list(inner, trap.body.statements)
        made = py.function(
            identifier, ["out"], [*py.nonlocals(frame.locals.values(), body), *_callers(inner), *body]
        )
        py.locate([made], frame.location(trap))
        definitions.append(made)
        types = [] if trap.type is None else [(trap.type.type_name, trap.type.start, trap.type.end)]
        items.append(py.tuple_of([frame.constant("catches", [types]), py.name(identifier)]))
    table = frame.temporary("traps")
    definitions.append(py.assign(table, py.tuple_of(items)))
    result: list[ast.stmt] = []
    outer, frame.trapped = frame.trapped, (table, frame.handled + 1)
    for node in statements:
        if node.kind == "TrapStatement":
            continue
        frame.handled += 1
        body = statement(frame, node)
        frame.handled -= 1
        result.append(under_traps(frame, node, table, body))
    frame.trapped = outer
    py.locate(definitions, frame.location(traps[0]))
    return [*definitions, *result]


def under_traps(frame: Frame, node: Any, table: str, body: list[ast.stmt]) -> ast.stmt:
    """A statement, or a pipeline of a chain, whose errors run the traps of the table; then what follows it goes on."""
    run = py.call("run_traps", py.name("S"), py.name(frame.out), py.name("e"), py.name(table))
    caught = py.handler(py.name("NetException"), "e", [py.if_(run, [_leave(frame)])])
    made = py.try_([guard_depth("Add"), py.try_(body, [], [guard_depth("Sub")])], [caught])
    py.locate([made], frame.location(node))
    return made


def _leave(frame: Frame) -> ast.stmt:
    if frame.closure:
        return ast.Raise(py.call("ReturnSignal", py.name("S")), None)
    return ast.Return(None)
