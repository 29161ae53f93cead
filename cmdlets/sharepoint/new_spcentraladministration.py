"""New-SPCentralAdministration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPCentralAdministration(FarmCmdlet, verb="New", noun="SPCentralAdministration", signature=True):
    """Create Central Administration, on which the farm's mail settings are kept.

    PS> Get-Help New-SPCentralAdministration -Parameter Port
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.creation import create_central_administration

        create_central_administration(self.farm, int(self.bound.get("Port") or 0))
        return None
