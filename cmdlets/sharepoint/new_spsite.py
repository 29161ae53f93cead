"""New-SPSite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPSite(FarmCmdlet, verb="New", noun="SPSite", signature=True):
    """Create a site collection with its root web.

    PS> Get-Help New-SPSite -Parameter Url
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.creation import create_site

        url = self.text("Url") or ""
        farm = self.farm
        if not self.should_process(url, "New-SPSite"):
            return
        owner = self.given("OwnerAlias")
        level = self.bound.get("CompatibilityLevel")
        yield create_site(
            farm,
            url,
            str(getattr(owner, "user_login", owner)),
            name=self.text("Name") or "",
            owner_email=self.text("OwnerEmail") or "",
            description=self.text("Description"),
            compatibility_level=int(level) if level else None,
        )
