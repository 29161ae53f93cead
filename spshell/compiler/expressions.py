"""Expressions: every expression node becomes one Python expression."""

from __future__ import annotations

import ast
import math

from spshell.compiler import (
    assignments,
    commands,
    element_code,
    member_code,
    method_calls,
    method_shape,
    operators,
    text_methods,
    text_operators,
    tries,
    variables,
)
from spshell.compiler import pyast as py
from spshell.compiler.analysis import CONSTANT_VARIABLES, is_value, needs_closure, runs_command, variable_name
from spshell.compiler.facts import BOOL, INT_MAX, is_safe, of, whole, with_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame


def value(frame: Frame, node: Any) -> ast.expr:
    """The Python expression for an expression node's value."""
    return _COMPILE[node.kind](frame, node)


def condition(frame: Frame, node: Any) -> ast.expr:
    """A Python expression that is True or False: the truth of a node's value."""
    kind = node.kind
    if kind == "BinaryExpression":
        compiled, is_bool = operators.binary(frame, node)
        if is_bool:
            return compiled
        if isinstance(compiled, ast.IfExp) and (
            isinstance(compiled.body, ast.Compare) or of(compiled.body).kind == "bool"
        ):
            return py.choose(compiled.test, compiled.body, truth(frame, compiled.orelse))
        return truth(frame, compiled)
    if kind == "UnaryExpression" and node.operator in ("Not", "Exclaim"):
        return py.negated(condition(frame, node.child))
    if kind == "ParenExpression" and _single_expression(node.pipeline) is not None:
        return condition(frame, _single_expression(node.pipeline))
    if kind == "VariableExpression" and node.path.lower() in ("true", "false"):
        return py.const(node.path.lower() == "true")
    return truth(frame, value(frame, node))


def truth(frame: Frame, compiled: ast.expr) -> ast.expr:
    """The truth of a value as True or False."""
    kind = of(compiled).kind
    if kind == "bool":
        return compiled
    if kind in ("int", "number", "float"):
        return py.compare(compiled, ast.NotEq(), py.const(0))
    if kind == "str":
        return py.compare(compiled, ast.NotEq(), py.const(""))
    if kind == "switch":
        return py.attribute(compiled, "is_present")
    if isinstance(compiled, ast.IfExp) and of(compiled.body).known:
        return py.choose(compiled.test, truth(frame, compiled.body), truth(frame, compiled.orelse))
    if not frame.hot:
        return py.call("truth", compiled)
    first, again = operators.held(frame, compiled)
    return py.choose(py.is_type(first, "bool"), again, py.call("truth", again))


def statement_condition(frame: Frame, statement: Any) -> ast.expr:
    """The truth of a condition, which is a statement in PowerShell's grammar.

    ``$?`` is true after one that ran a command, so that ``if (Get-Item x -ErrorAction Ignore)`` is no failure.
    """
    single = _single_expression(statement)
    if single is None:
        made = truth(frame, positioned_value(frame, statement))
    else:
        made = condition(frame, single)
        py.locate([made], frame.location(single))
    if frame.unit.uses_status and runs_command(statement):
        return py.call("condition_ended", py.name("S"), made)
    return made


def positioned_value(frame: Frame, statement: Any) -> ast.expr:
    """As `statement_value`, for a statement that is a part of another: an error in it is marked there, not at the whole."""
    made = statement_value(frame, statement)
    py.locate([made], frame.location(statement))
    return made


def statement_value(frame: Frame, statement: Any) -> ast.expr:
    """The value of a statement: of its single expression, or what its output collects to."""
    if statement.kind == "Pipeline" and is_value(statement):
        single = _single_expression(statement)
        if single is not None:
            return value(frame, single)
        return commands.pipeline_value(frame, statement)
    if statement.kind == "AssignmentStatement":
        return assignments.assignment_value(frame, statement)
    return closure_value(frame, [statement], [], "collect", unwinds=True)


def _single_expression(statement: Any) -> Any:
    """The expression of a pipeline that is just one expression, else None."""
    if statement.kind == "Pipeline" and len(statement.elements) == 1 and not statement.background:
        element = statement.elements[0]
        if element.kind == "CommandExpression" and not element.redirections:
            return element.expression
    return None


def closure_value(
    frame: Frame, statements: list[Any], traps: list[Any], helper: str, *, unwinds: bool = False
) -> ast.expr:
    """Run statements in a nested Python function and hand their output to `helper` as a list."""
    from spshell.compiler.blocks import nested_function

    identifier = frame.temporary("f")
    frame.pending.append(nested_function(frame, identifier, statements, traps, unwinds=unwinds))
    return py.call(helper, py.name("S"), py.name(identifier))


def _constant(frame: Frame, node: Any) -> ast.expr:
    if node.type_name in ("System.Int32", "System.Double") or isinstance(node.value, bool):
        number = node.value
        if isinstance(number, float) and not math.isfinite(number):
            return frame.constant("literal", (number, node.type_name))
        return py.const(number)
    return frame.constant("literal", (node.value, node.type_name))


def _string(_frame: Frame, node: Any) -> ast.expr:
    return py.const(node.value)


def _expandable(frame: Frame, node: Any) -> ast.expr:
    parts: list[ast.expr] = []
    outer, frame.in_text = frame.in_text, True
    for part in node.parts:
        if isinstance(part, str):
            parts.append(py.const(part))
        elif frame.caught is not None and tries.is_caught(part):
            parts.append(ast.FormattedValue(py.call("error_text", py.name(frame.caught)), -1, None))
        else:
            parts.append(ast.FormattedValue(_text(frame, value(frame, part)), -1, None))
    frame.in_text = outer
    if not parts:
        return py.const("")
    return ast.JoinedStr(parts)


def _text(frame: Frame, compiled: ast.expr) -> ast.expr:
    """A value inside a double-quoted string: strings and whole numbers are written by Python itself."""
    if of(compiled).kind in ("str", "int"):
        return compiled
    if isinstance(compiled, ast.IfExp) and of(compiled.body).kind in ("str", "int"):
        return py.choose(compiled.test, compiled.body, _text(frame, compiled.orelse))
    if not frame.hot or of(compiled).kind not in ("any", "number"):
        return py.call("text_of", py.name("S"), compiled)
    first, again = operators.held(frame, compiled)
    quick = py.compare(py.call("type", first), ast.In(), py.name("PLAIN_TEXT"))
    return py.choose(quick, again, py.call("text_of", py.name("S"), again))


def _variable(frame: Frame, node: Any) -> ast.expr:
    made = variables.read(frame, node.path)
    py.locate([made], frame.location(node))  # strict mode marks the variable itself
    return made


def _paren(frame: Frame, node: Any) -> ast.expr:
    return statement_value(frame, node.pipeline)


def _sub_expression(frame: Frame, node: Any) -> ast.expr:
    body = node.body
    if not needs_closure(body):
        if not body.statements:
            return py.name("NOTHING")
        statement = body.statements[0]
        single = _single_expression(statement)
        if single is None:
            return closure_value(frame, body.statements, body.traps, "collect")
        if _is_plain(single) and not frame.unit.traced:
            return _plain_value(frame, single)
        safe = _safe_value(frame, single)
        if safe is not None:
            return _unrolled(safe)
    return closure_value(frame, body.statements, body.traps, "collect")


def _safe_value(frame: Frame, node: Any) -> ast.expr | None:
    """An expression's value when what is known of its operands says that it cannot fail; None otherwise."""
    if not frame.hot or node.kind not in ("BinaryExpression", "ParenExpression"):
        return None
    mark, pending = frame.unit.mark(), len(frame.pending)
    compiled = value(frame, node)
    if is_safe(compiled):
        return compiled
    frame.unit.rewind(mark)
    del frame.pending[pending:]
    return None


_SCALARS = frozenset({"int", "float", "number", "str", "bool"})


def _unrolled(compiled: ast.expr) -> ast.expr:
    """The value of `$( )` around an expression: a collection of one is its element."""
    if of(compiled).kind in _SCALARS:
        return compiled
    if isinstance(compiled, ast.IfExp) and of(compiled.body).kind in _SCALARS:
        return py.choose(compiled.test, compiled.body, _unrolled(compiled.orelse))
    return py.call("sub_value", compiled)


def _is_plain(node: Any) -> bool:
    """Whether an expression is a constant, a variable, or a property of one: what only seldom fails."""
    if node.kind in ("StringConstantExpression", "ConstantExpression"):
        return True
    if node.kind == "VariableExpression":
        return variable_name(node.path) is not None
    return (
        node.kind == "MemberExpression"
        and not node.static
        and not node.null_conditional
        and node.member.kind == "StringConstantExpression"
        and _is_plain(node.target)
    )


def _plain_value(frame: Frame, node: Any) -> ast.expr:
    """The value of `$( )` around a plain expression; what fails in it is reported by itself."""
    mark, pending = frame.unit.mark(), len(frame.pending)
    compiled = value(frame, node)
    if frame.handled or isinstance(compiled, ast.Constant) or is_safe(compiled):
        return _unrolled(compiled)
    frame.unit.rewind(mark)
    del frame.pending[pending:]
    outer, frame.apart = frame.apart, True
    compiled = value(frame, node)
    frame.apart = outer
    return py.call("sub_value_apart", compiled)


def _array_expression(frame: Frame, node: Any) -> ast.expr:
    body = node.body
    if not body.statements and not body.traps:
        return ast.List([], py.LOAD)
    if not needs_closure(body):
        statement = body.statements[0]
        single = _single_expression(statement)
        if single is not None:
            compiled = value(frame, single)
            if single.kind == "ArrayLiteral":
                return compiled
            return py.call("array_of", compiled)
    return closure_value(frame, body.statements, body.traps, "collect_array")


def _array_literal(frame: Frame, node: Any) -> ast.expr:
    return ast.List([element(frame, item) for item in node.elements], py.LOAD)


_NEVER_NOTHING = frozenset(
    {"ConstantExpression", "StringConstantExpression", "ExpandableStringExpression", "ArrayLiteral", "ArrayExpression",
     "Hashtable", "ScriptBlockExpression", "TypeExpression"}
)  # fmt: skip


def element(frame: Frame, node: Any) -> ast.expr:
    """A value that is stored in a collection or handed to a method: an empty result becomes null."""
    compiled = value(frame, node)
    if isinstance(compiled, ast.Constant) or of(compiled).known or not _may_be_nothing(node):
        return compiled
    return stored(frame, compiled)


def stored(frame: Frame, compiled: ast.expr) -> ast.expr:
    """A value as it is stored: an empty result becomes null."""
    if isinstance(compiled, (ast.Constant, ast.Dict)) or of(compiled).known:
        return compiled
    if isinstance(compiled, ast.IfExp) and of(compiled.body).known:
        return py.choose(compiled.test, compiled.body, stored(frame, compiled.orelse))
    if not frame.hot:
        return py.call("null_if_nothing", compiled)
    first, again = operators.held(frame, compiled)
    return py.choose(py.compare(first, ast.IsNot(), py.name("NOTHING")), again, py.const(None))


def _may_be_nothing(node: Any) -> bool:
    """Whether an expression may have an empty result, which is not the same as null."""
    if node.kind == "ParenExpression":
        inner = _single_expression(node.pipeline)
        return inner is None or _may_be_nothing(inner)
    if node.kind == "BinaryExpression":
        return bool(node.operator == "QuestionQuestion")
    return node.kind not in _NEVER_NOTHING


def _hashtable(frame: Frame, node: Any) -> ast.expr:
    return _dictionary(frame, node, "hashtable")


def _dictionary(frame: Frame, node: Any, helper: str) -> ast.expr:
    items: list[ast.expr] = []
    keys: list[ast.expr] = []
    for key, entry in node.entries:
        keys.append(value(frame, key))
        items.append(keys[-1])
        items.append(stored(frame, statement_value(frame, entry)))
    if helper != "custom_object" and (_differ(keys) or not keys):
        quick = "constant_keys" if helper == "hashtable" else "ordered_constant_keys"
        return py.call(quick, ast.Dict(keys, items[1::2]))  # type: ignore[arg-type]  # keys are no `**`
    plain = helper == "custom_object" and _differ(keys) and not any(_names_type(key) for key in keys)
    if plain:  # members in the order written; PSTypeName is no member
        return py.call("PSCustomObject", ast.Dict(keys, items[1::2]))  # type: ignore[arg-type]  # as above
    return py.call(helper, *items)


def _names_type(key: ast.expr) -> bool:
    return isinstance(key, ast.Constant) and str(key.value).lower() == "pstypename"


def _differ(keys: list[ast.expr]) -> bool:
    """Whether keys are texts that stand in the script and differ whatever the case."""
    texts = {key.value.lower() for key in keys if isinstance(key, ast.Constant) and type(key.value) is str}
    return bool(keys) and len(texts) == len(keys)


def _script_block(frame: Frame, node: Any) -> ast.expr:
    return py.call("script_block", py.name("S"), frame.constant("block", node.script_block))


def type_reference(frame: Frame, type_name: Any) -> ast.expr:
    """The type that a name in the text means."""
    return py.call("type_value", py.name("S"), frame.constant("type", type_name))


def _type(frame: Frame, node: Any) -> ast.expr:
    made = type_reference(frame, node.type_name)
    py.locate([made], frame.location(node))  # a type that is not found is marked itself, not its statement
    return made


def _convert(frame: Frame, node: Any) -> ast.expr:
    name = node.type.type_name.text.lower()
    child = node.child
    if child.kind == "Hashtable" and name in ("ordered", "pscustomobject"):
        return _dictionary(frame, child, "ordered_hashtable" if name == "ordered" else "custom_object")
    if name == "ref":
        return _reference(frame, node)
    if name == "void":
        return py.call("discard", value(frame, child))
    return _cast(frame, node.type.type_name, value(frame, child))


def _cast(frame: Frame, type_name: Any, compiled: ast.expr) -> ast.expr:
    site = frame.constant("type", type_name)

    def general(given: ast.expr) -> ast.expr:
        return py.call("cast", py.name("S"), site, given)

    quick = text_operators.converted(frame, type_name.text.lower(), compiled, general)
    return general(compiled) if quick is None else quick


def _reference(frame: Frame, node: Any) -> ast.expr:
    child = node.child
    while child.kind == "ParenExpression" and _single_expression(child.pipeline) is not None:
        child = _single_expression(child.pipeline)
    if child.kind == "VariableExpression" and child.path.lower() not in CONSTANT_VARIABLES:
        return py.call("variable_reference", py.name("S"), py.const(child.path))
    return py.call("value_reference", value(frame, child))


def _attributed(frame: Frame, node: Any) -> ast.expr:
    return py.call(
        "attributed", py.name("S"), frame.constant("attribute", node.attribute), value(frame, node.child)
    )


def _member_name(frame: Frame, node: Any) -> ast.expr:
    if node.kind == "StringConstantExpression":
        return py.const(node.value)
    return value(frame, node)


def _member(frame: Frame, node: Any) -> ast.expr:
    name = _member_name(frame, node.member)
    if node.static:
        return py.call("get_static", py.name("S"), value(frame, node.target), name)
    if _is_matches(node.target) and isinstance(name, ast.Constant) and not node.null_conditional:
        return py.call_site(frame.shared("group", (name.value, True)), py.name("S"))
    if frame.caught is not None and tries.is_exception_of(node):
        return py.name(frame.caught)
    own = method_shape.read(frame, node)
    if own is not None:
        return own
    target = value(frame, node.target)
    if node.null_conditional:
        temporary = frame.temporary()
        missing = py.call("is_null", py.walrus(temporary, target))
        return py.choose(
            missing, py.const(None), py.call("get_member", py.name("S"), py.name(temporary), name)
        )
    if (
        isinstance(name, ast.Constant)
        and of(target).kind == "list"
        and str(name.value).lower() in ("count", "length")
    ):
        return with_fact(py.call("len", target), whole(0, INT_MAX), safe=is_safe(target))
    if isinstance(name, ast.Constant) and type(name.value) is str:
        return member_code.read(frame, target, name.value)
    return py.call("get_member", py.name("S"), target, name)


def _invoke(frame: Frame, node: Any) -> ast.expr:
    generic = [type_reference(frame, argument) for argument in node.generic_arguments or ()]
    if node.static:
        target = value(frame, node.target)
        name = _member_name(frame, node.member)
        if isinstance(name, ast.Constant) and not generic:
            site = frame.constant("static_method", (name.value, len(node.arguments)))
            values = [value(frame, item) for item in node.arguments]
            if node.target.kind == "TypeExpression":
                return method_calls.static_call(frame, site, target.args[1], target, values, node)  # type: ignore[attr-defined]  # as type_reference makes it
            return py.call_site(py.attribute(site, "meet"), py.name("S"), target, *values)
        arguments = py.tuple_of(element(frame, item) for item in node.arguments)
        return py.call("invoke_static", py.name("S"), target, name, arguments, *generic)
    base = _base_call(node.target)
    if base is not None:
        arguments = py.tuple_of(element(frame, item) for item in node.arguments)
        name = _member_name(frame, node.member)
        return py.call(
            "invoke_base",
            py.name("S"),
            value(frame, base),
            type_reference(frame, base.type.type_name),
            name,
            arguments,
        )
    target = value(frame, node.target)
    temporary = frame.temporary() if node.null_conditional else None
    held = py.walrus(temporary, target) if temporary else target
    name = _member_name(frame, node.member)
    if isinstance(name, ast.Constant) and not temporary and not generic:
        return _method(frame, target, name.value, [value(frame, item) for item in node.arguments])
    arguments = py.tuple_of(element(frame, item) for item in node.arguments)
    if temporary:
        called = py.call("invoke_member", py.name("S"), py.name(temporary), name, arguments, *generic)
        return py.choose(py.call("is_null", held), py.const(None), called)
    return py.call("invoke_member", py.name("S"), held, name, arguments, *generic)


def _method(frame: Frame, target: ast.expr, name: Any, arguments: list[ast.expr]) -> ast.expr:
    """A call of a method by a name that stands in the text."""

    def general(holder: ast.expr, *values: ast.expr) -> ast.expr:
        site = frame.constant("method", (name, len(values)))
        return method_calls.instance_call(frame, site, holder, list(values))

    quick = text_methods.call(frame, str(name), target, arguments, general)
    return general(target, *arguments) if quick is None else quick


def _base_call(target: Any) -> Any:
    """The cast in ``([Base]$this).Method()``: such a call is not virtual (about_Classes_Inheritance)."""
    inner = _single_expression(target.pipeline) if target.kind == "ParenExpression" else None
    if inner is None or inner.kind != "ConvertExpression":
        return None
    name = inner.type.type_name
    has_others = name.text.lower() not in _SEALED and name.element is None and not name.generic_arguments
    return inner if has_others else None


_SEALED = frozenset(
    [
        "array", "bool", "byte", "char", "datetime", "decimal", "double", "float", "guid", "hashtable", "int", "int16", "int32",
        "int64", "ipaddress", "long", "ordered", "pscredential", "pscustomobject", "psobject", "ref", "regex", "scriptblock",
        "securestring", "short", "single", "string", "switch", "timespan", "type", "uint", "uint16", "uint32", "uint64",
        "ulong", "uri", "ushort", "version", "void", "xml",
    ]
)  # fmt: skip
"""Types that a script casts to most, of which no class is derived."""


def _is_matches(node: Any) -> bool:
    return bool(node.kind == "VariableExpression" and node.path.lower() == "matches")


def index_value(frame: Frame, node: Any) -> ast.expr:
    """What stands in ``[ ]``: a cast to [object] says that it is a key, not a position."""
    compiled = value(frame, node)
    cast_name = node.type.type_name.text.lower() if node.kind == "ConvertExpression" else ""
    return py.call("ObjectKey", compiled) if cast_name in ("object", "system.object") else compiled


def _index(frame: Frame, node: Any) -> ast.expr:
    if _is_matches(node.target) and node.index.kind in ("StringConstantExpression", "ConstantExpression"):
        key = value(frame, node.index)
        if isinstance(key, ast.Constant) and not node.null_conditional:
            return py.call_site(frame.shared("group", (key.value, False)), py.name("S"))
    target = value(frame, node.target)
    if node.null_conditional:
        temporary = frame.temporary()
        missing = py.call("is_null", py.walrus(temporary, target))
        got = py.call("get_index", py.name("S"), py.name(temporary), index_value(frame, node.index))
        return py.choose(missing, py.const(None), got)
    index = index_value(frame, node.index)
    return element_code.fetched(frame, node, target, index)


def _unary(frame: Frame, node: Any) -> ast.expr:
    kind = node.operator
    if kind in ("Not", "Exclaim"):
        return with_fact(py.negated(condition(frame, node.child)), BOOL)
    if kind in ("PlusPlus", "MinusMinus", "PostfixPlusPlus", "PostfixMinusMinus"):
        return assignments.increment_value(frame, node)
    child = value(frame, node.child)
    if kind == "Comma":
        return ast.List([child], py.LOAD)
    if kind in ("Isplit", "Csplit"):
        return py.call("split_words", child)
    helper = {"Minus": "negate", "Plus": "unary_plus", "Bnot": "bnot", "Join": "join_all"}[kind]
    return py.call(helper, child)


def _binary(frame: Frame, node: Any) -> ast.expr:
    return operators.binary(frame, node)[0]


def _ternary(frame: Frame, node: Any) -> ast.expr:
    test = condition(frame, node.condition)
    return py.choose(test, value(frame, node.if_true), value(frame, node.if_false))


def _using(frame: Frame, node: Any) -> ast.expr:
    child = node.child
    if child.kind == "VariableExpression":
        return py.call("read_using", py.name("S"), py.const(child.path))
    text = frame.unit.source.text[
        child.start : child.end
    ]  # $using:a.b is worked out where the code was started
    return py.call("read_using", py.name("S"), py.const(text))


def _error(_frame: Frame, node: Any) -> ast.expr:
    return py.call("unsupported", py.name("S"), py.const(node.kind))


_COMPILE: dict[str, Callable[[Any, Any], ast.expr]] = {
    "ConstantExpression": _constant,
    "StringConstantExpression": _string,
    "ExpandableStringExpression": _expandable,
    "VariableExpression": _variable,
    "ParenExpression": _paren,
    "SubExpression": _sub_expression,
    "ArrayExpression": _array_expression,
    "ArrayLiteral": _array_literal,
    "Hashtable": _hashtable,
    "ScriptBlockExpression": _script_block,
    "TypeExpression": _type,
    "ConvertExpression": _convert,
    "AttributedExpression": _attributed,
    "MemberExpression": _member,
    "InvokeMemberExpression": _invoke,
    "BaseCtorInvokeMemberExpression": _invoke,
    "IndexExpression": _index,
    "UnaryExpression": _unary,
    "BinaryExpression": _binary,
    "TernaryExpression": _ternary,
    "UsingExpression": _using,
    "ErrorExpression": _error,
}

operators.COMPILE_EXPRESSION = value
