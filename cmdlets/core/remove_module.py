"""Remove-Module."""

from __future__ import annotations

from typing import Any

from cmdlets.core.messages import core_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards, wildcard_test


class RemoveModule(Cmdlet, verb="Remove", noun="Module", should_process=True):
    """Unload modules.

    PS> New-Module -Name Relay { } | Import-Module; Remove-Module Relay
    """

    name: Any = parameter(
        "string[]",
        sets={"name": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Names, wildcards allowed.",
    )
    fully_qualified_name: Any = parameter(
        "Microsoft.PowerShell.Commands.ModuleSpecification[]",
        sets={"FullyQualifiedName": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Names with versions.",
    )
    module_info: Any = parameter(
        "psmoduleinfo[]",
        sets={"ModuleInfo": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Modules as objects.",
    )
    force: Any = parameter("switch", help="Read-only modules too.")

    def process(self) -> None:
        if self.parameter_set == "ModuleInfo":
            for module in self.module_info:
                self._remove(module)
            return
        for pattern in self.name or ():
            test = wildcard_test(pattern)
            found = [module for module in list(self.session.modules.loaded.values()) if test(module.name)]
            if not found and not has_wildcards(pattern):
                self.write_error(core_fault("Modules_NoModulesRemoved", pattern, target=pattern))
            for module in found:
                self._remove(module)

    def _remove(self, module: Any) -> None:
        if self.should_process(module.name, "Remove-Module"):
            self.session.modules.remove(module, self.scope)
