"""A cmdlet as a stage of a pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binder import bind_arguments
from spshell.engine.binding_extents import sign_binding_error
from spshell.engine.command_runtime import CommandRuntime
from spshell.engine.pipeline import Stage
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spshell.engine.binder import Binding
    from spshell.engine.cmdlet import Cmdlet
    from spshell.engine.collectors import Tap
    from spshell.engine.commandinfo import CmdletInfo
    from spshell.engine.metadata import ParameterSpec
    from spshell.engine.scope import Scope
    from spshell.engine.sites import CommandSite


class CmdletStage(Stage):
    """Binds the arguments at once, then runs begin, process and end of a new cmdlet object."""

    def __init__(
        self,
        info: CmdletInfo,
        scope: Scope,
        site: CommandSite | None,
        args: Iterable[Any],
        expects_input: bool,
    ) -> None:
        cmdlet: Cmdlet = info.cmdlet()
        self.cmdlet = cmdlet
        metadata = cmdlet.metadata()
        runtime = self.runtime = CommandRuntime(metadata, scope, site, info)
        cmdlet.session = scope.session
        cmdlet.scope = scope
        cmdlet.runtime = runtime
        cmdlet.invocation = runtime.invocation
        cmdlet.expects_input = expects_input
        try:
            binding = bind_arguments(metadata, args, scope.session, scope, expects_input=expects_input)
        except NetException as error:
            sign_binding_error(error, metadata, site, info)
            raise
        self.binding = binding
        binding.runtime = runtime
        runtime.open(binding)
        cmdlet.bound = binding.bound
        cmdlet.parameter_set = binding.set_name
        _set_fields(cmdlet, binding)
        binding.on_value = self._set
        binding.on_reset = self._reset
        if (
            expects_input
            and runtime.tap is None
            and _takes_raw_objects(binding)
            and hasattr(cmdlet, "accept")
        ):
            self.process = self._accept  # type: ignore[method-assign]  # the short way, per object

    def _set(self, spec: ParameterSpec, value: Any) -> None:
        if spec.attribute:
            setattr(self.cmdlet, spec.attribute, value)

    def _reset(self, spec: ParameterSpec) -> None:
        if spec.attribute:
            self.cmdlet.__dict__.pop(spec.attribute, None)

    def begin(self) -> None:
        self.out = self.runtime.wrap_output(self.out)
        tap = self.runtime.tap
        if tap is not None:
            self.out = tap.outside(self.out)
            run = self._run
            self._run = _tapped(run, tap)  # type: ignore[assignment,method-assign]  # only calls with such a variable pay
        self.cmdlet.out = self.out
        self._run(self.cmdlet.begin)

    def _run(self, method: Callable[[], Any]) -> None:
        try:
            results = method()
            if results is not None:
                out = self.cmdlet.out
                for value in results:
                    out(value)
        except NetException as error:
            self.runtime.attach(error)
            raise

    def _accept(self, value: Any) -> None:
        try:
            self.cmdlet.accept(value)  # type: ignore[attr-defined]  # checked before
        except NetException as error:
            self.runtime.attach(error)
            raise

    def process(self, value: Any) -> None:
        try:
            self.binding.bind_input(value)
        except NetException as error:
            self.runtime.write_input_error(error, value)
            return
        self.cmdlet.parameter_set = self.binding.set_name
        self._run(self.cmdlet.process)

    def run_once(self) -> None:
        self._run(self.cmdlet.process)

    def end(self) -> None:
        self._run(self.cmdlet.end)

    def close(self) -> None:
        self.cmdlet.close()
        self.runtime.close()

    def is_stage(self, other: Any) -> bool:
        return other is self or other is self.cmdlet


def _tapped(run: Callable[[Callable[[], Any]], None], tap: Tap) -> Callable[[Callable[[], Any]], None]:
    def tapped(method: Callable[[], Any]) -> None:
        with tap:
            run(method)

    return tapped


def _set_fields(cmdlet: Cmdlet, binding: Binding) -> None:
    if not binding.bound:
        return
    lookup = binding.metadata.lookup
    assert lookup is not None
    for name, value in binding.bound.items():
        spec = lookup[name.lower()]
        if spec.attribute:
            setattr(cmdlet, spec.attribute, value)


def _takes_raw_objects(binding: Binding) -> bool:
    """Whether only an untyped by-value parameter is left for the pipeline to fill."""
    if binding.delayed:
        return False
    takers = [spec for spec in binding.free if spec.takes_input and spec.belongs_to(binding.mask)]
    if len(takers) != 1 or takers[0].name != "InputObject":
        return False
    spec = takers[0]
    plain = spec.type_text.lower() in (
        "system.object",
        "psobject",
        "object",
        "system.management.automation.psobject",
    )
    return (
        plain
        and not spec.validators
        and all(flags.by_value and not flags.by_name for flags in spec.matching(binding.mask))
    )
