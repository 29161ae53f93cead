"""Export-ModuleMember."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.attributes.validation import ValidateNotNull
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExportModuleMember(Cmdlet, verb="Export", noun="ModuleMember"):
    """Say what a module offers to others.

    Without it a module offers all its functions and aliases and none of its variables.

        PS> New-Module { function a { 1 }; function b { 2 }; Export-ModuleMember a } | Import-Module; a
    """

    function: Any = parameter(
        "string[]",
        position=0,
        from_pipeline=True,
        by_name=True,
        allow_empty_collection=True,
        help="Functions.",
    )
    cmdlet: Any = parameter("string[]", by_name=True, allow_empty_collection=True, help="Cmdlets.")
    variable: Any = parameter("string[]", by_name=True, validate=[ValidateNotNull()], help="Variables.")
    alias: Any = parameter("string[]", by_name=True, validate=[ValidateNotNull()], help="Aliases.")

    def process(self) -> None:
        module = self.scope.module
        if module is None:
            raise core_fault("Modules_CanOnlyExecuteExportModuleMemberInsideAModule")
        if not module.explicit:
            module.explicit = True
            module.exported_functions = []
            module.exported_aliases = []
            module.exported_variables = []
        scope = module.scope
        functions = [info.name for info in (scope.functions or {}).values()]
        aliases = [info.name for info in (scope.aliases or {}).values() if info is not None]
        _add(module.exported_functions, self.function, functions)
        _add(module.exported_aliases, self.alias, aliases)
        _add(module.exported_variables, self.variable, _variable_names(scope))


def _variable_names(scope: Any) -> list[str]:
    from spshell.engine.variables.objects import names_in

    return [name for name in names_in(scope) if name.lower() not in ("args", "input", "_", "this")]


def _add(exported: list[str], patterns: Iterable[str] | None, known: list[str]) -> None:
    for pattern in patterns or ():
        test = wildcard_test(pattern)
        spelled = None if has_wildcards(pattern) else pattern
        exported.extend(spelled or name for name in known if test(name) and name not in exported)
