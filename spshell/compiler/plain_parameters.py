"""Which blocks take their arguments by position alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def plain_names(block: Any, parameters: Any) -> list[str] | None:
    """The folded names of a block's parameters when none has a type, attribute or default; None for others.

    `block` is a ScriptBlock node, `parameters` the nodes behind a function's name (None: those of ``param()`` count).
    """
    declared = block.param_block
    if (declared is not None and declared.attributes) or block.dynamicparam_block is not None:
        return None
    if parameters is None:
        parameters = () if declared is None else declared.parameters
    names = []
    for node in parameters:
        if node.attributes or node.default is not None:
            return None
        names.append(node.name.path.rpartition(":")[2].lower())
    return names
