"""What a method of a class must keep to."""

from __future__ import annotations

from spshell.language.checks.flow import MethodFlow
from spshell.language.nodes import (
    ArrayLiteral,
    AssignmentStatement,
    AttributedExpression,
    ConvertExpression,
    DataStatement,
    ForEachStatement,
    FunctionDefinition,
    FunctionMember,
    Node,
    ParenExpression,
    ScriptBlockExpression,
    TypeDefinition,
    VariableExpression,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.stream import Stream

# Variables that a method sees without having assigned them (about_Classes).
_VISIBLE = frozenset(
    "_ psitem args this input pscmdlet psboundparameters myinvocation psscriptroot pscommandpath foreach "  # noqa: SIM905
    "switch ? ^ $ true false null executioncontext home host pid psculture pshome psuiculture "
    "psversiontable psedition shellid enabledexperimentalfeatures lastexitcode error stacktrace "
    "outputencoding nestedpromptlevel pwd matches psapplicationoutputencoding debugpreference "
    "verbosepreference erroractionpreference whatifpreference warningpreference informationpreference "
    "confirmpreference progresspreference".split()
)
_ELSEWHERE = ("global:", "script:", "variable:global:", "variable:script:")


def check_method(stream: Stream, member: FunctionMember, owner: TypeDefinition | None) -> None:
    """Report the faults of one method or constructor."""
    body = member.definition.body
    if body.param_block is not None:
        stream.report("ParamBlockNotAllowedInMethod", body.param_block.start, body.param_block.end)
    end = body.end_block
    named = [
        block
        for block in (body.dynamicparam_block, body.begin_block, body.process_block, body.clean_block)
        if block is not None
    ]
    if named or (end is not None and not end.unnamed):
        first = named[0] if named else end
        if first is not None:
            stream.report("NamedBlockNotAllowedInMethod", first.start, first.end)
    constructor = owner is not None and member.name.lower() == owner.name.lower()
    returns = member.return_type
    if constructor and returns is not None:
        stream.report("ConstructorCantHaveReturnType", returns.start, returns.end)
    void = returns is None or returns.type_name.full_name.lower() in {"void", "system.void"}
    if not void and end is not None and MethodFlow().falls_through(end.statements):
        start = member.definition.start
        stream.report("MethodHasCodePathNotReturn", start, start + len(member.name))
    _check_variables(stream, member)


def _check_variables(stream: Stream, member: FunctionMember) -> None:
    assigned = {parameter.name.path.lower() for parameter in member.definition.parameters or ()}
    used: list[VariableExpression] = []
    stack: list[Node] = list(member.definition.body.children())
    while stack:
        node = stack.pop()
        if isinstance(node, AssignmentStatement):
            _note_targets(node.left, assigned)
        elif isinstance(node, ForEachStatement):
            assigned.add(node.variable.path.lower())
        elif isinstance(node, DataStatement) and node.variable:
            assigned.add(node.variable.lower())
        elif isinstance(node, VariableExpression):
            used.append(node)
        if not isinstance(node, ScriptBlockExpression | FunctionDefinition | TypeDefinition):
            stack += reversed(node.children())
    for variable in used:
        name = variable.path.lower()
        if name.startswith(_ELSEWHERE):
            continue
        for scope in ("variable:", "local:", "private:"):
            name = name.removeprefix(scope)
        if ":" not in name and name not in assigned and name not in _VISIBLE:
            stream.report("VariableNotLocal", variable.start, variable.end)


def _note_targets(target: Node, assigned: set[str]) -> None:
    if isinstance(target, ArrayLiteral):
        for element in target.elements:
            _note_targets(element, assigned)
    elif isinstance(target, ConvertExpression | AttributedExpression):
        _note_targets(target.child, assigned)
    elif isinstance(target, ParenExpression):
        for child in target.pipeline.children():
            for inner in child.children():
                _note_targets(inner, assigned)
    elif isinstance(target, VariableExpression):
        name = target.path.lower()
        for scope in ("variable:", "local:", "private:"):
            name = name.removeprefix(scope)
        assigned.add(name)
