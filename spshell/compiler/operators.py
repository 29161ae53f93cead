"""Operators in generated code: a helper call, or an inline fast path where the code is hot."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from spshell.compiler import pyast as py

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.compiler.frame import Frame

_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1

ARITHMETIC = {
    "Plus": "add",
    "Minus": "subtract",
    "Multiply": "multiply",
    "Divide": "divide",
    "Rem": "remainder",
}
_INLINE_ARITHMETIC: dict[str, Callable[[], ast.operator]] = {
    "Plus": ast.Add,
    "Minus": ast.Sub,
    "Multiply": ast.Mult,
}

_COMPARISONS: dict[str, tuple[str, Callable[[], ast.cmpop]]] = {
    "eq": ("eq", ast.Eq), "ne": ("ne", ast.NotEq), "lt": ("lt", ast.Lt), "le": ("le", ast.LtE),
    "gt": ("gt", ast.Gt), "ge": ("ge", ast.GtE),
}  # fmt: skip

_CASED = {
    "like": "like", "notlike": "not_like", "contains": "contains", "notcontains": "not_contains",
    "in": "is_in", "notin": "not_in",
}  # fmt: skip

_PLAIN = {
    "Band": "band", "Bor": "bor", "Bxor": "bxor", "Shl": "shl", "Shr": "shr", "DotDot": "range_list",
    **ARITHMETIC,
}  # fmt: skip

_BOOLEAN_HELPERS = frozenset({"contains", "not_contains", "is_in", "not_in", "is_type_of", "is_not_type_of"})

COMPILE_EXPRESSION: Any = None
"""Set by `expressions`: compile a node to a value. (The two modules recurse into each other.)"""


def simple(node: ast.expr) -> bool:
    """Whether a Python expression may be written twice: a name or a constant."""
    return isinstance(node, (ast.Name, ast.Constant))


def held(frame: Frame, value: ast.expr) -> tuple[ast.expr, ast.expr]:
    """(first use, later uses) of a value that an inline fast path names more than once."""
    if simple(value):
        return value, value
    temporary = frame.temporary()
    return py.walrus(temporary, value), py.name(temporary)


def _is_int(first: ast.expr, again: ast.expr) -> ast.expr | None:
    """The test that a value is an Int32; None when that is known."""
    if isinstance(again, ast.Constant):
        return None if type(again.value) is int else py.const(False)
    return py.is_type(first, "int")


def int_test(left: tuple[ast.expr, ast.expr], right: tuple[ast.expr, ast.expr]) -> ast.expr | None:
    """Both operands are Int32: the condition of an inline fast path, evaluating both; None when inlining is useless.

    The right operand is evaluated whatever the left one is, so the test is written with ``&`` free calls only when
    the right operand is simple; otherwise it is put first into a temporary by the left test's side.
    """
    tests = [test for test in (_is_int(*left), _is_int(*right)) if test is not None]
    if not tests or any(isinstance(test, ast.Constant) for test in tests):
        return None
    return tests[0] if len(tests) == 1 else py.both(*tests)


def arithmetic(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> ast.expr:
    """`left` op `right` for + - * / %."""
    helper = ARITHMETIC[kind]
    if not frame.hot or kind == "Divide":
        return py.call(helper, left, right)
    pair = _hold_pair(frame, left, right)
    test = int_test(*pair)
    if test is None:
        return py.call(helper, left, right)
    plain_left, plain_right = pair[0][1], pair[1][1]
    general = py.call(helper, plain_left, plain_right)
    if kind == "Rem":
        positive = py.both(
            test,
            py.compare(plain_left, ast.GtE(), py.const(0)),
            py.compare(plain_right, ast.Gt(), py.const(0)),
        )
        fast: ast.expr = ast.BinOp(plain_left, ast.Mod(), plain_right)
        return _sequence(pair, py.choose(positive, fast, general))
    result = frame.temporary()
    computed = py.walrus(result, ast.BinOp(plain_left, _INLINE_ARITHMETIC[kind](), plain_right))
    in_range = ast.Compare(py.const(_INT_MIN), [ast.LtE(), ast.LtE()], [computed, py.const(_INT_MAX)])
    return _sequence(pair, py.choose(py.both(test, in_range), py.name(result), general))


def _hold_pair(
    frame: Frame, left: ast.expr, right: ast.expr
) -> tuple[tuple[ast.expr, ast.expr], tuple[ast.expr, ast.expr]]:
    """Hold both operands; when both need temporaries the left test evaluates both, so that neither is skipped."""
    first, second = held(frame, left), held(frame, right)
    if not simple(right) and not isinstance(left, ast.Constant):
        if simple(left):
            # A simple left name could be changed by evaluating the right side ($i + ($i = 2)): keep its old value.
            first = (py.walrus(name := frame.temporary(), left), py.name(name))
        # evaluate left, then right, inside the first test: type((tL := left, tR := right)[0])
        both_values = py.subscript(py.tuple_of([first[0], second[0]]), py.const(0))
        first = (both_values, first[1])
        second = (second[1], second[1])
    return first, second


def _sequence(_pair: Any, value: ast.expr) -> ast.expr:
    return value


def comparison(
    frame: Frame, name: str, left: ast.expr, right: ast.expr, *, ignore_case: bool
) -> tuple[ast.expr, bool]:
    """(expression, is boolean for certain) of -eq -ne -lt -le -gt -ge."""
    helper, operator = _COMPARISONS[name]
    arguments = [] if ignore_case else [py.const(False)]
    if frame.hot:
        pair = _hold_pair(frame, left, right)
        test = int_test(*pair)
        if test is not None:
            fast = py.compare(pair[0][1], operator(), pair[1][1])
            general = py.call(helper, pair[0][1], pair[1][1], *arguments)
            return py.choose(test, fast, general), False
    return py.call(helper, left, right, *arguments), False


def binary(frame: Frame, node: Any) -> tuple[ast.expr, bool]:
    """A binary expression: (Python expression, whether it is a bool for certain)."""
    kind = node.operator
    compile_ = COMPILE_EXPRESSION
    if kind in ("And", "Or", "Xor"):
        return _logical(frame, kind, node), True
    if kind == "QuestionQuestion":
        return _coalesce(frame, node), False
    left = compile_(frame, node.left)
    if kind in ("Is", "IsNot", "As"):
        helper = {"Is": "is_type_of", "IsNot": "is_not_type_of", "As": "as_type_of"}[kind]
        return py.call(helper, py.name("S"), left, compile_(frame, node.right)), kind != "As"
    right = compile_(frame, node.right)
    if kind in ARITHMETIC:
        return arithmetic(frame, kind, left, right), False
    if kind in _PLAIN:
        return py.call(_PLAIN[kind], left, right), False
    if kind == "Format":
        return py.call("format_text", py.name("S"), left, right), False
    if kind == "Join":
        return py.call("join", left, right), False
    return _cased(frame, kind, left, right)


def _cased(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> tuple[ast.expr, bool]:
    """Operators in case-insensitive (I...) and case-sensitive (C...) forms."""
    ignore_case = kind[0] == "I"
    name = kind[1:].lower()
    arguments = [] if ignore_case else [py.const(False)]
    if name in _COMPARISONS:
        return comparison(frame, name, left, right, ignore_case=ignore_case)
    if name in _CASED:
        helper = _CASED[name]
        return py.call(helper, left, right, *arguments), helper in _BOOLEAN_HELPERS
    if name in ("match", "notmatch"):
        helper = "match" if name == "match" else "not_match"
        return py.call(helper, py.name("S"), left, right, *arguments), False
    if name == "replace":
        return py.call("replace", py.name("S"), left, right, *arguments), False
    if name == "split":
        return py.call("split", py.name("S"), left, right, *arguments), False
    raise AssertionError(kind)


def _logical(frame: Frame, kind: str, node: Any) -> ast.expr:
    from spshell.compiler.expressions import condition

    left = condition(frame, node.left)
    sure = set(frame.sure)
    right = condition(frame, node.right)
    frame.sure = sure
    if kind == "Xor":
        return py.compare(left, ast.IsNot(), right)
    return ast.BoolOp(ast.And() if kind == "And" else ast.Or(), [left, right])


def _coalesce(frame: Frame, node: Any) -> ast.expr:
    left = COMPILE_EXPRESSION(frame, node.left)
    temporary = frame.temporary()
    missing = py.call("is_null", py.walrus(temporary, left))
    return py.choose(missing, COMPILE_EXPRESSION(frame, node.right), py.name(temporary))
