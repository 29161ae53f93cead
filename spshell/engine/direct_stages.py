"""Functions in pipelines whose variables nobody can see: they take objects through Python functions without a scope.

The stage binds its arguments into a scope as every other does; then `spshell.compiler.stage_code`'s functions take over. A
pipeline object of the class that the last one had goes straight to its parameter; any other is bound by the binder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.depth import overflow
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.scope import Scope
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.stages import BlockStage


class StageFunctions:
    """The compiled form of a block: `make` gives the functions for one pipeline."""

    __slots__ = ("callees", "make")

    def __init__(self, make: Callable[..., Any], *, callees: bool) -> None:
        self.make = make
        self.callees = callees


def stage_functions(block: ScriptBlock) -> StageFunctions | None:
    """The block's functions, compiled when first asked for; None when its variables may be seen."""
    kept = block._stage
    if kept is None:
        kept = block._stage = (_compile(block),)
    return kept[0]  # type: ignore[no-any-return]  # StageFunctions or None


def _compile(block: ScriptBlock) -> StageFunctions | None:
    from spshell.compiler import compile_stage
    from spshell.engine.direct_functions import _checked_once
    from spshell.engine.linker import link

    metadata = block.metadata()
    if metadata.dynamic is not None:
        return None
    parameters: dict[str, list[Any]] = {}
    for spec, node in zip(metadata.parameters, block.parameter_nodes(), strict=True):
        if spec.transformers or spec.early_transformers or spec.ps_type_name or spec.dynamic:
            return None
        if spec.validators and not _checked_once(block, spec):
            return None
        kept = [item for item in node.attributes if item.kind == "TypeConstraint"]
        parameters[spec.folded] = [] if spec.typed and spec.type.full_name == "System.Object" else kept
    metadata.all_parameters()
    filled = frozenset(spec.folded for spec in metadata.parameters if spec.takes_input)
    code = compile_stage(
        block.node, parameters, filled, block.session.commands.function_names, status=block.tracks_status
    )
    if code is None:
        return None
    return StageFunctions(link(code.code, block.session, block.name)["Stage"], callees=code.callees)


def take_over(stage: BlockStage) -> None:
    """Let the compiled functions run the blocks of a stage that is about to begin."""
    session = stage.session
    if not stage.expects_input or stage.dot or session.debugger is not None or session.all_scope:
        return
    if stage.common is not None and stage.common.runtime.tap is not None:
        return
    compiled = stage_functions(stage.block)
    if compiled is None:
        return
    scope: Any = stage.scope
    begin, process, end = compiled.make(scope, stage.out)
    functions: dict[str, Any] = {}
    for kind, function in (("Begin", begin), ("End", end)):
        if function is not None:
            functions[kind] = _without_arguments(function)
    functions["Process"] = lambda _scope, _out: process(None)  # which asks the scope for `$_`
    stage.functions = functions
    stage.process = _taker(stage, scope, process, callees=compiled.callees)  # type: ignore[method-assign,assignment]  # per object


def _without_arguments(function: Callable[[], None]) -> Callable[[Scope, Any], None]:
    return lambda _scope, _out: function()


def _taker(
    stage: BlockStage, scope: Scope, process: Callable[[Any], None], *, callees: bool
) -> Callable[[Any], None]:
    """What takes the objects of the pipeline."""
    variables = scope.vars
    binding = stage.binding if not stage.block.metadata().is_simple else None
    bound: Any = None if binding is None else binding.bound
    kinds: frozenset[type] = frozenset()
    name = folded = ""
    stage.ran = True

    def bind(value: Any) -> bool:
        nonlocal kinds, name, folded, bound
        if binding is not None and not stage._bind_input(value):
            return False
        quick = stage.quick
        if quick is not None:
            kinds, name, folded, bound = quick.kinds, quick.name, quick.folded, stage.binding.bound
        return True

    def take(value: Any) -> None:
        try:
            if type(value) in kinds and value != "":
                variables[folded] = bound[name] = value
            elif not bind(value):
                return
            process(value)
        except RecursionError:
            overflow()
        except NetException as error:
            stage.failed(error)
            raise

    def take_seen(value: Any) -> None:
        """As `take`, for blocks that call functions: these may ask for ``$_``, and call back."""
        if not bind(value):
            return
        variables["_"] = value
        stage._run("Process")

    if callees:
        return take_seen
    return take
