"""Get-SPWeb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPWeb(FarmCmdlet, verb="Get", noun="SPWeb", signature=True):
    """Get a web by URL, or the webs of a site.

    PS> Get-Help Get-SPWeb -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.site import find_site, find_web

        identity = self.given("Identity")
        if identity is not None:
            found = find_web(self.farm, identity)
            if found is None:
                self.write_error(errors.not_found("web", str(identity)), target=identity)
            else:
                yield found
            return
        site = find_site(self.farm, self.given("Site"))
        if site is not None:
            yield from site.all_webs
