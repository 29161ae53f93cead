"""Get-SPSite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPSite(FarmCmdlet, verb="Get", noun="SPSite", signature=True):
    """List site collections.

    At most 200 are returned unless -Limit says All or a number.

        PS> Get-Help Get-SPSite -Parameter Limit
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.site import SPSite, find_site

        identity = self.given("Identity")
        if identity is not None and "*" not in str(identity):
            found = find_site(self.farm, identity)
            if found is None:
                self.write_error(errors.not_found("site", str(identity)), target=identity)
            else:
                yield found
            return
        sites = list(self.farm.all(SPSite))
        if identity is not None:
            from spshell.values.wildcard import wildcard_test

            matches = wildcard_test(str(identity))
            sites = [site for site in sites if matches(site.url)]
        application = self.given("WebApplication")
        if application is not None:
            from spshell.farm.web_application import find_application

            wanted = find_application(self.farm, application)
            own = "" if wanted is None else str(wanted.record.id)
            sites = [site for site in sites if site.body.get("web_application") == own]
        limit = (self.text("Limit") or "200").lower()
        yield from sites if limit == "all" else sites[: int(limit)]
