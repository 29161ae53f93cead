"""Arithmetic on values that are known, or just tested, to be numbers.

Int32 results that leave the range become Double (about_Arithmetic_Operators); the test is left out where the ranges
of the operands say that it cannot happen. ``%`` has the sign of its left operand, Python's that of its right one.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.facts import FLOAT, INT_MAX, INT_MIN, NUMBER, Fact, of, whole, with_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.compiler.frame import Frame

_OPERATORS: dict[str, Callable[[], ast.operator]] = {"Plus": ast.Add, "Minus": ast.Sub, "Multiply": ast.Mult}
_HELPERS = {
    "Plus": "add",
    "Minus": "subtract",
    "Multiply": "multiply",
    "Divide": "divide",
    "Rem": "remainder",
}


def known(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> ast.expr | None:
    """The operation on two numbers of known kind; None when a helper must do it."""
    if kind in _OPERATORS:
        return _sum_or_product(frame, kind, left, right)
    one, two = of(left), of(right)
    if kind == "Rem":
        return _remainder(frame, left, right)
    if not isinstance(right, ast.Constant) or not right.value:
        return None
    if one.kind == "float" or two.kind == "float":
        return with_fact(ast.BinOp(left, ast.Div(), right), FLOAT, safe=facts.is_safe(left))
    if one.kind == "int" and two.low > 0:
        return _quotient(frame, left, right)
    return None


def _sum_or_product(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> ast.expr:
    one, two = of(left), of(right)
    safe = facts.is_safe(left, right)
    computed: ast.expr = ast.BinOp(left, _OPERATORS[kind](), right)
    if one.kind == "float" or two.kind == "float":
        return with_fact(computed, FLOAT, safe=safe)
    if one.kind == "int" and two.kind == "int":
        low, high = _bounds(kind, one, two)
        if low >= INT_MIN and high <= INT_MAX:
            return with_fact(computed, whole(low, high), safe=safe)
        return _checked(frame, computed, low < INT_MIN, high > INT_MAX, safe=safe)
    return _checked(frame, computed, True, True, safe=safe)


def _bounds(kind: str, one: Fact, two: Fact) -> tuple[int, int]:
    if kind == "Plus":
        return one.low + two.low, one.high + two.high
    if kind == "Minus":
        return one.low - two.high, one.high - two.low
    products = [a * b for a in (one.low, one.high) for b in (two.low, two.high)]
    return min(products), max(products)


def _checked(frame: Frame, computed: ast.expr, below: bool, above: bool, *, safe: bool) -> ast.expr:
    """The number, as a Double when it has left the range of Int32. (Doubles pass through unchanged.)"""
    result = frame.temporary()
    first = py.walrus(result, computed)
    if below and above:
        test: ast.expr = ast.Compare(py.const(INT_MIN), [ast.LtE(), ast.LtE()], [first, py.const(INT_MAX)])
    elif above:
        test = py.compare(first, ast.LtE(), py.const(INT_MAX))
    else:
        test = py.compare(first, ast.GtE(), py.const(INT_MIN))
    made = py.choose(test, py.name(result), py.call("float", py.name(result)))
    return with_fact(made, NUMBER, safe=safe)


def _remainder(frame: Frame, left: ast.expr, right: ast.expr) -> ast.expr | None:
    from spshell.compiler.operators import held

    one, two = of(left), of(right)
    if two.kind != "int" or two.low <= 0:
        return None
    safe = facts.is_safe(left, right)
    if one.kind == "int" and one.low >= 0:
        made = ast.BinOp(left, ast.Mod(), right)
        return with_fact(made, whole(0, min(one.high, two.high - 1)), safe=safe)
    if one.kind == "float" or not isinstance(right, ast.Constant):
        return None
    first, again = held(frame, left)
    test: ast.expr = py.compare(first, ast.GtE(), py.const(0))
    if one.kind == "number":
        test = py.both(py.is_type(first, "int"), py.compare(again, ast.GtE(), py.const(0)))
    rest = ast.BinOp(again, ast.Mod(), right)
    general = py.call("remainder", again, right)
    limit = two.high - 1
    fact = whole(-limit, limit) if one.kind == "int" else NUMBER
    return with_fact(py.choose(test, rest, general), fact, safe=safe)


def _quotient(frame: Frame, left: ast.expr, right: ast.expr) -> ast.expr:
    """A whole number by a positive constant: whole when exact."""
    from spshell.compiler.operators import held

    first, again = held(frame, left)
    inexact = ast.BinOp(first, ast.Mod(), right)
    made = py.choose(inexact, ast.BinOp(again, ast.Div(), right), ast.BinOp(again, ast.FloorDiv(), right))
    one, two = of(left), of(right)
    floored = with_fact(
        ast.BinOp(left, ast.FloorDiv(), right), whole(one.low // two.low, one.high // two.low)
    )
    made.floored = floored  # type: ignore[attr-defined]  # for [math]::Floor
    return with_fact(made, NUMBER, safe=facts.is_safe(left))


def guarded(frame: Frame, kind: str, test: ast.expr, left: ast.expr, right: ast.expr) -> ast.expr:
    """The operation behind a test that both operands are Int32, else the helper."""
    general = py.call(_HELPERS[kind], left, right)
    if kind == "Rem":
        tests = [test]
        if of(left).kind != "int" or of(left).low < 0:
            tests.append(py.compare(left, ast.GtE(), py.const(0)))
        if of(right).kind != "int" or of(right).low <= 0:
            tests.append(py.compare(right, ast.Gt(), py.const(0)))
        return py.choose(
            py.both(*tests) if len(tests) > 1 else test, ast.BinOp(left, ast.Mod(), right), general
        )
    one = of(left) if of(left).kind == "int" else whole(INT_MIN, INT_MAX)
    two = of(right) if of(right).kind == "int" else whole(INT_MIN, INT_MAX)
    low, high = _bounds(kind, one, two)
    if low >= INT_MIN and high <= INT_MAX:
        return py.choose(test, ast.BinOp(left, _OPERATORS[kind](), right), general)
    result = frame.temporary()
    computed = py.walrus(result, ast.BinOp(left, _OPERATORS[kind](), right))
    if high <= INT_MAX:
        fits: ast.expr = py.compare(computed, ast.GtE(), py.const(INT_MIN))
    elif low >= INT_MIN:
        fits = py.compare(computed, ast.LtE(), py.const(INT_MAX))
    else:
        fits = ast.Compare(py.const(INT_MIN), [ast.LtE(), ast.LtE()], [computed, py.const(INT_MAX)])
    return py.choose(py.both(test, fits), py.name(result), general)
