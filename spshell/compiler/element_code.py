"""Elements in hot code: ``$a[$i]``, ``$h['k']``, assigned and updated, without a call where plain collections are met.

An index that is known to be a whole number is most likely one into a list, any other one into a hashtable, unless the text
around tells what the variable holds (`likely_kinds`). That is a guess: the code tests
the collection's class, and whatever is met instead goes the general way. Parts that may fail or have effects are
evaluated once, in the order of the text; code for them may stand in both branches.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name
from spshell.compiler.below import walk
from spshell.compiler.facts import INT_MAX, INT_MIN, Fact, of

if TYPE_CHECKING:
    from spshell.compiler.frame import Frame

_SMALL = 60
"""Python nodes of code that may be written twice."""


_HELPERS = {
    ("Plus", True): "add", ("Minus", True): "subtract", ("Plus", False): "increment", ("Minus", False): "decrement",
}  # fmt: skip


class Access:
    """A target and its index while code is made: ``target`` and ``index`` are names or constants for the fast branch,
    ``full`` and ``full_index`` what stands for them in the general one, ``first`` lines come before both.
    """

    __slots__ = ("first", "full", "full_index", "index", "kind", "target", "tests")

    def __init__(
        self, kind: str, target: ast.expr, full: ast.expr, index: ast.expr, full_index: ast.expr
    ) -> None:
        self.kind = kind
        self.target = target
        self.full = full
        self.index = index
        self.full_index = full_index
        self.first: list[ast.stmt] = []
        self.tests: list[ast.expr] = []


def fetched(frame: Frame, node: Any, target: ast.expr, index: ast.expr) -> ast.expr:
    """``target[index]`` as a value."""
    general = py.call("get_index", py.name("S"), target, index)
    kind = _collection(frame, node, index)
    if not frame.hot or kind is None or isinstance(target, ast.Constant):
        return general  # also of a constant: Python's compiler warns of those
    local = facts.local_of(target)
    known = of(target).kind
    first = holder = local or target
    if not _is_simple(holder):
        temporary = frame.temporary()
        first, holder = py.walrus(temporary, target), py.name(temporary)
    full = target if local else holder
    tests = [] if known == kind else [_is_a(kind, first, index, "LISTS")]
    if known == kind and first is not holder:
        return general
    key: ast.expr = facts.local_of(index) or index
    if not (_is_simple(key) or facts.is_safe(index)):
        if not tests or _size(index) > _SMALL:
            return general
        temporary = frame.temporary()
        key = facts.with_fact(py.name(temporary), of(index), safe=True)
        inner = _inside(kind, holder, key, py.walrus(temporary, index))
        general = py.call("get_index", py.name("S"), holder, index)
        if local:
            general = py.call("get_index", py.name("S"), target, index)
        found = py.choose(inner, _element(kind, holder, key), py.call("get_index", py.name("S"), holder, key))
        return py.choose(tests[0], found, general)
    if not _is_simple(key):
        temporary = frame.temporary()
        key = facts.with_fact(py.name(temporary), of(index), safe=True)
        tests.append(_inside(kind, holder, key, py.walrus(temporary, index)))
    else:
        tests.append(_inside(kind, holder, key, key))
    return py.choose(
        py.both(*tests), _element(kind, holder, key), py.call("get_index", py.name("S"), full, index)
    )


def _inside(kind: str, holder: ast.expr, key: ast.expr, first: ast.expr) -> ast.expr:
    """The test that the collection has the element; `first` is the key where it is evaluated."""
    fact = of(key)
    if kind == "table":
        if fact.kind in ("str", "int"):
            return py.compare(first, ast.In(), py.attribute(holder, "data"))
        held = py.compare(key, ast.In(), py.attribute(holder, "data"))
        return py.both(py.is_type(first, _key_class(kind, key)), held)
    size = py.call("len", holder)
    if fact.kind != "int":
        return py.both(py.is_type(first, "int"), _between(key, key, size, fact))
    return _between(first, key, size, fact)


def _between(first: ast.expr, key: ast.expr, size: ast.expr, fact: Fact) -> ast.expr:
    if fact.kind == "int" and fact.low >= 0:
        return py.compare(first, ast.Lt(), size)
    if isinstance(key, ast.Constant):
        return py.compare(size, ast.GtE(), py.const(-int(key.value)))  # type: ignore[arg-type]  # a number
    return ast.Compare(ast.UnaryOp(ast.USub(), size), [ast.LtE(), ast.Lt()], [first, size])


def _element(kind: str, holder: ast.expr, key: ast.expr) -> ast.expr:
    return py.subscript(py.attribute(holder, "data") if kind == "table" else holder, key)


def stored(
    frame: Frame, node: Any, target: ast.expr, index: ast.expr, right: ast.expr
) -> list[ast.stmt] | None:
    """``target[index] = right`` as a statement; None when the general way is as good."""
    access = _access(frame, node, target, index)
    if access is None:
        return None
    value = right
    before: list[ast.stmt] = []
    safe = _is_simple(right) or facts.is_safe(right)
    if not safe:
        if _size(right) > _SMALL:
            return None
        temporary = frame.temporary()
        value = py.name(temporary)
        before = [py.assign(temporary, right)]
    inside = _fits(access, value)
    plain = value
    if not (isinstance(value, ast.Constant) or of(right).known) and access.kind != "typed":
        nothing = py.compare(value, ast.Is(), py.name("NOTHING"))
        plain = (
            py.choose(nothing, py.const(None), value)
            if _is_simple(value)
            else py.call("null_if_nothing", value)
        )
    element = ast.Subscript(
        py.attribute(access.target, "data") if access.kind == "table" else access.target,
        access.index,
        py.STORE,
    )
    put: ast.stmt = ast.Assign([element], plain)
    late = py.expression(py.call("set_index", py.name("S"), access.target, access.index, value))
    general = py.expression(py.call("set_index", py.name("S"), access.full, access.full_index, right))
    if safe:
        return [*access.first, *_branches(access, [*access.tests, *inside], [put], late, general)]
    body = [*before, *_branches(access, inside, [put], late, late)]
    if not access.tests:
        return [*access.first, *body]
    return [*access.first, py.if_(py.both(*access.tests), body, [general])]


def _branches(
    access: Access, tests: list[ast.expr], body: list[ast.stmt], late: ast.stmt, general: ast.stmt
) -> list[ast.stmt]:
    """The fast branch behind its tests; a position that a list does not have goes the general way."""
    if access.kind != "table":
        body = [py.try_(body, [py.handler(py.name("IndexError"), None, [late])])]
    return [py.if_(py.both(*tests), body, [general])] if tests else body


def _fits(access: Access, value: ast.expr) -> list[ast.expr]:
    """The tests that the place exists and takes the value as it is."""
    if access.kind == "table":
        return [py.compare(access.index, ast.In(), py.attribute(access.target, "data"))]
    found: list[ast.expr] = []
    if access.kind == "typed":
        python_type = {"int": "int", "bool": "bool", "str": "str", "float": "float"}.get(of(value).kind)
        kind = py.name(python_type) if python_type else py.call("type", value)
        found.append(py.compare(py.attribute(access.target, "exact"), ast.Is(), kind))
    return found


def updated(
    frame: Frame, node: Any, target: ast.expr, index: ast.expr, operator: str, right: ast.expr | None = None
) -> list[ast.stmt] | None:
    """``target[index] += right`` for numbers, ``target[index]++`` without a right side; None when the general way is as
    good. `operator` is Plus or Minus.
    """
    general_parts = [py.name(_HELPERS[operator, right is not None]), *([] if right is None else [right])]
    right = py.const(1) if right is None else right
    access = _access(frame, node, target, index)
    if access is None or not (_is_simple(right) or facts.is_safe(right)):
        return None
    if of(right).kind not in ("any", "int", "number", "float"):
        return None
    old = frame.temporary()
    data = py.attribute(access.target, "data")
    if access.kind == "table":
        read: ast.expr = ast.Call(py.attribute(data, "get"), [access.index], [])
        place = ast.Subscript(data, access.index, py.STORE)
    else:
        read = py.subscript(access.target, access.index)
        place = ast.Subscript(access.target, access.index, py.STORE)
        access.tests += _fits(access, py.const(0.0 if of(right).kind == "float" else 0))
    tests, made = added(frame, access.tests, py.walrus(old, read), py.name(old), operator, right)
    general = py.call("update_index", py.name("S"), access.full, access.full_index, *general_parts)
    lines: list[ast.stmt] = [py.if_(py.both(*tests), [ast.Assign([place], made)], [py.expression(general)])]
    if access.kind != "table":
        late = py.call("update_index", py.name("S"), access.full, access.full_index, *general_parts)
        lines = [py.try_(lines, [py.handler(py.name("IndexError"), None, [py.expression(late)])])]
    return [*access.first, *lines]


def added(
    frame: Frame,
    tests: list[ast.expr],
    first: ast.expr,
    old: ast.expr,
    operator: str,
    right: ast.expr,
    *,
    known: bool = False,
) -> tuple[list[ast.expr], ast.expr]:
    """(tests that the sum is one of numbers of a kind and stays so, the sum).

    `first` is the old value where it is evaluated, `old` names it from then on; `known` says that its kind is certain.
    """
    sign: ast.operator = ast.Add() if operator == "Plus" else ast.Sub()
    fact = of(right)
    if fact.kind == "float":
        return [*tests, py.is_type(first, "float")], ast.BinOp(old, sign, right)
    found = [*tests] if known else [*tests, py.is_type(first, "int")]
    old = first if known and isinstance(right, (ast.Name, ast.Constant)) and fact.kind == "int" else old
    if known and old is not first:
        found.append(py.is_type(first, "int"))
    if not _is_simple(right):
        temporary = frame.temporary()
        if fact.kind == "int":
            operand: ast.expr = py.walrus(temporary, right)
        else:
            found.append(py.is_type(py.walrus(temporary, right), "int"))
            operand = py.name(temporary)
    else:
        operand = right
        if fact.kind != "int":
            found.append(py.is_type(right, "int"))
    result = frame.temporary()
    computed = py.walrus(result, ast.BinOp(old, sign, operand))
    found.append(ast.Compare(py.const(INT_MIN), [ast.LtE(), ast.LtE()], [computed, py.const(INT_MAX)]))
    return found, py.name(result)


def _access(frame: Frame, node: Any, target: ast.expr, index: ast.expr) -> Access | None:
    """The parts of an assignment to an element, evaluated in order before anything else."""
    kind = _collection(frame, node, index)
    if kind is None or not frame.hot or isinstance(target, ast.Constant) or _has_effects(node.index):
        return None
    if kind == "list" and _likely(frame, node.target) == "typed":
        kind = "typed"
    local = facts.local_of(target)
    first: list[ast.stmt] = []
    holder = local or target
    if not _is_simple(holder):
        temporary = frame.temporary()
        holder = py.name(temporary)
        first.append(py.assign(temporary, target))
    key: ast.expr = facts.local_of(index) or index
    whole = index
    if not _is_simple(key):
        temporary = frame.temporary()
        key = whole = facts.with_fact(py.name(temporary), of(index), safe=True)
        first.append(py.assign(temporary, index))
    made = Access(kind, holder, target if local else holder, key, whole)
    made.first = first
    expected = {"table": "table", "list": "list"}.get(kind)
    if of(target).kind != expected:
        made.tests.append(_is_a(kind, holder, index, "TypedArray" if kind == "typed" else "list"))
    if of(index).kind not in ("int", "str"):
        made.tests.append(py.is_type(key, _key_class(kind, index)))
    return made


def _has_effects(node: Any) -> bool:
    """Whether evaluating an index may change something: it is not moved then."""
    return any(part.kind in _EFFECTS for part in walk(node))


_EFFECTS = frozenset(
    {"AssignmentStatement", "Command", "InvokeMemberExpression", "SubExpression", "UnaryExpression"}
)


def _collection(frame: Frame, node: Any, index: ast.expr) -> str | None:
    """``list`` or ``table``: what is most likely indexed; None when nothing speaks for either."""
    kind = of(index).kind
    if kind in ("int", "number"):
        return "table" if _likely(frame, node.target) == "table" else "list"
    if kind == "str":
        return "table"
    if kind != "any" or isinstance(index, ast.Constant):
        return None
    return "list" if _likely(frame, node.target) in ("list", "typed") else "table"


def _likely(frame: Frame, target: Any) -> str | None:
    if target.kind != "VariableExpression":
        return None
    name = variable_name(target.path)
    return frame.unit.likely.get(name) if name is not None else None


def _is_simple(node: ast.expr) -> bool:
    return isinstance(node, (ast.Name, ast.Constant))


def _key_class(kind: str, key: ast.expr) -> str:
    """The Python class of keys for the fast branch."""
    return "str" if kind == "table" and of(key).kind == "any" else "int"


def _is_a(kind: str, value: ast.expr, key: ast.expr, lists: str) -> ast.expr:
    """The test of a collection's class; a number is a key of a hashtable, but a position in an ordered dictionary."""
    if kind == "table":
        lists = "TABLES" if _key_class(kind, key) == "str" or of(key).kind == "str" else "Hashtable"
    several = lists in ("TABLES", "LISTS")
    return py.compare(py.call("type", value), ast.In() if several else ast.Is(), py.name(lists))


def _size(node: ast.expr) -> int:
    return sum(1 for _ in ast.walk(node))


def likely_kinds(root: Any) -> dict[str, str]:
    """What the variables of a text most likely hold, by what it assigns to them."""
    found: dict[str, str] = {}
    for node in walk(root):
        if node.kind == "AssignmentStatement" and node.operator == "Equals":
            target = node.left
            kind = _kind_of(_single(node.right))
            while target.kind in ("ConvertExpression", "AttributedExpression"):
                kind = (
                    kind or _kind_of_type(target.type.type_name)
                    if target.kind == "ConvertExpression"
                    else kind
                )
                target = target.child
            if target.kind == "VariableExpression" and kind is not None:
                name = variable_name(target.path)
                if name is not None:
                    found.setdefault(name, kind)
    return found


def _single(statement: Any) -> Any:
    from spshell.compiler.expressions import _single_expression

    return _single_expression(statement)


def _kind_of(node: Any) -> str | None:
    """What an expression most likely gives."""
    if node is None:
        return None
    if node.kind == "Hashtable":
        return "table"
    if node.kind == "ConvertExpression":
        if node.child.kind == "Hashtable" and node.type.type_name.text.lower() != "pscustomobject":
            return "table"
        return _kind_of_type(node.type.type_name)
    if node.kind in ("ArrayExpression", "ArrayLiteral"):
        return "list"
    if node.kind == "BinaryExpression" and node.operator in ("Multiply", "Plus"):
        return _kind_of(node.left)
    if node.kind == "BinaryExpression" and node.operator in ("DotDot", "Isplit", "Csplit"):
        return "list"
    if node.kind == "UnaryExpression" and node.operator == "Comma":
        return "list"
    if node.kind == "ParenExpression":
        return _kind_of(_single(node.pipeline))
    if node.kind == "InvokeMemberExpression" and node.static and node.target.kind == "TypeExpression":
        return _kind_of_type(node.target.type_name)
    return None


def _kind_of_type(name: Any) -> str | None:
    if name.element is not None:
        return "list" if name.element.text.lower() in ("object", "system.object", "psobject") else "typed"
    return "table" if name.text.lower() in ("hashtable", "ordered", "system.collections.hashtable") else None
