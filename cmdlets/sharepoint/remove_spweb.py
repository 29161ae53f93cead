"""Remove-SPWeb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPWeb(FarmCmdlet, verb="Remove", noun="SPWeb", signature=True):
    """Delete a web with its lists; the root web goes with its site collection only.

    PS> Get-Help Remove-SPWeb -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.creation import delete_web
        from spshell.farm.site import find_web

        identity = self.given("Identity")
        web = find_web(self.farm, identity)
        if web is None:
            self.write_error(errors.not_found("web", str(identity)), target=identity)
            return None
        if web.body.get("root"):
            raise errors.invalid(f"{web.url} is the root web: use Remove-SPSite.", "RootWebStays", target=web)
        if self.should_process(str(web.url), "Remove-SPWeb"):
            delete_web(web)
        return None
