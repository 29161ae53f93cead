"""A module as an object: exported functions are methods, exported variables properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.objects import CodeProperty, PSCustomObject, ScriptMethod

if TYPE_CHECKING:
    from spshell.engine.modules.modules import ModuleInfo


def module_object(module: ModuleInfo) -> PSCustomObject:
    """The object that -AsCustomObject returns."""
    members: dict[str, Any] = {}
    functions = module.scope.functions or {}
    for name in module.exported_functions:
        info = functions.get(name.lower())
        if info is not None:
            members[name] = ScriptMethod(name, info.script_block)
    for name in module.exported_variables:
        members[name] = _variable(module, name)
    return PSCustomObject(members)


def _variable(module: ModuleInfo, name: str) -> CodeProperty:
    variables = module.scope.vars

    def write(_target: Any, value: Any) -> None:
        variables[name.lower()] = value

    return CodeProperty(name, lambda _target: variables.get(name.lower()), write)
