"""Get-SPWebApplication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPWebApplication(FarmCmdlet, verb="Get", noun="SPWebApplication", signature=True):
    """List web applications, or get one by URL, name or id.

    Central Administration is left out unless it is named or -IncludeCentralAdministration is given.

        PS> Get-Help Get-SPWebApplication -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.web_application import all_applications, find_application

        identity = self.given("Identity")
        if identity is None:
            yield from all_applications(
                self.farm, administration=bool(self.bound.get("IncludeCentralAdministration"))
            )
            return
        found = find_application(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("web application", str(identity)), target=identity)
        else:
            yield found
