"""New-SPConfigurationDatabase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPConfigurationDatabase(FarmCmdlet, verb="New", noun="SPConfigurationDatabase", signature=True):
    """Create a farm.

    The farm state is made at the address of -Farm or $env:SPSHELL_FARM; who creates it becomes a Farm Administrator.

        PS> Get-Help New-SPConfigurationDatabase -Parameter Passphrase
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.creation import create_farm

        service = self.require("farm")
        if self.should_process(str(service.context.address), "New-SPConfigurationDatabase"):
            create_farm(service, self.text("DatabaseName") or "SharePoint_Config")
        return None
