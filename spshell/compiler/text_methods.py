"""Methods of strings as Python expressions, behind a test that the target is a string.

``$line.Trim()`` becomes ``v.strip(…) if type(v) is TEXT else k(S, v)``: the general call of the site stands behind the test.
Each line of the table says which method, what its arguments must be, when Python's method does the same as .NET's, and the
expression. Where .NET follows the culture (IndexOf, StartsWith), that is when the characters looked at are printable ASCII.
``TEXT`` is str as long as no type data give strings members of their own (`spshell.engine.compiled.plain_text`).
"""

from __future__ import annotations

import ast
from functools import cache

from spshell.compiler import pyast as py
from spshell.compiler.facts import BOOL, INT_MAX, STR, Fact, of, whole, with_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame

_BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What Trim removes: .NET's white space, which is not quite Python's."""

_LENGTH = whole(0, INT_MAX)
_PLACE = whole(-1, INT_MAX)
_PLAIN = "t.isascii() and t.isprintable()"
_INSIDE = "0 <= a <= len(t)"

# Kinds of arguments: s text; n text that is not empty; p printable ASCII; c one printable ASCII character that stands in
# the script; i a whole number.
_METHODS: dict[str, tuple[tuple[str, str, str, Fact], ...]] = {
    "trim": (("", "", "t.strip(BLANKS)", STR), ("c", "", "t.strip(a)", STR)),
    "trimstart": (("", "", "t.lstrip(BLANKS)", STR), ("c", "", "t.lstrip(a)", STR)),
    "trimend": (("", "", "t.rstrip(BLANKS)", STR), ("c", "", "t.rstrip(a)", STR)),
    "toupper": (("", "t.isascii()", "t.upper()", STR),),
    "tolower": (("", "t.isascii()", "t.lower()", STR),),
    "toupperinvariant": (("", "t.isascii()", "t.upper()", STR),),
    "tolowerinvariant": (("", "t.isascii()", "t.lower()", STR),),
    "tostring": (("", "", "t", STR),),
    "substring": (
        ("i", _INSIDE, "t[a:]", STR),
        ("ii", "0 <= a and 0 <= b <= len(t) - a", "t[a:a + b]", STR),
    ),
    "remove": (("i", _INSIDE, "t[:a]", STR),),
    "insert": (("is", _INSIDE, "t[:a] + b + t[a:]", STR),),
    "padleft": (("i", "a >= 0", "t.rjust(a)", STR), ("ic", "a >= 0", "t.rjust(a, b)", STR)),
    "padright": (("i", "a >= 0", "t.ljust(a)", STR), ("ic", "a >= 0", "t.ljust(a, b)", STR)),
    "replace": (("ns", "", "t.replace(a, b)", STR),),
    "contains": (("s", "", "a in t", BOOL),),
    "equals": (("s", "", "t == a", BOOL),),
    "startswith": (("p", _PLAIN, "t.startswith(a)", BOOL),),
    "endswith": (("p", _PLAIN, "t.endswith(a)", BOOL),),
    "indexof": (("p", _PLAIN, "t.find(a)", _PLACE),),
    "lastindexof": (("p", f"t and {_PLAIN}", "t.rfind(a)", _PLACE),),
    "split": (("c", "", "text_array(t.split(a))", Fact("any")),),
}


def call(
    frame: Frame, name: str, target: ast.expr, arguments: list[ast.expr], general: Callable[..., ast.expr]
) -> ast.expr | None:
    """``target.name(arguments)``; `general` makes the call for all other values. None when the name is not in the table."""
    if not frame.hot or of(target).kind not in ("any", "str"):
        return None
    for kinds, condition, expression, fact in _METHODS.get(name.lower(), ()):
        if len(kinds) == len(arguments):
            return _guarded(frame, target, arguments, general, (kinds, condition, expression, fact))
    return None


def length(frame: Frame, target: ast.expr, general: Callable[..., ast.expr]) -> ast.expr | None:
    """``target.Length``."""
    return _guarded(frame, target, [], general, ("", "t.isascii()", "len(t)", _LENGTH))


def _guarded(
    frame: Frame,
    target: ast.expr,
    arguments: list[ast.expr],
    general: Callable[..., ast.expr],
    row: tuple[str, str, str, Fact],
) -> ast.expr | None:
    from spshell.compiler.operators import held, simple

    kinds, condition, expression, fact = row
    tests: list[ast.expr] = []
    names: dict[str, ast.expr] = {"BLANKS": py.const(_BLANKS)}
    if all(simple(argument) for argument in arguments):
        first, names["t"] = held(frame, target)
        values = arguments
    else:  # all are worked out before the first test
        first, names["t"] = _kept(frame, target, tests)
        values = [
            argument if simple(argument) else _kept(frame, argument, tests)[1] for argument in arguments
        ]
    tests.append(py.compare(py.call("type", first), ast.Is(), py.name("TEXT")))
    for letter, kind, value in zip("ab", kinds, values, strict=False):
        found = _test(kind, value)
        if found is None:
            return None
        tests += found
        names[letter] = value
    if condition and not _holds(condition, values):
        tests.append(filled(condition, names))
    made = with_fact(filled(expression, names), fact)
    return py.choose(py.both(*tests) if len(tests) > 1 else tests[0], made, general(names["t"], *values))


def _kept(frame: Frame, value: ast.expr, tests: list[ast.expr]) -> tuple[ast.expr, ast.expr]:
    """A name for a value that is worked out in a test of its own, which always holds."""
    name = frame.temporary()
    tests.append(py.compare(py.walrus(name, value), ast.IsNot(), py.name("UNSET")))
    kept = with_fact(py.name(name), of(value), safe=True)
    return kept, kept


def _test(kind: str, value: ast.expr) -> list[ast.expr] | None:
    """What must be tested of an argument of a kind; None when it cannot be of that kind, or only by luck."""
    if isinstance(value, ast.Constant):
        return [] if _suits(kind, value.value) else None
    known = of(value).kind
    tests: list[ast.expr]
    if kind == "i":
        tests = [] if known == "int" else [py.is_type(value, "int")]
        return tests if known in ("any", "int", "number") else None
    if kind == "c" or known not in ("any", "str"):
        return None
    tests = [] if known == "str" else [py.is_type(value, "str")]
    if kind == "n":
        tests.append(value)
    elif kind == "p":
        tests.append(filled(_PLAIN, {"t": value}))
    return tests


def _suits(kind: str, value: Any) -> bool:
    if kind == "i":
        return type(value) is int
    if type(value) is not str or (kind == "n" and not value):
        return False
    return kind in "sn" or (value.isascii() and value.isprintable() and (kind == "p" or len(value) == 1))


def _holds(condition: str, values: list[ast.expr]) -> bool:
    """Whether a condition on the first argument alone holds for certain."""
    return condition == "a >= 0" and of(values[0]).kind == "int" and of(values[0]).low >= 0


@cache
def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def filled(text: str, names: dict[str, ast.expr]) -> ast.expr:
    """An expression of the table with its names replaced; its nodes get their positions later."""
    return _copy(_parsed(text), names)  # type: ignore[no-any-return]  # a copy of an expression is one


def _copy(node: Any, names: dict[str, ast.expr]) -> Any:
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    fields: dict[str, Any] = {}
    for field, value in ast.iter_fields(node):
        if isinstance(value, list):
            fields[field] = [_copy(item, names) if isinstance(item, ast.AST) else item for item in value]
        else:
            fields[field] = _copy(value, names) if isinstance(value, ast.AST) else value
    return type(node)(**fields)
