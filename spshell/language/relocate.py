"""Moving a tree that was parsed from a cut-out text to its place in the whole text."""

from __future__ import annotations

from spshell.language.nodes import Node, TypeName

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def relocate(root: Node, outward: Callable[[int], int], shift: int | None) -> None:
    """Move every extent below `root` outward, by `shift` when the way is a plain shift."""
    stack: list[object] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, Node | TypeName):
            if not item.end:
                pass  # an empty block: PowerShell gives it no place
            elif shift is not None:
                item.start += shift
                item.end += shift
            else:
                item.start, item.end = outward(item.start), outward(item.end)
            for field in type(item).__slots__:
                if field in _OFFSETS:
                    setattr(item, field, outward(getattr(item, field)))
                else:
                    value = getattr(item, field)
                    if isinstance(value, Node | TypeName | list | tuple):
                        stack.append(value)
        elif isinstance(item, list | tuple):
            stack.extend(item)


_OFFSETS = frozenset(["error_end", "error_start", "name_end"])
