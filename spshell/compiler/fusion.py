"""Pipelines whose stages are literal blocks of Where-Object and ForEach-Object: one loop over the input.

``1..9 | where { $_ % 2 } | foreach { $_ * 2 }`` runs each block in the scope around it, object by object. The same statements
in a Python loop do the same, in the same order, provided that the names still mean the built-in commands, and that nothing
in a block looks for ``$_`` by another way than its text. What follows the blocks is fed by the loop. The steps behind a command
are a function that takes its output.
"""

from __future__ import annotations

import ast
from copy import copy

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.fused_steps import is_expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.frame import Frame
    from spshell.compiler.fused_steps import Fused, Step


def statement(frame: Frame, node: Any, fused: Fused, general: list[ast.stmt]) -> list[ast.stmt]:
    """The pipeline as a statement; `general` is what to do when the names mean something else."""
    ok = ast.Assign([ast.Attribute(py.attribute(py.name("S"), "session"), "ok", py.STORE)], py.const(True))
    outer, frame.assured = frame.assured, True
    if fused.drops:
        lines = _dropped(frame, node)
    else:
        lines = _fed(frame, node, fused) if fused.rest else _loop(frame, fused)
    made = [ok, *lines]
    frame.assured = outer
    if outer:
        return made
    return [py.if_(stands(frame, fused.names), made, general)]


def _dropped(frame: Frame, node: Any) -> list[ast.stmt]:
    """The first element of the pipeline, with nothing that takes its output."""
    from spshell.compiler import commands, expressions

    element = node.elements[0]
    if element.kind == "CommandExpression":
        return [py.expression(expressions.value(frame, element.expression))]
    alone = copy(node)
    alone.below = None
    alone.elements = [element]
    outer = frame.out, frame.single, frame.tail
    frame.out, frame.single, frame.tail = "discard", False, False
    lines = commands.pipeline_statement(frame, alone)
    frame.out, frame.single, frame.tail = outer
    return lines


def stands(frame: Frame, names: set[tuple[str, str]]) -> ast.expr:
    """The test that command names mean the built-in commands."""
    return py.call("stands", py.name("S"), frame.constant("builtins", tuple(sorted(names))))


def _fed(frame: Frame, node: Any, fused: Fused) -> list[ast.stmt]:
    """The loop in a function of its own, which feeds the commands behind it; its input is there before any of them begins."""
    from spshell.compiler.commands import stage_tuple

    identifier, items = frame.temporary("f"), frame.temporary("i")
    source, fact = (_command(frame, fused), facts.ANY) if fused.headed else _input(frame, fused)
    inner = frame.nested("out")
    inner.handled = frame.handled
    inner.assured = frame.assured
    if fused.headed:
        body = _run_by_command(inner, py.name(items), fused)
    else:
        body = _over_input(inner, py.name(items), fact, fused)
    body = [*inner.pending, *body]  # functions that the blocks need stand before the loop
    made = py.function(identifier, ["out"], [*py.nonlocals(frame.locals.values(), body), *body])
    py.locate([made], frame.location(node))
    stages = py.tuple_of(stage_tuple(frame, command) for command in fused.rest)
    fed = py.call("Feeder", py.name(identifier))
    return [
        py.assign(items, source),
        made,
        py.expression(py.call("run_pipeline", py.name("S"), py.name(frame.out), py.const(True), fed, stages)),
    ]


def _command(frame: Frame, fused: Fused) -> ast.expr:
    """``(site, name, arguments, None)`` of the command in front."""
    from spshell.compiler.commands import stage_tuple

    return stage_tuple(frame, fused.source)


def _run_by_command(frame: Frame, command: ast.expr, fused: Fused) -> list[ast.stmt]:
    """The steps as a function that the command in front calls for each object: a loop of one turn, which they can go on from."""
    identifier, item = frame.temporary("f"), frame.temporary("x")
    inner = frame.nested(frame.out)
    inner.handled = frame.handled
    inner.assured = frame.assured
    end, fused.steps[-1].end = fused.steps[-1].end, []
    lines = _over_input(inner, py.tuple_of([py.name(item)]), facts.ANY, fused)
    fused.steps[-1].end = end
    lines = [*inner.pending, *lines]
    made = py.function(identifier, [item], [*py.nonlocals(frame.locals.values(), lines), *lines])
    py.locate([made], frame.location(fused.source))
    run = py.expression(py.call("run_source", py.name("S"), py.name(identifier), command))
    py.locate([run], frame.location(fused.source))
    return [made, run, *(_beside(frame, end, fused) if end else [])]


def _loop(frame: Frame, fused: Fused) -> list[ast.stmt]:
    if fused.headed:
        return _run_by_command(frame, _command(frame, fused), fused)
    return _over_input(frame, *_input(frame, fused), fused)


def _input(frame: Frame, fused: Fused) -> tuple[ast.expr, Fact]:
    """What the loop goes through."""
    from spshell.compiler.expressions import value
    from spshell.compiler.flow import _range

    source = fused.source
    while source.kind == "ParenExpression" and is_expression(source.pipeline):
        source = source.pipeline.elements[0].expression
    if source.kind == "BinaryExpression" and source.operator == "DotDot":
        items, fact = _range(value(frame, source.left), value(frame, source.right))
    else:
        items, fact = py.call("emitted", value(frame, source)), facts.ANY
    py.locate([items], frame.location(source))
    return items, fact


def _over_input(frame: Frame, items: ast.expr, fact: Fact, fused: Fused) -> list[ast.stmt]:
    hot, frame.hot = frame.hot, True
    outer, frame.inlined = frame.inlined, True  # the blocks see the callers' variables
    repeated, frame.repeated = frame.repeated, True
    before, after = fused.steps[-1].begin, fused.steps[-1].end
    if before:
        held = frame.temporary("i")
        made = [
            py.assign(held, items),
            *_beside(frame, before, fused),
            *_over(frame, py.name(held), fact, fused.steps),
        ]
    else:
        made = _over(frame, items, fact, fused.steps)
    if after:
        made += _beside(frame, after, fused)
    frame.inlined, frame.repeated = outer, repeated
    frame.hot = hot
    return made


def _beside(frame: Frame, statements: list[Any], fused: Fused) -> list[ast.stmt]:
    """The begin or the end block of the last step."""
    from spshell.compiler.statements import statement_list

    handled, frame.handled = frame.handled, 0
    made = [_signing(frame, statement_list(frame, statements), fused.steps[-1])]
    frame.handled = handled
    return made


def _over(frame: Frame, items: ast.expr, fact: Fact, steps: list[Step]) -> list[ast.stmt]:
    """A loop over objects that runs the steps for each."""
    item = frame.temporary("i")
    return [py.for_(item, items, _steps(frame, item, fact, steps))]


def _steps(frame: Frame, item: str, fact: Fact, steps: list[Step]) -> list[ast.stmt]:
    """The steps for the object that a Python local holds."""
    if not steps:
        return [_written(frame, facts.with_fact(py.name(item), fact))]
    step = steps[0]
    outer_locals, outer_fixed, sure = frame.locals, frame.fixed, set(frame.sure)
    handled, frame.handled = frame.handled, 0  # a block takes its own errors, unless a try is running
    frame.locals = {**outer_locals, "_": item}
    frame.fixed = {**outer_fixed, "_": fact}
    frame.sure.add("_")
    if step.filters:
        made = [*_filter(frame, step, item), *_steps(frame, item, fact, steps[1:])]
    else:
        made = _action(frame, step, steps[1:])
    frame.locals, frame.fixed, frame.sure = outer_locals, outer_fixed, sure
    frame.handled = handled
    return made if step.statements is None else [_signing(frame, made, step)]


def _signing(frame: Frame, lines: list[ast.stmt], step: Step) -> ast.stmt:
    """Lines of a block: an error that leaves them is one of the command whose block it is, at its place."""
    name = py.const("Where-Object" if step.filters else "ForEach-Object")
    site = frame.constant("step", step.extent)
    sign = py.expression(py.call("leaves_block", py.name("S"), py.name("e"), site, name, py.const(step.name)))
    return py.try_(lines, [py.handler(py.name("NetException"), "e", [sign, ast.Raise(None, None)])])


def _written(frame: Frame, value: ast.expr) -> ast.stmt:
    return py.expression(ast.Call(py.name(frame.out), [value], []))


def _filter(frame: Frame, step: Step, item: str) -> list[ast.stmt]:
    """Go on with the next object unless the condition holds."""
    from spshell.compiler.expressions import condition
    from spshell.compiler.statements import statement_list

    if step.statements is None:
        passed_by = py.if_(py.negated(_property_condition(frame, step, item)), [ast.Continue()])
        return [_comparing(frame, step, item, passed_by) if step.comparison else passed_by]
    before, last = step.statements[:-1], step.statements[-1]
    made = statement_list(frame, before) if before else []
    test = condition(frame, last.elements[0].expression)
    return [*made, *_guarded(frame, last, test, [py.if_(py.negated(test), [ast.Continue()])])]


def _comparing(frame: Frame, step: Step, item: str, line: ast.stmt) -> ast.stmt:
    """A line that compares: what has no order is written about, and the next object is looked at."""
    shown = py.const("I" + step.comparison[0])
    site = frame.constant("step", step.extent)
    said = py.call(
        "operator_failed", py.name("S"), py.name("e"), site, shown, py.const(step.name), py.name(item)
    )
    handler = py.handler(py.name("NetException"), "e", [py.expression(said), ast.Continue()])
    return py.try_([line], [handler])


def _guarded(frame: Frame, node: Any, value: ast.expr, lines: list[ast.stmt]) -> list[ast.stmt]:
    """Lines with a handler for the error of their statement, which ends the work on this object."""
    py.locate(lines, frame.location(node))
    if frame.handled or facts.is_safe(value):
        return lines
    report = py.expression(py.call("statement_error", py.name("S"), py.name("e")))
    made: list[ast.stmt] = [
        py.try_(lines, [py.handler(py.name("NetException"), "e", [report, ast.Continue()])])
    ]
    py.locate(made, frame.location(node))
    return made


def _property_condition(frame: Frame, step: Step, item: str) -> ast.expr:
    from spshell.compiler.expressions import truth, value
    from spshell.compiler.operators import _cased

    looked_at = (py.name("S"), py.name(item), py.const(step.property))
    temporary = frame.temporary()
    stored = ast.Call(
        py.attribute(py.attribute(py.name(item), "members"), "get"),
        [py.const(step.property), py.name("NOTHING")],
        [],
    )
    kind = py.call("type", py.walrus(temporary, stored))
    is_custom = py.is_type(py.name(item), "PSCustomObject")
    if not step.comparison:
        known = py.both(is_custom, py.compare(kind, ast.Is(), py.name("bool")))
        return py.choose(known, py.name(temporary), py.call("passes_property", *looked_at))
    is_plain = py.both(is_custom, py.compare(kind, ast.In(), py.name("SCALARS")))
    found = py.choose(is_plain, py.name(temporary), py.call("filter_property", *looked_at))
    operator, wanted = step.comparison
    test, is_bool = _cased(frame, "I" + operator, found, value(frame, wanted))
    return test if is_bool else truth(frame, test)


def _action(frame: Frame, step: Step, following: list[Step]) -> list[ast.stmt]:
    from spshell.compiler.expressions import value
    from spshell.compiler.statements import statement_list

    assert step.statements is not None
    if not following:
        outer, frame.returns_item = frame.returns_item, step.returns
        made = statement_list(frame, step.statements)
        frame.returns_item = outer
        return made
    if not step.statements or not is_expression(step.statements[-1]):
        return statement_list(frame, step.statements)  # nothing comes out
    before, last = step.statements[:-1], step.statements[-1]
    made = statement_list(frame, before) if before else []
    compiled = value(frame, last.elements[0].expression)
    fact = facts.of(compiled)
    result = frame.temporary("i")
    made += _guarded(frame, last, compiled, [py.assign(result, compiled)])
    if fact.kind in ("int", "float", "number", "str", "bool"):
        return [*made, *_steps(frame, result, fact, following)]
    return [*made, *_over(frame, py.call("emitted", py.name(result)), facts.ANY, following)]
