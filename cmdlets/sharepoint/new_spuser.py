"""New-SPUser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPUser(FarmCmdlet, verb="New", noun="SPUser", signature=True):
    """Add a user to a web.

    PS> Get-Help New-SPUser -Parameter UserAlias
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.creation import create_user
        from spshell.farm.site import find_web

        identity = self.given("Web")
        web = find_web(self.farm, identity)
        if web is None:
            self.write_error(errors.not_found("web", str(identity)), target=identity)
            return
        login = self.text("UserAlias") or ""
        if not self.should_process(login, "New-SPUser"):
            return
        group = self.given("Group")
        yield create_user(
            web,
            login,
            email=self.text("Email") or "",
            name=self.text("DisplayName") or "",
            levels=[str(level) for level in self.bound.get("PermissionLevel") or []],
            groups=[str(group)] if group is not None else [],
        )
