"""Tree -> Python ``ast`` -> code objects.

`compile_block` is the entry, `compile_direct` that for functions which need no scope. The generated code calls names of
``spshell.engine.ops`` and nothing else; its constants are specifications that the engine's linker makes into objects.
What compiles is imported with the first name that is asked for: a script whose compiled form is kept needs none of it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.compiler.blocks import compile_block
    from spshell.compiler.direct_blocks import DirectParameter, compile_direct
    from spshell.compiler.direct_rules import called_functions, statements_of
    from spshell.compiler.method_shape import MethodShape
    from spshell.compiler.stage_code import StageCode, compile_stage
    from spshell.compiler.unit import CommandSpec, CompiledBlock, DirectCode, RedirectionSpec, Unit

_HOMES = {
    "compile_block": "blocks",
    "DirectParameter": "direct_blocks",
    "StageCode": "stage_code",
    "called_functions": "direct_rules",
    "compile_direct": "direct_blocks",
    "compile_stage": "stage_code",
    "statements_of": "direct_rules",
    "MethodShape": "method_shape",
}

__all__ = [
    "CommandSpec",
    "CompiledBlock",
    "DirectCode",
    "DirectParameter",
    "MethodShape",
    "RedirectionSpec",
    "StageCode",
    "Unit",
    "called_functions",
    "compile_block",
    "compile_direct",
    "compile_stage",
    "statements_of",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = import_module(f"spshell.compiler.{_HOMES.get(name, 'unit')}")
    return globals().setdefault(name, getattr(home, name))
