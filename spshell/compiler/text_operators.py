"""Operators on text whose right side stands in the script: ``-match -replace -split -f``, and casts of text to numbers.

What depends on the constant alone (the compiled pattern, the parsed template) is found once, by a site or here; a string on the
left is then dealt with in an expression, and everything else in the general way behind a test.
"""

from __future__ import annotations

import ast

from spshell.compiler import pyast as py
from spshell.compiler.facts import BOOL, FLOAT, INT, STR, Fact, of, with_fact
from spshell.compiler.format_templates import parse
from spshell.compiler.math_calls import is_near_int, whole_parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame


def _behind_test(
    frame: Frame,
    left: ast.expr,
    quick: Callable[[ast.expr], ast.expr],
    general: Callable[[ast.expr], ast.expr],
) -> ast.expr:
    """`quick` for a string, `general` for the rest."""
    from spshell.compiler.operators import held

    first, again = held(frame, left)
    if of(left).kind == "str" and first is again:
        return quick(again)
    return py.choose(py.is_type(first, "str"), quick(again), general(again))


def matched(frame: Frame, left: ast.expr, pattern: str, *, ignore_case: bool) -> ast.expr:
    """``left -match 'pattern'``."""
    site = frame.shared("pattern", (pattern, ignore_case, False))
    found = frame.temporary()

    def quick(text: ast.expr) -> ast.expr:
        search = ast.Call(py.attribute(site, "search"), [text], [])
        hit = py.compare(py.walrus(found, search), ast.IsNot(), py.const(None))
        return with_fact(py.both(hit, py.call("keep_match", py.name("V"), py.name(found))), BOOL)

    return _behind_test(
        frame, left, quick, lambda value: py.call("match_constant", py.name("S"), site, value)
    )


def liked(frame: Frame, left: ast.expr, pattern: str, *, ignore_case: bool, negated: bool) -> ast.expr | None:
    """``left -like '*text*'`` by string methods; None for patterns with other wildcards, or whose case folds in another way."""
    core = pattern.strip("*")
    if any(character in core for character in "*?[]`") or (ignore_case and not core.isascii()):
        return None
    start, end = pattern.startswith("*"), pattern.endswith("*")

    def quick(text: ast.expr) -> ast.expr:
        made: ast.expr
        whole = ast.Call(py.attribute(text, "lower"), [], []) if ignore_case else text
        wanted = py.const(core.lower() if ignore_case else core)
        if start and end and core:
            made = py.compare(wanted, ast.In(), whole)
        elif start and end:
            made = py.const(True)
        elif start or end:
            made = ast.Call(py.attribute(whole, "endswith" if start else "startswith"), [wanted], [])
        else:
            made = py.compare(whole, ast.Eq(), wanted)
        return with_fact(py.negated(made) if negated else made, BOOL)

    rest = [] if ignore_case else [py.const(False)]
    helper = "not_like" if negated else "like"
    return _behind_test(frame, left, quick, lambda value: py.call(helper, value, py.const(pattern), *rest))


def replaced(frame: Frame, left: ast.expr, right: ast.expr, *, ignore_case: bool) -> ast.expr | None:
    """``left -replace 'pattern', 'replacement'``; None when these are not constants."""
    parts = right.elts if isinstance(right, ast.List) else [right]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and type(part.value) is str]
    if len(texts) != len(parts) or len(texts) not in (1, 2):
        return None
    site = frame.shared("replacer", (texts[0], texts[1] if len(texts) == 2 else "", ignore_case))
    rest = [] if ignore_case else [py.const(False)]
    return _behind_test(
        frame,
        left,
        lambda text: with_fact(py.call_site(py.attribute(site, "run"), text), STR),
        lambda value: py.call("replace", py.name("S"), value, right, *rest),
    )


def divided(frame: Frame, left: ast.expr, pattern: str, *, ignore_case: bool) -> ast.expr:
    """``left -split 'pattern'``."""
    site = frame.shared("splitter", (pattern, ignore_case))
    rest = [] if ignore_case else [py.const(False)]
    return _behind_test(
        frame,
        left,
        lambda text: py.call_site(py.attribute(site, "run"), text),
        lambda value: py.call("split", py.name("S"), value, py.const(pattern), *rest),
    )


def formatted(frame: Frame, template: str, items: list[ast.expr]) -> ast.expr | None:
    """``'template' -f items``; None when the template is not one of plain items, each of which is there."""
    parts = parse(template) if frame.hot else None
    if parts is None or any(not isinstance(part, str) and part[0] >= len(items) for part in parts):
        return None
    names = [frame.temporary() for _ in items]
    values: list[ast.expr] = []
    for part in parts:
        if isinstance(part, str):
            values.append(py.const(part))
        else:
            place, width, spec = part
            fact = of(items[place])
            values.append(ast.FormattedValue(_item(py.name(names[place]), fact, width, spec), -1, None))
    held = py.tuple_of(py.walrus(name, item) for name, item in zip(names, items, strict=True))
    text = with_fact(ast.JoinedStr(values), STR)
    return with_fact(py.subscript(py.tuple_of([held, text]), py.const(1)), STR)


def _item(value: ast.expr, fact: Fact, width: int, spec: str | None) -> ast.expr:
    """One item of a template: what Python writes the same way, else a call."""
    general = py.call("format_item", py.name("S"), value, py.const(spec))
    made: ast.expr
    if spec is None:
        quick = fact.kind in ("str", "int")
        if width and not quick:
            text = py.call("str", value)
            made = py.choose(_in_plain(value), text, general)
        elif width:
            made = value if fact.kind == "str" else py.call("str", value)
        else:
            made = value if quick else py.choose(_in_plain(value), value, general)
    else:
        made = _number(value, fact, spec, general)
    if not width:
        return made
    method = "rjust" if width > 0 else "ljust"
    return ast.Call(ast.Attribute(made, method, py.LOAD), [py.const(abs(width))], [])


def _in_plain(value: ast.expr) -> ast.expr:
    return py.compare(py.call("type", value), ast.In(), py.name("PLAIN_TEXT"))


def _number(value: ast.expr, fact: Fact, spec: str, general: ast.expr) -> ast.expr:
    """``{0:n2}``, ``{0:d4}``: Python's own format where it writes the same."""
    letter, digits = spec[0].upper(), spec[1:]
    if letter in "NF" and digits.isdigit() and digits.isascii() and len(digits) < 3:
        form = ast.JoinedStr([py.const(f"{',' if letter == 'N' else ''}.{int(digits)}f")])
        finite = py.both(  # NaN and the infinities have symbols
            py.compare(py.call("type", value), ast.In(), py.name("NUMBERS")),
            py.compare(ast.BinOp(value, ast.Sub(), value), ast.Eq(), py.const(0)),
        )
        return whole_or(fact, finite, ast.JoinedStr([ast.FormattedValue(value, -1, form)]), general)
    width = digits if letter == "D" else str(len(spec)) if not spec.strip("0") else ""
    if not (width.isdigit() and width.isascii() and len(width) < 3):
        return general
    form = ast.JoinedStr([py.const(f"0{int(width)}d" if int(width) else "d")])
    positive = py.compare(value, ast.GtE(), py.const(0))
    test = positive if fact.kind == "int" else py.both(py.is_type(value, "int"), positive)
    return whole_or(
        Fact("int") if fact.kind == "int" and fact.low >= 0 else Fact("any"),
        test,
        ast.JoinedStr([ast.FormattedValue(value, -1, form)]),
        general,
    )


def whole_or(fact: Fact, test: ast.expr, quick: ast.expr, general: ast.expr) -> ast.expr:
    """The quick form, without a test when the value is known to be a whole number that it suits."""
    return quick if fact.kind == "int" else py.choose(test, quick, general)


def converted(
    frame: Frame, type_name: str, value: ast.expr, general: Callable[[ast.expr], ast.expr]
) -> ast.expr | None:
    """``[int]value``, ``[double]value``, ``[string]value``, ``[bool]value``; None for other types."""
    row = _CASTS.get(type_name)
    known = of(value)
    if row is None or not frame.hot:
        return None
    if known.kind == row[0]:
        return value
    from spshell.compiler.operators import held

    kind, from_kind, test, quick, fact = row
    parts = whole_parts(value) if kind == "int" else None
    if parts is not None:
        tested, whole, otherwise = parts
        return py.choose(tested, whole, general(otherwise))
    first, again = held(frame, value)
    names = {"t": again}
    from spshell.compiler.text_methods import filled

    other = general(again)
    if kind in ("int", "float"):
        other = _from_number(kind, again, other)
    if known.numeric and kind in ("int", "float"):
        return py.choose(py.is_type(first, kind), again, other)
    same = py.choose(py.is_type(again, kind), again, other)
    is_text = py.is_type(first, from_kind)
    tests = py.both(is_text, filled(test, names)) if test else is_text
    return py.choose(tests, with_fact(filled(quick, names), fact), same)


def _from_number(kind: str, value: ast.expr, general: ast.expr) -> ast.expr:
    """A number of the other kind, converted."""
    if kind == "float":
        return py.choose(py.is_type(value, "int"), with_fact(py.call("float", value), FLOAT), general)
    return py.choose(is_near_int(value), with_fact(py.call("round", value), INT), general)


_CASTS: dict[str, tuple[str, str, str, str, Fact]] = {
    "int": ("int", "str", "len(t) < 10 and t.isdigit() and t.isascii()", "int(t)", INT),
    "int32": ("int", "str", "len(t) < 10 and t.isdigit() and t.isascii()", "int(t)", INT),
    "double": ("float", "str", "t.replace('.', '', 1).isdigit() and t.isascii()", "float(t)", FLOAT),
    "string": ("str", "int", "", "str(t)", STR),
    "bool": ("bool", "int", "", "bool(t)", BOOL),
}
"""Type name: (Python class, class that it is often made of, when, how, what is known then)."""


def constant_text(node: Any) -> str | None:
    """The text of a constant expression, else None."""
    return node.value if isinstance(node, ast.Constant) and type(node.value) is str else None
