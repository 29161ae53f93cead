"""What a `data` section may hold (about_Data_Sections)."""

from __future__ import annotations

from spshell.language.nodes import (
    BinaryExpression,
    Command,
    DataStatement,
    Node,
    ScriptBlock,
    StringConstantExpression,
    TypeConstraint,
    TypeExpression,
    UnaryExpression,
    VariableExpression,
)
from spshell.language.tokens import TRAITS, spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.errors import ParseError
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
    """The restricted language: of a data section, or of a script block that is held to it.

    `allowed` are the folded names of commands (None: all); `variables` those of variables (None: all);
    `environment` lets `$env:` be read.
    """

    def __init__(
        self,
        stream: Stream,
        allowed: frozenset[str] | None,
        variables: frozenset[str] | None = _VARIABLES,
        *,
        environment: bool = False,
    ) -> None:
        self.stream = stream
        self.allowed = allowed
        self.variables = variables
        self.environment = environment
        self.inner: set[int] = set()
        """Ids of the sections inside of this one: what they may hold was looked at with it."""

    def _may_read(self, path: str) -> bool:
        folded = path.lower()
        if folded.startswith("env:"):
            return self.environment
        return self.variables is None or folded in self.variables

    def visit(self, node: Node) -> None:
        """Look at a node and what is below it."""
        error_id = _BY_KIND.get(node.kind)
        if error_id is not None:
            self.stream.report(error_id, node.start, node.end)
        elif isinstance(node, VariableExpression):
            if not self._may_read(node.path):
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
        allowed = self.allowed
        if isinstance(node, DataStatement):
            self.inner.add(id(node))
            also = _allowed(node)
            self.allowed = also if allowed is None else allowed if also is None else allowed & also
        for child in node.children():
            self.visit(child)
        self.allowed = allowed

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


def section_checks(stream: Stream, section: DataStatement) -> DataSectionChecks:
    """The checks of a `data` statement; commands named by expressions are looked at when it runs."""
    return DataSectionChecks(stream, _allowed(section))


def _allowed(section: DataStatement) -> frozenset[str] | None:
    commands = section.commands_allowed
    if not all(isinstance(command, StringConstantExpression) for command in commands):
        return None
    names = [c.value.lower() for c in commands if isinstance(c, StringConstantExpression)]
    return frozenset(["convertfrom-stringdata", *names])


def check_script(
    block: ScriptBlock, commands: list[str], variables: list[str], *, environment: bool
) -> list[ParseError]:
    """The faults of a script block that is held to the restricted language (ScriptBlock.CheckRestrictedLanguage)."""
    from spshell.language.stream import Stream

    stream = Stream(block.source.text)
    readable = None if variables == ["*"] else _VARIABLES.union(name.lower() for name in variables)
    allowed = None if "*" in commands else frozenset(name.lower() for name in commands)
    checks = DataSectionChecks(stream, allowed, readable, environment=environment)
    if block.param_block is not None:
        checks.visit(block.param_block)
    for part in (
        block.dynamicparam_block,
        block.begin_block,
        block.process_block,
        block.end_block,
        block.clean_block,
    ):
        for child in [] if part is None else part.children():
            checks.visit(child)
    return stream.errors


def _restricted(operator: str) -> bool:
    return "DisallowedInRestrictedMode" in TRAITS.get(operator, ())
