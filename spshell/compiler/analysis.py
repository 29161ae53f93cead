"""What must be known of a tree before code is made: which variables it touches, and whether others can see them.

A statement is *closed* when nothing in it can reach a variable by another way than the statement's own text: no
command, no script block, no sub-expression that runs statements, no scope modifier. The variables of closed
statements may live in Python locals while they run.
"""

from __future__ import annotations

from spshell.compiler.below import contains, fusion_of, kinds_in, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from typing import Any

CONSTANT_VARIABLES = frozenset({"true", "false", "null"})

OBSERVED = frozenset(
    {
        "_", "psitem", "args", "input", "this", "matches", "ofs", "error", "foreach", "switch", "lastexitcode",
        "?", "^", "$", "myinvocation", "psboundparameters", "pscmdlet", "host", "pid", "home", "executioncontext",
        "stacktrace", "pshome", "psversiontable", "shellid", "psculture", "psuiculture", "psscriptroot",
        "pscommandpath", "erroractionpreference", "warningpreference", "verbosepreference", "debugpreference",
        "informationpreference", "progresspreference", "confirmpreference", "whatifpreference", "pwd", "nestedpromptlevel",
        "psdefaultparametervalues", "formatenumerationlimit", "psstyle", "enabledexperimentalfeatures", "islinux", "ismacos",
        "iswindows", "iscoreclr", "psedition", "errorview", "outputencoding", "psnativecommandargumentpassing",
        "psnativecommanduseerroractionpreference", "psemailserver",
    }
)  # fmt: skip
"""Variables that the engine itself reads or writes: never kept in a Python local."""

_OPEN_KINDS = frozenset(
    {
        "ScriptBlockExpression", "FunctionDefinition", "TypeDefinition", "UsingExpression", "TrapStatement",
        "DataStatement", "ErrorExpression", "ErrorStatement", "PipelineChain", "UsingStatement", "FileRedirection",
        "MergingRedirection", "ConfigurationDefinition", "DynamicKeywordStatement", "BlockStatement",
    }
)  # fmt: skip
_LOOKED_INTO = frozenset(
    {
        "Command", "InvokeMemberExpression", "Pipeline", "SubExpression", "ArrayExpression", "VariableExpression",
        "ConvertExpression", "StatementBlock", "NamedBlock",
    }
)  # fmt: skip
_LOOPS = frozenset(
    {
        "ForStatement",
        "ForEachStatement",
        "WhileStatement",
        "DoWhileStatement",
        "DoUntilStatement",
        "SwitchStatement",
    }
)


def runs_command(statement: Any) -> bool:
    """Whether evaluating a statement runs a command, one in a script block of its own not counted."""
    if contains(statement, "Command"):
        return True
    return any(node.kind == "Pipeline" and len(node.elements) > 1 for node in walk(statement))


def variable_name(path: str) -> str | None:
    """The folded name of an unqualified variable, or None for one with a scope or drive."""
    if ":" in path:
        prefix, _, rest = path.partition(":")
        if prefix.lower() == "variable" and rest:
            return rest.lower()
        return None
    folded = path.lower()
    return "_" if folded == "psitem" else folded


def referenced(text: str) -> set[str]:
    """The variables that ``[ref]`` makes references of anywhere in a script: assigning to a reference changes them unseen."""
    parts = text.lower().split("[ref]")[1:]
    found = set()
    for part in parts:
        rest = part.lstrip(" \t`\r\n(")
        if rest.startswith("$"):
            name = rest[1:].removeprefix("{")
            end = next(
                (i for i, letter in enumerate(name) if not (letter.isalnum() or letter in "_?:")), len(name)
            )
            found.add(name[:end].rpartition(":")[2])
    return found


def needs_closure(body: Any) -> bool:
    """Whether `$( )` or `@( )` must run its statements in a nested function: more than one plain expression."""
    if body.traps or len(body.statements) > 1:
        return True
    return bool(body.statements) and not is_value(body.statements[0])


def is_value(statement: Any) -> bool:
    """Whether a statement can be compiled to one Python expression."""
    if statement.kind == "Pipeline":
        return not statement.background and not any(
            getattr(e, "redirections", None) for e in statement.elements if e.kind == "CommandExpression"
        )
    return statement.kind == "AssignmentStatement" and is_value(statement.right)


def is_step(statement: Any) -> bool:
    """Whether a statement is ``$x++`` or one of its kind, which writes nothing."""
    if statement.kind != "Pipeline" or len(statement.elements) != 1 or statement.background:
        return False
    if statement.elements[0].kind != "CommandExpression":
        return False
    inner = statement.elements[0].expression
    return bool(inner.kind == "UnaryExpression" and inner.operator.endswith(("PlusPlus", "MinusMinus")))


_BLOCK_RUNNERS = frozenset(
    {"invoke", "invokereturnasis", "invokewithcontext", "begininvoke", "expandstring", "invokescript", "getnewclosure",
     "foreach", "where", "psforeach", "pswhere"}
)  # fmt: skip
_DELEGATE_TAKERS = frozenset(
    {
        "find",
        "findall",
        "findindex",
        "findlast",
        "findlastindex",
        "removeall",
        "exists",
        "trueforall",
        "convertall",
        "sort",
    }
)


def runs_blocks(node: Any) -> bool:
    """Whether a node is a call of a method that may run a script block, which looks into the scopes around the call.

    ``$block.Invoke()``, ``$list.FindAll($block)``, ``$ExecutionContext.InvokeCommand.ExpandString($text)``.
    """
    if node.kind != "InvokeMemberExpression":
        return False
    if node.member.kind != "StringConstantExpression":
        return True
    name = node.member.value.lower()
    if name in _BLOCK_RUNNERS:
        return True
    plain = ("ConstantExpression", "StringConstantExpression", "ExpandableStringExpression")
    return name in _DELEGATE_TAKERS and any(argument.kind not in plain for argument in node.arguments)


def is_closed(statement: Any, functions: Container[str] = ()) -> bool:
    """Whether the statement's variables cannot be seen from elsewhere while it runs.

    Calls of functions are no obstacle: they are compiled so that the locals go into the scope when the callee might look.
    """
    from spshell.compiler.direct_rules import is_function_call

    if not kinds_in(statement).isdisjoint(_OPEN_KINDS):
        return False
    for node in walk(statement):
        kind = node.kind
        if kind not in _LOOKED_INTO:
            continue
        if kind == "Command" and not is_function_call(node, functions):
            return False
        if runs_blocks(node):
            return False
        if kind == "Pipeline" and (len(node.elements) > 1 or node.background):
            fused = fusion_of(node)
            if fused is None or not fused.is_closed:
                return False
        if kind in ("SubExpression", "ArrayExpression") and needs_closure(node.body):
            return False
        if kind == "VariableExpression" and not _plain_path(node.path):
            return False
        if kind == "ConvertExpression" and node.type.type_name.text.lower() == "ref":
            return False
        if kind in ("StatementBlock", "NamedBlock") and node.traps:
            return False
    return True


def _plain_path(path: str) -> bool:
    return ":" not in path or path.lower().startswith("env:")


def has_loop(statement: Any) -> bool:
    """Whether a loop stands anywhere in the statement."""
    return not kinds_in(statement).isdisjoint(_LOOPS) or any(
        node.kind == "Pipeline" and len(node.elements) > 1 and getattr(fusion_of(node), "is_loop", False)
        for node in walk(statement)
    )


def fused_names(statements: Iterable[Any]) -> set[tuple[str, str]]:
    """The command names that must keep their built-in meaning for the pipelines in the statements to be loops."""
    found: set[tuple[str, str]] = set()
    for statement in statements:
        for node in walk(statement):
            if node.kind == "Pipeline" and len(node.elements) > 1:
                fused = fusion_of(node)
                if fused is not None:
                    found |= fused.names
    return found


def local_names(statements: Iterable[Any]) -> tuple[set[str], set[str]]:
    """(all, typed): the unqualified variables of the statements, and those with a type or attribute on assignment."""
    names: set[str] = set()
    typed: set[str] = set()
    for statement in statements:
        for node in walk(statement):
            if node.kind == "VariableExpression":
                found = variable_name(node.path)
                if found is not None and found not in CONSTANT_VARIABLES:
                    names.add(found)
            elif node.kind == "AssignmentStatement":
                typed.update(_typed_targets(node.left))
            elif node.kind == "ForEachStatement" and node.variable.kind != "VariableExpression":
                typed.update(_typed_targets(node.variable))
    return names, typed


def _typed_targets(target: Any) -> set[str]:
    if target.kind in ("ConvertExpression", "AttributedExpression"):
        inner = target.child
        while inner.kind in ("ConvertExpression", "AttributedExpression"):
            inner = inner.child
        if inner.kind == "VariableExpression":
            found = variable_name(inner.path)
            return {found} if found else set()
        return set()
    if target.kind in ("ArrayLiteral", "ParenExpression"):
        result: set[str] = set()
        for child in target.children():
            result |= _typed_targets(child)
        return result
    return set()


def assigned_names(statements: Iterable[Any]) -> set[str]:
    """The unqualified variables that the statements may assign."""
    names: set[str] = set()
    for statement in statements:
        for node in walk(statement):
            if node.kind == "AssignmentStatement":
                names |= _assigned_by(node.left)
            elif node.kind == "ForEachStatement":
                names |= _assigned_by(node.variable)
            elif node.kind == "UnaryExpression" and node.operator.endswith(("PlusPlus", "MinusMinus")):
                names |= _assigned_by(node.child)
    return names


def _assigned_by(target: Any) -> set[str]:
    """The variables that assigning a target assigns; a member or an element of one is something else."""
    if target.kind == "VariableExpression":
        found = variable_name(target.path)
        return {found} if found else set()
    if target.kind in ("MemberExpression", "IndexExpression", "InvokeMemberExpression"):
        return set()
    return set().union(*map(_assigned_by, target.children()))


_BINDERS = frozenset(
    {"invoke-expression", "iex", "set-variable", "set", "sv", "new-variable", "nv", "invoke-command", "icm"}
)


def binds_unseen(statements: Iterable[Any]) -> bool:
    """Whether a command of the statements may give their scope a variable with a type or an option, unseen by the compiler."""
    return any(
        node.kind == "Command"
        and (
            node.invocation == "Dot"
            or (
                node.elements[0].kind == "StringConstantExpression"
                and node.elements[0].value.lower() in _BINDERS
            )
        )
        for statement in statements
        for node in walk(statement)
    )


def typed_in_blocks(statements: Iterable[Any]) -> set[str]:
    """The variables that get a type inside script blocks, which may run in the scope around them."""
    stack = list(statements)
    names: set[str] = set()
    while stack:
        node = stack.pop()
        if node.kind == "ScriptBlockExpression":
            for block in node.script_block.children():
                if block.kind == "NamedBlock":
                    names |= local_names(block.statements)[1]
        if node.kind not in ("FunctionDefinition", "TypeDefinition"):
            stack += node.children()
    return names
