"""``switch``: a loop over the items whose clauses are tests; constant patterns are compiled once."""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.expressions import statement_value, value
from spshell.compiler.frame import Loop
from spshell.compiler.loop_counters import assigned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame


def switch(frame: Frame, node: Any) -> list[ast.stmt]:
    """The statement: ``$_`` is a Python local where nothing but the text can look at it."""
    from spshell.compiler.flow import foreign

    current = frame.temporary("x")
    in_local = bool(frame.locals) and not frame.opaque and "File" not in node.flags
    hot, frame.hot = frame.hot, True
    outer_locals, outer_fixed, sure = frame.locals, frame.fixed, set(frame.sure)
    items, fact = _items(frame, node)
    if in_local:
        frame.locals = {**outer_locals, "_": current}
        frame.fixed = {**outer_fixed, "_": facts.ANY}
        frame.sure.add("_")
    is_text = fact.kind == "str" and in_local and not assigned(node, "_")
    body = _clauses(frame, node, current, is_text=is_text)
    frame.locals, frame.fixed, frame.sure = outer_locals, outer_fixed, sure
    label = py.const(node.label.lower() if node.label else None)
    take = py.expression(py.call("take_signal", py.name("g"), label))
    if (
        frame.unit.deep
        or any(foreign(test, clause) for test, clause in node.clauses)
        or (node.default and foreign(node.default))
    ):
        body = [py.try_(body, [py.handler(py.name("ContinueSignal"), "g", [take, ast.Continue()])])]
    taken = [py.handler(py.name("BreakSignal"), "g", [take])] if node.clauses or node.default else []
    frame.hot = hot
    if in_local:
        made = py.for_(current, items, body)
        return [py.try_([made], taken) if taken else made]
    store: ast.stmt = ast.Assign([ast.Subscript(py.name("V"), py.const("_"), py.STORE)], py.name(current))
    saved = frame.temporary("d")
    return [
        py.assign(saved, py.call("load_local", py.name("V"), py.const("_"))),
        py.try_(
            [py.for_(current, items, [store, *body])],
            taken,
            [py.expression(py.call("restore_local", py.name("V"), py.const("_"), py.name(saved)))],
        ),
    ]


def _clauses(frame: Frame, node: Any, current: str, *, is_text: bool) -> list[ast.stmt]:
    from spshell.compiler.flow import block

    matched = frame.temporary("m")
    frame.loops.append(Loop(node.label, is_switch=True))
    body: list[ast.stmt] = [py.assign(matched, py.const(False))] if node.default is not None else []
    for test, clause in node.clauses:
        hit: list[ast.stmt] = [py.assign(matched, py.const(True))] if node.default is not None else []
        body.append(
            py.if_(_clause_test(frame, node, test, current, is_text=is_text), [*hit, *block(frame, clause)])
        )
    if node.default is not None:
        body.append(py.if_(py.negated(py.name(matched)), block(frame, node.default)))
    frame.loops.pop()
    return body


def _items(frame: Frame, node: Any) -> tuple[ast.expr, facts.Fact]:
    """(what the loop goes over, what is known of each item)."""
    from spshell.compiler.flow import names_variable

    subject = statement_value(frame, node.condition)
    source = "switch_lines" if "File" in node.flags else "switch_items"
    if source == "switch_items" and names_variable(frame, node, "switch"):
        source = "observed_switch_items"
    if source == "switch_items" and facts.of(subject).kind in ("int", "float", "number", "str", "bool"):
        return py.tuple_of([subject]), facts.of(subject)
    items: ast.expr = py.call(source, py.name("S"), subject)
    if source == "switch_items" and isinstance(subject, ast.Name):
        is_one = py.compare(py.call("type", subject), ast.In(), py.name("SCALARS"))
        items = py.choose(is_one, py.tuple_of([subject]), items)
    py.locate([items], frame.location(node.condition))
    return items, facts.ANY


def _clause_test(frame: Frame, node: Any, test: Any, current: str, *, is_text: bool) -> ast.expr:
    item: ast.expr = py.name(current)
    if "_" not in frame.locals and assigned(node, "_"):
        item = py.subscript(py.name("V"), py.const("_"))  # a clause may change what the next ones test
    if test.kind == "ScriptBlockExpression":
        return py.call("switch_block", py.name("S"), frame.constant("block", test.script_block), item)
    ignore_case = "CaseSensitive" not in node.flags
    compiled = value(frame, test)
    mode = "Regex" if "Regex" in node.flags else "Wildcard" if "Wildcard" in node.flags else ""
    helper = {"Regex": "switch_regex", "Wildcard": "switch_wildcard", "": "switch_match"}[mode]
    general = py.call(helper, py.name("S"), item, compiled, py.const(ignore_case))
    made: ast.expr = general
    if isinstance(compiled, ast.Constant) and type(compiled.value) is int and not mode:
        made = py.choose(py.is_type(item, "int"), py.compare(item, ast.Eq(), compiled), general)
    elif isinstance(compiled, ast.Constant) and type(compiled.value) is str:
        made = _constant_test(frame, mode, compiled, ignore_case, item, general)
        if is_text and isinstance(made, ast.IfExp):
            made = made.body  # every item is text
    py.locate([made], frame.location(test))
    return made


def _constant_test(
    frame: Frame, mode: str, clause: ast.Constant, ignore_case: bool, item: ast.expr, general: ast.expr
) -> ast.expr:
    """The test of text against a constant; other items go the general way."""
    if mode == "Regex":
        site = frame.shared("pattern", (clause.value, ignore_case, True))
        found = frame.temporary()
        searched = py.walrus(found, ast.Call(py.attribute(site, "search"), [item], []))
        kept = py.call("keep_match", py.name("V"), py.name(found))
        test: ast.expr = py.both(py.compare(searched, ast.IsNot(), py.const(None)), kept)
    elif mode == "Wildcard":
        return general
    else:
        test = py.subscript(frame.shared("text_test", (clause.value, ignore_case)), item)
    return py.choose(py.is_type(item, "str"), test, general)
