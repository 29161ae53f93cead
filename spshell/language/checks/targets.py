"""What can stand left of `=` or beside `++`."""

from __future__ import annotations

from spshell.language.nodes import (
    ArrayLiteral,
    AttributedExpression,
    CommandExpression,
    ConvertExpression,
    IndexExpression,
    InvokeMemberExpression,
    MemberExpression,
    Node,
    ParenExpression,
    Pipeline,
    VariableExpression,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.language.stream import Stream

# Automatic variables that keep their type; the types' names as scripts write them.
_AUTOMATIC = {
    "_": ("object", "System.Object"),
    "args": ("object[]", "System.Object[]"),
    "this": ("object", "System.Object"),
    "input": ("object", "System.Object"),
    "pscmdlet": ("psscriptcmdlet", "System.Management.Automation.PSScriptCmdlet"),
    "psboundparameters": (
        "psboundparametersdictionary",
        "System.Management.Automation.PSBoundParametersDictionary",
    ),
    "myinvocation": (
        "system.management.automation.invocationinfo",
        "System.Management.Automation.InvocationInfo",
    ),
    "psscriptroot": ("string", "System.String"),
    "pscommandpath": ("string", "System.String"),
}


class AssignmentTargets:
    """Finds the part of a target that cannot be assigned and hands it to `refuse`."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    def check(self, target: Node, plain: bool, refuse: Callable[[Node], None]) -> None:
        """`plain` is `=`, which alone may have several targets."""
        if isinstance(target, ArrayLiteral):
            if not plain:
                refuse(target)
                return
            for element in target.elements:
                self.check(element, True, refuse)
        elif isinstance(target, ParenExpression):
            inner = pure_expression(target.pipeline)
            if inner is None:
                refuse(target.pipeline)
            else:
                self.check(inner, plain, refuse)
        elif isinstance(target, ConvertExpression | AttributedExpression):
            self._typed(target, plain, refuse)
        elif isinstance(target, MemberExpression | IndexExpression | InvokeMemberExpression):
            if target.null_conditional:
                refuse(target)
        elif not isinstance(target, VariableExpression):
            refuse(target)

    def _typed(
        self,
        target: ConvertExpression | AttributedExpression,
        plain: bool,
        refuse: Callable[[Node], None],
    ) -> None:
        inner: Node = target
        count = 0
        reference: Node | None = None
        last = ""
        while isinstance(inner, ConvertExpression | AttributedExpression):
            if isinstance(inner, ConvertExpression):
                count += 1
                last = inner.type.type_name.full_name.lower()
                if last == "ref":
                    reference = inner.type
                elif last in {"void", "system.void"}:
                    self.stream.report("VoidTypeConstraintNotAllowed", inner.type.start, inner.type.end)
            inner = inner.child
        if reference is not None and count > 1:
            self.stream.report("ReferenceNeedsToBeByItselfInTypeConstraint", reference.start, reference.end)
            return
        if isinstance(inner, VariableExpression):
            expected = _AUTOMATIC.get(inner.path.lower())
            if expected is not None and last.removeprefix("system.") != expected[0].removeprefix("system."):
                self.stream.report(
                    "AssignmentStatementToAutomaticNotSupported",
                    target.start,
                    target.end,
                    inner.path,
                    expected[1],
                )
        self.check(inner, plain, refuse)


def pure_expression(statement: Node) -> Node | None:
    """The expression that a pipeline consists of, if it is nothing else."""
    if isinstance(statement, Pipeline) and len(statement.elements) == 1 and not statement.background:
        element = statement.elements[0]
        if isinstance(element, CommandExpression) and not element.redirections:
            return element.expression
    return None
