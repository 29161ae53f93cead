"""Steppable pipelines: a pipeline driven from outside, one object at a time (proxy functions)."""

from __future__ import annotations

from spshell.engine.errors.signals import PipelineFailed, StopUpstream
from spshell.engine.pipelines.pipeline import link_stages
from spshell.values.declare import method, net_class
from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


def steppable_pipeline(block: ScriptBlock, args: list[Any]) -> SteppablePipeline:
    """The pipeline that a script block consists of; the arguments of its commands are worked out now.

    Raises PSInvalidOperationException when the block is anything but one pipeline of commands.
    """
    _check(block)
    scope = scope_for(block, args)
    return SteppablePipeline(scope, parts_of(block, scope)[0])


def scope_for(block: ScriptBlock, args: list[Any]) -> Scope:
    """A scope for the block with its parameters bound."""
    scope = block.new_scope(block.session.current)
    if block.parameter_nodes():
        from spshell.engine.calls.call import Call
        from spshell.engine.calls.calls import bind_block

        bind_block(block, scope, args, Call(block, None))
    return scope


def _check(block: ScriptBlock) -> None:
    end = block.node.end_block
    statements = end.statements if end is not None else []
    if not block.has_only_end:
        raise _refused("it has blocks of its own")
    if not statements:
        raise _refused("it is empty")
    if len(statements) > 1 or statements[0].kind != "Pipeline":
        raise _refused("it is not one pipeline")
    if statements[0].elements[0].kind != "Command":
        raise _refused("it begins with an expression, not with a command")


def _refused(why: str) -> NetException:
    return fault(
        "System.Management.Automation.PSInvalidOperationException",
        f"The script block cannot be made a steppable pipeline: {why}.",
        "InvalidOperation",
        "InvalidOperation",
    )


def parts_of(block: ScriptBlock, scope: Scope) -> list[tuple[Any, ...]]:
    """The commands of the block's pipelines with their arguments: its code runs, the pipelines themselves do not."""
    from spshell.compiler import compile_block
    from spshell.engine.compiled.linker import link

    found: list[tuple[Any, ...]] = []

    def one(_scope: Scope, _out: Any, site: Any, name: Any, args: Any, targets: Any = None) -> None:
        found.append(((site, name, args, targets),))

    def several(_scope: Scope, _out: Any, _has_input: bool, _first: Any, stages: tuple[Any, ...]) -> None:
        found.append(stages)

    compiled = compile_block(block.node, parameters=frozenset(block.parameter_names()), hot=False)
    function = link(compiled, block.session)["End"]
    function.__globals__.update(run_command=one, run_pipeline=several)
    function(scope, found.append)
    return found


@net_class("System.Management.Automation.SteppablePipeline")
class SteppablePipeline:
    """System.Management.Automation.SteppablePipeline.

    With Begin($PSCmdlet) what comes out is the output of that command; else Process() and End() return it.
    """

    def __init__(self, scope: Scope, parts: tuple[Any, ...]) -> None:
        self.scope = scope
        self.parts = parts
        self.stages: list[Any] = []
        self.output: list[Any] = []
        self.context: Any = None
        self.has_input = False
        self.stepped = False
        self.stopped = False

    @method("void Begin(bool expectInput)", "void Begin(System.Object contextToRedirectTo)")
    def begin(self, how: Any = None) -> None:
        self.context = how if hasattr(how, "stage") else None
        expected = how.runtime.invocation.expecting_input if self.context is not None else how
        self.has_input = bool(expected)
        self._guarded(self._start)

    def _start(self) -> None:
        around = self.scope.session.current or self.scope  # where -OutVariable and the like write
        starts = link_stages(around, self._take, self.has_input, self.parts, self.stages)
        for stage in self.stages:
            stage.prepare()
        for start in starts:
            start()

    def _take(self, value: Any) -> None:
        if self.context is not None:
            self.context.stage.out(value)
        else:
            self.output.append(value)

    @method("System.Array Process(System.Object input)", "System.Array Process()")
    def process(self, *values: Any) -> Any:
        self.stepped = True
        if not self.stopped:
            head = self.stages[0]
            if self.has_input:
                for value in values:
                    self._guarded(lambda value=value: head.process(value))  # type: ignore[misc]  # bound now
            else:
                self._guarded(head.run_once)
        return self._given()

    @method("System.Array End()")
    def end(self) -> Any:
        if not self.has_input and not self.stepped:
            self._guarded(self.stages[0].run_once)
        for stage in self.stages:
            self._guarded(stage.end)
        self.dispose()
        return self._given()

    @method("void Clean()", "void Dispose()")
    def dispose(self) -> None:
        for stage in self.stages:
            stage.close()
        self.stages = []

    def _given(self) -> list[Any]:
        output, self.output = self.output, []
        return output

    def _guarded(self, body: Callable[[], None]) -> None:
        """Errors reach the caller as they are; a stage that has enough stops what feeds this pipeline."""
        try:
            body()
        except PipelineFailed as failed:
            failed.error.__dict__["from_script"] = True
            raise failed.error from None
        except NetException as error:
            error.__dict__["from_script"] = True
            raise
        except StopUpstream as stop:
            if not any(stage.is_stage(stop.stage) for stage in self.stages):
                raise
            self.stopped = True
            if self.context is not None:
                raise StopUpstream(self.context.stage) from None
