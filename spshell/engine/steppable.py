"""Steppable pipelines: a pipeline driven from outside, one object at a time (proxy functions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import method, net_class

if TYPE_CHECKING:
    from spshell.engine.scriptblock import ScriptBlock


@net_class("System.Management.Automation.SteppablePipeline")
class SteppablePipeline:
    """System.Management.Automation.SteppablePipeline over a script block of one pipeline.

    Objects are gathered by Process() and run through the block at End(); the output of both is returned there.
    """

    def __init__(self, block: ScriptBlock) -> None:
        self.block = block
        self.items: list[Any] = []

    @method("void Begin(bool expectInput)", "void Begin(System.Object contextToRedirectTo)")
    def begin(self, _how: Any = None) -> None:
        self.items = []

    @method("System.Array Process(System.Object input)", "System.Array Process()")
    def process(self, *values: Any) -> Any:
        self.items.extend(values)
        return []

    @method("System.Array End()")
    def end(self) -> Any:
        from spshell.engine.scope import Scope

        scope = Scope(self.block.session, self.block.session.current or self.block.session.global_scope)
        scope.vars["input"] = self.items
        output: list[Any] = []
        self.block.run_inline(scope, output.append)
        return output

    @method("void Dispose()")
    def dispose(self) -> None:
        self.items = []
