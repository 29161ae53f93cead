"""Expressions that stand in the definition of a class, outside methods: initial values, and the arguments of ``: base( )``.

An instance works them out, so they are made ready once. Plain ones become a Python function of ``$this`` or of the
constructor's parameters (`direct_expression`), others are compiled for a scope.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType

_PLAIN = frozenset(
    {
        "ArrayExpression", "ArrayLiteral", "BinaryExpression", "CommandExpression", "ConstantExpression",
        "ConvertExpression", "ExpandableStringExpression", "Hashtable", "IndexExpression", "InvokeMemberExpression",
        "MemberExpression", "ParenExpression", "Pipeline", "StatementBlock", "StringConstantExpression",
        "TernaryExpression", "TypeConstraint", "TypeExpression", "TypeName", "UnaryExpression", "VariableExpression",
    }
)  # fmt: skip
"""Nodes of expressions that run no command and no script block, and throw nothing themselves."""


def mentions_this(node: Any) -> bool:
    """Whether an expression may look at the object that is being made."""
    from spshell.compiler.below import walk

    return any(part.kind == "VariableExpression" and part.path.lower() == "this" for part in walk(node))


def direct_expression(
    home: Scope, nodes: list[Any], source: Any, parameters: list[tuple[str, NetType | None]]
) -> Callable[..., Any] | None:
    """A function of the parameters that gives the values of the nodes as a list; None when it needs a scope.

    An error in it is marked where the object is made.
    """
    from spshell.compiler import DirectParameter, MethodShape, compile_direct
    from spshell.compiler.below import walk
    from spshell.engine.compiled.linker import link

    if not all(part.kind in _PLAIN for node in nodes for part in walk(node)):
        return None
    given = [
        DirectParameter(name, "" if net_type is None else net_type.full_name, [], None)
        for name, net_type in parameters
    ]
    shape = MethodShape({}, None, None)
    shape.bare = True
    functions = home.session.commands.function_names
    code = compile_direct(_returning(nodes, source), given, functions, method=shape)
    if code is None:
        return None
    made = link(code.code, home.session)["Direct"]
    made.__globals__.update(S=home, out=_drop, __source__=None)
    return made


def _returning(nodes: list[Any], source: Any) -> Any:
    """``return a, b, c`` as a script block of its own."""
    from spshell.language import nodes as made

    start, end = nodes[0].start, nodes[-1].end
    whole = made.CommandExpression(made.ArrayLiteral(nodes, start, end), [], start, end)
    value = made.Pipeline([whole], False, start, end)
    block = made.NamedBlock("End", True, [made.ReturnStatement(value, start, end)], [], start, end)
    return made.ScriptBlock(source, [], [], None, None, None, None, block, None, None, start, end)


def _drop(_value: Any) -> None:
    """An expression writes nothing."""
