"""Which functions can run without a scope of their own, and which of their names callers must know about.

The variables of such a function live in Python locals. That is not observable when nothing in its body can look at its
scope: no script block, no pipeline, no cmdlet, no automatic variable that belongs to the scope. Calls of other functions
of the script are fine: a call site runs the callee directly only when that is as blind, and else makes a scope first.
"""

from __future__ import annotations

from spshell.compiler.analysis import OBSERVED, needs_closure, runs_blocks, variable_name
from spshell.compiler.below import fusion_of, walk
from spshell.compiler.blind_commands import is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

_READABLE = frozenset(
    {"_", "psitem", "error", "host", "pid", "home", "executioncontext", "pshome", "psversiontable", "shellid",
     "psculture", "psuiculture", "pwd", "?", "matches", "psscriptroot", "pscommandpath", "lastexitcode", "ofs", "psstyle",
     "this"}
)  # fmt: skip
"""Observed variables that read the same through the caller's scope."""

_HIDING = frozenset(
    {
        "ScriptBlockExpression", "FunctionDefinition", "TypeDefinition", "UsingExpression", "TrapStatement",
        "DataStatement", "ErrorExpression", "ErrorStatement", "PipelineChain", "UsingStatement", "FileRedirection",
        "MergingRedirection", "ConfigurationDefinition", "DynamicKeywordStatement", "BlockStatement",         "ExitStatement",
    }
)  # fmt: skip

PSEUDO = frozenset({"psboundparameters", "pscmdlet", "myinvocation"})
"""Those that belong to the call: they are no variables that a callee could find in a scope by their name."""

_SCOPES = frozenset({"script", "global", "env"})


def is_direct(
    body: Any, functions: Container[str], given: frozenset[str] = frozenset(), *, fused: bool = False
) -> bool:
    """Whether a function's body (a ScriptBlock node) can run without a scope.

    `given` are automatic variables that it has; with `fused` somebody sees to it that pipelines may be loops (`fusion`).
    """
    if any((body.clean_block, body.dynamicparam_block)) or body.usings or not _go_on(body):
        return False
    blocks = named_blocks(body)
    return (
        bool(blocks)
        and not any(block.traps for block in blocks)
        and all(_is_blind(item, functions, given, fused=fused) for item in statements_of(body))
    )


def can_stand_in_a_pipeline(body: Any, functions: Container[str]) -> bool:
    """Whether nothing can look at the variables of a body that takes objects one by one; its pipelines may be loops."""
    if any((body.clean_block, body.dynamicparam_block)) or body.usings or body.process_block is None:
        return False
    return not any(block.traps for block in named_blocks(body)) and all(
        _is_blind(item, functions, fused=True) for item in statements_of(body)
    )


def named_blocks(body: Any) -> list[Any]:
    """The begin, process and end blocks that there are."""
    return [block for block in (body.begin_block, body.process_block, body.end_block) if block is not None]


def statements_of(body: Any) -> list[Any]:
    """What a call without pipeline input runs: the begin, process and end blocks, one after the other."""
    return [item for block in named_blocks(body) for item in block.statements]


def _go_on(body: Any) -> bool:
    """Whether nothing leaves a block before the last one, which would go on with the next block."""
    return not any(
        node.kind in ("ReturnStatement", "BreakStatement", "ContinueStatement")
        for block in named_blocks(body)[:-1]
        for item in block.statements
        for node in walk(item)
    )


def is_blind_default(node: Any, functions: Container[str], given: frozenset[str]) -> bool:
    """Whether the default of a parameter can be worked out without a scope."""
    return _is_blind(node, functions, given)


def _is_blind(
    statement: Any, functions: Container[str], given: frozenset[str] = frozenset(), *, fused: bool = False
) -> bool:
    for node in walk(statement):
        kind = node.kind
        if kind in _HIDING or (kind == "Command" and not is_function_call(node, functions)):
            return False
        if runs_blocks(node):
            return False
        if kind == "Pipeline" and node.background:
            return False
        if kind == "Pipeline" and len(node.elements) > 1 and not (fused and _is_loop(node)):
            return False
        if kind == "VariableExpression" and not _plain_variable(node, given):
            return False
        if kind == "SwitchStatement" and "File" in node.flags:
            return False
        if kind in ("SubExpression", "ArrayExpression") and needs_closure(node.body) and _returns(node.body):
            return False
        if kind in ("AssignmentStatement", "ForEachStatement") and not _assigns_plainly(node):
            return False
        if (
            kind == "UnaryExpression"
            and node.operator.endswith(("PlusPlus", "MinusMinus"))
            and not _target(node.child)
        ):
            return False
        if kind == "ConvertExpression" and node.type.type_name.text.lower() == "ref":
            return False
        if kind in ("StatementBlock", "NamedBlock") and node.traps:
            return False
    return True


def _is_loop(pipeline: Any) -> bool:
    loop = fusion_of(pipeline)
    return loop is not None and loop.is_closed


def is_function_call(command: Any, functions: Container[str]) -> bool:
    """Whether a command calls a function of the script, or a command that sees no variables, by its name; or ``& $block``."""
    if is_block_call(command):
        return True
    head = command.elements[0]
    if head.kind != "StringConstantExpression" or command.redirections:
        return False
    name = head.value.lower()
    if name not in functions and not is_known(name):
        return False
    if command.invocation in ("Dot", "Ampersand"):
        return False
    return all(
        can_be_planned(node) or is_splatted(node) for node in command.elements[1:]
    ) and not looks_like_a_method_call(command)


def is_block_call(command: Any) -> bool:
    """Whether a command is ``& $block`` with arguments that are values."""
    head = command.elements[0]
    if command.invocation != "Ampersand" or command.redirections or head.kind != "VariableExpression":
        return False
    arguments = command.elements[1:]
    plain = all(node.kind != "CommandParameter" and can_be_planned(node) for node in arguments)
    return plain and not head.splatted and ":" not in head.path


ANY_BLOCK = "&"
"""Among the names of callees: some block, which only the call can tell."""


def is_splatted(node: Any) -> bool:
    """Whether an argument is ``@name``."""
    return bool(node.kind == "VariableExpression" and node.splatted)


def can_be_planned(node: Any) -> bool:
    """Whether an argument is one value or a parameter's name, whatever happens at run time."""
    if node.kind == "CommandParameter":
        return node.argument is None or can_be_planned(node.argument)
    if node.kind == "ConstantExpression":
        return plain_number(node)
    if node.kind == "VariableExpression":
        return not node.splatted
    if node.kind == "StringConstantExpression":
        return not (node.quote == "BareWord" and _special(node.value))
    if node.kind == "ExpandableStringExpression":
        return bool(node.quote != "BareWord")  # a program expands the wildcards that it comes to hold
    return bool(node.kind != "UsingExpression")


def plain_number(node: Any) -> bool:
    """Whether a number prints as it is written; any other goes to commands with its text."""
    if node.type_name == "System.Int32":
        return bool(str(node.value) == node.text)
    plain = "e" not in node.text and not node.text.endswith(".0")
    return bool(node.type_name == "System.Double" and plain and repr(node.value) == node.text)


def looks_like_a_method_call(command: Any) -> bool:
    """``f(1, 2)``: right behind the name stands nothing but a list in parentheses."""
    if len(command.elements) != 2 or command.elements[1].kind != "ParenExpression":
        return False
    head, argument = command.elements
    inner = argument.pipeline
    return bool(
        argument.start == head.end
        and inner.kind == "Pipeline"
        and len(inner.elements) == 1
        and inner.elements[0].kind == "CommandExpression"
        and inner.elements[0].expression.kind == "ArrayLiteral"
    )


def _special(word: str) -> bool:
    """Whether a bare word means something else than its text."""
    return word in ("--", "--%") or any(character in word for character in "*?[~")


def _plain_variable(node: Any, given: frozenset[str]) -> bool:
    name = variable_name(node.path)
    if name is None:
        return node.path.partition(":")[0].lower() in _SCOPES
    return ":" not in node.path and (name not in OBSERVED or name in _READABLE or name in given)


def _returns(body: Any) -> bool:
    kinds = ("ReturnStatement", "BreakStatement", "ContinueStatement")
    return any(node.kind in kinds for item in body.statements for node in walk(item))


def _assigns_plainly(node: Any) -> bool:
    return _target(node.left if node.kind == "AssignmentStatement" else node.variable)


def _target(target: Any) -> bool:
    """Whether assigning the target needs no types that stay with a variable, and touches no automatic variable."""
    if target.kind == "VariableExpression":
        name = variable_name(target.path)
        return name is None or name == "null" or name not in OBSERVED
    if target.kind == "ArrayLiteral":
        return all(_target(item) for item in target.elements)
    return target.kind in ("MemberExpression", "IndexExpression")


def ends_in_one_value(statements: list[Any]) -> bool:
    """Whether at most one statement writes output, and nothing runs after it: the function can return the value."""
    return all(not writes(item) for item in statements[:-1]) and (not statements or _tail(statements[-1]))


def _tail(statement: Any) -> bool:
    if statement.kind == "IfStatement":
        blocks = [body for _, body in statement.clauses]
        if statement.else_block is not None:
            blocks.append(statement.else_block)
        return all(ends_in_one_value(block.statements) for block in blocks)
    if statement.kind == "Pipeline" and len(statement.elements) > 1:
        return is_silent(statement)
    return statement.kind in ("Pipeline", "ReturnStatement") or not writes(statement)


def writes(statement: Any) -> bool:
    """Whether a statement may write output and go on."""
    kind = statement.kind
    if kind == "Pipeline":
        return not is_silent(statement)
    if kind in (
        "AssignmentStatement",
        "ReturnStatement",
        "ThrowStatement",
        "BreakStatement",
        "ContinueStatement",
        "FunctionDefinition",
        "TypeDefinition",
    ):
        return False
    return any(writes(item) for block in _blocks(statement) for item in block.statements)


def is_silent(pipeline: Any) -> bool:
    """Whether a pipeline writes nothing: ``$i++``, ``[void]x``, ``x | Out-Null``."""
    if len(pipeline.elements) == 2:
        loop = fusion_of(pipeline)
        return loop is not None and loop.drops
    if len(pipeline.elements) != 1 or pipeline.elements[0].kind != "CommandExpression":
        return False
    node = pipeline.elements[0].expression
    if node.kind == "UnaryExpression":
        return bool(node.operator.endswith(("PlusPlus", "MinusMinus")))
    return bool(node.kind == "ConvertExpression" and node.type.type_name.text.lower() == "void")


def _blocks(statement: Any) -> list[Any]:
    kind = statement.kind
    if kind == "IfStatement":
        return [body for _, body in statement.clauses] + (
            [statement.else_block] if statement.else_block else []
        )
    if kind == "TryStatement":
        final = [statement.finally_block] if statement.finally_block is not None else []
        return [statement.body, *(clause.body for clause in statement.catches), *final]
    if kind == "SwitchStatement":
        return [body for _, body in statement.clauses] + (
            [statement.default] if statement.default is not None else []
        )
    return [statement.body]


def scoped_names(statements: list[Any]) -> set[str]:
    """The names that statements reach by ``$script:`` and ``$global:``, in any of the callers' scopes."""
    found: set[str] = set()
    for item in statements:
        for node in walk(item):
            if node.kind == "VariableExpression" and variable_name(node.path) is None:
                prefix, _, rest = node.path.partition(":")
                if prefix.lower() != "env":
                    found.add(rest.lower())
    return found


def called_functions(body: Any) -> set[str]:
    """The folded names of the commands that the body calls by name, and `ANY_BLOCK`."""
    return called_by(statements_of(body))


def called_by(statements: list[Any]) -> set[str]:
    """As `called_functions`, for statements and expressions."""
    commands = [node for item in statements for node in walk(item) if node.kind == "Command"]
    found = {
        node.elements[0].value.lower()
        for node in commands
        if node.elements[0].kind == "StringConstantExpression"
    }
    return found | {ANY_BLOCK} if any(is_block_call(node) for node in commands) else found
