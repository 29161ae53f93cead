"""From compiled code to Python functions: constants become objects, code objects become callables."""

from __future__ import annotations

from spshell.engine import ops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler import CompiledBlock
    from spshell.engine.session import Session


def link(compiled: CompiledBlock, session: Session, name: str = "") -> dict[str, Callable[..., None]]:
    """The callables of a compiled block by block kind (``Begin``, ``Process``, ``End``, ``Clean``, ``DynamicParam``).

    `name` is how the script stack names the block; an empty one stands for ``<ScriptBlock>``.
    """
    ops.provide(compiled.named_blocks.values())
    namespace: dict[str, Any] = {"__builtins__": ops.HELPERS}
    namespace["__source__"] = compiled.source
    namespace["__function__"] = name
    if compiled.constants:
        from spshell.engine.calls.depth import make_room
        from spshell.engine.compiled.linked_constants import LINK

        make_room()  # code without constants calls nothing
        for index, (kind, payload) in enumerate(compiled.constants):
            namespace[f"k{index}"] = LINK[kind](payload, compiled, session)
    functions: dict[str, Callable[..., None]] = {}
    for kind, code in compiled.named_blocks.items():
        exec(code, namespace)  # noqa: S102 - this is the compiler's own output
        functions[kind] = namespace.pop("block")
    return functions
