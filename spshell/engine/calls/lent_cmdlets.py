"""``$PSCmdlet`` of advanced functions that run without a scope, for the code that they call (about_Scopes: it is a variable
like any other).

Where the text of a function that may be reached names it, the advanced function is not run directly. Code that only a block
or a text brings in finds one that is made together with the function's scope.
"""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS
from spshell.engine.calls.lent_preferences import ASKING
from spshell.engine.commands.kinds import FunctionInfo
from spshell.engine.commands.runtime import CommandRuntime
from spshell.engine.commands.script_cmdlet import ScriptCmdlet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata
    from spshell.engine.calls.direct_functions import DirectFunction
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope

_NAME = "pscmdlet"


def callees_ask(scope: Scope, direct: DirectFunction) -> bool:
    """Whether a function that a direct one may reach by calls names ``$PSCmdlet`` and may mean its caller's."""
    from spshell.compiler.direct_rules import ANY_BLOCK
    from spshell.engine.calls.direct_functions import callees_of

    commands = scope.session.commands
    seen: set[str] = set()
    waiting = set(direct.callees)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        found = commands.find(scope, name) if name != ANY_BLOCK else None
        if not isinstance(found, FunctionInfo):
            continue
        block = found.script_block
        if not block.metadata().is_simple:
            continue  # it has one of its own, as have those that it calls
        if _NAME in _text(block):
            return True
        waiting |= callees_of(block) - seen
    return False


def _text(block: ScriptBlock) -> str:
    node = block.node
    text: str = node.source.text[node.start : node.end]
    return text.lower()


class _Binding:
    """What ``$PSCmdlet`` tells of how its function was called."""

    expects_input = False

    def __init__(self, metadata: CommandMetadata, bound: dict[str, Any], set_name: str) -> None:
        self.metadata = metadata
        self.bound = bound
        self.set_name = set_name


class _Stage:
    """Where ``$PSCmdlet`` writes objects."""

    def __init__(self, scope: Scope, out: Any) -> None:
        self.scope = scope
        self.out = out


def cmdlet_of(scope: Scope, out: Any, bound: dict[str, Any], set_name: str) -> ScriptCmdlet:
    """``$PSCmdlet`` for a scope that has the call of an advanced function."""
    call: Any = scope.call
    metadata = call.block.metadata()
    runtime = CommandRuntime(metadata, scope, call.site, call.command)
    runtime.caller = scope.parent or scope
    runtime.what_if, runtime.confirm = _asked(metadata, bound)
    binding: Any = _Binding(metadata, bound, set_name)
    runtime.binding = binding
    return ScriptCmdlet(runtime, binding, _Stage(scope, out))


def _asked(metadata: CommandMetadata, bound: dict[str, Any]) -> tuple[bool | None, bool | None]:
    """What -WhatIf and -Confirm say, each None when not given."""
    if not metadata.should_process:
        return None, None
    of = {name.lower(): bool(value) for name, value in bound.items() if name.lower() in ASKING}
    return of.get("whatif"), of.get("confirm")


def lend(scope: Scope, out: Any) -> None:
    """Put the ``$PSCmdlet`` of an advanced function into the scope that was made for it."""
    call: Any = scope.call
    scope.vars[_NAME] = cmdlet_of(scope, out, {}, call.block.metadata().default_set or ALL_SETS)
