"""Pipelines: stages linked by ``out`` callables, objects pushed from left to right (about_Pipelines).

A stage has ``out`` (set before it begins), ``begin``, ``process(value)``, ``run_once`` (no pipeline input),
``end`` and ``close``. All begin first, left to right; then each object goes through the whole chain; then all end. What a
stage writes while it begins is an object as any other: the stages behind it begin then.
"""

from __future__ import annotations

from spshell.engine.calls.calls import call_simple_block, call_simple_function, simple_block_names
from spshell.engine.calls.plans import SLOW
from spshell.engine.calls.sites import block_call, planned_call
from spshell.engine.commands.kinds import (
    AliasInfo,
    ApplicationInfo,
    CmdletInfo,
    CommandInfo,
    FunctionInfo,
    ScriptInfo,
)
from spshell.engine.compiled.inline_blocks import is_watched
from spshell.engine.compiled.sites import ParameterName
from spshell.engine.errors.extents import node_extent
from spshell.engine.errors.flow import record_of
from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.engine.errors.signals import PipelineFailed, StopUpstream
from spshell.engine.pipelines.fused import Feeder
from spshell.engine.pipelines.output import emit, sub_value, unwrap_list
from spshell.engine.pipelines.streams import Redirected
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


_OPERATORS = {"Dot": ".", "Ampersand": "&"}


def attach(scope: Scope, error: NetException, site: CommandSite | None) -> ErrorRecord:
    """Make the command at `site` the place of an error that has none yet."""
    record: ErrorRecord | None = error.record
    if record is None:
        record = error.record = ErrorRecord(error)
    if record.invocation is None and site is not None:
        start, end = site.start, site.end
        name = site.name or ""
        if error.error_id == "CommandNotFoundException":  # about the name, not the whole command
            start, end = site.name_start, site.name_end
            name = _OPERATORS.get(site.invocation, name)
        record.invocation = InvocationInfo(node_extent(site.source, start, end), name)
    return record_of(scope, error)


def run_command(
    scope: Scope,
    out: Callable[[Any], None],
    site: CommandSite,
    name: Any,
    args: tuple[Any, ...],
    targets: Any = None,
) -> None:
    """A pipeline of one command: its output goes to `out`."""
    if targets is None:
        if site.name is None:
            written = block_call(scope, site, out, name, args)
        else:
            written = planned_call(scope, site, out, args)
        if written is not SLOW:
            if written is not NOTHING:
                emit(out, written)
            scope.session.ok = True
            return
    target = site.target
    if target is not None and targets is None and site.plain and target.simple:
        session = scope.session
        if site.version == session.commands.version:
            call_simple_function(target, scope, args, out, site)
            session.ok = True
            return
    elif targets is None and site.plain and site.invocation == "Ampersand" and site.name is None:
        names = simple_block_names(name)
        if names is not None and scope.session.debugger is None:
            call_simple_block(name, names, scope, args, out, site)
            scope.session.ok = True
            return
    if target is not None and targets is None and _is_lone_cmdlet(target, site, scope.session):
        from spshell.engine.pipelines.lone_cmdlets import run_alone

        run_alone(scope, target, site, args, out)
        return
    _drive(scope, out, False, None, ((site, name, args, targets),))


def _is_lone_cmdlet(target: Any, site: CommandSite, session: Session) -> bool:
    """Whether a cmdlet can run as a pipeline by itself: a known one, without redirections, splatting or ``-?``."""
    if target.__class__ is not CmdletInfo or site.version != session.commands.version or site.redirections:
        return False
    layout = site.layout
    return layout is not None and ("?", False) not in layout and session.debugger is None


def command_value(
    scope: Scope, site: CommandSite, name: Any, args: tuple[Any, ...], targets: Any = None
) -> Any:
    """A command as a value: its output collected."""
    if targets is None:
        if site.name is None:
            written = block_call(scope, site, None, name, args)
        else:
            written = planned_call(scope, site, None, args)
        if written is not SLOW:
            scope.session.ok = True
            return sub_value(written)
    items: list[Any] = []
    target = site.target
    if target is not None and targets is None and site.plain and target.simple:
        session = scope.session
        if site.version == session.commands.version:
            call_simple_function(target, scope, args, items.append, site)
            session.ok = True
            return items[0] if len(items) == 1 else unwrap_list(items)
    elif targets is None and site.plain and site.invocation == "Ampersand" and site.name is None:
        names = simple_block_names(name)
        if names is not None and scope.session.debugger is None:
            call_simple_block(name, names, scope, args, items.append, site)
            scope.session.ok = True
            return unwrap_list(items)
    if target is not None and targets is None and _is_lone_cmdlet(target, site, scope.session):
        from spshell.engine.pipelines.lone_cmdlets import run_alone

        run_alone(scope, target, site, args, items.append)
    else:
        _drive(scope, items.append, False, None, ((site, name, args, targets),))
    return unwrap_list(items)


def run_pipeline(
    scope: Scope, out: Callable[[Any], None], has_input: bool, first: Any, stages: tuple[Any, ...]
) -> None:
    """A pipeline of several elements; with `has_input` the first one was the expression `first`."""
    if has_input and len(stages) == 1 and first.__class__ is not Feeder:
        site, _, args, targets = stages[0]
        target = site.target
        if target is not None and targets is None and _is_lone_cmdlet(target, site, scope.session):
            from spshell.engine.pipelines.lone_cmdlets import run_fed

            run_fed(scope, target, site, args, out, first)
            return
    _drive(scope, out, has_input, first, stages)


def pipeline_value(scope: Scope, has_input: bool, first: Any, stages: tuple[Any, ...]) -> Any:
    """A pipeline as a value."""
    items: list[Any] = []
    run_pipeline(scope, items.append, has_input, first, stages)
    return unwrap_list(items)


def run_source(scope: Scope, take: Callable[[Any], None], part: tuple[Any, ...]) -> None:
    """Run the command in front of a loop (`spshell.compiler.fusion`); an error of the loop unwinds the command."""
    stages: list[Any] = []

    def enter(value: Any) -> None:
        try:
            take(value)
        except NetException as error:
            raise PipelineFailed(error, stages) from None

    enter.watches = True  # type: ignore[attr-defined]  # a mark for the code that writes
    _drive(scope, enter, False, None, (part,), stages)


def _drive(
    scope: Scope,
    out: Callable[[Any], None],
    has_input: bool,
    first: Any,
    parts: tuple[Any, ...],
    stages: list[Any] | None = None,
) -> None:
    """Build the stages, link them, run them."""
    session = scope.session
    if stages is None:
        stages = []
    session.ok = True
    session.pipeline_failed = False
    saved_current = session.current
    session.current = scope
    try:
        starts = link_stages(scope, out, has_input, parts, stages)
        _run(stages, has_input, first, starts)
    except PipelineFailed as failed:
        if failed.stages is not stages:
            raise
        session.ok = False
        raise failed.error from None
    finally:
        session.current = saved_current
        stages.clear()  # each stage knows its line: else only the collector of cycles would free them
    session.ok = not session.pipeline_failed  # what failed inside a function is not the function's failure
    session.pipeline_failed = False


def link_stages(
    scope: Scope, out: Callable[[Any], None], has_input: bool, parts: tuple[Any, ...], stages: list[Any]
) -> list[Callable[[], None]]:
    """Make the stages of a pipeline's commands and link them to `out`; returns what begins each, once."""
    session = scope.session
    for index, (site, name, args, targets) in enumerate(parts):
        if session.debugger is not None:
            session.debugger.command(scope, site, name)
        try:
            stage = _made_stage(scope, site, name, args, targets, expects_input=has_input or index > 0)
        except NetException:
            _find_all(scope, parts[index + 1 :])
            raise
        if site.redirections:
            stage = RedirectedStage(stage, scope, site.redirections, targets)
        stages.append(stage)
    follow = out
    starts: list[Callable[[], None]] = []
    head = stages[0]
    for stage in reversed(stages):
        stage.out = stage.gate = follow
        stage.line = stages
        stage.feeds = follow is not out
        if stage is head:
            starts.append(stage.begin)  # nothing writes to the first one
        else:
            follow, start = _gate(stage, stages)
            starts.append(start)
    starts.reverse()
    return starts


def _find_all(scope: Scope, parts: tuple[Any, ...]) -> None:
    """All commands of a pipeline are looked for before any gets its arguments: one that is missing is the error."""
    for site, name, _args, _targets in parts:
        if type(name) is str:
            try:
                scope.session.commands.resolve(scope, name)
            except NetException as missing:
                attach(scope, missing, site)
                raise missing from None


def _made_stage(
    scope: Scope, site: CommandSite, name: Any, args: tuple[Any, ...], targets: Any, *, expects_input: bool
) -> Any:
    """As `make_stage`; the files that the command redirects to come into being though it cannot be run."""
    try:
        return make_stage(scope, site, name, args, expects_input)
    except NetException:
        if site.redirections:
            Redirected(scope, _nothing, site.redirections, targets).close()
        raise


def _nothing(_value: Any) -> None:
    """Where the output of a command goes that never runs."""


def _gate(stage: Any, stages: list[Any]) -> tuple[Callable[[Any], None], Callable[[], None]]:
    """(way into a stage, what begins it): an object that a stage writes while it begins makes the next one begin.

    An error of the stage must not end a statement of the code above it: it unwinds the whole pipeline.
    """
    process: Any = None

    def begin() -> None:
        nonlocal process
        if process is None:
            process = stage.process
            stage.begin()
            process = stage.process  # which a stage may have chosen when it began

    def enter(value: Any) -> None:
        try:
            if process is None:
                begin()
            process(value)
        except NetException as error:
            raise PipelineFailed(error, stages) from None

    enter.watches = stage.watches or is_watched(stage.out)  # type: ignore[attr-defined]  # a mark for the code that writes
    raw = getattr(stage, "take_bytes", None)
    if raw is not None:
        enter.take_bytes = raw  # type: ignore[attr-defined]  # a program takes what another one writes as it is
    return enter, begin


def _run(stages: list[Any], has_input: bool, first: Any, starts: list[Callable[[], None]]) -> None:
    """Feed and end the stages. A stage that wants no more stops what is above it: that is not ended, only closed."""
    feeding = True
    ended = 0
    try:
        while True:
            try:
                if feeding:
                    _feed(stages, has_input, first, starts)
                    feeding = False
                while ended < len(stages):
                    if ended:
                        starts[
                            ended
                        ]()  # unless it has begun: those before it may have had enough when they began
                    ended += 1
                    stages[ended - 1].end()
                return  # noqa: TRY300 - an else clause would hide the loop's exit
            except StopUpstream as stop:
                position = next((i for i, stage in enumerate(stages) if stage.is_stage(stop.stage)), -1)
                if position < 0:
                    raise
                feeding = False
                ended = max(ended, position)
    finally:
        for stage in stages:
            stage.close()


def _feed(stages: list[Any], has_input: bool, first: Any, starts: list[Callable[[], None]]) -> None:
    for stage in stages:
        stage.prepare()
    for start in starts:
        start()
    for position, stage in enumerate(stages[1:]):
        if stage.direct is not None and stages[position].reroute is not None:
            stages[position].reroute(stage.direct)
    head = stages[0]
    if not has_input:
        head.run_once()
    elif type(first) is Feeder:
        first.run(head.process)
    else:
        head.feed(first)


class Stage:
    """One running command of a pipeline.

    ``gate`` is the way to the next stage, or out of the pipeline, and ``line`` all stages. A stage that takes objects and
    turns errors into `PipelineFailed` by itself says so in ``direct``; one that can send its output elsewhere once all have
    begun has ``reroute``: two such neighbours need no gate.
    """

    gate: Any = None
    line: list[Any] | None = None
    direct: Callable[[Any], None] | None = None
    reroute: Callable[[Callable[[Any], None]], None] | None = None
    out: Callable[[Any], None]
    runtime: Any = None
    """What a compiled command writes through."""
    feeds = False
    """Whether another command takes the output."""
    watches = True
    """Whether it runs script code for an object."""

    def prepare(self) -> None:
        """Before any stage begins."""

    def begin(self) -> None:
        """Before any object."""

    def process(self, value: Any) -> None:
        """One input object."""

    def feed(self, first: Any) -> None:
        """Take the value of an expression, object by object: nobody writes to the stage but this."""
        process = self.process
        if first.__class__ is range:
            for number in first:
                process(number)
        else:
            emit(process, first)

    def run_once(self) -> None:
        """The stage has no input: do what a single call does."""

    def end(self) -> None:
        """After the last object."""

    def close(self) -> None:
        """Whatever happened."""

    def is_stage(self, other: Any) -> bool:
        """Whether `other` is this stage or what it wraps."""
        return other is self


class RedirectedStage(Stage):
    """A stage whose streams are redirected while its own code runs."""

    def __init__(self, inner: Any, scope: Scope, specs: list[Any], targets: Any) -> None:
        self.inner = inner
        self.scope = scope
        self.specs = specs
        self.targets = targets
        self.redirected: Redirected | None = None
        raw = getattr(inner, "take_bytes", None)
        if raw is not None:
            self.take_bytes = raw

    def _open(self) -> Redirected:
        if self.redirected is None:
            runtime = self.inner.runtime
            self.redirected = Redirected(
                self.scope, self.out, self.specs, self.targets, compiled=runtime is not None
            )
            self.inner.out = self.redirected.out
            if self.redirected.own_errors is not None:
                runtime.own_errors = self.redirected.own_errors
        return self.redirected

    def prepare(self) -> None:
        with self._open():
            self.inner.prepare()

    def begin(self) -> None:
        with self._open():
            self.inner.begin()

    def process(self, value: Any) -> None:
        with self._open():
            self.inner.process(value)

    def run_once(self) -> None:
        with self._open():
            self.inner.run_once()

    def end(self) -> None:
        with self._open():
            self.inner.end()

    def close(self) -> None:
        if self.redirected is not None:
            with self.redirected:
                self.inner.close()
            self.redirected.close()
        else:
            self.inner.close()

    def is_stage(self, other: Any) -> bool:
        return other is self or bool(self.inner.is_stage(other))


def make_stage(scope: Scope, site: CommandSite, name: Any, args: tuple[Any, ...], expects_input: bool) -> Any:
    """The stage for a command: resolve the name, choose how it runs. Errors get the command as their place."""
    try:
        return _stage(scope, site, name, args, expects_input)
    except NetException as error:
        attach(scope, error, site)
        raise


def _stage(scope: Scope, site: CommandSite, name: Any, args: tuple[Any, ...], expects_input: bool) -> Any:
    from spshell.engine.pipelines.script_stages import BlockStage, ScriptStage

    info = site.target
    if info is None or site.version != scope.session.commands.version:
        info, args = _target(scope, site, name, args)
    asks = site.layout is None or ("?", False) in site.layout
    if asks and args and any(type(item) is ParameterName and item.name == "?" for item in args):
        info, args = scope.session.commands.resolve(scope, "Get-Help"), (getattr(info, "name", name),)
    dot = site.invocation == "Dot"
    if isinstance(info, FunctionInfo):
        return BlockStage(info.script_block, scope, site, args, info, expects_input, dot=dot)
    if isinstance(info, CmdletInfo):
        from spshell.engine.pipelines.cmdlet_stage import CmdletStage

        return CmdletStage(info, scope, site, args, expects_input)
    if isinstance(info, ScriptInfo):
        return ScriptStage(info, scope, site, args, expects_input, dot=dot)
    if isinstance(info, ApplicationInfo):
        from spshell.engine.native.program import NativeStage

        return NativeStage(info, scope, site, args, expects_input)
    return BlockStage(info, scope, site, args, None, expects_input, dot=dot)  # a script block


def _target(scope: Scope, site: CommandSite, name: Any, args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """What to run for a command's name or for the value behind ``&`` and ``.``."""
    from spshell.engine.scriptblock import ScriptBlock

    session = scope.session
    commands = session.commands
    if type(name) is str and site.name is not None:
        if site.target is not None and site.version == commands.version:
            return site.target, args
        info = commands.resolve(scope, name)
        steady = name.lower() not in commands.local_names and session.debugger is None
        if steady and isinstance(info, (FunctionInfo, CmdletInfo)):
            site.target, site.version = info, commands.version
        return info, args
    from spshell.values.objects import unwrap
    from spshell.values.text import to_text

    plain = unwrap(name)
    if isinstance(plain, AliasInfo):
        return commands.resolve(scope, plain.definition), args
    if isinstance(plain, (ScriptBlock, CommandInfo)):
        return plain, args
    from spshell.engine.modules.modules import ModuleInfo, in_module

    if isinstance(plain, ModuleInfo) and args:
        inner = unwrap(args[0])
        if isinstance(inner, ScriptBlock):
            return in_module(inner, plain), args[1:]
        return commands.resolve(plain.scope, to_text(inner)), args[1:]
    text = "" if plain is None else to_text(plain)
    if not text:
        from spshell.engine.errors.faults import raise_fault

        raise_fault("BadExpression", "&" if site.invocation == "Ampersand" else ".", target=name)
    return commands.resolve(scope, text), args
