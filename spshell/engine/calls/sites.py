"""Call sites of the script's own functions: what they run, found at the first call and forgotten when a command changes."""

from __future__ import annotations

import sys
from functools import partial

from spshell.engine.binding.bound_parameters import BoundParameters
from spshell.engine.calls.depth import overflow
from spshell.engine.calls.plans import SLOW, direct_plan
from spshell.engine.commands.kinds import FunctionInfo
from spshell.engine.compiled.sites import END_OF_PARAMETERS, BareWord, ParameterName, SplatArgument
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import spill_local
from spshell.values.hashtable import Hashtable
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.calls.direct_functions import BlockInfo
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


def first_call(site: CommandSite, scope: Scope, _site: CommandSite, out: Any, *values: Any) -> Any:
    """Find out what a site calls, then call it."""
    found = _slow if site.layout is None else _plan(site, scope, site.layout, values)
    site.call = found
    scope.session.commands.planned.append(site)
    return found(scope, site, out, *values)


def _plan(
    site: CommandSite, scope: Scope, layout: tuple[Any, ...], values: tuple[Any, ...]
) -> Callable[..., Any]:
    """The function that runs the site's command with arguments of this shape; `values` are those of this call."""
    commands = scope.session.commands
    if site.name is None:
        return _called_block(layout) if site.invocation == "Ampersand" else _slow
    info = commands.find(scope, site.name)
    if site.name.lower() in commands.local_names:
        return _looked_up(layout)
    if not isinstance(info, FunctionInfo):
        return _slow
    return _plan_of(info, site, scope, layout, values)


def _plan_of(
    info: FunctionInfo | BlockInfo,
    site: CommandSite,
    scope: Scope,
    layout: tuple[Any, ...],
    values: tuple[Any, ...],
) -> Callable[..., Any]:
    """The plan for calls of one function."""
    from spshell.engine.calls.direct_functions import direct_of, visible_names
    from spshell.engine.calls.lent_cmdlets import callees_ask

    direct = direct_of(info)
    if (
        direct is None
        or scope.apart
        or scope.session.all_scope
        or scope.session.has_private
        or scope.session.debugger is not None
    ):
        return _slow
    metadata = info.script_block.metadata()
    if not metadata.is_simple and callees_ask(scope, direct):
        return _slow
    seen = visible_names(scope, direct)
    if seen is None and info.script_block.module is not None:
        return _slow  # a block that it runs may belong to its caller, which only a scope remembers
    if site.promoted is not None and (seen is None or not seen.isdisjoint(site.promoted)):
        return _slow
    return direct_plan(layout, direct, metadata, scope, values) or _slow


def _looked_up(layout: tuple[Any, ...]) -> Callable[..., Any]:
    """The plan for a name that functions defined in functions have: found anew at each call, kept for the same text."""
    node: Any = None
    plan: Callable[..., Any] = _slow

    def call(scope: Scope, site: CommandSite, out: Any, *values: Any) -> Any:
        nonlocal node, plan
        info = scope.session.commands.find(scope, site.name or "")
        if not isinstance(info, FunctionInfo):
            return SLOW
        block = info.script_block
        if block.closure_scope is not None:
            return SLOW
        if block.node is not node:
            plan = _plan_of(info, site, scope, layout, values)
            node = block.node
        return plan(scope, site, out, *values)

    return call


def _called_block(layout: tuple[Any, ...]) -> Callable[..., Any]:
    """The plan for ``& $block``: kept for blocks of the same text, or for a function's name. The block is the first value."""
    node: Any = None
    version = -1
    plan: Callable[..., Any] = _slow

    def call(scope: Scope, site: CommandSite, out: Any, block: Any, *values: Any) -> Any:
        nonlocal node, plan, version
        if block.__class__ is str or block.__class__ is FunctionInfo:
            commands = scope.session.commands
            if (block is not node and block != node) or version != commands.version:
                node, version = block, commands.version
                plan = _named_plan(block, site, scope, layout, values)
            return plan(scope, site, out, *values)
        if block.__class__.__name__ != "ScriptBlock":
            return SLOW
        home = block.closure_scope
        if home is None:
            if block.module is not scope.module:
                return SLOW
            home = scope
        if block.node is not node:
            node = block.node
            plan = _plan_of(_block_info(block), site, scope, layout, values)
        return plan(home, site, out, *values)

    return call


def _named_plan(
    named: str | FunctionInfo,
    site: CommandSite,
    scope: Scope,
    layout: tuple[Any, ...],
    values: tuple[Any, ...],
) -> Callable[..., Any]:
    """The plan for ``& $name``, where the name means a function wherever it is looked for, or for what Get-Command found."""
    commands = scope.session.commands
    info: Any = named
    if isinstance(named, str):
        info = commands.find(scope, named) if named.lower() not in commands.local_names else None
    return _plan_of(info, site, scope, layout, values) if isinstance(info, FunctionInfo) else _slow


def _block_info(block: ScriptBlock) -> BlockInfo:
    """What is known of the blocks of one text."""
    from spshell.engine.calls.direct_functions import BlockInfo

    memory = block.memory()
    found: BlockInfo | None = memory.get("info")
    if found is None:
        twin = block.bound_to(block.session.global_scope)  # no module: the call says where it runs
        twin.module = None
        found = memory["info"] = BlockInfo(twin)
    return found


def block_call(scope: Scope, site: CommandSite, out: Any, block: Any, args: tuple[Any, ...]) -> Any:
    """``& $block`` with values only, where no variables live in locals: what it wrote, or SLOW."""
    if site.invocation != "Ampersand" or not site.plain:
        return SLOW
    call = site.call
    if call is None:
        call = site.call = _called_block((None,) * len(args))
        scope.session.commands.planned.append(site)
    return call(scope, site, out, block, *args)


def _slow(_scope: Scope, _site: CommandSite, _out: Any, *_values: Any) -> Any:
    """What must go the general way."""
    return SLOW


def forget(session: Session) -> None:
    """A command changed: every site finds its target anew."""
    planned = session.commands.planned
    for site in planned:
        site.call = None if site.layout is None else partial(first_call, site)
        site.splats = None
    planned.clear()


def planned_call(scope: Scope, site: CommandSite, out: Any, args: tuple[Any, ...]) -> Any:
    """Run a site's command by its plan, with the arguments as the binder would get them: what it wrote, or SLOW."""
    if site.name is None:
        return SLOW
    call = site.call
    if call is _slow:
        return SLOW
    if call is None:
        if site.layout is None:
            return splatted_call(scope, site, out, args)
        call = site.call = partial(first_call, site)
    if not site.plain:
        args = tuple(value for value, item in zip(args, site.layout, strict=True) if item is None)  # type: ignore[arg-type]
    return call(scope, site, out, *args)


def splatted_call(scope: Scope, site: CommandSite, out: Any, args: tuple[Any, ...]) -> Any:
    """A call with entries of splatted dictionaries among its arguments: one plan for each list of names."""
    if site.invocation == "Dot":
        return SLOW
    shape: list[Any] = []
    values: list[Any] = []
    for item in args:
        kind = type(item)
        if kind is SplatArgument:
            shape.append(item.name)
            values.append(item.value)
        elif kind is ParameterName:
            if item.source is None:
                return SLOW  # made from text just now
            shape.append(item)
        elif kind is BareWord or kind is PSObject or item is END_OF_PARAMETERS:
            return SLOW
        else:
            shape.append(None)
            values.append(item)
    return _by_shape(scope, site, tuple(shape), values)(scope, site, out, *values)


_TABLES = (Hashtable, BoundParameters)


def splatted_table(scope: Scope, site: CommandSite, out: Any, table: Any) -> Any:
    """A call whose only argument is splatted: the entries of a dictionary, or the elements of an array."""
    if type(table) in _TABLES:
        entries = table.data
        call = (site.splats or {}).get((*entries,))
        if call is None:
            if any(type(key) is not str for key in entries):
                return SLOW
            call = _by_shape(scope, site, tuple(entries), entries.values())
        return call(scope, site, out, *entries.values())
    if type(table) is list and not any(type(item) is PSObject for item in table):
        return _by_shape(scope, site, (None,) * len(table), table)(scope, site, out, *table)
    return SLOW


def _by_shape(
    scope: Scope, site: CommandSite, shape: tuple[Any, ...], values: Iterable[Any]
) -> Callable[..., Any]:
    """The plan for arguments: a text is the name of a splatted entry, None a value."""
    plans = site.splats
    if plans is None:
        plans = site.splats = {}
        scope.session.commands.planned.append(site)
    call = plans.get(shape)
    if call is None:
        layout: list[Any] = []
        for item in shape:
            if type(item) is str:
                layout += ((item, True), None)
            else:
                layout.append(item if item is None else (item.name, item.colon))
        call = _plan(site, scope, tuple(layout), tuple(values))
        if len(plans) < _SHAPES:
            plans[shape] = call
    return call


_SHAPES = 64
"""Lists of names that one place remembers."""


def slow_call(
    scope: Scope,
    owner: Any,
    site: CommandSite,
    name: Any,
    args: tuple[Any, ...],
    names: tuple[str, ...],
    values: tuple[Any, ...],
    out: Any,
) -> list[Any]:
    """Run a command that may look at variables which live in Python locals: [output, values of the variables].

    What it writes goes to `out` at once; without one it is collected.

    `owner` is the direct function that the locals belong to, with the site that called it; None when they are those of the
    scope.
    """
    from spshell.engine.pipelines.pipeline import run_command

    output: list[Any] = []
    write = output.append if out is None else out
    if owner is None:
        for variable, value in zip(names, values, strict=True):
            if value is not UNSET:
                spill_local(scope, variable, value)
    else:
        from spshell.engine.calls.direct_functions import scope_of
        from spshell.engine.variables.outer import with_callers

        direct, called_at = owner
        caller, preferences = with_callers(scope, sys._getframe(1))
        scope = scope_of(caller, direct, called_at, names, values, write, preferences)
    held = scope.vars
    try:
        run_command(scope, write, site, name, args)
    except BaseException:
        left = {variable: held.get(variable, UNSET) for variable in names}
        scope.session.unread = (sys._getframe(1), left)
        raise
    return [output, *(held.get(variable, UNSET) for variable in names)]


def read_again(scope: Scope, names: tuple[str, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The variables that live in the locals of the calling Python function, after an error; as they were unless a slow call
    failed there.
    """
    session = scope.session
    unread = session.unread
    if unread is None or unread[0] is not sys._getframe(1):
        return values
    session.unread = None
    left = unread[1]
    return tuple(left.get(name, value) for name, value in zip(names, values, strict=True))


def enter_call(_session: Session) -> None:
    """Functions are nested too deeply."""
    overflow()


def leaves_function(direct: Any, error: Any) -> None:
    """An error of script code leaves an advanced function: its id names the function, unless it was thrown."""
    ends = error.__dict__.get("ends_function")
    if ends is not None and ends.call.block.node is direct.info.script_block.node:
        del error.ends_function  # ThrowTerminatingError: an error of the caller's statement
        error.thrown = False
        error.__dict__.pop("settled", None)
    record = error.record
    if record is not None and not error.thrown and not record.command:
        record.command = direct.info.script_block.metadata().error_class


def constrained_value(scope: Scope, site: Any, value: Any) -> Any:
    """A value for a variable with types and checks."""
    from spshell.engine.attributes.of_variables import resolve_constraints

    for constraint in resolve_constraints(scope, site, local=True):
        value = constraint(value)
    return value


def constrained_int(scope: Scope, site: Any, value: Any) -> Any:
    """A value for an [int] variable that is not an Int32."""
    if type(value) is float and -2147483648 <= value <= 2147483647:
        return round(value)  # to even, as .NET converts
    if type(value).__name__ == "Decimal" and -2147483648 <= value <= 2147483647:
        return round(value)
    return constrained_value(scope, site, value)
