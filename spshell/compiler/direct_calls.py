"""Calls of the script's own functions from code whose variables live in Python locals.

A call site asks ``call`` of its site for the result. (It gets ``out`` where the output is written, for functions
that write several objects.) The site runs the function directly when nothing that the function
(or what it calls) can look up lives in these locals, and its arguments bind without conversion; else it answers ``SLOW``:
then the locals go into a scope, the command runs in the general way, and the locals are read back.
"""

from __future__ import annotations

import ast

from spshell.compiler import pyast as py
from spshell.compiler.blind_commands import looks_around
from spshell.compiler.direct_rules import PSEUDO, is_block_call, is_function_call, is_splatted
from spshell.compiler.unit import CommandSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame


def applies(frame: Frame, node: Any) -> bool:
    """Whether a pipeline node is a call that is made this way."""
    if not frame.locals and not frame.direct:
        return False
    return len(node.elements) == 1 and is_direct_command(frame, node.elements[0])


def is_direct_command(frame: Frame, element: Any) -> bool:
    """Whether an element of a pipeline is a call of a function known here."""
    return element.kind == "Command" and is_function_call(element, frame.unit.functions)


def call_value(frame: Frame, command: Any) -> ast.expr:
    """The output of the call as one value."""
    called, slow, result = _parts(frame, command, py.const(None))
    scalar = py.compare(py.call("type", py.walrus(result, called)), ast.In(), py.name("SCALARS"))
    direct = py.compare(py.name(result), ast.IsNot(), py.name("SLOW"))
    made = py.choose(scalar, py.name(result), py.call("sub_value", py.choose(direct, py.name(result), slow)))
    py.locate([made], frame.location(command))
    return made


def call_output(frame: Frame, command: Any) -> ast.expr:
    """The output of the call, to be written: a collection stands for its elements.

    A function that returns its output hands on where its caller wants it, so that what was written before an error is seen.
    """
    out = py.name(frame.out)
    called, slow, result = _parts(frame, command, out)
    direct = py.compare(py.walrus(result, called), ast.IsNot(), py.name("SLOW"))
    made = py.choose(direct, py.name(result), slow)
    py.locate([made], frame.location(command))
    return made


def _parts(frame: Frame, command: Any, out: ast.expr) -> tuple[ast.expr, ast.expr, str]:
    """(the direct call, the slow call, a name for the result)."""
    from spshell.compiler.commands import _arguments
    from spshell.compiler.expressions import value

    head = command.elements[0]
    by_name = not is_block_call(command)
    spec = CommandSpec(
        head.value if by_name else None,
        command.invocation,
        command.start,
        command.end,
        [],
        plain=not any(node.kind == "CommandParameter" or is_splatted(node) for node in command.elements[1:]),
        name_extent=(head.start, head.end),
    )
    spec.promoted = {name: local for name, local in frame.locals.items() if name not in PSEUDO}
    if by_name and head.value.lower() not in frame.unit.functions:
        return _cmdlet_parts(frame, command, spec, out)
    if any(is_splatted(node) for node in command.elements[1:]):
        return _splatted_parts(frame, command, spec, out)
    spec.layout = layout_of(command)
    site = frame.constant("site", spec)
    values: list[ast.expr] = []
    again: list[ast.expr] = []
    for argument, is_name in zip(_arguments(frame, command.elements[1:]), _names(spec.layout), strict=True):
        if is_name or isinstance(argument, ast.Constant):
            again.append(argument)
            if not is_name:
                values.append(argument)
            continue
        temporary = frame.temporary()
        values.append(py.walrus(temporary, argument))
        again.append(py.name(temporary))
    if by_name:
        name: ast.expr = py.const(head.value)
    else:
        block = frame.temporary()
        name = py.name(block)
        values = [py.walrus(block, value(frame, head)), *values]
    called = ast.Call(py.attribute(site, "call"), [py.name("S"), site, out, *values], [])
    return called, _slow_call(frame, site, name, py.tuple_of(again), out), frame.temporary()


def _cmdlet_parts(
    frame: Frame, command: Any, spec: CommandSpec, out: ast.expr
) -> tuple[ast.expr, ast.expr, str]:
    """As `_parts`, for a built-in command that sees no variables (`blind_commands`)."""
    from spshell.compiler.commands import _arguments

    splatted = any(is_splatted(node) for node in command.elements[1:])
    spec.layout = None if splatted else layout_of(command)
    site = frame.constant("site", spec)
    given = frame.temporary()
    arguments = py.tuple_of(_arguments(frame, command.elements[1:]))
    if looks_around(command):
        called: ast.expr = py.choose(py.walrus(given, arguments), py.name("SLOW"), py.name("SLOW"))
    else:
        called = py.call("cmdlet_call", py.name("S"), site, out, py.walrus(given, arguments))
    return called, _slow_call(frame, site, py.const(spec.name), py.name(given), out), frame.temporary()


def _splatted_parts(
    frame: Frame, command: Any, spec: CommandSpec, out: ast.expr
) -> tuple[ast.expr, ast.expr, str]:
    """As `_parts`, with splatted arguments: what they are is known at the call, and the plan is found by their names."""
    from spshell.compiler import variables
    from spshell.compiler.commands import _arguments

    site = frame.constant("site", spec)
    given = frame.temporary()
    if len(command.elements) == 2:
        table = variables.read(frame, command.elements[1].path)
        called = py.call("splatted_table", py.name("S"), site, out, py.walrus(given, table))
        again: ast.expr = py.tuple_of([ast.Starred(py.call("splat", py.name("S"), py.name(given)), py.LOAD)])
    else:
        arguments = py.tuple_of(_arguments(frame, command.elements[1:]))
        called = py.call("splatted_call", py.name("S"), site, out, py.walrus(given, arguments))
        again = py.name(given)
    return called, _slow_call(frame, site, py.const(spec.name), again, out), frame.temporary()


def layout_of(command: Any) -> tuple[Any, ...]:
    """The shape of the arguments: None for a value, (name, has a value after a colon) for a parameter name."""
    shape: list[Any] = []
    for node in command.elements[1:]:
        if node.kind == "CommandParameter":
            shape.append((node.name, node.argument is not None))
            if node.argument is not None:
                shape.append(None)
        else:
            shape.append(None)
    return tuple(shape)


def _names(layout: tuple[Any, ...]) -> list[bool]:
    return [item is not None for item in layout]


def read_again(frame: Frame, body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements with such calls: an error out of one leaves the locals as the command left the variables."""
    if not frame.locals:
        return body
    kept = sorted(item for item in frame.locals.items() if item[0] not in PSEUDO)
    values = py.tuple_of(py.name(local) for _, local in kept)
    names = py.const(tuple(folded for folded, _ in kept))
    target = ast.Tuple([ast.Name(local, py.STORE) for _, local in kept], py.STORE)
    again = ast.Assign([target], py.call("read_again", py.name("S"), names, values))
    unread = py.attribute(py.attribute(py.name("S"), "session"), "unread")
    some = py.if_(py.compare(unread, ast.IsNot(), py.const(None)), [again])
    return [py.try_(body, [py.handler(py.name("BaseException"), None, [some, ast.Raise(None, None)])])]


def _slow_call(frame: Frame, site: ast.expr, name: ast.expr, arguments: ast.expr, out: ast.expr) -> ast.expr:
    """Put the locals into a scope, run the command, read them back; has what the command wrote elsewhere than to `out`."""
    frame.unit.open_calls += 1
    kept = sorted(item for item in frame.locals.items() if item[0] not in PSEUDO)
    held = frame.temporary()
    names = py.const(tuple(folded for folded, _ in kept))
    values = py.tuple_of(py.name(local) for _, local in kept)
    owner = py.tuple_of([py.name("F"), py.name("K")]) if frame.direct else py.const(None)
    run = py.call("slow_call", py.name("S"), owner, site, name, arguments, names, values, out)
    back = [
        py.walrus(local, py.subscript(py.name(held), py.const(index + 1)))
        for index, (_, local) in enumerate(kept)
    ]
    first = py.subscript(py.name(held), py.const(0))
    return py.call("last_of", py.tuple_of([py.walrus(held, run), *back, first]))
