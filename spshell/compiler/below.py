"""What stands at and below a node of the tree, found out once: the passes ask again and again.

Script blocks of functions are not entered. A pipeline that can be a loop (`fusion`) is looked through as the statements that it
is made of: they run in the text's own scope.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CLOSED = frozenset({"ScriptBlockExpression", "FunctionDefinition", "TypeDefinition"})
_UNKNOWN: Any = object()


class Below:
    """The memory of one node: the ``nodes`` at and below it, their ``kinds``, and for a pipeline what it is as a loop."""

    __slots__ = ("fusion", "kinds", "nodes")

    def __init__(self) -> None:
        self.nodes: tuple[Any, ...] | None = None
        self.kinds: frozenset[str] | None = None
        self.fusion: Any = _UNKNOWN

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        return type(None), ()  # nodes that are kept for the next run are kept without what was found out


def _of(node: Any) -> Below:
    known: Below | None = getattr(node, "below", None)
    if known is None:
        known = node.below = Below()
    return known


def walk(node: Any) -> tuple[Any, ...]:
    """The node and everything below it, in no particular order."""
    memory = _of(node)
    if memory.nodes is None:
        memory.nodes = tuple(_nodes(node))
    return memory.nodes


def _nodes(root: Any) -> list[Any]:
    found: list[Any] = []
    stack = [root]
    while stack:
        node = stack.pop()
        memory = getattr(node, "below", None)
        if memory is not None and memory.nodes is not None:
            found += memory.nodes
            continue
        found.append(node)
        kind = node.kind
        if kind == "Pipeline" and len(node.elements) > 1:
            fused = fusion_of(node)
            if fused is not None:
                stack += fused.parts()
                continue
        if kind not in _CLOSED:
            stack += node.children()
    return found


def kinds_in(node: Any) -> frozenset[str]:
    """The kinds of the node and of everything below it."""
    memory = _of(node)
    if memory.kinds is None:
        memory.kinds = frozenset([item.kind for item in walk(node)])
    return memory.kinds


def contains(node: Any, *kinds: str) -> bool:
    """Whether any node of these kinds stands at or below `node`."""
    return not kinds_in(node).isdisjoint(kinds)


def fusion_of(pipeline: Any) -> Any:
    """The pipeline as one loop over its input (`fusion`), or None: the blocks of such run in the text's own scope."""
    memory = _of(pipeline)
    if memory.fusion is _UNKNOWN:
        from spshell.compiler.fused_steps import parse

        memory.fusion = parse(pipeline)
    return memory.fusion
