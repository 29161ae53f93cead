"""Operators in generated code: plain Python where the operands are known, else an inline fast path (where the code is
hot) or a helper call.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts, text_operators
from spshell.compiler import numeric_code as numeric
from spshell.compiler import pyast as py
from spshell.compiler.facts import BOOL, STR, of, with_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame

ARITHMETIC = {
    "Plus": "add",
    "Minus": "subtract",
    "Multiply": "multiply",
    "Divide": "divide",
    "Rem": "remainder",
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
    """(first use, later uses) of a value that is named more than once."""
    if simple(value):
        return value, value
    temporary = frame.temporary()
    first = with_fact(py.walrus(temporary, value), of(value), safe=facts.is_safe(value))
    return first, with_fact(py.name(temporary), of(value), safe=True)


def int_guard(frame: Frame, left: ast.expr, right: ast.expr) -> tuple[ast.expr | None, ast.expr, ast.expr]:
    """(test that both operands are Int32, left, right): the test evaluates both, in order, whatever they are.

    None instead of a test when an operand cannot be an Int32.
    """
    if any(of(side).kind not in ("any", "int", "number") for side in (left, right)):
        return None, left, right
    if isinstance(left, ast.Constant) and type(left.value) is not int:  # $null
        return None, left, right
    if simple(right):
        first, left = held(frame, left)
        tests = [
            py.is_type(side, "int")
            for side, fact in ((first, of(left)), (right, of(right)))
            if fact.kind != "int"
        ]
        if first is not left and of(left).kind == "int":
            tests[0] = ast.Compare(
                py.call("type", first), [ast.Is(), ast.Is()], [py.call("type", right), py.name("int")]
            )
        return (tests[0] if len(tests) == 1 else py.both(*tests)) if tests else None, left, right
    again = frame.temporary()
    second = py.call("type", py.walrus(again, right))
    if isinstance(left, ast.Constant):
        return py.compare(second, ast.Is(), py.name("int")), left, py.name(again)
    kept = frame.temporary()  # also of a plain name: the right side may assign the variable
    both = ast.Compare(py.call("type", py.walrus(kept, left)), [ast.Is(), ast.Is()], [second, py.name("int")])
    return both, py.name(kept), py.name(again)


def arithmetic(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> ast.expr:
    """`left` op `right` for + - * / %."""
    helper = ARITHMETIC[kind]
    one, two = of(left), of(right)
    if one.numeric and two.numeric:
        made = numeric.known(frame, kind, left, right)
        if made is not None:
            return made
    if kind == "Plus" and one.kind == "str" and (two.kind == "str" or two.kind == "int"):
        return _joined(left, right)
    if not frame.hot or kind == "Divide":
        return py.call(helper, left, right)
    if kind == "Plus" and facts.likely(left) == "str":
        return _probably_joined(frame, left, right)
    test, plain_left, plain_right = int_guard(frame, left, right)
    if test is None:
        return py.call(helper, left, right)
    return numeric.guarded(frame, kind, test, plain_left, plain_right)


def _joined(left: ast.expr, right: ast.expr) -> ast.expr:
    """Text and text, or text and a whole number."""
    safe = facts.is_safe(left, right)
    if of(right).kind == "str":
        return with_fact(ast.BinOp(left, ast.Add(), right), STR, safe=safe)
    head = left if isinstance(left, ast.Constant) else ast.FormattedValue(left, -1, None)
    return with_fact(ast.JoinedStr([head, ast.FormattedValue(right, -1, None)]), STR, safe=safe)


def _probably_joined(frame: Frame, left: ast.expr, right: ast.expr) -> ast.expr:
    """What is probably text and text; both sides are worked out before the test."""
    second, again = held(frame, right)
    if second is again:
        first, left = held(frame, left)
    else:  # also of a plain name: the right side may assign the variable
        kept = frame.temporary()
        first, left = py.walrus(kept, left), py.name(kept)
    types: list[ast.expr] = [py.call("type", second), py.name("str")]
    test = ast.Compare(py.call("type", first), [ast.Is(), ast.Is()], types)
    joined = with_fact(ast.BinOp(left, ast.Add(), again), STR)
    return py.choose(test, joined, py.call("add", left, again))


def comparison(
    frame: Frame, name: str, left: ast.expr, right: ast.expr, *, ignore_case: bool
) -> tuple[ast.expr, bool]:
    """(expression, is boolean for certain) of -eq -ne -lt -le -gt -ge."""
    helper, operator = _COMPARISONS[name]
    arguments: list[ast.expr] = [] if ignore_case else [py.const(False)]
    if of(left).numeric and of(right).numeric:
        made = py.compare(left, operator(), right)
        return with_fact(made, BOOL, safe=facts.is_safe(left, right)), True
    certain = of(left).known and of(left).kind != "list"
    if name in ("eq", "ne") and frame.hot:
        with_null = _with_null(frame, name, left, right, arguments)
        if with_null is not None:
            return with_null, certain
    if name in ("eq", "ne") and frame.hot:
        compared = _with_constant_text(frame, name, left, right, ignore_case)
        if compared is not None:
            return compared, certain
    if frame.hot and of(left).kind == "any" and of(right).numeric and simple(right):
        first, again = held(frame, left)  # a Double compares as a whole number does
        number = py.compare(py.call("type", first), ast.In(), py.name("NUMBERS"))
        return py.choose(number, py.compare(again, operator(), right), py.call(helper, again, right)), False
    if frame.hot:
        test, plain_left, plain_right = int_guard(frame, left, right)
        if test is not None:
            fast = py.compare(plain_left, operator(), plain_right)
            general = py.call(helper, plain_left, plain_right, *arguments)
            return py.choose(test, fast, general), certain
    return py.call(helper, left, right, *arguments), certain


def _with_null(
    frame: Frame, name: str, left: ast.expr, right: ast.expr, arguments: list[ast.expr]
) -> ast.expr | None:
    """``$null -ne value`` and ``value -eq $null``; None for others."""
    on_the_left = isinstance(left, ast.Constant) and left.value is None
    other = right if on_the_left else left
    null = left if on_the_left else right
    if not (isinstance(null, ast.Constant) and null.value is None) or of(other).kind != "any":
        return None
    first, again = held(frame, other)
    quick = py.compare(again, ast.Is() if name == "eq" else ast.IsNot(), py.const(None))
    pair = (null, again) if on_the_left else (again, null)
    scalar = py.compare(py.call("type", first), ast.In(), py.name("SCALARS"))
    return py.choose(scalar, with_fact(quick, BOOL), py.call(name, *pair, *arguments))


def _with_constant_text(
    frame: Frame, name: str, left: ast.expr, right: ast.expr, ignore_case: bool
) -> ast.expr | None:
    """-eq and -ne of text and a text that stands in the script; None for others."""
    if isinstance(right, ast.Constant) and type(right.value) is str:
        text, other = right.value, left
    elif isinstance(left, ast.Constant) and type(left.value) is str:
        text, other = left.value, right
    else:
        return None
    if of(other).kind not in ("any", "str"):
        return None
    first, again = held(frame, other)
    fast: ast.expr = py.subscript(frame.shared("text_test", (text, ignore_case)), again)
    if of(other).kind == "str":
        fast.slice = first  # type: ignore[attr-defined]  # a subscript
    fast = with_fact(py.negated(fast) if name == "ne" else fast, BOOL)
    if of(other).kind == "str":
        return fast
    pair = (again, right) if other is left else (left, again)
    general = py.call(name, *pair, *([] if ignore_case else [py.const(False)]))
    return py.choose(py.is_type(first, "str"), fast, general)


def binary(frame: Frame, node: Any) -> tuple[ast.expr, bool]:
    """A binary expression: (Python expression, whether it is a bool for certain)."""
    kind = node.operator
    compile_ = COMPILE_EXPRESSION
    if kind in ("And", "Or", "Xor"):
        return with_fact(_logical(frame, kind, node), BOOL), True
    if kind == "QuestionQuestion":
        return _coalesce(frame, node), False
    left = compile_(frame, node.left)
    if kind in ("Is", "IsNot", "As"):
        named = _is_named(frame, node, left) if kind != "As" else None
        if named is not None:
            return named, True
        helper = {"Is": "is_type_of", "IsNot": "is_not_type_of", "As": "as_type_of"}[kind]
        return py.call(helper, py.name("S"), left, compile_(frame, node.right)), kind != "As"
    right = compile_(frame, node.right)
    if kind in ARITHMETIC:
        return arithmetic(frame, kind, left, right), False
    if kind in _PLAIN:
        return py.call(_PLAIN[kind], left, right), False
    if kind == "Format":
        return _formatted(frame, left, right), False
    if kind == "Join":
        return with_fact(py.call("join", left, right), STR), False
    return _cased(frame, kind, left, right)


def _is_named(frame: Frame, node: Any, left: ast.expr) -> ast.expr | None:
    """``-is [type]``; None when the type does not stand in the text."""
    if node.right.kind != "TypeExpression":
        return None
    wanted: Any = COMPILE_EXPRESSION(
        frame, node.right
    )  # a call that looks the type up, from the place of its name
    site = wanted.args[1]
    found = ast.BoolOp(ast.Or(), [py.attribute(site, "type"), wanted])
    made = with_fact(py.call("is_named", left, site, found), BOOL)
    return with_fact(py.negated(made), BOOL) if node.operator == "IsNot" else made


def _formatted(frame: Frame, left: ast.expr, right: ast.expr) -> ast.expr:
    template = text_operators.constant_text(left)
    quick = None
    if template is not None and isinstance(right, ast.List):
        quick = text_operators.formatted(frame, template, right.elts)
    return quick or py.call("format_text", py.name("S"), left, right)


def _cased(frame: Frame, kind: str, left: ast.expr, right: ast.expr) -> tuple[ast.expr, bool]:
    """Operators in case-insensitive (I...) and case-sensitive (C...) forms."""
    ignore_case = kind[0] == "I"
    name = kind[1:].lower()
    arguments = [] if ignore_case else [py.const(False)]
    if name in _COMPARISONS:
        return comparison(frame, name, left, right, ignore_case=ignore_case)
    constant = text_operators.constant_text(right)
    if name in ("like", "notlike") and constant is not None and frame.hot:
        negated = name == "notlike"
        quick = text_operators.liked(frame, left, constant, ignore_case=ignore_case, negated=negated)
        if quick is not None:
            return quick, False
    if name in _CASED:
        helper = _CASED[name]
        return py.call(helper, left, right, *arguments), helper in _BOOLEAN_HELPERS
    if name == "match" and constant is not None:
        return text_operators.matched(frame, left, constant, ignore_case=ignore_case), False
    if name in ("match", "notmatch"):
        helper = "match" if name == "match" else "not_match"
        return py.call(helper, py.name("S"), left, right, *arguments), False
    if name == "replace":
        quick = text_operators.replaced(frame, left, right, ignore_case=ignore_case)
        if quick is not None:
            return quick, False
        return py.call("replace", py.name("S"), left, right, *arguments), False
    if name == "split" and constant is not None:
        return text_operators.divided(frame, left, constant, ignore_case=ignore_case), False
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
