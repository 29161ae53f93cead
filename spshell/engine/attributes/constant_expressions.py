"""Values of expressions in attributes and parameter defaults: constants at once, anything else by compiling
it.
"""

from __future__ import annotations

from functools import cache

from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.variables.scope import Scope

_WORDS = {"true": True, "false": False, "null": None}
_NO_CONSTANT = object()


def constant(node: Any) -> Any:
    """The value of a literal, or NO_CONSTANT."""
    kind = node.kind
    if kind == "StringConstantExpression":
        return node.value
    if kind == "ConstantExpression":
        from spshell.engine.compiled.literals import literal

        return node.value if node.type_name == "System.Int32" else literal(node.value, node.type_name)
    if kind == "VariableExpression" and not node.splatted:
        return _WORDS.get(node.path.lower(), _NO_CONSTANT)
    return _NO_CONSTANT


def is_constant(node: Any) -> bool:
    """Whether `constant` knows the value."""
    return constant(node) is not _NO_CONSTANT


def literal_value(node: Any) -> Any:
    """The value of a literal; None for an expression that is none."""
    found = constant(node)
    return None if found is _NO_CONSTANT else found


class Compiled:
    """An expression of a script that is evaluated in a scope; compiled at its first use."""

    __slots__ = ("_block", "node", "source")

    def __init__(self, node: Any, source: Any) -> None:
        self.node = node
        self.source = source
        self._block: Any = None

    def __call__(self, scope: Scope) -> Any:
        """The value; errors are raised, whatever the preference says."""
        if self._block is None:
            self._block = _value_block(_assignment(self.node, self.source), scope)
            for function in self._block.functions().values():
                function.__globals__["__source__"] = None  # an error in it is marked at the call
        session = scope.session
        session.try_depth += 1
        try:
            self._block.run_inline(scope, _drop)
        except NetException as error:
            if error.thrown:
                self._mark(scope, error)
            raise
        finally:
            session.try_depth -= 1
        value = scope.vars.pop(_RESULT, None)
        return None if value is NOTHING else value

    def _mark(self, scope: Scope, error: NetException) -> None:
        """What was thrown is marked at its ``throw``, not at the call."""
        from spshell.engine.errors.flow import record_of

        spaces = [function.__globals__ for function in self._block.functions().values()]
        for names in spaces:
            names["__source__"] = self.source
        record_of(scope, error).invocation  # noqa: B018 - the look makes the position, with the source in it
        for names in spaces:
            names["__source__"] = None


def _value_block(node: Any, scope: Scope) -> Any:
    """The block that works an expression out."""
    return _value_block_class()(node, scope.session)


@cache
def _value_block_class() -> Any:
    from spshell.engine.scriptblock import ScriptBlock

    class ValueBlock(ScriptBlock):
        """Kept apart from a block in braces that stands at the very same place."""

        __slots__ = ()
        kept_as = "value"

    return ValueBlock


_RESULT = "<value>"


def _drop(_value: Any) -> None:
    """The assignment writes nothing."""


def _assignment(node: Any, source: Any) -> Any:
    """``$<value> = expression`` as a script block of its own: an assignment keeps arrays as they are."""
    from spshell.language import nodes

    start, end = node.start, node.end
    target = nodes.VariableExpression(_RESULT, False, start, end)
    right = nodes.Pipeline([nodes.CommandExpression(node, [], start, end)], False, start, end)
    statement = nodes.AssignmentStatement(target, "Equals", right, start, start, start, end)
    block = nodes.NamedBlock("End", True, [statement], [], start, end)
    return nodes.ScriptBlock(source, [], [], None, None, None, None, block, None, None, start, end)


def evaluate(node: Any, source: Any, scope: Scope) -> Any:
    """The value of an expression node."""
    found = constant(node)
    if found is not _NO_CONSTANT:
        return found
    return Compiled(node, source)(scope)


def default_of(node: Any, source: Any) -> Any:
    """A parameter's default: a constant, or something to call with the function's scope."""
    found = constant(node)
    return Compiled(node, source) if found is _NO_CONSTANT else found
