"""Running a script block for each of many objects: see ``spshell.compiler.item_blocks``."""

from __future__ import annotations

from spshell.engine.calls.call import Call
from spshell.engine.pipelines.fused import BuiltinNames, stands
from spshell.engine.pipelines.output import emit, sub_value
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope

SCALARS = frozenset({str, int, float, bool, type(None), PSCustomObject})
"""Classes of values that are never collections."""


class ItemFunction:
    """A block as ``run(scope, object)``, which has what the block writes as a value that may still be a collection."""

    __slots__ = ("names", "node", "run", "stateless")

    def __init__(
        self,
        node: Any,
        run: Callable[[Scope, Any], Any] | None,
        names: tuple[tuple[str, str], ...] = (),
        *,
        stateless: bool,
    ) -> None:
        self.node = node
        self.run = run
        self.names = BuiltinNames(names) if names else None
        self.stateless = stateless


def item_function(block: ScriptBlock) -> ItemFunction | None:
    """The block as a function of an object; None when it must be run in the general way."""
    session = block.session
    if session.debugger is not None or block.tracks_status or block.parameters_node is not None:
        return None
    memory = block.memory()
    found: ItemFunction | None = memory.get("item")
    if found is None:
        found = memory["item"] = _compile(block)
    if found.run is None:
        return None
    if found.names is not None and not stands(session.current or session.global_scope, found.names):
        return None
    return found


def called_with_one(block: ScriptBlock) -> Callable[[Any], Any] | None:
    """The block as a function of its only argument, which is in ``$_`` as well; None when it must be run in the general way.

    As `in_scope_of_its_own`, except that the errors of the block are written where it runs.
    """
    from spshell.engine.calls.calls import simple_names

    names = simple_names(block)
    session = block.session
    if names is None or len(names) > 1 or session.debugger is not None or block.tracks_status:
        return None
    if not names:
        found = item_function(block)
    else:
        memory = block.memory()
        found = memory.get("called")
        if found is None:
            found = memory["called"] = _compile(block, names[0])
        if found.run is None or found.names is not None:
            return None
    if found is None or not found.stateless or found.run is None:
        return None
    scope = block.new_scope(session.current or block.home)
    scope.call = Call(block, None, None)
    return _value_of(found.run, scope)


def _compile(block: ScriptBlock, parameter: str | None = None) -> ItemFunction:
    from spshell.engine.compiled.linker import link

    node = block.node
    kept = node.source.kept
    key = (node.start, node.end, "each" if parameter is None else "called")
    found = kept.find(key, block.session) if kept is not None else None
    if found is not None:
        (stateless, names), code = found
    else:
        from spshell.compiler.item_blocks import compile_item

        made = compile_item(node, parameter)
        stateless, names, code = (
            (False, (), None) if made is None else (made.stateless, made.names, made.code)
        )
        if kept is not None:
            kept.add(key, {}, code, (node.param_block, None), (stateless, names))
    if code is None:
        return ItemFunction(node, None, stateless=False)
    run: Any = link(code, block.session, block.name)["Item"]
    return ItemFunction(node, run, names, stateless=stateless)


WARM = 16
"""After so many objects a block is compiled anew with the short cuts of loops."""


def hot_function(block: ScriptBlock, cold: Callable[..., None]) -> Callable[..., None]:
    """The end block compiled as the body of a loop is; `cold` when the debugger watches it, or what takes its output."""
    session = block.session
    if session.debugger is not None or cold is not block.functions().get("End"):
        return cold
    memory = block.memory()
    found = memory.get("hot")
    if found is None:
        from spshell.compiler import compile_block
        from spshell.engine.compiled.linker import link

        compiled = compile_block(
            block.node,
            hot=True,
            status=block.tracks_status,
            functions=session.commands.function_names | block.own_functions(),
        )
        found = memory["hot"] = link(compiled, session, block.name)["End"]
    return found


def in_scope_of_its_own(block: ScriptBlock, caller: Scope) -> Callable[[Any], Any] | None:
    """A function that has the block's output for an object as one value, as `ScriptBlock.invoke_value`.

    All objects share one scope, which is possible when the block leaves nothing there. The block runs apart: its errors
    are the caller's.
    """
    found = item_function(block)
    if found is None or not found.stateless or found.run is None:
        return None
    scope = block.new_scope(caller)
    scope.apart = True
    scope.call = Call(block, None, None)
    return _value_of(found.run, scope)


def _value_of(run: Callable[[Scope, Any], Any], scope: Scope) -> Callable[[Any], Any]:
    def value_of(item: Any) -> Any:
        value = run(scope, item)
        if value.__class__ in SCALARS:
            return value
        value = sub_value(value)
        return None if value is NOTHING else value

    return value_of


def in_place(block: ScriptBlock, args: Any) -> Callable[[Any], list[Any]] | None:
    """The block as a function of an object, in the scope that is running; None when it must be run in the general way."""
    session = block.session
    scope = session.current or block.home or session.global_scope
    found = item_function(block) if not args and block.module is scope.module else None
    if found is None or found.run is None:
        return None
    run = found.run

    def output_of(item: Any) -> list[Any]:
        value = run(scope, item)
        if value.__class__ in SCALARS:
            return [value]
        items: list[Any] = []
        emit(items.append, value)
        return items

    return output_of
