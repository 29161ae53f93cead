"""Calls of built-in commands from code whose variables live in Python locals: see ``spshell.compiler.blind_commands``."""

from __future__ import annotations

from spshell.engine.calls.plans import SLOW
from spshell.engine.commands.kinds import CmdletInfo
from spshell.engine.pipelines.lone_cmdlets import run_alone
from spshell.engine.pipelines.output import _SCALARS
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.variables.scope import Scope

_SCOPE_DRIVES = ("variable:", "function:", "alias:")


def cmdlet_call(scope: Scope, site: CommandSite, out: Any, args: tuple[Any, ...]) -> Any:
    """Run a site's command, with its output going to `out` or collected; SLOW when it is not the built-in one."""
    commands = scope.session.commands
    name = site.name or ""
    if site.version != commands.version:
        found = commands.find(scope, name) if name.lower() not in commands.local_names else None
        site.target, site.version = found, commands.version
    target = site.target
    if target.__class__ is not CmdletInfo or target.name.lower() != name.lower():
        return SLOW
    if scope.session.debugger is not None or any(map(_is_on_a_scope_drive, args)):
        return SLOW
    if out is not None:
        run_alone(scope, target, site, args, out)
        return NOTHING
    items: list[Any] = []
    run_alone(scope, target, site, args, items.append)
    return items[0] if len(items) == 1 and items[0].__class__ in _SCALARS else items


def _is_on_a_scope_drive(value: Any) -> bool:
    kind = value.__class__
    if kind is str:
        return ":" in value and value.lower().startswith(_SCOPE_DRIVES)
    return kind is list and any(map(_is_on_a_scope_drive, value))
