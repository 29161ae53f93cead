"""A function that stands in a pipeline: its begin, process and end blocks as Python functions that share their variables.

What makes the variables of a function invisible to others (`direct_rules`) lets them live in Python locals here too, from
the first object to the last::

    def block(S, out):
        v_count = load_local(V, "count")          # what the binder put into the scope
        def block(): ...                          # begin
        begin = block
        def block(x1, x2): ...                    # process: `$_` and the parameter that it fills are locals as well
        ...
        return begin, process, end, route, refill

Each is called ``block``, as the functions of other blocks are; ``route`` changes where the output goes, ``refill``
asks the scope for the parameters that objects fill. Several parameters
that the pipeline fills are read from the scope for each object. A function that calls others of the script tells the call
sites where its variables are.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import OBSERVED, fused_names, local_names
from spshell.compiler.collector import CollectorOff
from spshell.compiler.deep_blocks import code_of
from spshell.compiler.direct_rules import called_functions, can_stand_in_a_pipeline, statements_of
from spshell.compiler.frame import Frame
from spshell.compiler.unit import CompiledBlock, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

_BLOCKS = ("begin", "process", "end")


class StageCode:
    """``code`` makes the functions; ``callees`` says that they call other functions, which may look at ``$_``.

    ``relied`` are the command names in its pipelines with the built-in commands that they must mean.
    """

    __slots__ = ("callees", "code", "relied")

    def __init__(self, code: CompiledBlock, *, callees: bool, relied: tuple[tuple[str, str], ...]) -> None:
        self.code = code
        self.callees = callees
        self.relied = relied


def compile_stage(
    body: Any,
    parameters: dict[str, list[Any]],
    from_pipeline: frozenset[str],
    functions: Container[str],
    *,
    status: bool = False,
) -> StageCode | None:
    """Compile a body with a process block; None when it needs a scope for its variables.

    `parameters` are the folded names with the types that stay with them, `from_pipeline` those that the pipeline fills.
    """
    if not can_stand_in_a_pipeline(body, functions):
        return None
    from spshell.compiler.blocks import _uses_status
    from spshell.compiler.statements import settled

    with CollectorOff():
        unit = Unit(body.source, uses_status=status or _uses_status(body), functions=functions)
        unit.start = body.start
        frame = Frame(unit)
        frame.hot = True
        names = local_names(statements_of(body))[0] | parameters.keys()
        frame.locals = {name: f"v_{index}" for index, name in enumerate(sorted(names - OBSERVED))}
        frame.constraints = {name: kept for name, kept in parameters.items() if kept}
        callees = bool(called_functions(body))
        frame.opaque = callees
        frame.assured = True

        def make() -> list[ast.stmt]:
            for name in parameters:
                frame.note(name, facts.ANY)
            return [
                line
                for kind in _BLOCKS
                for line in _block(frame, body, kind, parameters, from_pipeline, callees)
            ]

        lines = settled(frame, make)
        made = py.function(
            "block", ["S", "out"], [*_head(frame), *lines, _route(), _refill(frame, from_pipeline), _result()]
        )
        py.locate([made], frame.location(body))
        code = code_of(made, body.source.name)
        if code is None:
            return None
    relied = tuple(sorted(fused_names(statements_of(body))))
    return StageCode(
        CompiledBlock(body.source, unit.constants, {"Stage": code}), callees=callees, relied=relied
    )


def _head(frame: Frame) -> list[ast.stmt]:
    head: list[ast.stmt] = [
        py.assign("V", py.attribute(py.name("S"), "vars")),
        py.assign("A", py.attribute(py.name("S"), "attributes")),
        py.assign("Q", py.attribute(py.name("S"), "session")),
    ]
    for name, local in frame.locals.items():
        head.append(py.assign(local, py.call("load_local", py.name("V"), py.const(name))))
    return head


def _result() -> ast.stmt:
    return ast.Return(py.tuple_of(py.name(kind) for kind in (*_BLOCKS, "route", "refill")))


def _refill(frame: Frame, from_pipeline: frozenset[str]) -> ast.stmt:
    """``def refill()``: the parameters that pipeline objects fill have what the scope has."""
    filled = sorted(from_pipeline)
    if not filled:
        return py.assign("refill", py.const(None))
    lines: list[ast.stmt] = [ast.Nonlocal([frame.locals[name] for name in filled])]
    lines += [
        py.assign(frame.locals[name], py.call("load_local", py.name("V"), py.const(name))) for name in filled
    ]
    return py.function("refill", [], lines)


def _route() -> ast.stmt:
    return py.function("route", ["way"], [ast.Nonlocal(["out"]), py.assign("out", py.name("way"))])


def _block(
    frame: Frame,
    body: Any,
    kind: str,
    parameters: dict[str, list[Any]],
    from_pipeline: frozenset[str],
    callees: bool,
) -> list[ast.stmt]:
    """``def block(): ...`` and ``begin = block``; None stands for a block that there is not."""
    from spshell.compiler.statements import statement_list

    node = getattr(body, kind + "_block")
    if node is None:
        return [py.assign(kind, py.const(None))]
    outer_locals, outer_fixed, sure = frame.locals, frame.fixed, set(frame.sure)
    frame.sure |= parameters.keys() - (from_pipeline if kind == "begin" else frozenset())
    head: list[ast.stmt] = []
    taken: list[str] = []
    if kind == "process":
        item, bound = frame.temporary("x"), frame.temporary("x")
        taken = [item, bound]
        filled = sorted(from_pipeline)
        got = (
            [py.name(bound)]
            if len(filled) == 1
            else [py.subscript(py.name("V"), py.const(n)) for n in filled]
        )
        head = [py.assign(frame.locals[name], value) for name, value in zip(filled, got, strict=True)]
        frame.repeated = True
        end = body.end_block
        if (
            not callees and end is not None and "_" in local_names(end.statements)[0]
        ):  # which sees the last object
            place = ast.Subscript(py.name("V"), py.const("_"), py.STORE)
            head.append(ast.Assign([place], py.name(item)))
        if not callees:
            frame.locals = {**outer_locals, "_": item}
            frame.fixed = {**outer_fixed, "_": facts.ANY}
            frame.sure.add("_")
    lines = [*head, *statement_list(frame, node.statements)]
    if frame.catches:
        lines = [py.assign("B", ast.List([], py.LOAD)), *lines]
    after = frame.sure if kind == "begin" else sure  # what begin assigns is there for the others
    frame.locals, frame.fixed, frame.sure = outer_locals, outer_fixed, after
    frame.repeated = False
    shared = (
        sorted(outer_locals.values()) if callees else sorted(py.names_in(lines) & {*outer_locals.values()})
    )
    made = py.function("block", taken, [*([ast.Nonlocal(shared)] if shared else []), *lines])
    py.locate([made], frame.location(node))
    return [made, py.assign(kind, py.name("block"))]
