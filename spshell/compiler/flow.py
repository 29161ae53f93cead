"""Control flow: if, loops, switch, try, and the statements that leave them.

Inside one Python function break and continue are Python's own. Across functions they are signals
(``BreakSignal``, ``ContinueSignal``), which every loop that runs foreign code takes.
"""

from __future__ import annotations

import ast

from spshell.compiler import (
    assignments,
    deep_blocks,
    direct_calls,
    facts,
    loop_counters,
    method_shape,
    tries,
    variables,
)
from spshell.compiler import pyast as py
from spshell.compiler.analysis import is_step, variable_name
from spshell.compiler.below import contains, walk
from spshell.compiler.expressions import (
    condition,
    positioned_value,
    statement_condition,
    statement_value,
    value,
)
from spshell.compiler.frame import Loop
from spshell.compiler.switches import switch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.frame import Frame
    from spshell.compiler.loop_counters import Counter


def block(frame: Frame, node: Any) -> list[ast.stmt]:
    """A ``{ }`` block of statements; what it assigns is not certain afterwards."""
    from spshell.compiler.blocks import with_traps
    from spshell.compiler.statements import statement_list

    if deep_blocks.stands_apart(frame):
        return deep_blocks.apart(frame, node)
    sure = set(frame.sure)
    frame.level += 1
    if node.traps:
        body = with_traps(frame, node.statements, node.traps)
    else:
        body = statement_list(frame, node.statements)
    frame.level -= 1
    frame.sure = sure
    return body


def _if(frame: Frame, node: Any) -> list[ast.stmt]:
    tests = [
        (_stopped_at(frame, test, statement_condition(frame, test)) if index else statement_condition(frame, test),
         block(frame, body))
        for index, (test, body) in enumerate(node.clauses)
    ]  # fmt: skip
    otherwise = block(frame, node.else_block) if node.else_block is not None else []
    for test, body in reversed(tests):
        otherwise = [py.if_(test, body, otherwise)]
    return otherwise


def _stopped_at(frame: Frame, node: Any, test: ast.expr) -> ast.expr:
    """A condition after ``elseif``, where the debugger stops as at a statement."""
    if not frame.unit.traced:
        return test
    stop = py.call("step", py.name("S"), frame.constant("step", (node.start, node.end)))
    return ast.BoolOp(ast.Or(), [stop, test])


_CALLS_OUT = frozenset({
    "Command", "InvokeMemberExpression", "ScriptBlockExpression", "SubExpression", "ArrayExpression",
    "BaseCtorInvokeMemberExpression", "FileRedirection", "MergingRedirection", "TrapStatement",
})  # fmt: skip
"""Kinds of nodes that run code of other Python functions."""

_NESTED = frozenset({"AssignmentStatement", "Hashtable"})
"""Kinds whose values may be statements: a break or continue in one leaves a Python function of its own."""


def foreign(*nodes: Any) -> bool:
    """Whether a break or continue signal can arrive from code outside this Python function."""
    return any(
        child.kind in _CALLS_OUT
        or (child.kind in _NESTED and contains(child, "BreakStatement", "ContinueStatement"))
        for node in nodes
        if node is not None
        for child in walk(node)
    )


def _labelled(body: Any, label: str | None) -> bool:
    """Whether a break or continue with a label stands in the body (they are signals, also for this loop)."""
    return label is not None and any(
        child.kind in ("BreakStatement", "ContinueStatement") and child.label is not None
        for child in walk(body)
    )


def _loop(
    frame: Frame, node: Any, make: Callable[[list[ast.stmt]], list[ast.stmt]], on_continue: Any = None
) -> list[ast.stmt]:
    """Compile a loop's body and put it into `make`, with takers for signals where they can arrive."""
    hot = frame.hot
    frame.hot = True
    frame.loops.append(Loop(node.label, on_continue=on_continue))
    body = block(frame, node.body)
    frame.loops.pop()
    signals = frame.unit.deep or foreign(node.body) or _labelled(node.body, node.label)
    if signals:
        label = py.const(node.label.lower() if node.label else None)
        after: list[ast.stmt] = on_continue() if on_continue is not None else []
        take = py.expression(py.call("take_signal", py.name("g"), label))
        body = [
            py.try_(body, [py.handler(py.name("ContinueSignal"), "g", [take, *after, ast.Continue()])]),
        ]
        if on_continue is not None:
            body.extend(on_continue())
        made = make(body)
        taken = py.handler(
            py.name("BreakSignal"), "g", [py.expression(py.call("take_signal", py.name("g"), label))]
        )
        result = [py.try_(made, [taken])]
    else:
        if on_continue is not None:
            body = [*body, *on_continue()]
        result = make(body)
    frame.hot = hot
    return result


def _in_head(frame: Frame, node: Any) -> list[ast.stmt]:
    """The initializer or iterator of a ``for``: what it writes goes nowhere, an error in it ends the loop."""
    from spshell.compiler.statements import statement_body

    if node.kind == "AssignmentStatement" or is_step(node):
        made = statement_body(frame, node)
    else:
        before, result = assignments.collected(frame, node)
        made = before or [py.expression(result)]
    py.locate(made, frame.location(node))
    return made


def _for(frame: Frame, node: Any) -> list[ast.stmt]:
    first: list[ast.stmt] = []
    if node.initializer is not None:
        hot, frame.hot = frame.hot, True
        first = _in_head(frame, node.initializer)
        frame.hot = hot

    def step() -> list[ast.stmt]:
        return [] if node.iterator is None else _in_head(frame, node.iterator)

    counter = loop_counters.find(frame, node)
    if counter is not None and counter.limit is not None:
        return [*first, *_counted(frame, node, counter)]
    frame.hot, hot = True, frame.hot
    test = statement_condition(frame, node.condition) if node.condition is not None else py.const(True)
    frame.hot = hot
    counters = frame.counters
    if counter is not None:
        frame.counters = {**counters, counter.name: counter.bounds}
    made = _loop(frame, node, lambda body: [py.while_(test, body)], step if node.iterator else None)
    frame.counters = counters
    return [*first, *made]


def _counted(frame: Frame, node: Any, counter: Counter) -> list[ast.stmt]:
    """A ``for`` whose counter goes through a range: Python counts."""
    local = frame.locals[counter.name]

    def make(body: list[ast.stmt]) -> list[ast.stmt]:
        return [ast.For(ast.Name(local, py.STORE), counter.values(local), body, counter.last_step(local))]

    return _loop(frame, node, make)


def _while(frame: Frame, node: Any) -> list[ast.stmt]:
    hot, frame.hot = frame.hot, True
    test = statement_condition(frame, node.condition)
    frame.hot = hot
    return _loop(frame, node, lambda body: [py.while_(test, body)])


def _do(frame: Frame, node: Any) -> list[ast.stmt]:
    until = node.kind == "DoUntilStatement"

    def check() -> list[ast.stmt]:
        hot, frame.hot = frame.hot, True
        test = statement_condition(frame, node.condition)
        frame.hot = hot
        return [py.if_(test if until else py.negated(test), [ast.Break()])]

    return _loop(frame, node, lambda body: [py.while_(py.const(True), body)], check)


def _foreach(frame: Frame, node: Any) -> list[ast.stmt]:
    if names_variable(frame, node, "foreach"):
        items: ast.expr = py.call("foreach_items", py.name("S"), statement_value(frame, node.expression))
        py.locate([items], frame.location(node.expression))
        fact = facts.ANY
    else:
        items, fact = _items(frame, node.expression, "each_at_rest" if _leaves_lists(node.body) else "each")
    path = node.variable.path
    name = variable_name(path)
    promoted = frame.locals.get(name) if name is not None else None
    item = promoted or frame.temporary("x")
    hot, frame.hot = frame.hot, True
    sure = set(frame.sure)
    store: list[ast.stmt] = []
    if promoted is not None and name is not None:
        frame.note(name, fact)
        frame.sure.add(name)  # set at every turn before the body reads it
    else:
        store = variables.write(frame, path, py.name(item))
    frame.hot = hot
    made = _loop(frame, node, lambda body: [py.for_(item, items, [*store, *body])])
    frame.sure = sure
    return made


def names_variable(frame: Frame, node: Any, variable: str) -> bool:
    """Whether the text of a loop names its enumerator variable."""
    text = frame.unit.source.text[node.start : node.end].lower()
    return f"${variable}" in text or f"{{{variable}}}" in text


def _leaves_lists(body: Any) -> bool:
    """Whether nothing in the body of a loop can add to a list or take from it: no method, property or command is used."""
    return not any(
        node.kind in _CHANGING or (node.kind == "Pipeline" and len(node.elements) > 1) for node in walk(body)
    )


_CHANGING = frozenset(
    {
        "Command", "InvokeMemberExpression", "BaseCtorInvokeMemberExpression", "MemberExpression", "ScriptBlockExpression",
        "UsingExpression", "TypeDefinition", "FunctionDefinition", "ConvertExpression", "AttributedExpression",
    }
)  # fmt: skip
"""Kinds of nodes that may run other code; a conversion calls the constructor of a script's class."""


def _items(frame: Frame, statement: Any, source: str) -> tuple[ast.expr, Fact]:
    """(what a foreach goes over, what is known of each item); a range is not made into a list."""
    from spshell.compiler.expressions import _single_expression

    single = _single_expression(statement)
    while (
        single is not None
        and single.kind == "ParenExpression"
        and _single_expression(single.pipeline) is not None
    ):
        single = _single_expression(single.pipeline)
    if single is not None and single.kind == "BinaryExpression" and single.operator == "DotDot":
        return _range(value(frame, single.left), value(frame, single.right))
    items = statement_value(frame, statement)
    if facts.of(items).kind == "list":
        return items, facts.ANY
    made = py.call(source, py.name("S"), items)
    py.locate([made], frame.location(statement))
    return made, facts.ANY


def _range(first: ast.expr, last: ast.expr) -> tuple[ast.expr, Fact]:
    one, two = facts.of(first), facts.of(last)
    if one.kind != "int" or two.kind != "int":
        return py.call("range_source", first, last), facts.ANY
    fact = facts.whole(min(one.low, two.low), max(one.high, two.high))
    if one.high <= two.low:
        return py.call("range", first, ast.BinOp(last, ast.Add(), py.const(1))), fact
    return py.call("range_source", first, last), fact


def _break(frame: Frame, node: Any) -> list[ast.stmt]:
    return _leave(frame, node, "BreakSignal")


def _continue(frame: Frame, node: Any) -> list[ast.stmt]:
    return _leave(frame, node, "ContinueSignal")


def _leave(frame: Frame, node: Any, signal: str) -> list[ast.stmt]:
    if node.label is None and frame.loops:
        innermost = frame.loops[-1]
        if signal == "BreakSignal":
            return [ast.Break()]
        before = innermost.on_continue() if innermost.on_continue is not None else []
        return [*before, ast.Continue()]
    label: ast.expr = py.const(None)
    if node.label is not None:
        fixed = node.label.kind == "StringConstantExpression"
        label = py.const(node.label.value.lower()) if fixed else py.call("label_of", value(frame, node.label))
    return [ast.Raise(py.call(signal, label), None)]


def _return(frame: Frame, node: Any) -> list[ast.stmt]:
    from spshell.compiler.statements import statement_body

    if frame.returns_item:
        written: list[ast.stmt] = [] if node.pipeline is None else statement_body(frame, node.pipeline)
        if node.pipeline is not None:
            py.locate(written, frame.location(node.pipeline))
        return [*written, ast.Continue()]
    if frame.method and not frame.closure:
        result = positioned_value(frame, node.pipeline) if node.pipeline is not None else py.name("NOTHING")
        if frame.shape is None:
            if node.pipeline is not None:
                result = py.call("method_result", py.name("S"), result)
                py.locate([result], frame.location(node.pipeline))
            return [ast.Return(result)]
        dropped = frame.shape.returned is None and not frame.shape.bare and node.pipeline is not None
        before = [py.expression(result)] if dropped else []
        given = method_shape.returned(frame, result)
        if node.pipeline is not None:
            py.locate([given], frame.location(node.pipeline))
        return [*before, ast.Return(given)]
    if frame.in_method:
        result = positioned_value(frame, node.pipeline) if node.pipeline is not None else py.name("NOTHING")
        return [ast.Raise(py.call("ReturnSignal", py.name("S"), result), None)]
    written = []
    if frame.single and not frame.closure:
        return _returned(frame, node)
    if node.pipeline is not None:
        outer, frame.out = (
            frame.out,
            "out",
        )  # the block's own output, also out of $( ) and of what is assigned
        written = statement_body(frame, node.pipeline)
        frame.out = outer
        py.locate(written, frame.location(node.pipeline))
    if frame.closure:
        return [*written, ast.Raise(py.call("ReturnSignal", py.name("S")), None)]
    return [*written, ast.Return(None)]


def _returned(frame: Frame, node: Any) -> list[ast.stmt]:
    """``return`` of a function that returns its output."""
    if node.pipeline is None:
        return [ast.Return(py.name("NOTHING"))]
    if node.pipeline.kind != "Pipeline":
        from spshell.compiler.statements import statement_body

        return [*statement_body(frame, node.pipeline), ast.Return(py.name("NOTHING"))]
    if direct_calls.applies(frame, node.pipeline):
        outer, frame.out = frame.out, "out"  # the function's own output, also out of what is assigned
        written = direct_calls.call_output(frame, node.pipeline.elements[0])
        frame.out = outer
    else:
        written = positioned_value(frame, node.pipeline)
    return [ast.Return(written)]


def _exit(frame: Frame, node: Any) -> list[ast.stmt]:
    code = positioned_value(frame, node.pipeline) if node.pipeline is not None else py.const(None)
    return [py.expression(py.call("exit_script", py.name("S"), code))]


def _throw(frame: Frame, node: Any) -> list[ast.stmt]:
    thrown = positioned_value(frame, node.pipeline) if node.pipeline is not None else py.name("NOTHING")
    return [ast.Raise(py.call("thrown", py.name("S"), thrown), None)]


def _trap(_frame: Frame, _node: Any) -> list[ast.stmt]:
    return []  # traps are taken from the block's own list


COMPILE: dict[str, Callable[[Any, Any], list[ast.stmt]]] = {
    "IfStatement": _if,
    "ForStatement": _for,
    "ForEachStatement": _foreach,
    "WhileStatement": _while,
    "DoWhileStatement": _do,
    "DoUntilStatement": _do,
    "SwitchStatement": switch,
    "BreakStatement": _break,
    "ContinueStatement": _continue,
    "ReturnStatement": _return,
    "ExitStatement": _exit,
    "ThrowStatement": _throw,
    "TryStatement": tries.try_statement,
    "TrapStatement": _trap,
}

__all__ = ["COMPILE", "block", "condition"]
