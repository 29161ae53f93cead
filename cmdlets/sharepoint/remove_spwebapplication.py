"""Remove-SPWebApplication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPWebApplication(FarmCmdlet, verb="Remove", noun="SPWebApplication", signature=True):
    """Delete a web application and everything on it.

    PS> Get-Help Remove-SPWebApplication -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.web_application import find_application

        identity = self.given("Identity")
        found = find_application(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("web application", str(identity)), target=identity)
        elif self.should_process(str(found.url), "Remove-SPWebApplication"):
            found.delete()
        return None
