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
    ps_edition: Any = parameter(
        "string",
        name="PSEdition",
        sets=("Available",),
        help="Only modules that say they are made for Core or Desktop.",
    )
    skip_edition_check: Any = parameter("switch", sets=("Available",), help="Modules of any edition.")
    refresh: Any = parameter("switch", sets=("Available",), help="Look at the folders again.")

    def begin(self) -> None:
        self._given: list[Any] = []

    def process(self) -> Iterator[object]:
        if self.fully_qualified_name:
            for item in self.fully_qualified_name:
                yield from (module for module in self._candidates(item.module) if item.fits(module))
            return
        for pattern in self.name or ["*"]:
            found = self._candidates(pattern)
            if not (self.list_available and _is_path(pattern)):
                test = wildcard_test(pattern)
                found = [module for module in found if test(module.name)]
            yield from (module for module in found if self._new(module))

    def _candidates(self, pattern: str) -> list[Any]:
        """The modules that a name or path may mean."""
        if not self.list_available:
            return self._loaded()
        if _is_path(pattern):
            from cmdlets.core.module_folders import modules_at

            found = modules_at(self.session, pattern)
        else:
            found = self._available()
        return found if self.ps_edition is None else [module for module in found if self._is_for(module)]

    def _new(self, module: Any) -> bool:
        """Whether several patterns have not given the module yet."""
        if module in self._given:
            return False
        self._given.append(module)
        return True

    def _is_for(self, module: Any) -> bool:
        """Whether a module's manifest names the edition."""
        from spshell.engine.modules.manifest import texts

        given = None if module.manifest is None else module.manifest.get("CompatiblePSEditions")
        return self.ps_edition.lower() in map(str.lower, texts(given))

    def _loaded(self) -> list[Any]:
        """Modules that this scope imported; -All adds those that only other modules did."""
        importer = self.scope.module
        mine = importer.nested if importer is not None else []
        loaded = self.session.modules.loaded.values()
        found = [module for module in loaded if self.all or module.everywhere or module in mine]
        return sorted(found, key=lambda module: module.name.lower())

    def _available(self) -> list[Any]:
        from cmdlets.core.module_folders import available_modules

        return available_modules(self.session, everything=bool(self.all))


def _is_path(pattern: str) -> bool:
    return "/" in pattern or "\\" in pattern
