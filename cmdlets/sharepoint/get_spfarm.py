"""Get-SPFarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPFarm(FarmCmdlet, verb="Get", noun="SPFarm", signature=True):
    """The farm that this server belongs to.

    PS> Get-Help Get-SPFarm
    """

    def process(self) -> Iterator[object]:
        yield self.farm
