"""Import-Module -Prefix: commands under another noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commandinfo import FunctionInfo

if TYPE_CHECKING:
    from spshell.engine.modules import ModuleInfo
    from spshell.engine.session import Session


def publish_prefixed(session: Session, module: ModuleInfo, scope: Any, prefix: str) -> None:
    """Replace the module's published functions by ones whose noun begins with the prefix."""
    target = scope.module.scope if scope.module is not None else session.global_scope
    functions = module.scope.functions or {}
    for name in module.exported_functions:
        info = functions.get(name.lower())
        if info is None or target.functions is None:
            continue
        target.functions.pop(name.lower(), None)
        made = FunctionInfo(prefixed(name, prefix), info.script_block, module)
        target.functions[made.name.lower()] = made
        session.commands.changed(target, made.name)


def prefixed(name: str, prefix: str) -> str:
    """``Get-Site`` with prefix SP is ``Get-SPSite``; a name without a verb gets it in front."""
    verb, dash, noun = name.partition("-")
    return f"{verb}-{prefix}{noun}" if dash else prefix + name
