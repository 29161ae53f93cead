"""Statements: each becomes Python statements, with a handler for the errors that end only that statement.

An error that is not caught in the text abandons the statement; the block goes on with the next one unless a try or
trap is active further up (about_Try_Catch_Finally, about_Trap). ``statement_error`` decides that at run time.
"""

from __future__ import annotations

import ast

from spshell.compiler import assignments, commands, direct_calls, flow, fusion
from spshell.compiler import pyast as py
from spshell.compiler.analysis import (
    OBSERVED,
    assigned_names,
    fused_names,
    has_loop,
    is_closed,
    local_names,
    variable_name,
)
from spshell.compiler.below import contains
from spshell.compiler.expected import expected
from spshell.compiler.expressions import _single_expression, closure_value, element, statement_value, value
from spshell.compiler.facts import ANY, is_safe, of, widened
from spshell.compiler.operators import held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.frame import Frame


def statement_list(frame: Frame, statements: list[Any]) -> list[ast.stmt]:
    """A list of statements; runs of closed statements with a loop in them keep their variables in locals."""
    result: list[ast.stmt] = []
    position = 0
    tail = frame.tail
    while position < len(statements):
        run = _closed_run(frame, statements, position)
        if run:
            result.extend(_promoted(frame, run))
            position += len(run)
        else:
            node = statements[position]
            position += 1
            frame.tail = tail and position == len(statements) and node.kind in ("Pipeline", "IfStatement")
            result.extend(statement(frame, node))
    frame.tail = tail
    return result or [ast.Pass()]


def _closed_run(frame: Frame, statements: list[Any], start: int) -> list[Any]:
    """The closed statements from `start` on, when it pays to promote their variables."""
    if frame.locals or frame.closure or frame.unit.traced or frame.unit.watched or frame.unit.deep:
        return []
    run: list[Any] = []
    for node in statements[start:]:
        if not is_closed(node, frame.unit.functions):
            break
        run.append(node)
    return run if any(has_loop(node) for node in run) else []


def _promoted(frame: Frame, run: list[Any]) -> list[ast.stmt]:
    """Compile statements with their variables in Python locals, loaded before and written back after, whatever happens."""
    names, typed = local_names(run)
    names -= OBSERVED | typed | frame.typed
    if not names:
        return [item for node in run for item in statement(frame, node)]
    builtin = set() if frame.assured else fused_names(run)
    if (
        builtin and frame.unfused
    ):  # the commands in it run by themselves and look for their variables in the scope
        return [item for node in run for item in statement(frame, node)]
    changed = assigned_names(run) & names if frame.unit.binds_unseen else set()
    if not builtin and not changed:
        return _in_locals(frame, run, names)
    outer = frame.unfused, frame.assured
    frame.unfused = frame.unfused or bool(builtin)
    general = [item for node in run for item in statement(frame, node)]
    frame.unfused, frame.assured = outer[0], frame.assured or bool(builtin)
    made = _in_locals(frame, run, names)
    tests = [fusion.stands(frame, builtin)] if builtin else []
    if changed:
        tests.append(py.call("unbound", py.name("A"), py.const(tuple(sorted(changed)))))
    made = [py.if_(tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), tests), made, general)]
    frame.assured = outer[1]
    py.locate(made, frame.location(run[0]))
    return made


def _in_locals(frame: Frame, run: list[Any], names: set[str]) -> list[ast.stmt]:
    frame.locals = {name: f"v_{index}" for index, name in enumerate(sorted(names))}
    frame.opaque = any(contains(node, "Command") for node in run)
    load: list[ast.stmt] = []
    spill: list[ast.stmt] = []
    for name, local in frame.locals.items():
        got = py.call("load_local", py.name("V"), py.const(name))
        load.append(py.assign(local, got))
        changed = py.compare(py.name(local), ast.IsNot(), py.name("UNSET"))
        spill.append(
            py.if_(
                changed, [py.expression(py.call("spill_local", py.name("S"), py.const(name), py.name(local)))]
            )
        )
    likely = {} if frame.opaque else expected(run)
    body = settled(frame, lambda: [item for node in run for item in statement(frame, node)], likely)
    frame.locals = {}
    frame.sure = set()
    frame.opaque = False
    made = [*load, py.try_(body, [], spill)]
    py.locate(made, frame.location(run[0]))
    return made


def _succeeded() -> ast.stmt:
    """``$?`` is true after a statement that ended well."""
    return ast.Assign([ast.Attribute(py.name("Q"), "ok", py.STORE)], py.const(True))


_EXACT_ROUNDS, _ROUNDS = 2, 4


def settled(
    frame: Frame, compile_: Callable[[], list[ast.stmt]], likely: dict[str, Fact] | None = None
) -> list[ast.stmt]:
    """Compile a region with promoted variables until what is assumed of them is what comes out.

    The first round knows nothing of what later statements assign but what is `likely`: it is the last one if no code was
    made with facts that these changed. Ranges that keep growing are given up, then kinds.
    """
    hot, frame.hot = frame.hot, True
    mark = frame.unit.mark()
    known = likely or {}
    counters, sure = frame.counters, set(frame.sure)
    turn = 0
    while True:
        frame.facts, frame.counters, frame.sure = dict(known), dict(counters), set(sure)
        frame.relied = {}
        body = compile_()
        if frame.is_settled:
            break
        turn += 1
        if turn > _EXACT_ROUNDS:
            frame.facts = {name: widened(known.get(name), fact) for name, fact in frame.facts.items()}
        if turn > _ROUNDS:
            frame.facts = dict.fromkeys(frame.locals, ANY)
        known = frame.facts
        frame.unit.rewind(mark)
    frame.facts, frame.counters = {}, counters
    frame.hot = hot
    return body


_UNTRACED = frozenset({"FunctionDefinition", "TypeDefinition", "TrapStatement", "UsingStatement"})
"""Statements that the debugger does not stop at."""


def statement(frame: Frame, node: Any) -> list[ast.stmt]:
    """One statement with its error handler."""
    calls = frame.unit.open_calls
    body = statement_body(frame, node)
    where = frame.location(node)
    if frame.unit.open_calls > calls:
        body = direct_calls.read_again(frame, body)
        frame.unit.open_calls = calls
    if frame.unit.traced and node.kind not in _UNTRACED:
        stop = py.call("step", py.name("S"), frame.constant("step", (node.start, node.end)))
        body = [py.expression(stop), *body]
    py.locate(body, where)
    if frame.unit.uses_status and node.kind in ("Pipeline", "AssignmentStatement"):
        done: list[ast.stmt] = [_succeeded()]
        if _sets_success(node):
            py.locate(done, where)
            body = [*body, *done]
    if frame.handled or not _can_fail(frame, node) or _only_safe_stores(body):
        return body
    taken = py.call("reports", py.name("S")) if frame.direct else py.name("NetException")
    report = py.expression(py.call("statement_error", py.name("S"), py.name("e")))
    made = [py.try_(body, [py.handler(taken, "e", [report])])]
    py.locate(made, where)
    return made


def _only_safe_stores(body: list[ast.stmt]) -> bool:
    """Whether the statements only put values that cannot fail into Python locals."""
    return all(
        isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name) and is_safe(item.value)
        for item in body
    )


def _is_expression(node: Any) -> bool:
    """Whether a statement is a single expression, perhaps assigned; a command in parentheses stays a command."""
    if node.kind == "AssignmentStatement":
        return _is_expression(node.right)
    if node.kind != "Pipeline" or len(node.elements) != 1 or node.elements[0].kind != "CommandExpression":
        return False
    inner = node.elements[0].expression
    return inner.kind != "ParenExpression" or _is_expression(inner.pipeline)


def _sets_success(node: Any) -> bool:
    """Whether ``$?`` is true after a statement that ended well; commands, also in ``( )`` and ``$( )``, say it themselves."""
    if node.kind == "AssignmentStatement":
        return _sets_success(node.right)
    if not _is_expression(node):
        return False
    inner = node.elements[0].expression
    if inner.kind == "ParenExpression":
        return _sets_success(inner.pipeline)
    if inner.kind in ("SubExpression", "ArrayExpression"):
        statements = inner.body.statements
        return not statements or _sets_success(statements[-1])
    return True


def _can_fail(frame: Frame, node: Any) -> bool:
    if node.kind == "FunctionDefinition":
        return False
    if node.kind in ("BreakStatement", "ContinueStatement"):
        return node.label is not None
    if node.kind == "ReturnStatement":
        return node.pipeline is not None
    if (
        node.kind == "AssignmentStatement"
        and node.operator == "Equals"
        and node.left.kind == "VariableExpression"
    ):
        single = _single_expression(node.right)
        constant = single is not None and single.kind == "ConstantExpression"
        return not (constant and variable_name(node.left.path) in frame.locals)  # others may be read-only
    return True


def statement_body(frame: Frame, node: Any) -> list[ast.stmt]:
    """The Python statements of a statement, nested functions that it needs first."""
    outer = frame.pending
    frame.pending = []
    body = _COMPILE[node.kind](frame, node)
    definitions = frame.pending
    frame.pending = outer
    return [*definitions, *body]


_SCALAR_KINDS = ("int", "float", "number", "str", "bool")


def emit(frame: Frame, compiled: ast.expr) -> ast.stmt:
    """Write a value to the block's output, unrolled; return it where that is all that a direct function writes."""
    if frame.tail:
        return ast.Return(compiled)
    if isinstance(compiled, (ast.Constant, ast.JoinedStr)) or of(compiled).kind in _SCALAR_KINDS:
        return py.expression(ast.Call(py.name(frame.out), [compiled], []))
    if not frame.hot or of(compiled).known or isinstance(compiled, ast.List):
        return py.expression(py.call("emit", py.name(frame.out), compiled))
    first, again = held(frame, compiled)
    scalar = py.compare(py.call("type", first), ast.In(), py.name("SCALARS"))
    written = ast.Call(py.name(frame.out), [again], [])
    return py.expression(py.choose(scalar, written, py.call("emit", py.name(frame.out), again)))


def _call_statement(frame: Frame, compiled: ast.expr) -> ast.stmt:
    """A method called for what it does: most often it gives nothing that could be written."""
    if frame.tail or not frame.hot or of(compiled).known:
        return emit(frame, compiled)
    first, again = held(frame, compiled)
    return py.if_(py.compare(first, ast.IsNot(), py.name("NOTHING")), [emit(frame, again)])


def _pipeline(frame: Frame, node: Any) -> list[ast.stmt]:
    if len(node.elements) == 1 and node.elements[0].kind == "CommandExpression" and not node.background:
        element = node.elements[0]
        if element.redirections:
            return commands.redirected_expression(frame, element)
        return _expression_statement(frame, element.expression)
    return commands.pipeline_statement(frame, node)


def _is_void(node: Any) -> bool:
    """``[void]x``, in parentheses or not."""
    while node.kind == "ParenExpression":
        inner = _single_expression(node.pipeline)
        if inner is None:
            return False
        node = inner
    return bool(node.kind == "ConvertExpression" and node.type.type_name.text.lower() == "void")


def _element_statement(frame: Frame, node: Any) -> ast.stmt:
    """One element of an array that is written at once: the pipeline passes over a place that holds nothing."""
    if _is_void(node):
        return py.expression(value(frame, node))
    return py.expression(ast.Call(py.name(frame.out), [element(frame, node)], []))


def _expression_statement(frame: Frame, node: Any) -> list[ast.stmt]:
    if node.kind == "UnaryExpression" and node.operator in (
        "PlusPlus", "MinusMinus", "PostfixPlusPlus", "PostfixMinusMinus",
    ):  # fmt: skip
        stepped = assignments.increment(frame, node)
        return stepped if stepped is not None else [py.expression(value(frame, node))]
    if node.kind == "ArrayLiteral" and any(_is_void(item) for item in node.elements):
        return [_element_statement(frame, item) for item in node.elements]
    if node.kind == "ArrayLiteral" and not frame.tail:
        return [emit(frame, ast.List([value(frame, item) for item in node.elements], py.LOAD))]
    if node.kind == "ConvertExpression" and _is_void(node):
        return [py.expression(value(frame, node.child))]
    if (
        node.kind == "ParenExpression"
        and node.pipeline.kind == "Pipeline"
        and not _is_expression(node.pipeline)
    ):
        return [emit(frame, value(frame, node))]
    if node.kind == "InvokeMemberExpression":
        return [_call_statement(frame, value(frame, node))]
    return [emit(frame, value(frame, node))]


def _chain(frame: Frame, node: Any) -> list[ast.stmt]:
    if node.background:
        return [py.expression(commands.background(frame, node))]
    inner = node.left.kind == "PipelineChain" and not (node.left.background or frame.unit.traced)
    left = _chain(frame, node.left) if inner else _link(frame, node.left)
    succeeded: ast.expr = py.call("last_succeeded", py.name("S"))
    if node.operator == "OrOr":
        succeeded = py.negated(succeeded)
    return [*left, py.if_(succeeded, _link(frame, node.right))]


def _link(frame: Frame, node: Any) -> list[ast.stmt]:
    """A pipeline of a chain: its error goes to the traps of the block by itself, and the chain goes on."""
    from spshell.compiler.blocks import under_traps

    body = statement(frame, node)
    if frame.trapped is None or frame.trapped[1] != frame.handled or node.kind == "PipelineChain":
        return body
    return [under_traps(frame, node, frame.trapped[0], body)]


def _function(frame: Frame, node: Any) -> list[ast.stmt]:
    return [py.expression(py.call("define_function", py.name("S"), frame.constant("function", node)))]


def _type(frame: Frame, node: Any) -> list[ast.stmt]:
    return [py.expression(py.call("define_types", py.name("S"), frame.constant("typedefs", [node])))]


def hoisted_types(frame: Frame, nodes: list[Any]) -> list[ast.stmt]:
    """The classes and enums of a block, defined together before anything else runs: they may name each other."""
    if not nodes:
        return []
    made = py.expression(py.call("define_types", py.name("S"), frame.constant("typedefs", nodes)))
    py.locate([made], frame.location(nodes[0]))
    return [made]


def _using(frame: Frame, node: Any) -> list[ast.stmt]:
    return [py.expression(py.call("use", py.name("S"), frame.constant("using", node)))]


def _data(frame: Frame, node: Any) -> list[ast.stmt]:
    collected = closure_value(frame, node.body.statements, node.body.traps, "collect")
    if node.variable:
        from spshell.compiler import variables

        return variables.write(frame, node.variable, collected)
    return [emit(frame, collected)]


def _unsupported(_frame: Frame, node: Any) -> list[ast.stmt]:
    return [py.expression(py.call("unsupported", py.name("S"), py.const(node.kind)))]


_COMPILE: dict[str, Callable[[Any, Any], list[ast.stmt]]] = {
    "Pipeline": _pipeline,
    "PipelineChain": _chain,
    "AssignmentStatement": assignments.assignment,
    "FunctionDefinition": _function,
    "TypeDefinition": _type,
    "UsingStatement": _using,
    "DataStatement": _data,
    "ConfigurationDefinition": _unsupported,
    "DynamicKeywordStatement": _unsupported,
    "BlockStatement": _unsupported,
    "ErrorStatement": _unsupported,
    **flow.COMPILE,
}

__all__ = ["emit", "statement", "statement_body", "statement_list", "statement_value"]
