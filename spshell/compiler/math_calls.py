"""Methods of ``[math]`` worked out in line, where the name means System.Math and the arguments are Int32 or Double.

A whole argument of Floor and its kin is a Decimal to the library, and left to it; but where ``[math]::Floor($a / 10)`` becomes
an [int], it is a division of whole numbers.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.facts import FLOAT, INT, INT_MIN, of, with_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame

    Maker = Callable[[Frame, list[ast.expr]], tuple[list[ast.expr], ast.expr] | None]


TOLD = ("given", "second")
"""Which attributes of a place tell the classes of arguments."""


def math_call(
    frame: Frame, node: Any, found: ast.expr, site: ast.expr, arguments: list[ast.expr]
) -> ast.expr | None:
    """``[math]::name(arguments)``, the node; None when it is called as any other method.

    `found` is the type that its name means, `site` the memory of the place.
    """
    if not frame.hot or node.target.type_name.text.lower() not in ("math", "system.math"):
        return None
    name = node.member.value.lower() if node.member.kind == "StringConstantExpression" else ""
    maker = _MAKERS.get((name, len(arguments)))
    if maker is None:
        return None
    held = frame.temporary()
    tests: list[ast.expr] = []
    math = frame.constant("known_type", "System.Math")
    known = py.compare(py.walrus(held, found), ast.Is(), math)
    if not all(map(_is_simple, arguments)):
        tests.append(py.compare(known.left, ast.IsNot(), py.name("UNSET")))
        known = py.compare(py.name(held), ast.Is(), math)
    values = [item if _is_simple(item) else _kept(frame, item, tests) for item in arguments]
    made = maker(frame, values)
    if made is None:
        return None
    meet = py.attribute(site, "meet")
    same = [py.compare(py.name(held), ast.Is(), py.attribute(site, "kind")), *given_tests(site, values)]
    general: ast.expr = py.call_site(meet, py.name("S"), py.name(held), *values)
    if made[0]:
        general = py.choose(py.both(*same), py.call_site(py.attribute(site, "call"), *values), general)
    chosen = py.choose(py.both(*tests, known, *made[0]), made[1], general)
    whole = _floored(arguments[0]) if name == "floor" else None
    if whole is not None:
        is_math = py.compare(py.walrus(held, found), ast.Is(), math)
        parts = is_math, whole, py.call_site(meet, py.name("S"), py.name(held), arguments[0])
        chosen.whole = parts  # type: ignore[attr-defined]  # for `whole_parts`
    return chosen


def whole_parts(value: ast.expr) -> tuple[ast.expr, ast.expr, ast.expr] | None:
    """(test, Int32, what has the value otherwise) of a Double or Decimal that equals the Int32 when the test holds."""
    found = getattr(value, "whole", None)
    return found if isinstance(found, tuple) else None


def given_tests(site: ast.expr, values: list[ast.expr]) -> list[ast.expr]:
    """Tests that the classes of arguments are those that a place remembers."""
    return [
        py.compare(py.call("type", value), ast.Is(), py.attribute(site, told))
        for told, value in zip(TOLD, values, strict=False)
        if not isinstance(value, ast.Constant)  # its class is the same whenever the place is met
    ]


def is_near_int(value: ast.expr) -> ast.expr:
    """Whether a value is a Double that rounds (to even, as .NET converts) to an Int32: what [math] gives, and ``/``."""
    between = ast.Compare(py.const(INT_MIN), [ast.LtE(), ast.LtE()], [value, py.const(INT.high)])
    return py.both(py.is_type(value, "float"), between)


def _floored(argument: ast.expr) -> ast.expr | None:
    """The largest Int32 that is not above an argument, when it needs no test."""
    if of(argument).kind == "int":
        return argument
    floored = getattr(argument, "floored", None)
    return floored if isinstance(floored, ast.expr) else None


def _kept(frame: Frame, value: ast.expr, tests: list[ast.expr]) -> ast.Name:
    """A name for a value that is worked out in a test of its own, which always holds."""
    name = frame.temporary()
    tests.append(py.compare(py.walrus(name, value), ast.IsNot(), py.name("UNSET")))
    kept = py.name(name)
    with_fact(kept, of(value), safe=True)
    return kept


def _is_simple(node: ast.expr) -> bool:
    return isinstance(node, (ast.Name, ast.Constant))


def _rounded(outer: Callable[[ast.expr], ast.expr]) -> Maker:
    def make(frame: Frame, values: list[ast.expr]) -> tuple[list[ast.expr], ast.expr] | None:
        value = values[0]
        if of(value).kind not in ("float", "number", "any"):
            return None
        made = frame.temporary()
        computed = outer(ast.BinOp(outer(value), ast.FloorDiv(), py.const(1.0)))
        is_number = py.compare(py.walrus(made, computed), ast.Eq(), py.name(made))
        rounded = py.choose(is_number, py.name(made), value)  # infinities and NaN stay as they are
        if of(value).kind == "float":
            return [], with_fact(rounded, FLOAT)
        return [py.is_type(value, "float")], with_fact(rounded, FLOAT)

    return make


_PLACES = 15
"""Most places after the point that a Double is rounded to."""


def _to_places(frame: Frame, values: list[ast.expr]) -> tuple[list[ast.expr], ast.expr] | None:
    """``[math]::Round(value, places)``; what rounds to zero keeps its sign elsewhere."""
    value, places = values[0], values[1] if len(values) > 1 else py.const(0)
    if of(value).kind not in ("float", "number", "any") or not isinstance(places, ast.Constant):
        return None
    if type(places.value) is not int or not 0 <= places.value <= _PLACES:
        return None
    power = py.const(10.0**places.value)
    made = frame.temporary()
    rounded = ast.BinOp(py.call("round", ast.BinOp(value, ast.Mult(), power)), ast.Div(), power)
    tests: list[ast.expr] = [] if of(value).kind == "float" else [py.is_type(value, "float")]
    tests += [
        ast.Compare(py.const(-1e16), [ast.Lt(), ast.Lt()], [value, py.const(1e16)]),
        py.walrus(made, rounded),
    ]
    return tests, with_fact(py.name(made), FLOAT)


def _minus(value: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.USub(), value)


def _are_whole(values: list[ast.expr]) -> list[ast.expr] | None:
    """Tests that values are Int32; None when one cannot be."""
    if any(of(value).kind not in ("int", "number", "any") for value in values):
        return None
    return [py.is_type(value, "int") for value in values if of(value).kind != "int"]


def _absolute(_frame: Frame, values: list[ast.expr]) -> tuple[list[ast.expr], ast.expr] | None:
    tests, value = _are_whole(values), values[0]
    if tests is None:
        return None
    if of(value).low == INT_MIN:
        tests.append(py.compare(value, ast.NotEq(), py.const(INT_MIN)))
    return tests, with_fact(
        py.choose(py.compare(value, ast.GtE(), py.const(0)), value, _minus(value)), facts.whole(0, INT.high)
    )


def _chosen(operator: Callable[[], ast.cmpop]) -> Maker:
    def make(_frame: Frame, values: list[ast.expr]) -> tuple[list[ast.expr], ast.expr] | None:
        tests = _are_whole(values)
        if tests is None:
            return None
        one, two = values
        return tests, with_fact(
            py.choose(py.compare(one, operator(), two), one, two), facts.join(_int(one), _int(two))
        )

    return make


def _int(value: ast.expr) -> facts.Fact:
    return of(value) if of(value).kind == "int" else INT


_MAKERS: dict[tuple[str, int], Maker] = {
    ("floor", 1): _rounded(lambda value: value),
    ("ceiling", 1): _rounded(_minus),
    ("round", 1): _to_places,
    ("round", 2): _to_places,
    ("abs", 1): _absolute,
    ("max", 2): _chosen(ast.GtE),
    ("min", 2): _chosen(ast.LtE),
}
"""(Folded name, number of arguments) -> what makes (tests of the arguments, the result behind these)."""
