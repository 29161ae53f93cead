"""Tree -> Python ``ast`` -> code objects.

`compile_block` is the entry, `compile_direct` that for functions which need no scope. The generated code calls names of
``spshell.engine.ops`` and nothing else; its constants are specifications that the engine's linker makes into objects.
"""

from spshell.compiler.blocks import compile_block
from spshell.compiler.direct_blocks import DirectCode, DirectParameter, compile_direct
from spshell.compiler.direct_rules import called_functions
from spshell.compiler.unit import CommandSpec, CompiledBlock, RedirectionSpec, Unit

__all__ = [
    "CommandSpec",
    "CompiledBlock",
    "DirectCode",
    "DirectParameter",
    "RedirectionSpec",
    "Unit",
    "called_functions",
    "compile_block",
    "compile_direct",
]
