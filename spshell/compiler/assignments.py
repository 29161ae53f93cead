"""Assignments: to variables, typed variables, members, elements and lists of those."""

from __future__ import annotations

import ast

from spshell.compiler import (
    array_growth,
    choices,
    commands,
    element_code,
    facts,
    member_code,
    method_shape,
    operators,
    variables,
)
from spshell.compiler import pyast as py
from spshell.compiler.analysis import is_value, variable_name
from spshell.compiler.below import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame

_COMPOUND = {
    "PlusEquals": "Plus", "MinusEquals": "Minus", "MultiplyEquals": "Multiply", "DivideEquals": "Divide",
    "RemainderEquals": "Rem",
}  # fmt: skip


def assignment(frame: Frame, node: Any) -> list[ast.stmt]:
    """An assignment as a statement."""
    target = _bare(node.left)
    if node.operator == "Equals":
        if (
            is_value(node.right) and not _is_fused(frame, node.right)
        ) or node.right.kind == "AssignmentStatement":
            before: list[ast.stmt] = []
            right = _right_value(frame, node.right)
        elif choices.applies(frame, node.right) and (not frame.loops or _plain_flow(node.right)):
            before, right = choices.chosen(frame, node.right)
        else:
            before, right = collected(frame, node.right)
        if target.kind == "VariableExpression" and target is node.left:
            return before + variables.write(frame, target.path, right)
        if target.kind == "ArrayLiteral" and all(
            item.kind == "VariableExpression" for item in target.elements
        ):
            return before + _spread(frame, target.elements, right)
        if target.kind == "MemberExpression" and target is node.left:
            made = method_shape.stored(frame, target, right)
            if made is not None:
                return [*before, *made]
        if target.kind == "IndexExpression" and target is node.left:
            if not isinstance(right, ast.Constant) and (_changes(node.right) or _changes(target)):
                temporary = frame.temporary()
                before = [*before, py.assign(temporary, right)]
                right = facts.with_fact(py.name(temporary), facts.of(right), safe=True)
            made = element_code.stored(frame, target, *_index_parts(frame, target), right)
            if made is not None:
                return [*before, *made]
        return [*before, py.expression(_store_after(frame, node, right))]
    if target.kind == "VariableExpression" and target is node.left and node.operator in _COMPOUND:
        return _compound_variable(frame, node, target)
    if node.operator in _COMPOUND and _is_part(target):
        return _part_update(frame, node, target)
    return [py.expression(assignment_value(frame, node))]


def _is_part(target: Any) -> bool:
    return target.kind == "IndexExpression" or (target.kind == "MemberExpression" and not target.static)


def _part_update(frame: Frame, node: Any, target: Any) -> list[ast.stmt]:
    """``$o.n += v``, ``$h[$k] += v`` as a statement: the old value is read before the right side is worked out."""
    if _changes(node.right) or _reports(node.right):
        return [py.expression(_ordered_update(frame, node, target))]
    return _left_error_first(frame, node, target, _quick_update(frame, node, target))


def _left_error_first(frame: Frame, node: Any, target: Any, lines: list[ast.stmt]) -> list[ast.stmt]:
    """Lines that work out the right side first: of two errors it is that of the left one."""
    from spshell.compiler.expressions import value

    if _single_constant(node.right):
        return lines
    read = py.expression(value(frame, target))
    return [py.try_(lines, [py.handler(py.name("NetException"), None, [read, ast.Raise(None, None)])])]


def _single_constant(statement: Any) -> bool:
    return all(
        part.kind in ("Pipeline", "CommandExpression", "ConstantExpression", "StringConstantExpression")
        for part in walk(statement)
    )


def _ordered_update(frame: Frame, node: Any, target: Any) -> ast.expr:
    """The update step by step, for a right side that may change what the left one has."""
    index = target.kind == "IndexExpression"
    parts = _index_parts(frame, target) if index else _member_parts(frame, target)
    names = [frame.temporary(), frame.temporary()]
    place = [py.name("S"), *map(py.name, names)]
    old = py.call("get_index" if index else "get_member", *place)
    value = py.call(operators.ARITHMETIC[_COMPOUND[node.operator]], old, _right_value(frame, node.right))
    stored = py.call("set_index" if index else "set_member", *place, value)
    return py.call("last_of", py.tuple_of([*map(py.walrus, names, parts), stored]))


def _quick_update(frame: Frame, node: Any, target: Any) -> list[ast.stmt]:
    if node.operator in ("PlusEquals", "MinusEquals") and method_shape.owns(frame, target):
        own = method_shape.updated(frame, target, _COMPOUND[node.operator], _right_value(frame, node.right))
        if own is not None:
            return own
    if node.operator in ("PlusEquals", "MinusEquals") and target.kind == "MemberExpression" and frame.hot:
        right = _right_value(frame, node.right)
        made = member_code.updated(
            frame, target, lambda: _holder(frame, target), _COMPOUND[node.operator], right
        )
        if made is not None:
            return made
    if node.operator in ("PlusEquals", "MinusEquals") and target.kind == "IndexExpression":
        right = _right_value(frame, node.right)
        kind = _COMPOUND[node.operator]
        updated = element_code.updated(frame, target, *_index_parts(frame, target), kind, right)
        if updated is not None:
            return updated
    return [py.expression(assignment_value(frame, node))]


def _spread(frame: Frame, targets: list[Any], right: ast.expr) -> list[ast.stmt]:
    """``$a, $b = right`` as a statement."""
    parts = frame.temporary()
    made = [py.assign(parts, py.call("spread", right, py.const(len(targets))))]
    for position, item in enumerate(targets):
        made += variables.write(frame, item.path, py.subscript(py.name(parts), py.const(position)))
    return made


def _is_fused(frame: Frame, statement: Any) -> bool:
    """Whether the right side is a pipeline that becomes a loop."""
    return statement.kind == "Pipeline" and commands.fusible(frame, statement) is not None


def _bare(target: Any) -> Any:
    """The target without parentheses around it."""
    while target.kind == "ParenExpression" and target.pipeline.kind == "Pipeline":
        element = target.pipeline.elements[0]
        if element.kind != "CommandExpression":
            break
        target = element.expression
    return target


def _right_value(frame: Frame, statement: Any) -> ast.expr:
    from spshell.compiler.expressions import statement_value

    return statement_value(frame, statement)


def collected(frame: Frame, statement: Any) -> tuple[list[ast.stmt], ast.expr]:
    """Run a statement with its output going to a list: (statements, the collected value)."""
    from spshell.compiler.statements import statement_body

    if frame.loops and not _plain_flow(statement):
        return [], _right_value(frame, statement)
    buffer = frame.temporary("b")
    outer = frame.out
    frame.out = frame.temporary("o")
    body = [
        py.assign(buffer, ast.List([], py.LOAD)),
        py.assign(frame.out, py.attribute(py.name(buffer), "append")),
        *statement_body(frame, statement),
    ]
    frame.out = outer
    return body, py.call("unwrap_list", py.name(buffer))


def _plain_flow(statement: Any) -> bool:
    from spshell.compiler.below import contains

    return not contains(statement, "BreakStatement", "ContinueStatement", "ReturnStatement")


def _compound_variable(frame: Frame, node: Any, target: Any) -> list[ast.stmt]:
    name = variable_name(target.path)
    right = _right_value(frame, node.right)
    kind = _COMPOUND[node.operator]
    local = frame.locals.get(name) if name is not None else None
    if kind == "Plus" and name is not None and not frame.unit.traced:
        if local is not None:
            return _grown_local(frame, node, target.path, right)
        if not _is_number(right):
            held = variables.read_compound(frame, target.path)
            return [
                py.expression(py.call("append_variable", py.name("S"), py.const(target.path), held, right))
            ]
    left = variables.read_compound(frame, target.path)
    bounded = _bounded(frame, name, kind, left, right)
    if bounded is not None:
        return variables.write(frame, target.path, bounded)
    made = operators.arithmetic(frame, kind, left, right)
    grows = kind in ("Minus", "Multiply")
    return variables.write(frame, target.path, _growing(frame, made) if grows else made)


def _grown_local(frame: Frame, node: Any, path: str, right: ast.expr) -> list[ast.stmt]:
    """``$x += right`` on a promoted variable: an array must be held by nothing else, to grow in place."""
    left = variables.read_compound(frame, path)
    one, two = facts.of(left), facts.of(right)
    bounded = _bounded(frame, variable_name(path), "Plus", left, right)
    if bounded is not None:
        return variables.write(frame, path, bounded)
    appended = array_growth.appended(frame, node, path, left, right)
    if appended is not None:
        return appended
    if (one.numeric and two.numeric) or (one.kind == "str" and two.kind in ("str", "int")):
        return variables.write(frame, path, _growing(frame, operators.arithmetic(frame, "Plus", left, right)))
    if (
        one.known
        or not operators.simple(left)
        or array_growth.may_assign(frame, node.right)
        or two.kind not in ("any", "int", "number")
    ):
        grown = facts.with_fact(
            py.call("append", left, right), one if one.kind in ("list", "str") else facts.ANY
        )
        return variables.write(frame, path, grown)
    before: list[ast.stmt] = []
    if not operators.simple(right):
        temporary = frame.temporary()
        before = [py.assign(temporary, right)]
        right = facts.with_fact(py.name(temporary), two, safe=True)
    made = operators.arithmetic(frame, "Plus", left, right)
    if isinstance(made, ast.IfExp):
        made.orelse = py.call("append", left, right)
    return [*before, *variables.write(frame, path, made)]


def _bounded(frame: Frame, name: str | None, kind: str, left: ast.expr, right: ast.expr) -> ast.expr | None:
    """The next value of the counter of a loop whose head bounds it."""
    bounds = frame.counters.get(name) if name is not None else None
    if bounds is None or facts.of(left).kind != "int" or facts.of(right).kind != "int":
        return None
    operator: ast.operator = ast.Add() if kind == "Plus" else ast.Sub()
    return facts.with_fact(ast.BinOp(left, operator, right), facts.whole(*bounds), safe=True)


def _growing(frame: Frame, made: ast.expr) -> ast.expr:
    """What a variable becomes that grows at each turn of a loop: its range has no end, which need not be found out."""
    if (frame.loops or frame.repeated) and facts.of(made).kind == "int":
        facts.with_fact(made, facts.NUMBER, safe=facts.is_safe(made))
    return made


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def assignment_value(frame: Frame, node: Any) -> ast.expr:
    """An assignment inside an expression: assigns and has the value."""
    if node.operator == "QuestionQuestionEquals":
        return _coalesce(frame, node)
    right = _right_value(frame, node.right)
    target = _bare(node.left)
    if node.operator == "Equals":
        return _store_after(frame, node, right)
    kind = _COMPOUND[node.operator]
    if _is_part(target) and (_changes(node.right) or _reports(node.right)):
        return _ordered_update(frame, node, target)
    if target.kind == "IndexExpression":
        return py.call(
            "update_index",
            py.name("S"),
            *_index_parts(frame, target),
            py.name(operators.ARITHMETIC[kind]),
            right,
        )
    if target.kind == "MemberExpression" and not target.static:
        return _member_update(frame, target, "update", py.name(operators.ARITHMETIC[kind]), right)
    from spshell.compiler.expressions import value

    bare = target.kind == "VariableExpression"
    held = variables.read_compound(frame, target.path) if bare else value(frame, target)
    return store(frame, target, operators.arithmetic(frame, kind, held, right))


def _coalesce(frame: Frame, node: Any) -> ast.expr:
    from spshell.compiler.expressions import value

    target = _bare(node.left)
    temporary = frame.temporary()
    missing = py.call("is_null", py.walrus(temporary, value(frame, target)))
    return py.choose(missing, store(frame, target, _right_value(frame, node.right)), py.name(temporary))


def _index_parts(frame: Frame, target: Any) -> tuple[ast.expr, ast.expr]:
    from spshell.compiler.expressions import index_value, value

    return value(frame, target.target), index_value(frame, target.index)


def _member_update(frame: Frame, target: Any, kind: str, operation: ast.expr, *operand: ast.expr) -> ast.expr:
    """``$o.n += v`` and ``$o.n++``: a name that stands in the text is looked up once per class."""
    holder, name = _member_parts(frame, target)
    if isinstance(name, ast.Constant) and type(name.value) is str:
        site = frame.shared("property_" + kind, name.value)
        return py.call_site(site, py.name("S"), holder, operation, *operand)
    return py.call(kind + "_member", py.name("S"), holder, name, operation, *operand)


def _holder(frame: Frame, target: Any) -> ast.expr:
    from spshell.compiler.expressions import value

    return value(frame, target.target)


def _member_parts(frame: Frame, target: Any) -> tuple[ast.expr, ast.expr]:
    from spshell.compiler.expressions import _member_name, value

    return value(frame, target.target), _member_name(frame, target.member)


def store(frame: Frame, target: Any, right: ast.expr) -> ast.expr:
    """An expression that assigns `right` to any kind of target and has the assigned value."""
    from spshell.compiler.expressions import value

    kind = target.kind
    if kind == "VariableExpression":
        return variables.write_value(frame, target.path, right)
    if kind == "ParenExpression":
        bare = _bare(target)
        return (
            store(frame, bare, right)
            if bare is not target
            else py.call("unsupported", py.name("S"), py.const(kind))
        )
    if kind in ("ConvertExpression", "AttributedExpression"):
        return _store_typed(frame, target, right)
    if kind == "IndexExpression":
        return py.call("set_index", py.name("S"), *_index_parts(frame, target), right)
    if kind == "MemberExpression":
        if not target.static and target.member.kind == "StringConstantExpression":
            site = frame.shared("property_store", target.member.value)
            return py.call_site(site, py.name("S"), value(frame, target.target), right)
        helper = "set_static" if target.static else "set_member"
        return py.call(helper, py.name("S"), *_member_parts(frame, target), right)
    if kind == "InvokeMemberExpression" and not target.static:
        from spshell.compiler.expressions import element

        arguments = py.tuple_of(element(frame, item) for item in target.arguments)
        return py.call("set_parameterized", py.name("S"), *_member_parts(frame, target), arguments, right)
    if kind == "ArrayLiteral":
        return _store_many(frame, target, right)
    if kind == "ArrayExpression" or kind == "SubExpression":
        return py.call("unsupported", py.name("S"), py.const(kind))
    return value(frame, target)


def _store_typed(frame: Frame, target: Any, right: ast.expr) -> ast.expr:
    """``[int]$x = ...``, ``[ValidateRange(1, 5)][int]$x = ...``: the variable keeps its type and attributes."""
    constraints: list[Any] = []
    inner = target
    while inner.kind in ("ConvertExpression", "AttributedExpression"):
        constraints.append(inner.type if inner.kind == "ConvertExpression" else inner.attribute)
        inner = inner.child
    if inner.kind == "VariableExpression":
        return py.call(
            "write_typed",
            py.name("S"),
            py.const(inner.path),
            frame.constant("constraints", constraints),
            right,
        )
    if target.kind == "ConvertExpression":
        converted = py.call("cast", py.name("S"), frame.constant("type", target.type.type_name), right)
        return store(frame, target.child, converted)
    return store(frame, target.child, right)


def _store_after(frame: Frame, node: Any, right: ast.expr) -> ast.expr:
    """`store` of a plain assignment: the right side is worked out before the object and the index on the left."""
    target = _bare(node.left)
    parted = target.kind in ("IndexExpression", "MemberExpression", "InvokeMemberExpression")
    if not parted or isinstance(right, ast.Constant) or not (_changes(node.right) or _changes(target)):
        return store(frame, node.left, right)
    temporary = frame.temporary()
    return py.call(
        "last_of", py.tuple_of([py.walrus(temporary, right), store(frame, target, py.name(temporary))])
    )


def _changes(node: Any) -> bool:
    """Whether evaluating may give a variable another value."""
    return any(
        part.kind in ("AssignmentStatement", "Command", "InvokeMemberExpression")
        or (part.kind == "UnaryExpression" and part.operator.endswith(("PlusPlus", "MinusMinus")))
        for part in walk(node)
    )


def _reports(statement: Any) -> bool:
    """Whether evaluating a statement may report errors of statements inside it."""
    return statement.kind not in ("Pipeline", "AssignmentStatement") or any(
        part.kind in ("SubExpression", "ArrayExpression") and not _is_constant(part)
        for part in walk(statement)
    )


def _is_constant(node: Any) -> bool:
    return len(node.body.statements) == 1 and _single_constant(node.body.statements[0])


def _store_many(frame: Frame, target: Any, right: ast.expr) -> ast.expr:
    count = len(target.elements)
    parts = frame.temporary()
    spread = py.walrus(parts, py.call("spread", right, py.const(count)))
    stores = [
        store(frame, item, py.subscript(py.name(parts), py.const(position)))
        for position, item in enumerate(target.elements)
    ]
    whole = py.tuple_of([spread, *stores, py.name(parts)])
    return py.call("last_of", whole)


def increment(frame: Frame, node: Any) -> list[ast.stmt] | None:
    """``$i++`` as a statement on a plain variable; None for other targets."""
    target = _bare(node.child)
    kind = "Plus" if "Plus" in node.operator else "Minus"
    if not frame.hot:
        return None
    if target.kind == "IndexExpression":
        return element_code.updated(frame, target, *_index_parts(frame, target), kind)
    if target.kind == "MemberExpression":
        own = method_shape.updated(frame, target, kind, None)
        return own or member_code.updated(frame, target, lambda: _holder(frame, target), kind, None)
    if target.kind != "VariableExpression":
        return None
    name = variable_name(target.path)
    helper = "increment" if kind == "Plus" else "decrement"
    old = variables.read(frame, target.path)
    if facts.of(old).numeric:
        return _known_increment(frame, target.path, name, kind, old)
    held = frame.temporary()
    read = py.walrus(held, old)
    result = frame.temporary()
    operator: ast.operator = ast.Add() if kind == "Plus" else ast.Sub()
    limit = 2**31 - 1 if kind == "Plus" else -(2**31)
    test = py.both(py.is_type(read, "int"), py.compare(py.name(held), ast.NotEq(), py.const(limit)))
    stepped = py.choose(test, ast.BinOp(py.name(held), operator, py.const(1)), py.call(helper, py.name(held)))
    return [py.assign(result, stepped), *variables.write(frame, target.path, py.name(result))]


def _known_increment(frame: Frame, path: str, name: Any, kind: str, old: ast.expr) -> list[ast.stmt]:
    """The counter of a loop whose head bounds it, or another number."""
    stepped = _bounded(frame, name, kind, old, py.const(1))
    if stepped is None:
        stepped = _growing(frame, operators.arithmetic(frame, kind, old, py.const(1)))
    return variables.write(frame, path, stepped)


def increment_value(frame: Frame, node: Any) -> ast.expr:
    """``$i++``, ``--$i``, ``$o.Count++``, ``$h[$k]++`` as an expression."""
    from spshell.compiler.expressions import value

    target = _bare(node.child)
    step = "increment" if "Plus" in node.operator else "decrement"
    postfix = node.operator.startswith("Postfix")
    if target.kind == "IndexExpression":
        helper = "post_update_index" if postfix else "update_index"
        return py.call(helper, py.name("S"), *_index_parts(frame, target), py.name(step))
    if target.kind == "MemberExpression" and not target.static:
        return _member_update(frame, target, "post_update" if postfix else "update", py.name(step))
    old = frame.temporary()
    read = py.walrus(old, value(frame, target))
    if not postfix:
        return store(frame, target, py.call(step, read))
    stored = store(frame, target, py.call(step, read))
    return py.call("first_of_increment", py.tuple_of([stored, py.name(old)]))
