"""Get-SPAlert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPAlert(FarmCmdlet, verb="Get", noun="SPAlert"):
    """The alerts of a user, or of all users.

    PS> Get-Help Get-SPAlert
    """

    user: Any = parameter(
        "Microsoft.SharePoint.SPUser", position=0, from_pipeline=True, help="The user, from Get-SPUser."
    )

    def process(self) -> Iterator[object]:
        from spshell.farm.alert import SPAlert

        if self.user is not None:
            yield from iter(self.user.alerts)
        else:
            yield from self.farm.all(SPAlert)
