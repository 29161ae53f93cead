"""Get-SPUser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPUser(FarmCmdlet, verb="Get", noun="SPUser", signature=True):
    """The users of a web.

    PS> Get-Help Get-SPUser -Parameter Web
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.site import find_web

        target = self.given("Web")
        web = find_web(self.farm, target)
        if web is None:
            self.write_error(errors.not_found("web", str(target)), target=target)
            return
        identity = self.given("Identity")
        if identity is None:
            yield from web.users()
            return
        found = web.find_user(str(getattr(identity, "user_login", identity)))
        if found is None:
            self.write_error(errors.not_found("user", str(identity)), target=identity)
        else:
            yield found
