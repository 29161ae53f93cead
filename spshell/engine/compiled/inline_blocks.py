"""Blocks that run in a scope which was there before: lines at the prompt, dot-sourced blocks, those of ForEach-Object.

Loops keep variables in Python locals while they run (`spshell.compiler.statements`). Two things forbid that, and then the
block is compiled to leave them in the scope: what it writes goes to a command whose code runs in the same scope, sees the
variables and changes them between two objects; or a variable that it assigns has a type, a check or an option already.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


def inline_functions(
    block: ScriptBlock, scope: Scope, out: Callable[[Any], None]
) -> dict[str, Callable[..., None]]:
    """The compiled named blocks of a block that is about to run in `scope` and to write to `out`."""
    if block.session.debugger is not None or not (
        (is_watched(out) and _around_loops(block)[0]) or _assigns_bound(block, scope)
    ):
        return block.functions()
    memory = block.memory()
    if "watched" not in memory:
        from spshell.compiler import compile_block
        from spshell.engine.compiled.linker import link

        compiled = compile_block(
            block.node,
            parameters=frozenset(block.parameter_names()),
            status=block.tracks_status,
            functions=block.session.commands.function_names | block.own_functions(),
            watched=True,
        )
        memory["watched"] = link(compiled, block.session, block.name)
    return memory["watched"]  # type: ignore[no-any-return]  # functions as linked


def is_watched(out: Callable[[Any], None]) -> bool:
    """Whether objects go to a command that runs script code before the next one is written."""
    owner = getattr(out, "__self__", None)
    way = getattr(owner, "next_out", None)  # a redirection passes objects on
    return is_watched(way) if way is not None else bool(getattr(out, "watches", False))


def _assigns_bound(block: ScriptBlock, scope: Scope) -> bool:
    """Whether a block with loops assigns a variable that is more than a value already."""
    known = block.session.predefined
    if len(scope.attributes) <= len(known) and known.issuperset(scope.attributes):
        return False
    names = scope.attributes.keys() - known
    names -= {*block.parameter_names()}
    if not names:
        return False
    return not names.isdisjoint(_around_loops(block)[1])


def _named_blocks(node: Any) -> list[Any]:
    return [block for block in (node.begin_block, node.process_block, node.end_block) if block is not None]


def _around_loops(block: ScriptBlock) -> tuple[bool, frozenset[str]]:
    """Of the named blocks with loops, where variables may be in Python locals: (whether one writes, what they assign)."""
    memory = block.memory()
    if "around loops" not in memory:
        memory["around loops"] = _asked(block)
    return memory["around loops"]  # type: ignore[no-any-return]  # as made below


def _asked(block: ScriptBlock) -> tuple[bool, frozenset[str]]:
    """The same: what a former run kept of it, else found out now."""
    node = block.node
    kept = node.source.kept
    key = (node.start, node.end, "around loops")
    found = kept.find(key, block.session) if kept is not None else None
    if found is not None:
        return found[0]  # type: ignore[no-any-return]  # as made below
    from spshell.compiler.analysis import assigned_names, has_loop
    from spshell.compiler.direct_rules import writes

    looping = [named.statements for named in _named_blocks(node) if any(map(has_loop, named.statements))]
    written = any(any(map(writes, statements)) for statements in looping)
    made = (written, frozenset[str]().union(*map(assigned_names, looping)))
    if kept is not None:
        kept.add(key, {}, None, (node.param_block, block.parameters_node), made)
    return made
