"""ForEach-Object."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.compiled.inline_blocks import inline_functions
from spshell.engine.compiled.item_blocks import SCALARS, WARM, hot_function, item_function
from spshell.engine.pipelines.output import emit
from spshell.engine.variables.scope import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from cmdlets.core.parallel_blocks import ParallelBlocks
    from spshell.engine.variables.scope import Scope

_SCRIPT = ("ScriptBlockSet",)
_PROPERTY = ("PropertyAndMethodSet",)
_PARALLEL = ("ParallelParameterSet",)


class ForEachObject(
    Cmdlet,
    verb="ForEach",
    noun="Object",
    default_set="ScriptBlockSet",
    should_process=True,
    impact="Low",
    net_class="Microsoft.PowerShell.Commands.ForEachObjectCommand",
):
    """Do something with each object.

    Runs a script block for each object, which stands in $_, or reads a property or calls a method by name.

        PS> 1..3 | ForEach-Object { $_ * 2 }
        PS> 'a', 'b' | ForEach-Object ToUpper
        PS> 'ann', 'bob' | ForEach-Object Length
    """

    input_object: Any = parameter(
        "psobject",
        sets=("ScriptBlockSet", "PropertyAndMethodSet", "ParallelParameterSet"),
        from_pipeline=True,
        help="The object to work on.",
    )
    begin_block: Any = parameter(
        "scriptblock", sets=_SCRIPT, name="Begin", help="Runs before the first object."
    )
    process_blocks: Any = parameter(
        "scriptblock[]",
        sets=_SCRIPT,
        name="Process",
        position=0,
        mandatory=True,
        allow_null=True,
        allow_empty_collection=True,
        help="Runs for each object.",
    )
    end_block: Any = parameter("scriptblock", sets=_SCRIPT, name="End", help="Runs after the last object.")
    remaining_scripts: Any = parameter(
        "scriptblock[]",
        sets=_SCRIPT,
        remaining=True,
        allow_null=True,
        allow_empty_collection=True,
        help="More blocks.",
    )
    member_name: Any = parameter(
        "string",
        sets=_PROPERTY,
        position=0,
        mandatory=True,
        help="The property to read or the method to call.",
        wildcards=True,
    )
    argument_list: Any = parameter(
        "System.Object[]", sets=_PROPERTY, aliases=("Args",), remaining=True, help="Arguments of the method."
    )
    parallel: Any = parameter(
        "scriptblock",
        sets=_PARALLEL,
        mandatory=True,
        help="Runs for each object in a thread and session of its own.",
    )
    throttle_limit: Any = parameter(
        "int",
        sets=_PARALLEL,
        default=5,
        validate=[ValidateRange(1, 2147483647)],
        help="How many run at once.",
    )
    timeout_seconds: Any = parameter(
        "int",
        sets=_PARALLEL,
        default=0,
        validate=[ValidateRange(0, 2147483)],
        help="When to stop all of them.",
    )
    as_job: Any = parameter("switch", sets=_PARALLEL, help="Run as a job.")
    use_new_runspace: Any = parameter("switch", sets=_PARALLEL, help="Use a fresh runspace for each object.")

    _run: Callable[[Any], None]

    def begin(self) -> Iterator[object] | None:
        self._run = self._chosen()
        self.accept = self._run  # type: ignore[assignment,method-assign]  # one call less for each object
        block = self._first
        if block is not None:
            self._call(block, None)
        return None

    _first: Any = None
    _last: Any = None
    _pool: ParallelBlocks | None = None

    def close(self) -> None:
        if self._pool is not None:
            self._pool.stop()

    def _chosen(self) -> Callable[[Any], None]:
        if self.parameter_set == "PropertyAndMethodSet":
            from cmdlets.core.member_access import member_runner

            return member_runner(self)
        if self.parameter_set == "ParallelParameterSet":
            from cmdlets.core.parallel_blocks import ParallelBlocks

            self._pool = ParallelBlocks(self)
            return self._pool.add
        first, middle, last = _divide(self)
        self._first = first
        self._last = last
        return _runner(self, middle)

    def accept(self, value: Any) -> None:
        """One raw object."""
        self._run(value)

    def process(self) -> Iterator[object] | None:
        if self.expects_input or self.is_bound("InputObject") or self.parameter_set == "ScriptBlockSet":
            self._run(self.input_object)
        return None

    def end(self) -> Iterator[object] | None:
        if self._pool is not None:
            return self._pool.finish()
        if self._last is not None:
            self._call(self._last, None)
        return None

    def _call(self, block: Any, value: Any) -> None:
        variables = self.scope.vars
        saved = variables.get("_", UNSET)
        variables["_"] = value
        try:
            block.run_inline(self.scope, self.out)
        finally:
            if saved is UNSET:
                variables.pop("_", None)
            else:
                variables["_"] = saved


def _divide(cmdlet: ForEachObject) -> tuple[Any, list[Any], Any]:
    """(begin, process blocks, end): of several positional blocks the first begins and the last ends."""
    blocks = [block for block in cmdlet.process_blocks or [] if block is not None]
    rest = [block for block in cmdlet.remaining_scripts or [] if block is not None]
    blocks = [*blocks, *rest]
    first, last = cmdlet.begin_block, cmdlet.end_block
    if first is None and not cmdlet.is_bound("Begin") and len(blocks) > 1:
        first = blocks.pop(0)
    if last is None and not cmdlet.is_bound("End") and len(blocks) > 1:
        last = blocks.pop()
    return first, blocks, last


def _runner(cmdlet: ForEachObject, blocks: list[Any]) -> Callable[[Any], None]:
    """The per-object work: blocks run in the caller's scope with ``$_`` set."""
    scope = cmdlet.scope
    variables = scope.vars
    out = cmdlet.out
    whole = item_function(blocks[0]) if len(blocks) == 1 else None
    if whole is not None:
        return _direct_run(whole.run, scope, out)
    if any(len(block.functions()) > 1 for block in blocks):
        from cmdlets.core.messages import core_fault

        raise core_fault("ScriptBlockInvokeOnOneClauseOnly", error_id="InvalidOperation")
    plain = [block for block in blocks if block.has_only_end and not block.parameter_nodes()]
    if len(plain) == 1 and len(blocks) == 1:
        chosen = inline_functions(plain[0], scope, out).get("End")
        if chosen is None:
            return _ignore
        function = chosen
        cold = WARM

        def run(value: Any) -> None:
            nonlocal function, cold
            cold -= 1
            if not cold:
                function = hot_function(plain[0], function)
            saved = variables.get("_", UNSET)
            variables["_"] = value
            try:
                function(scope, out)
            finally:
                if saved is UNSET:
                    variables.pop("_", None)
                else:
                    variables["_"] = saved

        return run

    def run_all(value: Any) -> None:
        for block in blocks:
            if block in plain:
                cmdlet._call(block, value)
            else:
                for item in block.invoke(dollar=value, input=[value], caller=scope):
                    out(item)

    return run_all


def _direct_run(function: Any, scope: Scope, out: Callable[[Any], None]) -> Callable[[Any], None]:
    """The per-object work of a block that is a function of the object."""

    def run(value: Any) -> None:
        found = function(scope, value)
        if found.__class__ in SCALARS:
            out(found)
        else:
            emit(out, found)

    return run


def _ignore(_value: Any) -> None:
    """An empty block."""
