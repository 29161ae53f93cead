"""What a `data` section may hold (about_Data_Sections)."""

from __future__ import annotations

from spshell.language.nodes import (
    BinaryExpression,
    Command,
    DataStatement,
    Node,
    StringConstantExpression,
    TypeConstraint,
    TypeExpression,
    UnaryExpression,
    VariableExpression,
)
from spshell.language.tokens import TRAITS, spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.stream import Stream

_REFUSED = {
    "ArrayReferenceNotSupportedInDataSection": "IndexExpression",
    "AssignmentStatementNotSupportedInDataSection": "AssignmentStatement",
    "AttributeNotSupportedInDataSection": "Attribute AttributedExpression",
    "DataSectionStatementNotSupportedInDataSection": "DataStatement",
    "DoWhileStatementNotSupportedInDataSection": "DoWhileStatement DoUntilStatement",
    "FlowControlStatementNotSupportedInDataSection": (
        "BreakStatement ContinueStatement ReturnStatement ExitStatement ThrowStatement"
    ),
    "ForWhileStatementNotSupportedInDataSection": "ForStatement WhileStatement",
    "ForeachStatementNotSupportedInDataSection": "ForEachStatement",
    "FunctionDeclarationNotSupportedInDataSection": "FunctionDefinition",
    "MethodCallNotSupportedInDataSection": "InvokeMemberExpression",
    "ParallelAndSequenceBlockNotSupportedInDataSection": "BlockStatement",
    "ParameterDeclarationNotSupportedInDataSection": "ParamBlock",
    "PropertyReferenceNotSupportedInDataSection": "MemberExpression",
    "RedirectionNotSupportedInDataSection": "FileRedirection MergingRedirection",
    "ScriptBlockNotSupportedInDataSection": "ScriptBlock ScriptBlockExpression",
    "SwitchStatementNotSupportedInDataSection": "SwitchStatement",
    "TrapStatementNotSupportedInDataSection": "TrapStatement",
    "TryStatementNotSupportedInDataSection": "TryStatement",
}
_BY_KIND = {kind: error_id for error_id, kinds in _REFUSED.items() for kind in kinds.split()}

_VARIABLES = frozenset(["psculture", "psuiculture", "true", "false", "null"])
_VARIABLES_NAMED = "$PSCulture, $PSUICulture, $true, $false, $null"

# Types with a type code of their own; others are refused.
_TYPES = frozenset(
    "bool boolean byte char datetime decimal double float int int16 int32 int64 long sbyte short single "  # noqa: SIM905
    "string uint uint16 uint32 uint64 ulong ushort".split()
)


class DataSectionChecks:
    """One data section."""

    def __init__(self, stream: Stream, section: DataStatement) -> None:
        self.stream = stream
        self.allowed: frozenset[str] | None = None
        commands = section.commands_allowed
        if all(isinstance(command, StringConstantExpression) for command in commands):
            names = [c.value.lower() for c in commands if isinstance(c, StringConstantExpression)]
            self.allowed = frozenset(["convertfrom-stringdata", *names])

    def visit(self, node: Node) -> None:
        """Look at a node and what is below it."""
        error_id = _BY_KIND.get(node.kind)
        if error_id is not None:
            self.stream.report(error_id, node.start, node.end)
        elif isinstance(node, VariableExpression):
            if node.path.lower() not in _VARIABLES:
                self.stream.report(
                    "VariableReferenceNotSupportedInDataSection", node.start, node.end, _VARIABLES_NAMED
                )
        elif isinstance(node, Command):
            self._command(node)
        elif isinstance(node, BinaryExpression):
            if _restricted(node.operator):
                self.stream.report(
                    "OperatorNotSupportedInDataSection",
                    node.error_start,
                    node.error_end,
                    spelling(node.operator),
                )
        elif isinstance(node, UnaryExpression):
            if _restricted(node.operator):
                self.stream.report(
                    "OperatorNotSupportedInDataSection", node.start, node.end, spelling(node.operator)
                )
        elif isinstance(node, TypeConstraint | TypeExpression):
            name = node.type_name.full_name
            if name.lower().removesuffix("[]").removeprefix("system.") not in _TYPES:
                self.stream.report("TypeNotAllowedInDataSection", node.start, node.end, name)
        for child in node.children():
            self.visit(child)

    def _command(self, node: Command) -> None:
        name = node.elements[0]
        report = self.stream.report
        if node.invocation == "Dot":
            report("DotSourcingNotSupportedInDataSection", node.start, node.end)
        elif self.allowed is None:
            return
        elif not isinstance(name, StringConstantExpression):
            if node.invocation == "Ampersand":
                report("OperatorNotSupportedInDataSection", node.start, node.end, "&")
            else:
                text = self.stream.text[node.start : node.end]
                report("CmdletNotInAllowedListForDataSection", node.start, node.end, text)
        elif name.value.lower() not in self.allowed:
            report("CmdletNotInAllowedListForDataSection", node.start, node.end, name.value)


def _restricted(operator: str) -> bool:
    return "DisallowedInRestrictedMode" in TRAITS.get(operator, ())
