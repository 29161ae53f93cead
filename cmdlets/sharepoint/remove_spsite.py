"""Remove-SPSite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPSite(FarmCmdlet, verb="Remove", noun="SPSite", signature=True):
    """Delete a site collection.

    PS> Get-Help Remove-SPSite -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.creation import delete_site
        from spshell.farm.site import find_site

        identity = self.given("Identity")
        found = find_site(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("site", str(identity)), target=identity)
        elif self.should_process(str(found.url), "Remove-SPSite"):
            delete_site(found)
        return None
