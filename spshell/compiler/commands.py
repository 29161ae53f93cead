"""Commands and pipelines: call sites, arguments, redirections."""

from __future__ import annotations

import ast

from spshell.compiler import direct_calls, fusion
from spshell.compiler import pyast as py
from spshell.compiler.below import fusion_of
from spshell.compiler.direct_rules import can_be_planned, looks_like_a_method_call, plain_number
from spshell.compiler.unit import CommandSpec, RedirectionSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.compiler.frame import Frame


def pipeline_statement(frame: Frame, node: Any) -> list[ast.stmt]:
    """A pipeline of commands as a statement: its output goes on to the block's output."""
    if node.background:
        return [py.expression(background(frame, node))]
    if direct_calls.applies(frame, node):
        return output_of_call(frame, node.elements[0])
    if len(node.elements) == 1 and node.elements[0].kind == "Command":
        return [py.expression(_command_call(frame, node.elements[0], "run_command", py.name(frame.out)))]
    general: list[ast.stmt] = [py.expression(_pipeline_call(frame, node, "run_pipeline", py.name(frame.out)))]
    fused = fusible(frame, node)
    return general if fused is None else fusion.statement(frame, node, fused, general)


def fusible(frame: Frame, node: Any) -> Any:
    """The pipeline as a loop, where that may be."""
    if frame.unfused or frame.unit.traced or frame.unit.deep or len(node.elements) < 2:
        return None
    found = fusion_of(node)
    return found if found is not None and (found.is_loop or found.drops) else None


def background(frame: Frame, node: Any) -> ast.expr:
    """``pipeline &``: a job that runs the pipeline's text (about_Operators)."""
    text = frame.unit.source.text[node.start : node.end].rstrip().removesuffix("&")
    return py.call("start_background", py.name("S"), py.name(frame.out), py.const(text))


def pipeline_value(frame: Frame, node: Any) -> ast.expr:
    """A pipeline of commands as a value: what it outputs, unrolled."""
    if direct_calls.applies(frame, node):
        return direct_calls.call_value(frame, node.elements[0])
    if len(node.elements) == 1 and node.elements[0].kind == "Command":
        return _command_call(frame, node.elements[0], "command_value")
    if fusible(frame, node) is not None:
        from spshell.compiler.expressions import closure_value

        return closure_value(frame, [node], [], "collect", unwinds=True)
    return _pipeline_call(frame, node, "pipeline_value")


def output_of_call(frame: Frame, command: Any) -> list[ast.stmt]:
    """A direct call as a statement."""
    written = direct_calls.call_output(frame, command)
    if frame.tail:
        return [ast.Return(written)]
    return [py.expression(py.call("emit", py.name(frame.out), written))]


def _command_call(frame: Frame, command: Any, helper: str, *out: ast.expr) -> ast.expr:
    site, name, arguments, redirections = _parts(frame, command)
    extra = [] if redirections is None else [redirections]
    made = py.call(helper, py.name("S"), *out, site, name, arguments, *extra)
    py.locate([made], frame.location(command))
    return made


def _parts(frame: Frame, command: Any) -> tuple[ast.expr, ast.expr, ast.expr, ast.expr | None]:
    """(site, command name or value, argument tuple, redirection targets or None) of a command."""
    from spshell.compiler.expressions import value

    head = command.elements[0]
    is_plain = head.kind == "StringConstantExpression"
    specs, targets = redirection_parts(frame, command.redirections)
    spec = CommandSpec(
        head.value if is_plain else None,
        command.invocation,
        command.start,
        command.end,
        specs,
        plain=not any(_needs_binding(node) for node in command.elements[1:]),
        name_extent=(head.start, head.end),
    )
    if (
        is_plain
        and command.invocation != "Dot"
        and all(can_be_planned(node) for node in command.elements[1:])
        and not looks_like_a_method_call(command)
    ):
        spec.layout = direct_calls.layout_of(command)
    site = frame.constant("site", spec)
    name = py.const(head.value) if is_plain else value(frame, head)
    arguments = _arguments(frame, command.elements[1:])
    if is_plain and looks_like_a_method_call(command):
        arguments = [py.call("called_as_method", py.name("S"), arguments[0])]
    return site, name, py.tuple_of(arguments), targets


_TEXTS = ("StringConstantExpression", "ExpandableStringExpression")


def _needs_binding(node: Any) -> bool:
    """Whether an argument is more than a positional value: a name, a splat, a number or a word that keeps its text."""
    if node.kind == "UsingExpression":
        node = node.child
    return (
        node.kind == "CommandParameter"
        or (node.kind == "ConstantExpression" and not plain_number(node))
        or (node.kind == "VariableExpression" and node.splatted)
        or (node.kind in _TEXTS and not can_be_planned(node))
    )


def redirection_parts(frame: Frame, nodes: list[Any]) -> tuple[list[RedirectionSpec], ast.expr | None]:
    """Redirections as (fixed specifications, tuple of evaluated file targets or None)."""
    from spshell.compiler.expressions import value

    if not nodes:
        return [], None
    specs: list[RedirectionSpec] = []
    targets: list[ast.expr] = []
    for node in nodes:
        if node.kind == "FileRedirection":
            specs.append(RedirectionSpec(node.stream, append=node.append))
            targets.append(value(frame, node.target))
        else:
            specs.append(RedirectionSpec(node.source, target=node.target))
            targets.append(py.const(None))
    return specs, py.tuple_of(targets)


def _arguments(frame: Frame, nodes: list[Any]) -> list[ast.expr]:
    result: list[ast.expr] = []
    for node in nodes:
        if node.kind == "CommandParameter":
            payload = (node.name, getattr(node, "text", None) or "-" + node.name, node.argument is not None)
            result.append(frame.constant("parameter", (*payload, node.start, node.end)))
            if node.argument is not None:
                result.append(_argument(frame, node.argument))
        else:
            result.append(_argument(frame, node))
    return result


def _argument(frame: Frame, node: Any) -> ast.expr:
    from spshell.compiler.expressions import element, value

    kind = node.kind
    if kind == "VariableExpression" and node.splatted:
        from spshell.compiler import variables

        return ast.Starred(py.call("splat", py.name("S"), variables.read(frame, node.path)), py.LOAD)
    if kind == "UsingExpression" and node.child.kind == "VariableExpression" and node.child.splatted:
        return ast.Starred(py.call("splat", py.name("S"), value(frame, node)), py.LOAD)
    if kind == "ConstantExpression":
        return _number_argument(frame, node)
    if kind == "StringConstantExpression" and node.quote == "BareWord":
        return _bare_word(frame, node)
    if kind == "ExpandableStringExpression" and node.quote == "BareWord":
        return py.call("bare_text", element(frame, node))
    if kind == "ArrayLiteral":
        return ast.List([_array_item(frame, item) for item in node.elements], py.LOAD)
    return element(frame, node)


def _array_item(frame: Frame, node: Any) -> ast.expr:
    from spshell.compiler.expressions import element

    return element(frame, node)


def _number_argument(frame: Frame, node: Any) -> ast.expr:
    """A number keeps its source text where that differs from how it prints (007, 1kb, 1.50)."""
    from spshell.compiler.expressions import value

    if plain_number(node):
        return value(frame, node)
    return frame.constant("number", (node.value, node.type_name, node.text))


def _bare_word(frame: Frame, node: Any) -> ast.expr:
    if node.value == "--":
        return py.name("END_OF_PARAMETERS")
    if node.value == "--%":
        return py.name("VERBATIM")
    if any(character in node.value for character in "*?[~"):
        return frame.constant("bareword", node.value)
    return py.const(node.value)


def _pipeline_call(frame: Frame, node: Any, helper: str, *out: ast.expr) -> ast.expr:
    """``helper(S, [out,] has_input, input, ((site, name, arguments, targets), ...))``."""
    from spshell.compiler.expressions import value

    elements = list(node.elements)
    first: ast.expr = py.const(None)
    has_input = elements[0].kind == "CommandExpression"
    if has_input:
        head = elements.pop(0)
        if head.redirections:
            first = _redirected_value(frame, head)
        elif head.expression.kind == "BinaryExpression" and head.expression.operator == "DotDot":
            ends = value(frame, head.expression.left), value(frame, head.expression.right)
            first = py.call("range_source", *ends)
        else:
            first = value(frame, head.expression)
    stages = [stage_tuple(frame, command) for command in elements]
    return py.call(helper, py.name("S"), *out, py.const(has_input), first, py.tuple_of(stages))


def stage_tuple(frame: Frame, command: Any) -> ast.expr:
    """``(site, name, arguments, targets)`` of one command of a pipeline."""
    site, name, arguments, targets = _parts(frame, command)
    stage = py.tuple_of([site, name, arguments, targets or py.const(None)])
    py.locate([stage], frame.location(command))
    return stage


def _redirected_value(frame: Frame, element: Any) -> ast.expr:
    from spshell.compiler.blocks import nested_function

    specs, targets = redirection_parts(frame, element.redirections)
    identifier = frame.temporary("f")
    bare = _without_redirections(element)
    frame.pending.append(nested_function(frame, identifier, [bare], []))
    site = frame.constant("redirections", specs)
    return py.call("redirected_value", py.name("S"), site, targets or py.const(None), py.name(identifier))


def redirected_expression(frame: Frame, element: Any) -> list[ast.stmt]:
    """``expression > file`` as a statement."""
    from spshell.compiler.blocks import nested_function

    specs, targets = redirection_parts(frame, element.redirections)
    identifier = frame.temporary("f")
    frame.handled += (
        1  # an error that ends the statement is not part of its output: it passes the redirection by
    )
    definition = nested_function(frame, identifier, [_without_redirections(element)], [])
    frame.handled -= 1
    site = frame.constant("redirections", specs)
    run = py.call(
        "run_redirected",
        py.name("S"),
        py.name(frame.out),
        site,
        targets or py.const(None),
        py.name(identifier),
    )
    return [definition, py.expression(run)]


class _PlainExpression:
    """An expression statement without its redirections, in the shape of a pipeline node."""

    kind = "Pipeline"
    background = False

    def __init__(self, element: Any) -> None:
        self.elements = [_PlainElement(element)]
        self.start = element.start
        self.end = element.end

    def children(self) -> list[Any]:
        return list(self.elements)


class _PlainElement:
    kind = "CommandExpression"
    redirections: tuple[Any, ...] = ()

    def __init__(self, element: Any) -> None:
        self.expression = element.expression
        self.start = element.expression.start
        self.end = element.expression.end

    def children(self) -> list[Any]:
        return [self.expression]


def _without_redirections(element: Any) -> _PlainExpression:
    return _PlainExpression(element)
