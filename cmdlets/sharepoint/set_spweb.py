"""Set-SPWeb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPWeb(FarmCmdlet, verb="Set", noun="SPWeb", signature=True):
    """Change description and address of a web.

    PS> Get-Help Set-SPWeb -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.site import find_web

        identity = self.given("Identity")
        web = find_web(self.farm, identity)
        if web is None:
            self.write_error(errors.not_found("web", str(identity)), target=identity)
            return None
        if not self.should_process(str(web.url), "Set-SPWeb"):
            return None
        if self.is_bound("Description"):
            web.description = self.text("Description")
        if self.is_bound("RelativeUrl"):
            if web.body.get("root"):
                raise errors.invalid("The root web has its site collection's address.", "RootWebKeepsUrl")
            parent = str(web.url).rstrip("/").rpartition("/")[0]
            web.body["url"] = f"{parent}/{str(self.text('RelativeUrl')).strip('/')}"
        web.update()
        return None
