"""Tree -> Python ``ast`` -> code objects.

`compile_block` is the only entry. The generated code calls names of ``spshell.engine.ops`` and nothing else; its
constants are specifications that the engine's linker makes into objects.
"""

from spshell.compiler.blocks import compile_block
from spshell.compiler.unit import CommandSpec, CompiledBlock, RedirectionSpec, Unit

__all__ = ["CommandSpec", "CompiledBlock", "RedirectionSpec", "Unit", "compile_block"]
