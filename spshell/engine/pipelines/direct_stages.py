"""Functions in pipelines whose variables nobody can see: they take objects through Python functions without a scope.

The stage binds its arguments into a scope as every other does; then `spshell.compiler.stage_code`'s functions take over. A
pipeline object of the class that the last one had goes straight to its parameter; any other is bound by the binder.
"""

from __future__ import annotations

from spshell.engine.calls.depth import overflow
from spshell.engine.errors.signals import PipelineFailed
from spshell.engine.pipelines.fused import BuiltinNames, stands
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import Any

    from spshell.compiler import StageCode
    from spshell.engine.pipelines.script_stages import BlockStage
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


class StageFunctions:
    """The compiled form of a block: `make` gives the functions for one pipeline, ``filled`` is a parameter that this fills.

    ``builtins`` are command names in it that must mean the built-in commands.
    """

    __slots__ = ("builtins", "callees", "filled", "make")

    def __init__(
        self, make: Callable[..., Any], filled: str, relied: tuple[tuple[str, str], ...], *, callees: bool
    ) -> None:
        self.make = make
        self.filled = filled
        self.builtins = BuiltinNames(relied) if relied else None
        self.callees = callees


def stage_functions(block: ScriptBlock) -> StageFunctions | None:
    """The block's functions, compiled when first asked for; None when its variables may be seen."""
    kept = block._stage
    if kept is None:
        kept = block._stage = (_compile(block),)
    return kept[0]  # type: ignore[no-any-return]  # StageFunctions or None


def _compile(block: ScriptBlock) -> StageFunctions | None:
    from spshell.engine.compiled.linker import link

    metadata = block.metadata()
    if metadata.dynamic is not None:
        return None
    metadata.all_parameters()
    filled = frozenset(spec.folded for spec in metadata.parameters if spec.takes_input)
    made = _code(block, metadata, filled)
    if made is None:
        return None
    functions = link(made.code, block.session, block.name)["Stage"]
    return StageFunctions(functions, next(iter(filled), ""), made.relied, callees=made.callees)


def _code(block: ScriptBlock, metadata: Any, filled: frozenset[str]) -> StageCode | None:
    """The code: what a former run kept of it, else compiled now."""
    node = block.node
    kept = node.source.kept
    functions = block.session.commands.function_names
    if kept is None:
        return _compiled(block, metadata, filled, functions)
    from spshell.compiler import StageCode
    from spshell.compiler.kept_code import Asked
    from spshell.engine.calls.direct_functions import _shape

    key = (node.start, node.end, "stage", _shape(metadata), filled, block.tracks_status)
    found = kept.find(key, block.session)
    if found is not None:
        (callees, relied), code = found
        return None if code is None else StageCode(code, callees=callees, relied=relied)
    asked = Asked(functions)
    made = _compiled(block, metadata, filled, asked)
    declared = node.param_block, block.parameters_node
    if made is None:
        kept.add(key, asked.answers, None, declared, (False, ()))
    else:
        kept.add(key, asked.answers, made.code, declared, (made.callees, made.relied))
    return made


def _compiled(
    block: ScriptBlock, metadata: Any, filled: frozenset[str], functions: Container[str]
) -> StageCode | None:
    from spshell.compiler import compile_stage
    from spshell.engine.calls.direct_functions import _checked_once

    parameters: dict[str, list[Any]] = {}
    for spec, node in zip(metadata.parameters, block.parameter_nodes(), strict=True):
        if spec.transformers or spec.early_transformers or spec.ps_type_name or spec.dynamic:
            return None
        if spec.validators and not _checked_once(block, spec):
            return None
        kept = [item for item in node.attributes if item.kind == "TypeConstraint"]
        parameters[spec.folded] = [] if spec.typed and spec.type.full_name == "System.Object" else kept
    return compile_stage(block.node, parameters, filled, functions, status=block.tracks_status)


def take_over(stage: BlockStage) -> None:
    """Let the compiled functions run the blocks of a stage that is about to begin."""
    session = stage.session
    if session.debugger is not None or session.all_scope:
        return
    if stage.common is not None and stage.common.runtime.tap is not None:
        return
    compiled = stage_functions(stage.block)
    if compiled is None:
        return
    scope: Any = stage.scope
    if compiled.builtins is not None and not stands(scope, compiled.builtins):
        return
    begin, process, end, route, stage.refill = compiled.make(scope, stage.out)
    functions: dict[str, Any] = {}
    for kind, function in (("Begin", begin), ("End", end)):
        if function is not None:
            functions[kind] = _without_arguments(function)
    stage.functions = functions
    if stage.out is stage.gate:
        stage.reroute = route
    binding = stage.binding if not stage.block.metadata().is_simple else None
    variables = scope.vars
    name = compiled.filled
    if not compiled.callees:
        stage.direct = _taker(stage, variables, process, binding, name)
        stage.process = stage.direct  # type: ignore[method-assign,assignment]  # per object
        return

    def again(_scope: Scope, _out: Any) -> None:
        process(None, variables.get(name))  # it asks the scope for `$_`

    functions["Process"] = again


def _without_arguments(function: Callable[[], None]) -> Callable[[Scope, Any], None]:
    return lambda _scope, _out: function()


def _taker(
    stage: BlockStage,
    variables: dict[str, Any],
    process: Callable[[Any, Any], None],
    binding: Any,
    name: str,
) -> Callable[[Any], None]:
    """What takes the objects of the pipeline; `name` is the parameter that they fill."""
    stage.ran = True
    if binding is None:
        return _taking_all(stage, process)
    kinds: frozenset[type] = frozenset()
    fits: Callable[[dict[str, Any], dict[str, Any], Any], bool] = _never
    bound = binding.bound

    def bind(value: Any) -> bool:
        nonlocal kinds, fits
        if not stage._bind_input(value):
            return False
        if stage.quick is not None:
            kinds = stage.quick.kinds
        elif stage.shape is not None:
            fits = stage.shape.bind
        return True

    def take(value: Any) -> None:
        try:
            if value.__class__ in kinds and value != "":
                process(value, value)
            elif fits(bound, variables, value) or bind(value):
                process(value, variables.get(name))
        except RecursionError:
            overflow()
        except NetException as error:
            stage.failed(error)
            if stage.line is None:
                raise
            raise PipelineFailed(error, stage.line) from None

    return take


def _taking_all(stage: BlockStage, process: Callable[[Any, Any], None]) -> Callable[[Any], None]:
    """As `_taker`, for a function without parameters for the pipeline's objects."""

    def take(value: Any) -> None:
        try:
            process(value, None)
        except RecursionError:
            overflow()
        except NetException as error:
            stage.failed(error)
            if stage.line is None:
                raise
            raise PipelineFailed(error, stage.line) from None

    return take


def _never(_bound: dict[str, Any], _variables: dict[str, Any], _value: Any) -> bool:
    return False
