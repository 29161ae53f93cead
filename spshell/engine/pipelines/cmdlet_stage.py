"""A cmdlet as a stage of a pipeline."""

from __future__ import annotations

from types import BuiltinMethodType

from spshell.compiler.blind_commands import TAKERS
from spshell.engine.binding.alike_input import alike_input
from spshell.engine.binding.extents import sign_binding_error
from spshell.engine.binding.input_memory import first_input, remember_first
from spshell.engine.binding.plans import bind_at_site
from spshell.engine.commands.runtime import CommandRuntime
from spshell.engine.pipelines.pipeline import Stage
from spshell.engine.scriptblock import ScriptBlock
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.binding.alike_input import AlikeInput
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.commands.cmdlet import Cmdlet
    from spshell.engine.commands.kinds import CmdletInfo
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.pipelines.collectors import Tap
    from spshell.engine.variables.scope import Scope


_MAY_HOLD_BLOCKS = frozenset({ScriptBlock, Hashtable, OrderedDictionary, list})


class CmdletStage(Stage):
    """Binds the arguments at once, then runs begin, process and end of a new cmdlet object."""

    alike: AlikeInput | None = None
    take_text: Callable[[Any], None] | None = None
    takes_lists = False
    """Whether a list of objects may go to a cmdlet that writes nothing before its end."""

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
        cmdlet.expects_input = expects_input
        try:
            binding = bind_at_site(metadata, site, args, scope, expects_input=expects_input)
        except NetException as error:
            sign_binding_error(error, metadata, site, info)
            raise
        self.binding = binding
        binding.runtime = runtime
        runtime.open(binding)
        cmdlet.bound = binding.bound
        cmdlet.parameter_set = binding.set_name
        _set_fields(cmdlet, binding)
        if not expects_input:
            return  # nothing more to bind; a stage that its binding leads back to waits for the garbage collector
        self.watches = _watches(binding)
        binding.on_value = self._set
        binding.on_reset = self._reset
        if runtime.tap is None and hasattr(cmdlet, "accept"):
            taker = _taker_of_raw_objects(binding)
            if taker:
                self.takes_lists = taker == _TAKES_ALL
                # the short way, per object
                self.process = self._accept_value if taker == _REFUSES_NULL else self._accept  # type: ignore[method-assign]

    def _set(self, spec: ParameterSpec, value: Any) -> None:
        if spec.attribute:
            setattr(self.cmdlet, spec.attribute, value)

    def _reset(self, spec: ParameterSpec) -> None:
        if spec.attribute:
            self.cmdlet.__dict__.pop(spec.attribute, None)

    def begin(self) -> None:
        self.out = self.runtime.wrap_output(self.out, feeds=self.feeds)
        tap = self.runtime.tap
        if tap is not None:
            self.out = tap.outside(self.out)
            run = self._run
            self._run = _tapped(run, tap)  # type: ignore[assignment,method-assign]  # only calls with such a variable pay
        self.cmdlet.out = self.out
        self._run(self.cmdlet.begin)
        if self.process == self._accept:
            accept = self.cmdlet.accept  # type: ignore[attr-defined]  # checked before
            if type(accept) is BuiltinMethodType:  # a list's append: no error to sign
                self.process = accept  # type: ignore[method-assign]

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
        except OSError as error:
            raise self._unfinished(error) from None

    def _unfinished(self, error: OSError) -> BaseException:
        """A file that could not be read or written to its end; nobody listening (a broken pipe) is no error."""
        if isinstance(error, BrokenPipeError):
            return error
        from spshell.dotnet.io.file_errors import translate

        failure = translate(error, str(error.filename or ""))
        if isinstance(failure, NetException):
            self.runtime.attach(failure)
        return failure

    def _accept(self, value: Any) -> None:
        try:
            self.cmdlet.accept(value)  # type: ignore[attr-defined]  # checked before
        except NetException as error:
            self.runtime.attach(error)
            raise

    def _accept_value(self, value: Any) -> None:
        """As `_accept`; null is refused the long way."""
        if value is None:
            CmdletStage.process(self, value)
        else:
            self._accept(value)

    def process(self, value: Any) -> None:
        take_text = self.take_text
        if take_text is not None and value.__class__ is str and value:
            try:
                take_text(value)
            except NetException as error:
                self.runtime.attach(error)
                raise
            return
        alike = self.alike
        if alike is not None and alike.takes(value):
            self._set(alike.spec, alike.bind(self.binding, value))
            self._run(self.cmdlet.process)
            return
        self.alike = self.take_text = None
        first = first_input(self.binding, value)
        if first is not None and first.way.takes(value):
            first.resume(self.binding)
            alike = self.alike = first.way
            self._set(alike.spec, alike.bind(self.binding, value))
        else:
            try:
                self.binding.bind_input(value)
            except NetException as error:
                self.runtime.write_input_error(error, value)
                return
            alike = self.alike = alike_input(self.binding, value)
            if alike is not None:
                remember_first(self.binding, value, alike)
        self.cmdlet.parameter_set = self.binding.set_name
        self._run(self.cmdlet.process)
        if alike is not None and alike.array is None and value.__class__ is str:
            self.take_text = getattr(self.cmdlet, "take_text", None)  # a way of its own for text after text

    def feed(self, first: Any) -> None:
        take_all = self.cmdlet.take_all
        if self.takes_lists and take_all is not None and isinstance(first, list):
            items = [*list.__iter__(first)]
            if NOTHING not in items:
                try:
                    take_all(items)
                except NetException as error:
                    self.runtime.attach(error)
                    raise
                return
        super().feed(first)

    def run_once(self) -> None:
        self._run(self.cmdlet.process)

    def end(self) -> None:
        self._run(self.cmdlet.end)
        if self.runtime.buffer is not None:
            self.runtime.buffer.flush()

    def close(self) -> None:
        try:
            self.cmdlet.close()
        except OSError as error:
            raise self._unfinished(error) from None
        finally:
            self.runtime.close()
            self.__dict__.pop("process", None)  # methods of its own, which would keep it alive
            self.__dict__.pop("_run", None)
            binding = self.binding  # what leads back to the command would keep it for the garbage collector
            binding.runtime = binding.on_value = binding.on_reset = None

    def is_stage(self, other: Any) -> bool:
        return other is self or other is self.cmdlet


def _watches(binding: Binding) -> bool:
    """Whether a command that takes objects may run code that sees variables of its caller, or fill one."""
    plan = binding.plan
    plain = _only_takes(binding) if plan is None else plan.memory.get("only takes")
    if plain is None:
        plain = plan.memory["only takes"] = _only_takes(binding)
    return not plain or any(type(value) in _MAY_HOLD_BLOCKS for value in binding.bound.values())


def _only_takes(binding: Binding) -> bool:
    return binding.metadata.name.lower() in TAKERS and not any(
        spelled.lower().endswith("variable") for spelled in binding.bound
    )


def _tapped(run: Callable[[Callable[[], Any]], None], tap: Tap) -> Callable[[Callable[[], Any]], None]:
    def tapped(method: Callable[[], Any]) -> None:
        with tap:
            run(method)

    return tapped


def _set_fields(cmdlet: Cmdlet, binding: Binding) -> None:
    if not binding.bound:
        return
    if binding.plan is not None:
        for attribute, value in zip(binding.plan.fields, binding.bound.values(), strict=True):
            if attribute:
                setattr(cmdlet, attribute, value)
        return
    lookup = binding.metadata.lookup
    assert lookup is not None
    for name, value in binding.bound.items():
        spec = lookup[name.lower()]
        if spec.attribute:
            setattr(cmdlet, spec.attribute, value)


_PLAIN_TYPES = frozenset(
    {
        "system.object",
        "psobject",
        "object",
        "system.management.automation.psobject",
        "psobject[]",
        "system.object[]",
    }
)


_REFUSES_NULL, _TAKES_ALL = 2, 1


def _taker_of_raw_objects(binding: Binding) -> int:
    """Whether the only parameter left for the pipeline to fill takes every object by value as it is (0 if not)."""
    plan = binding.plan
    if plan is None:
        return _found_taker(binding)
    found = plan.memory.get("taker")
    if found is None:
        found = plan.memory["taker"] = _found_taker(binding)
    return int(found)


def _found_taker(binding: Binding) -> int:
    if binding.delayed:
        return 0
    takers = [spec for spec in binding.free if spec.takes_input and spec.belongs_to(binding.mask)]
    if len(takers) != 1 or takers[0].name != "InputObject":
        return 0
    spec = takers[0]
    plain = spec.type_text.lower() in _PLAIN_TYPES and not spec.validators
    matching = spec.matching(binding.mask)
    if not plain or not all(flags.by_value for flags in matching):
        return 0
    refuses = not spec.allow_null and any(flags.mandatory for flags in matching)
    return _REFUSES_NULL if refuses else _TAKES_ALL
