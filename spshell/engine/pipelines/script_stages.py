"""Stages made of script code: functions, filters, script blocks, script files."""

from __future__ import annotations

from spshell.engine.binding.input_memory import first_input, remember_first
from spshell.engine.binding.input_shapes import InputShape, input_shape
from spshell.engine.calls.call import Call
from spshell.engine.calls.calls import bind_block
from spshell.engine.calls.depth import MAX_DEPTH, overflow
from spshell.engine.compiled.inline_blocks import inline_functions
from spshell.engine.errors.signals import ExitSignal
from spshell.engine.pipelines.clean_blocks import run_clean
from spshell.engine.pipelines.input_enumerator import InputEnumerator
from spshell.engine.pipelines.pipeline import Stage, attach
from spshell.engine.variables.scope import UNSET, Scope
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.binding.input_memory import FirstInput
    from spshell.engine.binding.quick_input import QuickInput
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.scriptblock import ScriptBlock


class BlockStage(Stage):
    """A script block, function or filter as a stage of a pipeline."""

    def __init__(
        self,
        block: ScriptBlock,
        caller: Scope,
        site: CommandSite | None,
        args: tuple[Any, ...],
        command: Any,
        expects_input: bool,
        *,
        dot: bool = False,
    ) -> None:
        self.expects_input = expects_input
        self.block = block
        self.caller = caller
        self.site = site
        self.args = list(args)
        self.command = command
        self.dot = dot
        self.session = caller.session
        self.binding: Any = None
        self.collected: list[Any] = []
        self.input: Any = None
        self.has_input = False
        self.ran = False  # a block other than clean got to run
        self.functions: dict[str, Any] = {}
        self.scope: Scope | None = None
        self.common: Any = None
        self.quick: QuickInput | None = None
        self.shape: InputShape | None = None
        self.saved: list[tuple[str, Any]] = []
        self.refill: Callable[[], None] | None = None

    def make_scope(self) -> Scope:
        """The scope that the block runs in: its own, or when dot-sourced the running one of its module."""
        return self.block.place(self.caller) if self.dot else self.block.new_scope(self.caller)

    def prepare(self) -> None:
        """Bind the arguments: all commands of a pipeline do so before any begins."""
        scope = self.scope = self.make_scope()
        call = Call(self.block, self.site, self.command)
        call.arguments = self.args
        call.expecting_input = self.expects_input
        if self.dot:
            self.saved = [(name, scope.vars.get(name, UNSET)) for name in ("args", "input", "_")]
            self.outer_call = scope.call
        call.dotted = self.dot
        scope.call = call
        self.call = call
        try:
            self.binding = bind_block(self.block, scope, self.args, call, expects_input=self.expects_input)
        except NetException as error:
            attach(self.caller, error, self.site)
            raise

    def begin(self) -> None:
        if self.scope is None:
            self.prepare()
        scope = self.scope
        assert scope is not None
        if self.binding is not None and not self.block.metadata().is_simple:
            from spshell.engine.commands.advanced import open_advanced

            self.common = open_advanced(self, self.binding)
        if self.expects_input and not self.dot and self.block.node.process_block is not None:
            from spshell.engine.pipelines.direct_stages import take_over

            take_over(self)
        if not self.functions:
            self.functions = (
                inline_functions(self.block, scope, self.out) if self.dot else self.block.functions()
            )
        if self.direct is None:  # else nothing can ask for it
            scope.vars["input"] = self.input = InputEnumerator(self.collected)
        self._run("Begin")

    def _run(self, kind: str) -> None:
        function = self.functions.get(kind)
        if function is None:
            return
        self.ran = True
        session = self.session
        session.depth += 1
        try:
            if session.depth > MAX_DEPTH:
                overflow()
            function(self.scope, self.out)
        except RecursionError:
            overflow()
        except NetException as error:
            self.failed(error)
            raise
        finally:
            session.depth -= 1

    def failed(self, error: NetException) -> None:
        """An error leaves the code of the stage."""
        if error.__dict__.get("ends_function", UNSET) is self.scope:
            del error.ends_function  # type: ignore[attr-defined]  # it was there
            error.thrown = False  # ThrowTerminatingError ends the function, then the caller's statement
            error.__dict__.pop("settled", None)
        if self.common is not None:
            self.common.runtime.passed(error)

    def process(self, value: Any) -> None:
        scope = self.scope
        assert scope is not None
        self.has_input = True
        if "Process" not in self.functions:
            if self.binding is not None and not self._bind_input(value):
                return
            self.collected.append(value)
            return
        if self.binding is not None and not self._bind_input(value):
            return
        scope.vars["_"] = value
        self.collected[:] = [value]
        self.input.position = -1
        self._run("Process")

    def _bind_input(self, value: Any) -> bool:
        """Bind one pipeline object; an object that fits nowhere is a non-terminating error."""
        quick = self.quick
        if quick is not None and quick.bind(self.binding.bound, self.scope.vars, value):  # type: ignore[union-attr]  # the stage has begun
            if self.call.bound is not self.binding.bound:  # a script got it as a dictionary of its own
                self.call.bound = self.binding.bound
            return True
        shape = self.shape
        if shape is not None and shape.bind(self.binding.bound, self.scope.vars, value):  # type: ignore[union-attr]  # the same
            if self.call.bound is not self.binding.bound:
                self.call.bound = self.binding.bound
            return True
        if self.block.metadata().is_simple:
            return True
        first = first_input(self.binding, value)
        if first is not None and self._follows(first, value):
            return True
        from spshell.engine.binding.quick_input import quick_input
        from spshell.engine.commands.advanced import bind_input

        bound = bind_input(self, value)
        if not bound and self.refill is not None:
            self.refill()  # what a former object filled has its default again
        self.quick = quick_input(self.binding) if bound else None
        self.shape = input_shape(self.binding, value) if bound and self.quick is None else None
        way = self.quick or self.shape
        if way is not None:
            remember_first(self.binding, value, way)
        return bound

    def _follows(self, first: FirstInput, value: Any) -> bool:
        """Bind the first object as the place did the last time; False when it is of another kind after all."""
        binding, variables = self.binding, self.scope.vars  # type: ignore[union-attr]  # the stage has begun
        for spec in first.specs:
            binding.on_value(
                spec, variables.get(spec.folded)
            )  # which is what it has when its value is taken back
        way = first.way
        if not way.bind(binding.bound, variables, value):
            return False
        first.resume(binding)
        if way.__class__ is InputShape:
            self.shape = way
        else:
            self.quick = way
        if self.call.bound is not binding.bound:
            self.call.bound = binding.bound
        return True

    def run_once(self) -> None:
        if self.binding is not None and not self.block.metadata().is_simple:
            from spshell.engine.commands.advanced import check_mandatory

            check_mandatory(self)
        self._run("Process")

    def end(self) -> None:
        if self.input is not None:
            if "Process" in self.functions:
                self.collected.clear()
            self.input.position = -1
        self._run("End")
        if self.common is not None and self.common.runtime.buffer is not None:
            self.common.runtime.buffer.flush()

    def close(self) -> None:
        if self.scope is not None and self.ran and "Clean" in self.functions:
            self._clean(self.scope)
        if self.common is not None:
            self.common.close()
            if self.common.runtime.failed:
                self.session.pipeline_failed = True
        if self.dot and self.scope is not None:
            from spshell.engine.variables.variables import restore_local

            for name, value in self.saved:
                restore_local(self.scope.vars, name, value)
            self.scope.call = self.outer_call

    def _clean(self, scope: Scope) -> None:
        run_clean(self.session, self.functions["Clean"], scope)


class ScriptStage(BlockStage):
    """A script file: a script scope of its own, and ``exit`` ends only it."""

    def __init__(
        self,
        info: Any,
        caller: Scope,
        site: CommandSite,
        args: tuple[Any, ...],
        expects_input: bool,
        *,
        dot: bool = False,
    ) -> None:
        super().__init__(info.script_block, caller, site, args, info, expects_input, dot=dot)

    def prepare(self) -> None:
        """Scripts begin with what they require."""
        if self.block.node.requirements is not None:
            from spshell.engine.requirements import check_requirements

            try:
                check_requirements(self.session, self.block, self.command.name)
            except NetException as error:
                attach(self.caller, error, self.site)
                raise
        super().prepare()

    def make_scope(self) -> Scope:
        if self.dot:
            return self.caller
        scope = Scope(
            self.session, self.caller.session.global_scope if self.caller.module else self.caller, "script"
        )
        scope.module = None
        return scope

    def _run(self, kind: str) -> None:
        try:
            super()._run(kind)
        except ExitSignal as signal:
            self.session.global_scope.vars["lastexitcode"] = signal.code
            if signal.code != 0:
                self.session.pipeline_failed = True
