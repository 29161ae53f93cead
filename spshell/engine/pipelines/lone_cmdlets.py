"""A cmdlet that is the only command of its pipeline: no stages to link, no errors that could end a stage before it."""

from __future__ import annotations

from spshell.engine.binding.user_defaults import defaults_table
from spshell.engine.commands.cmdlet import Cmdlet
from spshell.engine.errors.signals import StopUpstream
from spshell.engine.pipelines.cmdlet_stage import CmdletStage
from spshell.engine.pipelines.pipeline import attach
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.commands.kinds import CmdletInfo
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.variables.scope import Scope


def run_alone(
    scope: Scope, info: CmdletInfo, site: CommandSite, args: tuple[Any, ...], out: Callable[[Any], None]
) -> None:
    """What a pipeline of this one command does."""
    session = scope.session
    session.ok = True
    session.pipeline_failed = False
    quick = info.cmdlet.quick
    if quick is not Cmdlet.quick and not defaults_table(scope):
        written = quick(scope, args)
        if written is not None:
            for value in written:
                out(value)
            session.ok = True
            return
    _run(scope, info, site, args, out, NOTHING)


def run_fed(
    scope: Scope,
    info: CmdletInfo,
    site: CommandSite,
    args: tuple[Any, ...],
    out: Callable[[Any], None],
    first: Any,
) -> None:
    """What a pipeline of the expression `first` and this command does."""
    session = scope.session
    session.ok = True
    session.pipeline_failed = False
    _run(scope, info, site, args, out, (first,))


def _run(
    scope: Scope,
    info: CmdletInfo,
    site: CommandSite,
    args: tuple[Any, ...],
    out: Callable[[Any], None],
    given: Any,
) -> None:
    session = scope.session
    saved, session.current = session.current, scope
    try:
        try:
            stage = CmdletStage(info, scope, site, args, given is not NOTHING)
        except NetException as error:
            attach(scope, error, site)
            raise
        stage.out = stage.gate = out
        try:
            _work(stage, given)
        finally:
            stage.close()
    finally:
        session.current = saved
    session.ok = not session.pipeline_failed
    session.pipeline_failed = False


def _work(stage: CmdletStage, given: Any) -> None:
    try:
        stage.begin()
        if given is NOTHING:
            stage.run_once()
        else:
            stage.feed(given[0])
    except StopUpstream as stop:
        if not stage.is_stage(stop.stage):
            raise
    try:
        stage.end()
    except StopUpstream as stop:
        if not stage.is_stage(stop.stage):
            raise
