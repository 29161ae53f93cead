"""Properties in hot code: what custom objects store is read in line, and ``$o.Count += 1`` adds to numbers in them and in
hashtables.

Both keep their plain values in a Python dictionary; text, a number or null found there under the name as written is no computed
member. Anything else goes to the site.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts, text_methods
from spshell.compiler import pyast as py
from spshell.compiler.element_code import added
from spshell.compiler.facts import of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler.frame import Frame

_HELPERS = {
    ("Plus", True): "add", ("Minus", True): "subtract", ("Plus", False): "increment", ("Minus", False): "decrement",
}  # fmt: skip


def read(frame: Frame, target: ast.expr, name: str) -> ast.expr:
    """``target.name``, a property by a name that stands in the text."""

    def general(holder: ast.expr) -> ast.expr:
        site = frame.shared("property", name)
        if frame.apart:
            return py.call("property_apart", py.name("S"), site, holder)
        return py.call_site(site, py.name("S"), holder)

    if not frame.hot or frame.apart:
        return general(target)
    quick = None
    if name.lower() == "length" and of(target).kind in ("any", "str"):
        quick = text_methods.length(frame, target, general)
    elif name.lower() != "count" and of(target).kind == "any":
        quick = _stored(frame, target, name, general)
    return general(target) if quick is None else quick


def _stored(frame: Frame, target: ast.expr, name: str, general: Callable[[ast.expr], ast.expr]) -> ast.expr:
    from spshell.compiler.operators import held

    first, again = held(frame, target)
    found = frame.temporary()
    stored = ast.Call(
        py.attribute(py.attribute(again, "members"), "get"), [py.const(name), py.name("NOTHING")], []
    )
    plain = py.compare(py.call("type", py.walrus(found, stored)), ast.In(), py.name("SCALARS"))
    return py.choose(py.both(py.is_type(first, "PSCustomObject"), plain), py.name(found), general(again))


def updated(
    frame: Frame, node: Any, target: Callable[[], ast.expr], operator: str, right: ast.expr | None
) -> list[ast.stmt] | None:
    """The statements for ``target.name += right``, without a right side ``target.name++``; None for what is not hot."""
    if (
        not frame.hot
        or node.static
        or node.null_conditional
        or node.member.kind != "StringConstantExpression"
    ):
        return None
    operand = py.const(1) if right is None else right
    if of(operand).kind not in ("any", "int", "number", "float"):
        return None
    name = node.member.value
    first: list[ast.stmt] = []
    holder = target()
    if not isinstance(holder, ast.Name):
        temporary = frame.temporary()
        first.append(py.assign(temporary, holder))
        holder = py.name(temporary)
    if not (isinstance(operand, (ast.Name, ast.Constant)) or facts.is_safe(operand)):
        temporary = frame.temporary()
        first.append(py.assign(temporary, operand))
        operand = facts.with_fact(py.name(temporary), of(operand), safe=True)
    values = frame.temporary("d")
    of_table = py.choose(py.is_type(holder, "Hashtable"), py.attribute(holder, "data"), py.name("NO_ENTRIES"))
    of_object = py.choose(py.is_type(holder, "PSCustomObject"), py.attribute(holder, "members"), of_table)
    first.append(py.assign(values, of_object))
    old = frame.temporary()
    read = py.walrus(old, ast.Call(py.attribute(py.name(values), "get"), [py.const(name)], []))
    tests, made = added(frame, [], read, py.name(old), operator, operand)
    put = ast.Assign([ast.Subscript(py.name(values), py.const(name), py.STORE)], made)
    parts = [] if right is None else [operand]
    helper = py.name(_HELPERS[operator, right is not None])
    general = py.call_site(frame.shared("property_update", name), py.name("S"), holder, helper, *parts)
    return [*first, py.if_(py.both(*tests), [put], [py.expression(general)])]
