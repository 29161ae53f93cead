"""New-SPAlert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPAlert(FarmCmdlet, verb="New", noun="SPAlert", should_process=True):
    """Create an alert for a user on a list.

    PS> Get-Help New-SPAlert
    """

    user: Any = parameter(
        "Microsoft.SharePoint.SPUser",
        mandatory=True,
        position=0,
        from_pipeline=True,
        help="The user, from Get-SPUser.",
    )
    list: Any = parameter(
        "Microsoft.SharePoint.SPList", mandatory=True, position=1, help="The list, from $web.Lists."
    )
    title: Any = parameter("string", help="The alert's title; the list's by default.")
    event_type: Any = parameter("string", default="All", help="Add, Modify, Delete or All.")
    frequency: Any = parameter("string", default="Immediate", help="Immediate, Daily or Weekly.")
    no_confirmation: Any = parameter("switch", help="Send no confirmation mail.")

    def process(self) -> Iterator[object]:
        alert = self.user.alerts.add()
        alert.title = self.title or str(self.list.title)
        alert.body["list"] = str(self.list.record.id)
        alert.body["event_type"] = str(self.event_type)
        alert.body["frequency"] = str(self.frequency)
        if self.should_process(str(alert.title), "New-SPAlert"):
            alert.update(not self.no_confirmation)
            yield alert
