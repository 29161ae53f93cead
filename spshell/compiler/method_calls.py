"""Calls of methods in hot code: what a place called last is called again at once, when classes are the same.

``$a.Add($x)`` becomes ``k.call(a, x) if type(a) is k.kind and type(x) is k.given else k.meet(S, a, x)``: ``k`` is the memory
of the place, filled by ``meet``. Parts are evaluated once, in the order of the text.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.facts import of
from spshell.compiler.math_calls import TOLD, given_tests, math_call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame


def instance_call(frame: Frame, site: ast.expr, target: ast.expr, arguments: list[ast.expr]) -> ast.expr:
    """``target.name(arguments)``."""
    meet = py.attribute(site, "meet")
    if not frame.hot or len(arguments) > len(TOLD) or of(target).known or isinstance(target, ast.Constant):
        return py.call_site(meet, py.name("S"), target, *arguments)
    tests: list[ast.expr] = []
    local = facts.local_of(target)
    first: ast.expr
    holder: ast.expr
    full: ast.expr
    if not all(_is_simple(argument) for argument in arguments):
        first = holder = full = _kept(frame, target, tests)
        values = [item if _is_simple(item) else _kept(frame, item, tests) for item in arguments]
    else:
        values = arguments
        full = target
        first = holder = local or target
        if not _is_simple(holder):
            temporary = frame.temporary()
            first, holder = py.walrus(temporary, target), py.name(temporary)
            full = holder
    tests.append(py.compare(py.call("type", first), ast.Is(), py.attribute(site, "kind")))
    tests += given_tests(site, values)
    quick = py.call_site(py.attribute(site, "call"), holder, *values)
    return py.choose(py.both(*tests), quick, py.call_site(meet, py.name("S"), full, *values))


def static_call(
    frame: Frame,
    site: ast.expr,
    known_type: ast.expr,
    target: ast.expr,
    arguments: list[ast.expr],
    node: Any,
) -> ast.expr:
    """``[type]::name(arguments)``; `known_type` is the place of the type's name, `node` the call."""
    meet = py.attribute(site, "meet")
    if not frame.hot or len(arguments) > len(TOLD):
        return py.call_site(meet, py.name("S"), target, *arguments)
    tests: list[ast.expr] = []
    first: ast.expr
    found = ast.BoolOp(ast.Or(), [py.attribute(known_type, "type"), target])
    in_line = math_call(frame, node, found, site, arguments)
    if in_line is not None:
        return in_line
    if all(_is_simple(argument) for argument in arguments):
        temporary = frame.temporary()
        first, holder = py.walrus(temporary, found), py.name(temporary)
        values = arguments
    else:
        first = holder = _kept(frame, found, tests)
        values = [item if _is_simple(item) else _kept(frame, item, tests) for item in arguments]
    tests.append(py.compare(first, ast.Is(), py.attribute(site, "kind")))
    tests += given_tests(site, values)
    quick = py.call_site(py.attribute(site, "call"), *values)
    return py.choose(py.both(*tests), quick, py.call_site(meet, py.name("S"), holder, *values))


def _kept(frame: Frame, value: ast.expr, tests: list[ast.expr]) -> ast.Name:
    """A name for a value that is worked out in a test of its own, which always holds."""
    name = frame.temporary()
    tests.append(py.compare(py.walrus(name, value), ast.IsNot(), py.name("UNSET")))
    kept = py.name(name)
    facts.with_fact(kept, of(value), safe=True)
    return kept


def _is_simple(node: ast.expr) -> bool:
    return isinstance(node, (ast.Name, ast.Constant))
