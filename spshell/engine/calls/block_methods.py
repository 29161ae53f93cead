"""Calls of script blocks through their .NET methods: Invoke, InvokeReturnAsIs, Create."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock


def invoke_as_collection(block: ScriptBlock, args: list[Any]) -> Any:
    """``.Invoke()``: a Collection[psobject] of the output; errors inside unwind to the caller."""
    return _collection(block.invoke(args, apart=True))


def _collection(output: list[Any]) -> Any:
    from spshell.dotnet.collections.collections import object_collection

    return object_collection(output)


def invoke_with_context(block: ScriptBlock, functions: Any, variables: Any, args: list[Any]) -> Any:
    """``.InvokeWithContext()``: functions and variables are set in the scope that the block runs in."""
    from spshell.engine.calls.calls import call_block
    from spshell.engine.scriptblock import ScriptBlock as Block

    session = block.session
    scope = block.new_scope(session.current or block.home)
    for name, body in functions.items() if functions is not None else ():
        twin = Block(body.node, session, scope)
        session.commands.define_function(scope, str(name), twin)
    output: list[Any] = []
    for variable in variables or ():
        scope.vars[variable.folded] = variable.value
    call_block(block, scope, args, output.append, scope=scope, by_index=True)
    return _collection(output)


def invoke_as_is(block: ScriptBlock, args: list[Any]) -> Any:
    """``.InvokeReturnAsIs()``: the output unrolled."""
    from spshell.engine.pipelines.output import unwrap_list

    return unwrap_list(block.invoke(args, apart=True))


def create_block(script: str) -> ScriptBlock:
    """``[scriptblock]::Create(text)``. Raises ParseException."""
    from spshell.engine.running import RUNNING

    session = RUNNING.get()
    assert session is not None
    block = session.recent_texts.block(script)
    return block.bound_to(session.current or session.global_scope)


def start_background(scope: Any, out: Any, text: str) -> None:
    """``command &``: a job that runs the text; it sees the variables that the text names, and the job is written."""
    from spshell.engine.jobs.background import Run
    from spshell.engine.jobs.jobs import deserialized, jobs_of, launch
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup

    session = scope.session
    block = session.make_block(text)
    job = jobs_of(session).add("", "BackgroundJob", text)
    job.convert = deserialized
    run = Run(session, block, job.take)
    for name in _named_variables(block.node):
        value = lookup(scope, name)
        if value is not UNSET:
            run.variables[name] = value
    launch(job, run)
    out(job)


def _named_variables(node: Any) -> set[str]:
    names: set[str] = set()
    stack = [node]
    while stack:
        current = stack.pop()
        if current.kind == "VariableExpression" and ":" not in current.path:
            names.add(current.path.lower())
        stack.extend(current.children())
    return names - {"_", "psitem", "args", "input", "this", "error", "true", "false", "null"}
