"""New-SPWebApplication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPWebApplication(FarmCmdlet, verb="New", noun="SPWebApplication", signature=True):
    """Create a web application.

    PS> Get-Help New-SPWebApplication -Parameter Url
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.creation import create_web_application

        name = self.text("Name") or ""
        port = self.bound.get("Port")
        url = self.text("Url") or f"http://{self.text('HostHeader') or self.require('farm').context.server}"
        farm = self.farm
        if self.should_process(name, "New-SPWebApplication"):
            yield create_web_application(
                farm, name, url, self.text("ApplicationPool") or "", int(port) if port else None
            )
