"""Remove-Module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from spshell.values.exceptions import NetException


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

    def begin(self) -> None:
        self._chosen: list[Any] = []

    def process(self) -> None:
        for module in self.module_info or ():
            self._choose([module])
        for item in self.fully_qualified_name or ():
            found = [module for module in self._loaded() if item.fits(module)]
            self._choose(found, item.module)
        for pattern in self.name or ():
            test = wildcard_test(pattern)
            found = [module for module in self._loaded() if test(module.name)]
            self._choose(found, None if has_wildcards(pattern) else pattern)

    def end(self) -> None:
        for module in self._chosen:
            error = self._forbids(module)
            if error is not None:
                self.write_error(error, target=module)
            elif self.should_process(module.name, "Remove-Module"):
                self.session.modules.remove(module, self.scope)

    def _loaded(self) -> list[Any]:
        return list(self.session.modules.loaded.values())

    def _choose(self, found: list[Any], wanted: str | None = None) -> None:
        if not found and wanted is not None:
            self.write_error(core_fault("Modules_NoModulesRemoved", wanted))
        self._chosen.extend(module for module in found if module not in self._chosen)

    def _forbids(self, module: Any) -> NetException | None:
        """Why a module stays: what it is, or another module that needs it and is not removed too."""
        if module.access_mode == "Constant":
            return core_fault("Modules_ModuleIsConstant", module.name)
        if self.force:
            return None
        if module.access_mode == "ReadOnly":
            return core_fault("Modules_ModuleIsReadOnly", module.name)
        needing = (
            other.name for other in self._loaded() if module in other.required and other not in self._chosen
        )
        other = next(needing, None)
        return None if other is None else core_fault("Modules_ModuleIsRequired", module.name, other)
