"""Get-Module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetModule(Cmdlet, verb="Get", noun="Module", default_set="Loaded"):
    """List loaded modules, or with -ListAvailable those that could be loaded.

    PS> New-Module -Name Relay { function Get-Relay { 'mail01' } } | Import-Module; Get-Module Relay
    """

    name: Any = parameter(
        "string[]",
        sets=("Available", "Loaded"),
        position=0,
        from_pipeline=True,
        validate=[ValidateNotNullOrEmpty()],
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    fully_qualified_name: Any = parameter(
        "Microsoft.PowerShell.Commands.ModuleSpecification[]",
        sets=("Available", "Loaded"),
        by_name=True,
        help="Names with versions.",
    )
    all: Any = parameter("switch", sets=("Available", "Loaded"), help="Nested modules too.")
    list_available: Any = parameter(
        "switch", sets={"Available": SetFlags(mandatory=True)}, help="Modules on $env:PSModulePath."
    )
    refresh: Any = parameter("switch", sets=("Available",), help="Look at the folders again.")

    def process(self) -> Iterator[object]:
        modules = self._available() if self.list_available else self._loaded()
        if self.fully_qualified_name:
            for item in self.fully_qualified_name:
                yield from (
                    module
                    for module in modules
                    if module.name.lower() == item.module.lower()
                    and (item.wanted is None or item.wanted.fits(module.version))
                )
            return
        tests = [wildcard_test(pattern) for pattern in self.name or ["*"]]
        yield from (module for module in modules if any(test(module.name) for test in tests))

    def _loaded(self) -> list[Any]:
        """Modules that this scope imported; -All adds those that only other modules did."""
        importer = self.scope.module
        mine = importer.nested if importer is not None else []
        loaded = self.session.modules.loaded.values()
        found = [module for module in loaded if self.all or module.everywhere or module in mine]
        return sorted(found, key=lambda module: module.name.lower())

    def _available(self) -> list[Any]:
        from cmdlets.core.module_folders import available_modules

        return available_modules(self.session)
