"""Pipelines whose stages are literal blocks of Where-Object and ForEach-Object: one loop over the input.

``1..9 | where { $_ % 2 } | foreach { $_ * 2 }`` runs each block in the scope around it, object by object. The same statements
in a Python loop do the same, in the same order, provided that the names still mean the built-in commands, and that nothing
in a block looks for ``$_`` by another way than its text. What follows the blocks is fed by the loop.
"""

from __future__ import annotations

import ast
from copy import copy

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.direct_rules import ends_in_one_value, is_silent, plain_number, writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.facts import Fact
    from spshell.compiler.frame import Frame

_FILTERS = frozenset({"where-object", "where", "?"})
_ACTIONS = frozenset({"foreach-object", "foreach", "%"})
_ORDERS = frozenset({"gt", "ge", "lt", "le"})
_COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le", "like", "notlike"})
_TAKERS = {
    "measure-object": "Measure-Object", "measure": "Measure-Object", "sort-object": "Sort-Object", "sort": "Sort-Object",
    "select-object": "Select-Object", "select": "Select-Object", "out-null": "Out-Null", "group-object": "Group-Object",
    "group": "Group-Object", "get-unique": "Get-Unique", "gu": "Get-Unique",
}  # fmt: skip
_TAKER_PARAMETERS = frozenset(
    {"sum", "average", "minimum", "maximum", "property", "descending", "unique", "first", "last", "skip", "noelement",
     "expandproperty", "line", "word", "character", "stable", "top", "bottom"}
)  # fmt: skip
_NOT_INLINE = frozenset(
    {
        "Command", "ScriptBlockExpression", "FunctionDefinition", "TypeDefinition", "UsingExpression", "TrapStatement",
        "DataStatement", "ErrorExpression", "ErrorStatement", "PipelineChain", "UsingStatement", "FileRedirection",
        "MergingRedirection", "ConfigurationDefinition", "DynamicKeywordStatement", "BlockStatement", "ReturnStatement",
        "BreakStatement", "ContinueStatement", "ExitStatement", "SwitchStatement", "TryStatement",
    }
)  # fmt: skip
_NOT_READ = frozenset(
    {"args", "input", "this", "foreach", "switch", "myinvocation", "psboundparameters", "pscmdlet"}
)


class Step:
    """One stage: ``statements`` of a block, or for Where-Object a property with an operator and a value."""

    __slots__ = ("comparison", "filters", "name", "property", "statements")

    def __init__(
        self, name: str, *, filters: bool, statements: list[Any] | None, test: tuple[Any, ...] | None = None
    ) -> None:
        self.name = name
        self.filters = filters
        self.statements = statements
        self.property = test[0] if test is not None else None
        self.comparison = test[1:] if test is not None else ()


class Fused:
    """A pipeline that can be a loop: its input expression, the steps, and the commands that take what comes out.

    One that ``drops`` is a command or an expression (`source`) whose output Out-Null takes. One without steps is no loop:
    the commands only take objects, and see no variables.
    """

    __slots__ = ("drops", "rest", "source", "steps")

    def __init__(self, source: Any, steps: list[Step], rest: list[Any], *, drops: bool = False) -> None:
        self.drops = drops
        self.source = source
        self.steps = steps
        self.rest = rest

    @property
    def is_loop(self) -> bool:
        """Whether there is something for a loop to do."""
        return bool(self.steps)

    @property
    def names(self) -> set[tuple[str, str]]:
        """(name, the built-in command that it must mean) of the steps, and of takers that look at no variable."""
        found = {(step.name, "Where-Object" if step.filters else "ForEach-Object") for step in self.steps}
        return found | {(name, _TAKERS[name]) for name in map(_taker, self.rest) if name is not None}

    @property
    def is_closed(self) -> bool:
        """Whether nothing behind the blocks can look at variables."""
        return all(_taker(command) is not None for command in self.rest)

    def parts(self) -> list[Any]:
        """What to look through for variables and commands."""
        found = [
            self.source,
            *(item for step in self.steps for item in step.statements or step.comparison[1:]),
        ]
        for command in self.rest:
            found += [command] if _taker(command) is None else command.elements[1:]
        return found


def parse(pipeline: Any) -> Fused | None:
    """The pipeline as a loop, or None."""
    elements = pipeline.elements
    if (
        len(elements) == 2
        and not pipeline.background
        and not elements[0].redirections
        and len(elements[1].elements) == 1
        and _taker(elements[1]) == "out-null"
        and not _is_range(elements[0])
    ):
        return Fused(elements[0], [], elements[1:], drops=True)
    if (
        len(elements) < 2
        or pipeline.background
        or elements[0].kind != "CommandExpression"
        or elements[0].redirections
    ):
        return None
    steps: list[Step] = []
    position = 1
    while position < len(elements):
        step = _step(elements[position])
        if step is None:
            break
        steps.append(step)
        position += 1
    while steps and not _can_continue(steps):
        steps.pop()
        position -= 1
    taken = all(item.kind == "Command" and _taker(item) is not None for item in elements[1:])
    return Fused(elements[0].expression, steps, elements[position:]) if steps or taken else None


def _is_range(element: Any) -> bool:
    expression = element.expression if element.kind == "CommandExpression" else None
    return bool(
        expression is not None and expression.kind == "BinaryExpression" and expression.operator == "DotDot"
    )


def _can_continue(steps: list[Step]) -> bool:
    """Whether what each step writes can go to the next one: one value, or anything at the very end."""
    return all(step.statements is None or _hands_on(step.statements) for step in steps[:-1])


def _hands_on(statements: list[Any]) -> bool:
    """Whether a block writes nothing, or the value of the expression at its end and nothing else."""
    if not statements or not ends_in_one_value(statements):
        return not statements
    return _is_expression(statements[-1]) or not writes(statements[-1])


def _taker(command: Any) -> str | None:
    """The folded name of a command that only looks at the objects it gets, else None."""
    if command.redirections or command.invocation != "Unknown":
        return None
    head = command.elements[0]
    if head.kind != "StringConstantExpression" or head.value.lower() not in _TAKERS:
        return None
    for node in command.elements[1:]:
        if node.kind == "CommandParameter":
            if node.name.lower() not in _TAKER_PARAMETERS or node.argument is not None:
                return None
        elif node.kind == "VariableExpression":
            if node.splatted:
                return None
        elif node.kind not in ("StringConstantExpression", "ConstantExpression"):
            return None
    return str(head.value.lower())


def _step(element: Any) -> Step | None:
    if element.kind != "Command" or element.redirections or element.invocation != "Unknown":
        return None
    head = element.elements[0]
    if head.kind != "StringConstantExpression" or head.quote != "BareWord":
        return None
    name = head.value.lower()
    arguments = element.elements[1:]
    if name in _FILTERS:
        if len(arguments) == 1 and arguments[0].kind == "ScriptBlockExpression":
            statements = _statements(arguments[0].script_block)
            if statements and ends_in_one_value(statements) and _is_expression(statements[-1]):
                return Step(name, filters=True, statements=statements)
            return None
        test = _property_test(arguments)
        return None if test is None else Step(name, filters=True, statements=None, test=test)
    if name in _ACTIONS and len(arguments) == 1 and arguments[0].kind == "ScriptBlockExpression":
        statements = _statements(arguments[0].script_block)
        return None if statements is None else Step(name, filters=False, statements=statements)
    return None


def _is_expression(statement: Any) -> bool:
    """Whether a statement writes the value of an expression (``$i++`` and ``[void]x`` write nothing)."""
    return bool(
        statement.kind == "Pipeline"
        and not is_silent(statement)
        and len(statement.elements) == 1
        and statement.elements[0].kind == "CommandExpression"
        and not statement.background
        and not statement.elements[0].redirections
    )


def _statements(block: Any) -> list[Any] | None:
    """The statements of a block that can stand in the loop; None for others."""
    others = (
        block.begin_block,
        block.process_block,
        block.clean_block,
        block.dynamicparam_block,
        block.param_block,
    )
    if (
        any(other is not None for other in others)
        or block.usings
        or block.end_block is None
        or block.end_block.traps
    ):
        return None
    statements: list[Any] = block.end_block.statements
    return statements if all(_is_inline(item) for item in statements) else None


def _is_inline(statement: Any) -> bool:
    from spshell.compiler.analysis import needs_closure, runs_blocks, variable_name, walk
    from spshell.compiler.loop_counters import assigned

    if assigned(statement, "_"):
        return False
    for node in walk(statement):
        kind = node.kind
        if (
            runs_blocks(node)
            or kind in _NOT_INLINE
            or (kind == "Pipeline" and (len(node.elements) > 1 or node.background))
        ):
            return False
        if kind in ("SubExpression", "ArrayExpression") and needs_closure(node.body):
            return False
        if kind == "VariableExpression" and (node.splatted or variable_name(node.path) in _NOT_READ):
            return False
        if kind == "ConvertExpression" and node.type.type_name.text.lower() == "ref":
            return False
    return True


def _property_test(arguments: list[Any]) -> tuple[Any, ...] | None:
    """(property,) or (property, operator, value node) of ``Where-Object Name -eq value``."""
    if not arguments or arguments[0].kind != "StringConstantExpression":
        return None
    name = arguments[0].value
    if not name or any(character in name for character in "*?[~") or name.startswith("-"):
        return None
    if len(arguments) == 1:
        return (name,)
    if len(arguments) != 3 or arguments[1].kind != "CommandParameter" or arguments[1].argument is not None:
        return None
    operator, value = arguments[1].name.lower(), arguments[2]
    simple = value.kind in ("StringConstantExpression", "VariableExpression", "ConstantExpression")
    if (
        operator not in _COMPARISONS
        or not simple
        or (value.kind == "ConstantExpression" and not plain_number(value))
    ):
        return None
    if value.kind == "VariableExpression" and (
        value.splatted or ":" in value.path or value.path.lower() in ("_", "psitem")
    ):
        return None
    if operator in _ORDERS and value.kind != "ConstantExpression":
        return None  # text may not convert: then the command writes an error and goes on
    if operator in ("like", "notlike") and (value.kind != "StringConstantExpression" or "[" in value.value):
        return None
    return (name, operator, value)


def statement(frame: Frame, node: Any, fused: Fused, general: list[ast.stmt]) -> list[ast.stmt]:
    """The pipeline as a statement; `general` is what to do when the names mean something else."""
    ok = ast.Assign([ast.Attribute(py.attribute(py.name("S"), "session"), "ok", py.STORE)], py.const(True))
    if fused.drops:
        lines = _dropped(frame, node)
    else:
        lines = _fed(frame, node, fused) if fused.rest else _loop(frame, fused)
    made = [ok, *lines]
    if frame.assured:
        return made
    return [py.if_(stands(frame, fused.names), made, general)]


def _dropped(frame: Frame, node: Any) -> list[ast.stmt]:
    """The first element of the pipeline, with nothing that takes its output."""
    from spshell.compiler import commands, expressions

    element = node.elements[0]
    if element.kind == "CommandExpression":
        return [py.expression(expressions.value(frame, element.expression))]
    alone = copy(node)
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
    source, fact = _input(frame, fused)
    inner = frame.nested("out")
    inner.handled = frame.handled
    inner.assured = frame.assured
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


def _loop(frame: Frame, fused: Fused) -> list[ast.stmt]:
    return _over_input(frame, *_input(frame, fused), fused)


def _input(frame: Frame, fused: Fused) -> tuple[ast.expr, Fact]:
    """What the loop goes through."""
    from spshell.compiler.expressions import value
    from spshell.compiler.flow import _range

    source = fused.source
    while source.kind == "ParenExpression" and _is_expression(source.pipeline):
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
    made = _over(frame, items, fact, fused.steps)
    frame.inlined = outer
    frame.hot = hot
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
    return made if step.statements is None else [_signing(made, step)]


def _signing(lines: list[ast.stmt], step: Step) -> ast.stmt:
    """Lines of a block: the id of an error that leaves them names the command whose block it is."""
    command = "Microsoft.PowerShell.Commands." + (
        "WhereObjectCommand" if step.filters else "ForEachObjectCommand"
    )
    sign = py.expression(py.call("leaves_block", py.name("S"), py.name("e"), py.const(command)))
    return py.try_(lines, [py.handler(py.name("NetException"), "e", [sign, ast.Raise(None, None)])])


def _written(frame: Frame, value: ast.expr) -> ast.stmt:
    return py.expression(ast.Call(py.name(frame.out), [value], []))


def _filter(frame: Frame, step: Step, item: str) -> list[ast.stmt]:
    """Go on with the next object unless the condition holds."""
    from spshell.compiler.expressions import condition
    from spshell.compiler.statements import statement_list

    if step.statements is None:
        return [py.if_(py.negated(_property_condition(frame, step, item)), [ast.Continue()])]
    before, last = step.statements[:-1], step.statements[-1]
    made = statement_list(frame, before) if before else []
    test = condition(frame, last.elements[0].expression)
    return [*made, *_guarded(frame, last, test, [py.if_(py.negated(test), [ast.Continue()])])]


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
    if not step.comparison:
        return py.call("passes_property", *looked_at)
    found = py.call("filter_property", *looked_at)
    operator, wanted = step.comparison
    test, is_bool = _cased(frame, "I" + operator, found, value(frame, wanted))
    return test if is_bool else truth(frame, test)


def _action(frame: Frame, step: Step, following: list[Step]) -> list[ast.stmt]:
    from spshell.compiler.expressions import value
    from spshell.compiler.statements import statement_list

    assert step.statements is not None
    if not following:
        return statement_list(frame, step.statements)
    if not step.statements or not _is_expression(step.statements[-1]):
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
