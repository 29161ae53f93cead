"""New-SPWeb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPWeb(FarmCmdlet, verb="New", noun="SPWeb", signature=True):
    """Create a web inside a site collection.

    PS> Get-Help New-SPWeb -Parameter Url
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.creation import create_web

        url = str(self.text("Url"))
        if not self.should_process(url, "New-SPWeb"):
            return
        made = create_web(self.farm, url, name=self.text("Name"), description=self.text("Description"))
        if made is None:
            raise errors.not_found("site collection for", url)
        if self.bound.get("UniquePermissions"):
            made.body["unique_permissions"] = True
            made.commit()
        yield made
