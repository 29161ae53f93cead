"""A function compiled to run without a scope: parameters and variables are Python locals, one value is returned as such."""

from __future__ import annotations

import ast

from spshell.compiler import facts, given_values, method_shape
from spshell.compiler import pyast as py
from spshell.compiler.analysis import fused_names, local_names
from spshell.compiler.collector import CollectorOff
from spshell.compiler.deep_blocks import code_of
from spshell.compiler.direct_rules import (
    called_by,
    called_functions,
    ends_in_one_value,
    is_blind_default,
    is_direct,
    scoped_names,
    statements_of,
)
from spshell.compiler.element_code import likely_kinds
from spshell.compiler.frame import Frame
from spshell.compiler.loop_counters import assigned
from spshell.compiler.tries import guard_depth
from spshell.compiler.unit import CompiledBlock, DirectCode, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

    from spshell.compiler.method_shape import MethodShape

_PARAMETER_FACTS = {
    "System.Int32": facts.INT,
    "System.String": facts.STR,
    "System.Double": facts.FLOAT,
    "System.Boolean": facts.BOOL,
    "System.Management.Automation.SwitchParameter": facts.SWITCH,
}


class DirectParameter:
    """A parameter as the compiler needs it: its folded name, type (full name), types and checks, and default."""

    __slots__ = ("attributes", "default", "name", "type_name")

    def __init__(self, name: str, type_name: str, attributes: list[Any], default: Any) -> None:
        self.name = name
        self.type_name = type_name
        self.attributes = attributes
        self.default = default


def compile_direct(
    body: Any,
    parameters: list[DirectParameter],
    functions: Container[str],
    *,
    advanced: bool = False,
    status: bool = False,
    method: MethodShape | None = None,
    recursive: bool = False,
) -> DirectCode | None:
    """Compile a function's body (a ScriptBlock node); None when it needs a scope.

    A `method` of a class returns only what it returns, and errors unwind it; calls of functions need a scope there. (It
    takes its parameters only: ``S`` and ``out`` are the same at each call.) A
    `recursive` function counts how deep its calls go.
    """
    with CollectorOff():
        return _compile(
            body, parameters, functions, advanced=advanced, status=status, method=method, recursive=recursive
        )


def _compile(
    body: Any,
    parameters: list[DirectParameter],
    functions: Container[str],
    *,
    advanced: bool,
    status: bool,
    method: MethodShape | None,
    recursive: bool,
) -> DirectCode | None:
    statements = statements_of(body)
    asked = frozenset[str]()
    if method is None:
        asked = given_values.given_names(statements, advanced=advanced)
    if not is_direct(body, functions, asked, fused=method is None):
        return None
    defaults = [item.default for item in parameters if item.default is not None]
    if not all(is_blind_default(item, functions, asked) for item in defaults):
        return None
    if method is not None and (called_functions(body) or any(_reassigned(body, item) for item in parameters)):
        return None
    from spshell.compiler.blocks import _uses_status
    from spshell.compiler.statements import settled, statement_list
    from spshell.compiler.steady_tests import hoisted

    unit = Unit(body.source, uses_status=status or _uses_status(body), functions=functions)
    unit.likely = likely_kinds(body)
    names = local_names([*statements, *defaults])[0] | {item.name for item in parameters}
    frame = Frame(unit)
    frame.direct = frame.assured = True
    frame.hot = True
    given_names = {item.name for item in parameters} | asked
    frame.locals = {
        name: f"v_{index}" for index, name in enumerate(sorted((names - _observed()) | given_names))
    }
    frame.method = method is not None
    frame.handled = int(frame.method)
    frame.shape = method
    if method is not None:
        method.settle(statements)
    frame.constraints = {item.name: item.attributes for item in parameters if item.attributes}
    frame.single = method is None and ends_in_one_value(statements)
    if "pscmdlet" in asked and given_values.writes_objects(statements):
        frame.single = False
    frame.sure = given_names
    callees = called_by([*statements, *defaults])
    given = {item.name: _PARAMETER_FACTS.get(item.type_name, facts.ANY) for item in parameters}
    frame.fixed = {name: fact for name, fact in given.items() if fact.known}
    frame.opaque = bool(callees)

    def make() -> list[ast.stmt]:
        frame.tail = frame.single
        for name, fact in given.items():
            frame.note(name, fact)
        return [*_defaults(frame, parameters), *statement_list(frame, statements)]

    lines = settled(frame, make)
    made = _function(
        frame,
        parameters,
        lines[: len(defaults)],
        lines[len(defaults) :],
        asked,
        recursive=recursive,
        advanced=advanced,
    )
    py.locate([made], frame.location(body))
    code = code_of(hoisted(made), body.source.name)
    if code is None:
        return None
    compiled = CompiledBlock(body.source, unit.constants, {"Direct": code})
    relied = tuple(sorted(fused_names(statements)))
    return DirectCode(
        compiled, scoped_names([*statements, *defaults]), callees, asked, relied, single=frame.single
    )


def _reassigned(body: Any, parameter: DirectParameter) -> bool:
    """Whether the body assigns a typed parameter."""
    typed = parameter.type_name not in ("", "System.Object")
    return typed and any(assigned(item, parameter.name) for item in statements_of(body))


def _observed() -> frozenset[str]:
    from spshell.compiler.analysis import OBSERVED

    return OBSERVED


def _defaults(frame: Frame, parameters: list[DirectParameter]) -> list[ast.stmt]:
    from spshell.compiler.expressions import value

    made: list[ast.stmt] = []
    for index, item in enumerate(parameters):
        if item.default is not None:
            local = frame.locals[item.name]
            missing = py.compare(py.name(local), ast.Is(), py.name("UNSET"))
            frame.handled += 1
            outer, frame.pending = frame.pending, []
            compiled = py.call("null_if_nothing", value(frame, item.default))
            nested, frame.pending = frame.pending, outer
            frame.handled -= 1
            if item.type_name:
                compiled = py.call("default_of", py.name("S"), py.name("F"), py.const(index), compiled)
            frame.note(item.name, facts.ANY)
            test = py.if_(missing, [*nested, *_marked_at_the_call(py.assign(local, compiled))])
            py.locate([test], frame.location(item.default))
            made.append(test)
    return made


def _marked_at_the_call(line: ast.stmt) -> list[ast.stmt]:
    """An error in a default is one of the call; the commands in it leave errors to the call."""
    failed = py.expression(py.call("default_failed", py.name("S"), py.name("F"), py.name("K"), py.name("e")))
    handler = py.handler(py.name("NetException"), "e", [failed, ast.Raise(None, None)])
    return [guard_depth("Add"), py.try_([line], [handler], [guard_depth("Sub")])]


_MATCHING = frozenset({"keep_match", "match_constant", "match", "not_match", "switch_regex"})
"""What fills ``$Matches``."""


def _keeping_matches(lines: list[ast.stmt]) -> list[ast.stmt]:
    """The function's ``$Matches`` stands in its caller's scope, where that finds its own again afterwards.

    Until something matches, the function reads the caller's.
    """
    restore = py.call("restore_local", py.name("V"), py.const("matches"), py.name("M"))
    return [
        py.assign("M", py.call("load_local", py.name("V"), py.const("matches"))),
        py.try_(lines, [], [py.expression(restore)]),
    ]


def _counting(lines: list[ast.stmt]) -> list[ast.stmt]:
    """Statements one call deeper: ``D`` is how deep the caller is."""
    depth = ast.Attribute(py.name("Q"), "depth", py.STORE)
    deeper = py.expression(py.call("enter_call", py.name("Q")))
    return [
        py.assign("D", py.attribute(py.name("Q"), "depth")),
        py.if_(py.compare(py.name("D"), ast.GtE(), py.name("MAX_DEPTH")), [deeper]),
        ast.Assign([depth], ast.BinOp(py.name("D"), ast.Add(), py.const(1))),
        py.try_(lines, [], [ast.Assign([depth], py.name("D"))]),
    ]


def _function(
    frame: Frame,
    parameters: list[DirectParameter],
    before: list[ast.stmt],
    lines: list[ast.stmt],
    asked: frozenset[str],
    *,
    recursive: bool,
    advanced: bool,
) -> ast.stmt:
    """``def block(S, K, out, parameters...)``, and ``G`` when the function asks how it was called."""
    taken = [frame.locals[item.name] for item in parameters]
    filled = {*taken, *(frame.locals[name] for name in asked)}
    rest = [local for local in frame.locals.values() if local not in filled]
    head: list[ast.stmt] = (
        [ast.Assign([ast.Name(local, py.STORE) for local in rest], py.name("UNSET"))] if rest else []
    )
    head += given_values.head(frame, asked)
    session = py.attribute(py.name("S"), "session")
    if frame.unit.uses_status or recursive:
        head.append(py.assign("Q", session))
    used = py.names_in([*before, *lines])
    matches = not used.isdisjoint(_MATCHING)
    if matches or "V" in used:
        head.append(py.assign("V", py.attribute(py.name("S"), "vars")))
    if matches:
        lines = _keeping_matches(lines)
    if frame.catches:
        head.append(py.assign("B", ast.List([], py.LOAD)))
    if frame.shape is not None:
        if not lines or not isinstance(lines[-1], ast.Return):
            lines = [*lines, ast.Return(method_shape.returned(frame, py.name("NOTHING")))]
        return py.function("block", taken, [*head, *method_shape.entered(frame, taken, lines)])
    if frame.single:
        lines = [*lines, ast.Return(py.name("NOTHING"))]
    if advanced:
        passed = [
            py.expression(py.call("leaves_function", py.name("F"), py.name("e"))),
            ast.Raise(None, None),
        ]
        lines = [py.try_(lines, [py.handler(py.name("NetException"), "e", passed)])]
    lines = [*before, *lines]
    if recursive:
        lines = _counting(lines)
    arguments = ["S", "K", "out", *taken, *(["G"] if asked else [])]
    return py.function("block", arguments, [*head, *lines])
