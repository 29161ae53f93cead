"""Statements nested deeper than Python's own: it allows twenty loops, tries and handlers in each other in one function.

A statement of PowerShell takes one to five of these. A text that has too many is compiled a second time, the ``deep`` way: the
body of each second statement around another is a Python function of its own, and what leaves it is a signal, which loops and
the block itself take. Variables stay in the scope, and pipelines are no loops.
"""

from __future__ import annotations

import ast

from spshell.compiler import pyast as py

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from spshell.compiler.frame import Frame

_MOST_LEVELS = 1
"""How many bodies may stand in each other in one Python function."""


def code_of(made: ast.stmt, source_name: str) -> CodeType | None:
    """The code object of a generated function; None when its statements are nested too deep."""
    try:
        return compile(ast.Module([made], []), f"<spshell {source_name}>", "exec")
    except SyntaxError:
        return None


def stands_apart(frame: Frame) -> bool:
    """Whether the body that comes next must be a function of its own."""
    return frame.unit.deep and frame.level >= _MOST_LEVELS


def apart(frame: Frame, node: Any) -> list[ast.stmt]:
    """The body as a function and its call."""
    from spshell.compiler.blocks import nested_function

    identifier = frame.temporary("f")
    made = nested_function(
        frame, identifier, node.statements, node.traps, of_method=frame.method or frame.in_method
    )
    return [made, py.expression(ast.Call(py.name(identifier), [py.name(frame.out)], []))]
