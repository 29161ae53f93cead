"""Automatic variables that say how a function was called: ``$args``, ``$PSBoundParameters``, ``$PSCmdlet``, ``$MyInvocation``.

A function without a scope gets what they are made of in one more argument, ``G``, and has each that it names in a Python
local from its first line on.
"""

from __future__ import annotations

from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name
from spshell.compiler.below import walk
from spshell.compiler.direct_rules import PSEUDO

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from typing import Any

    from spshell.compiler.frame import Frame

_ASKED = frozenset(
    {
        "parametersetname", "myinvocation", "shouldprocess", "shouldcontinue", "throwterminatingerror", "writeverbose",
        "writedebug", "writewarning", "writeinformation", "writeobject",
    }
)  # fmt: skip
"""Members of ``$PSCmdlet`` that need nothing of the pipeline that the function stands in."""


def given_names(statements: list[Any], *, advanced: bool) -> frozenset[str]:
    """Which of the variables the statements name, when each use is one that can be served."""
    nodes = [node for item in statements for node in walk(item)]
    names = {name for name in map(_name, nodes) if name is not None}
    possible = PSEUDO if advanced else frozenset({"args", "psboundparameters", "myinvocation"})
    if "pscmdlet" in names:
        served = sum(_is_served(node) for node in nodes)
        if served != sum(_name(node) == "pscmdlet" for node in nodes):
            return frozenset()
    return frozenset(names & possible)


def _name(node: Any) -> str | None:
    return variable_name(node.path) if node.kind == "VariableExpression" else None


def _is_served(node: Any) -> bool:
    """Whether a node asks ``$PSCmdlet`` for a member that can be served."""
    if node.kind not in ("MemberExpression", "InvokeMemberExpression") or node.static:
        return False
    member = node.member
    return bool(
        _name(node.target) == "pscmdlet"
        and member.kind == "StringConstantExpression"
        and member.value.lower() in _ASKED
    )


def writes_objects(statements: list[Any]) -> bool:
    """Whether output may be written through ``$PSCmdlet``."""
    return any(
        _is_served(node) and node.member.value.lower() == "writeobject"
        for item in statements
        for node in walk(item)
    )


def head(frame: Frame, given: frozenset[str]) -> list[ast.stmt]:
    """The lines that fill the locals."""
    call = [py.name(word) for word in ("S", "F", "K", "out", "G")]
    makers = {
        "args": py.subscript(py.name("G"), py.const(1)),
        "psboundparameters": py.call("given_parameters", py.name("G")),
        "myinvocation": py.call("given_invocation", *call),
        "pscmdlet": py.call("given_cmdlet", *call),
    }
    return [py.assign(frame.locals[name], makers[name]) for name in sorted(given)]
