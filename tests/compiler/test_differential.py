# ruff: noqa: N802, N815 - the methods are named after the nodes of the tree
"""The compiled code against a small tree-walking oracle, on generated programs.

The oracle knows a part of the language: numbers, text, arrays, variables of one scope and of functions, arithmetic,
comparisons, if, while, for, foreach, switch, break, continue, try, throw, functions, where and foreach in pipelines. It
computes values with the same operators as the engine and everything else (variables, control flow, calls, errors) in the
plainest way, so a difference is a fault of the compiler's short cuts.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spshell.app import make_session
from spshell.values import arithmetic, comparison
from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING
from spshell.values.text import to_text
from spshell.values.truth import truth

ARITHMETIC = {
    "Plus": arithmetic.add, "Minus": arithmetic.subtract, "Multiply": arithmetic.multiply, "Divide": arithmetic.divide,
    "Rem": arithmetic.remainder,
}  # fmt: skip
COMPARISONS = {
    "Ieq": comparison.eq, "Ine": comparison.ne, "Ilt": comparison.lt, "Ile": comparison.le, "Igt": comparison.gt,
    "Ige": comparison.ge,
}  # fmt: skip
COMPOUND = {
    "PlusEquals": "Plus",
    "MinusEquals": "Minus",
    "MultiplyEquals": "Multiply",
    "RemainderEquals": "Rem",
}


class Leave(Exception):
    """break, continue and return."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Thrown(Exception):
    """A throw, or an error inside a try."""


class Walker:
    """Runs a tree; ``scopes`` are the variables of the running functions, innermost last."""

    def __init__(self) -> None:
        self.scopes: list[dict[str, Any]] = [{}]
        self.functions: dict[str, Any] = {}
        self.out: list[Any] = []
        self.tries = 0
        self.catching = 0
        self.steps = 0

    # -- variables

    def read(self, name: str) -> Any:
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return None

    # -- statements

    def run(self, statements: list[Any]) -> None:
        for statement in statements:
            self.steps += 1
            try:
                getattr(self, "do_" + statement.kind)(statement)
            except NetException as error:
                if self.tries:
                    raise Thrown from error
                if self.catching:
                    raise

    def do_FunctionDefinition(self, node: Any) -> None:
        self.functions[node.name.lower()] = node

    def do_Pipeline(self, node: Any) -> None:
        elements = node.elements
        if elements[0].kind == "Command":
            for value in self.call(elements[0]):
                self.out.append(value)
            return
        expression = elements[0].expression
        if len(elements) > 1:
            for value in self.pipe(node):
                self.out.append(value)
            return
        if expression.kind == "UnaryExpression" and expression.operator.endswith(("PlusPlus", "MinusMinus")):
            self.value(expression)
            return
        self.emit(self.value(expression))

    def emit(self, value: Any) -> None:
        self.out.extend(unrolled(value))

    def do_AssignmentStatement(self, node: Any) -> None:
        name = node.left.path.lower()
        right = self.statement_value(node.right)
        if node.operator != "Equals":
            right = ARITHMETIC[COMPOUND[node.operator]](self.read(name), right)
        self.scopes[-1][name] = right

    def do_IfStatement(self, node: Any) -> None:
        for test, body in node.clauses:
            if truth(self.statement_value(test)):
                self.run(body.statements)
                return
        if node.else_block is not None:
            self.run(node.else_block.statements)

    def loop(self, body: Any) -> bool:
        """Run a loop's body; False when it left the loop."""
        try:
            self.run(body.statements)
        except Leave as leave:
            if leave.kind == "break":
                return False
            if leave.kind != "continue":
                raise
        return True

    def do_WhileStatement(self, node: Any) -> None:
        while truth(self.statement_value(node.condition)):
            if not self.loop(node.body):
                return

    def do_ForStatement(self, node: Any) -> None:
        self.run([node.initializer])
        while truth(self.statement_value(node.condition)):
            if not self.loop(node.body):
                return
            self.run([node.iterator])

    def do_ForEachStatement(self, node: Any) -> None:
        items = self.statement_value(node.expression)
        for item in [] if items is None else unrolled(items):
            self.scopes[-1][node.variable.path.lower()] = item
            if not self.loop(node.body):
                return

    def do_SwitchStatement(self, node: Any) -> None:
        subject = self.statement_value(node.condition)
        for item in [None] if subject is None else unrolled(subject):
            try:
                self.clauses(node, item)
            except Leave as leave:
                if leave.kind == "break":
                    return
                if leave.kind != "continue":
                    raise

    def clauses(self, node: Any, item: Any) -> None:
        hit = False
        for test, body in node.clauses:
            if item is not None and comparison.equal(to_text(item), to_text(self.value(test))):
                hit = True
                self.run(body.statements)
        if not hit and node.default is not None:
            self.run(node.default.statements)

    def do_BreakStatement(self, _node: Any) -> None:
        raise Leave("break")

    def do_ContinueStatement(self, _node: Any) -> None:
        raise Leave("continue")

    def do_ReturnStatement(self, node: Any) -> None:
        if node.pipeline is not None:
            self.do_Pipeline(node.pipeline)
        raise Leave("return")

    def do_ThrowStatement(self, _node: Any) -> None:
        raise Thrown

    def do_TryStatement(self, node: Any) -> None:
        try:
            self.tries += 1
            try:
                self.run(node.body.statements)
            finally:
                self.tries -= 1
        except Thrown:
            self.catching += 1  # an error in a catch block ends the whole statement
            try:
                self.run(node.catches[0].body.statements)
            finally:
                self.catching -= 1
        finally:
            if node.finally_block is not None:
                self.run(node.finally_block.statements)

    # -- values

    def statement_value(self, statement: Any) -> Any:
        elements = statement.elements
        if elements[0].kind == "Command":
            return collected(self.call(elements[0]))
        if len(elements) > 1:
            return collected(self.pipe(statement))
        return self.value(elements[0].expression)

    def value(self, node: Any) -> Any:
        return getattr(self, "of_" + node.kind)(node)

    def of_ConstantExpression(self, node: Any) -> Any:
        return node.value

    of_StringConstantExpression = of_ConstantExpression

    def of_VariableExpression(self, node: Any) -> Any:
        return {"true": True, "false": False, "null": None}.get(
            node.path.lower(), self.read(node.path.lower())
        )

    def of_ParenExpression(self, node: Any) -> Any:
        return self.statement_value(node.pipeline)

    def of_ArrayLiteral(self, node: Any) -> Any:
        values = [self.value(item) for item in node.elements]
        return [
            None if value is NOTHING else value for value in values
        ]  # an empty result in a collection is null

    def of_BinaryExpression(self, node: Any) -> Any:
        if node.operator == "And":
            return truth(self.value(node.left)) and truth(self.value(node.right))
        if node.operator == "Or":
            return truth(self.value(node.left)) or truth(self.value(node.right))
        left, right = self.value(node.left), self.value(node.right)
        if node.operator == "DotDot":
            step = 1 if left <= right else -1
            return list(range(left, right + step, step))
        return (ARITHMETIC.get(node.operator) or COMPARISONS[node.operator])(left, right)

    def of_UnaryExpression(self, node: Any) -> Any:
        if node.operator in ("Not", "Exclaim"):
            return not truth(self.value(node.child))
        if node.operator == "Minus":
            return arithmetic.negate(self.value(node.child))
        name = node.child.path.lower()
        old = self.read(name)
        step = arithmetic.increment if "Plus" in node.operator else arithmetic.decrement
        self.scopes[-1][name] = step(old)
        return 0 if old is None else old

    # -- calls

    def call(self, command: Any) -> list[Any]:
        function = self.functions[command.elements[0].value.lower()]
        values = [self.value(argument) for argument in command.elements[1:]]
        names = [parameter.name.path.lower() for parameter in function.parameters or []]
        self.scopes.append(
            {name: values[index] if index < len(values) else None for index, name in enumerate(names)}
        )
        outer, self.out = self.out, []
        catching, self.catching = self.catching, 0
        try:
            self.run(function.body.end_block.statements)
        except Leave as leave:
            if leave.kind != "return":
                raise
        finally:
            self.scopes.pop()
            self.catching = catching
            written, self.out = self.out, outer
        return written

    def pipe(self, node: Any) -> list[Any]:
        items = unrolled(self.value(node.elements[0].expression))
        saved = self.scopes[-1].get("_", NOTHING)
        written: list[Any] = []
        for item in items:
            self.through(item, node.elements[1:], written)
        if saved is NOTHING:
            self.scopes[-1].pop("_", None)
        else:
            self.scopes[-1]["_"] = saved
        return written

    def through(self, item: Any, stages: list[Any], written: list[Any]) -> None:
        if not stages:
            written.append(item)
            return
        self.scopes[-1]["_"] = item
        outer, self.out = self.out, []
        try:
            self.run(stages[0].elements[1].script_block.end_block.statements)
        finally:
            results, self.out = self.out, outer
        if stages[0].elements[0].value.lower() == "where-object":
            results = [item] if truth(results[0] if len(results) == 1 else results) else []
        for result in results:
            self.through(result, stages[1:], written)


def unrolled(value: Any) -> list[Any]:
    if value is NOTHING:
        return []
    if value is None:
        return [None]
    items = None if isinstance(value, str) else enumerate_value(value)
    return [value] if items is None else list(items)


def collected(written: list[Any]) -> Any:
    return written[0] if len(written) == 1 else (list(written) if written else NOTHING)


# -- programs ------------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["$a", "$b", "$c"])
NUMBERS = st.sampled_from(
    ["0", "1", "2", "3", "7", "-5", "2147483647", "1.5", "46341", "'x'", "'4'", "$null", "$true"]
)
WHOLE = st.sampled_from(["3", "46341", "-46340", "65536", "$i1", "$i2", "1.5"])
SMALL = st.integers(0, 4).map(str)


def expressions(depth: int, *, names: Any = NAMES) -> Any:
    if depth == 0:
        return st.one_of(names, NUMBERS)
    inner = expressions(depth - 1, names=names)
    operators = st.sampled_from(["+", "-", "%", "/", "-eq", "-ne", "-lt", "-ge", "-gt", "-and", "-or"])
    return st.one_of(
        inner,
        st.tuples(inner, operators, inner).map(lambda parts: "({} {} {})".format(*parts)),
        inner.map("(-not {})".format),
        st.tuples(WHOLE, WHOLE).map(
            "({0[0]} * {0[1]})".format
        ),  # (a large repetition of a list would fill the memory)
        st.tuples(inner, inner).map("({0[0]}, {0[1]})".format),
        inner.map("(Get-One {})".format),
        inner.map("(Get-Two {} 3)".format),
    )


@st.composite
def statements(draw: Any, depth: int, *, looping: bool = False) -> str:
    def inner(loop: bool = looping) -> str:
        return "; ".join(draw(st.lists(statements(depth - 1, looping=loop), min_size=1, max_size=3)))

    def expression() -> str:
        return draw(expressions(2))

    simple = ["assign", "assign", "compound", "step", "write"] + (["leave"] if looping else [])
    kind = draw(
        st.sampled_from(
            simple
            if depth == 0
            else [*simple, "if", "for", "down", "foreach", "while", "switch", "try", "pipe"]
        )
    )
    name = draw(NAMES)
    if kind == "assign":
        return f"{name} = {expression()}"
    if kind == "compound":
        return f"{name} {draw(st.sampled_from(['+=', '-=', '%=']))} {expression()}"
    if kind == "step":
        return f"{name}{draw(st.sampled_from(['++', '--']))}"
    if kind == "write":
        return expression()
    if kind == "leave":
        return f"if ({expression()}) {{ {draw(st.sampled_from(['break', 'continue']))} }}"
    if kind == "if":
        return f"if ({expression()}) {{ {inner()} }} elseif ({expression()}) {{ {inner()} }} else {{ {inner()} }}"
    counter = f"$i{depth}"
    if kind == "for":
        return f"for ({counter} = 0; {counter} -lt {draw(SMALL)}; {counter}++) {{ {inner(True)}; {name} = {counter} }}"
    if kind == "down":
        return f"for ({counter} = {draw(SMALL)}; {counter} -ge 1; {counter}--) {{ {inner(True)} }}"
    if kind == "foreach":
        items = draw(st.one_of(st.tuples(SMALL, SMALL).map("{0[0]}..{0[1]}".format), expressions(1)))
        return f"foreach ({counter} in {items}) {{ {inner(True)}; {name} = {counter} }}"
    if kind == "while":
        return f"{counter} = 0; while ({counter} -lt {draw(SMALL)}) {{ {counter}++; {inner(True)} }}"
    if kind == "switch":
        return f"switch ({expression()}) {{ 1 {{ {inner(True)} }} 'x' {{ {inner(True)} }} default {{ {inner(True)} }} }}"
    if kind == "try":
        return f"try {{ {inner()}; if ({expression()}) {{ throw 'odd' }}; {inner()} }} catch {{ {inner()} }} finally {{ {name} = 5 }}"
    test, made = (
        draw(expressions(1, names=st.just("$_"))),
        draw(expressions(1, names=st.sampled_from(["$_", "$a"]))),
    )
    return f"{name} = {draw(SMALL)}..4 | Where-Object {{ {test} }} | ForEach-Object {{ {made} }}"


FUNCTIONS = """
function Get-One($x) { if ($x -gt 3) { return $x - 1 }; $c = $x; $c + 1 }
function Get-Two($x, $y) { $x; if ($y -lt $x) { $a }; $y }
"""


@pytest.mark.filterwarnings("ignore:The recursion limit")
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(statements(2), min_size=1, max_size=5).map("\n".join), st.booleans())
def test_compiled_programs_do_what_the_tree_says(body: str, in_function: bool) -> None:
    """Output and variables are the same, at the top of a script and in a function."""
    if in_function:
        body = f"function Get-All {{ {body}\n'end'; $a; $b; $c }}\nGet-All"
    text = FUNCTIONS + body
    session = make_session()
    session.global_scope.vars["erroractionpreference"] = "SilentlyContinue"
    block = session.make_block(text)
    walker = Walker()
    expected, wanted = [], walker.scopes[0]
    stopped = ended = False
    try:
        walker.run(block.node.end_block.statements)
    except Thrown:
        stopped = True
    except Leave:
        return  # a break or continue outside of any loop
    expected = walker.out
    found: list[Any] = []
    try:
        session.run_block(block, found.append)
    except NetException:
        ended = True
    assert (shown(found), ended) == (shown(expected), stopped), text
    for name in ("a", "b", "c"):
        assert shown([session.global_scope.vars.get(name)]) == shown([wanted.get(name)]), (name, text)


def shown(values: list[Any]) -> list[Any]:
    """Values with their types: 1, 1.0 and True are different."""
    return [
        (type(value).__name__, shown(value) if isinstance(value, list) else repr(value)) for value in values
    ]
