"""What a method of a class must keep to."""

from __future__ import annotations

from spshell.language.checks.flow import MethodFlow, local_name
from spshell.language.nodes import FunctionMember, TypeDefinition, VariableExpression

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
    if end is None:
        return

    def unassigned(variable: VariableExpression) -> None:
        name = variable.path.lower()
        if not name.startswith(_ELSEWHERE) and ":" not in local_name(name):
            stream.report("VariableNotLocal", variable.start, variable.end)

    known = {local_name(parameter.name.path) for parameter in member.definition.parameters or ()}
    behind = MethodFlow(unassigned).walk(end.statements, _VISIBLE | known)
    if not void and behind is not None:
        start = member.definition.start
        stream.report("MethodHasCodePathNotReturn", start, start + len(member.name))
