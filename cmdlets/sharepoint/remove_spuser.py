"""Remove-SPUser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPUser(FarmCmdlet, verb="Remove", noun="SPUser", signature=True):
    """Take a user, with its alerts, out of a web; with -Group out of that group only.

    PS> Get-Help Remove-SPUser -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.alert import SPAlert
        from spshell.farm.site import SPUser, find_web

        identity, farm = self.given("Identity"), self.farm
        web = find_web(farm, self.given("Web"))
        user = (
            identity
            if isinstance(identity, SPUser)
            else None
            if web is None
            else web.find_user(str(identity))
        )
        if user is None:
            self.write_error(errors.not_found("user", str(identity)), target=identity)
            return None
        farm.authorize_configure("removing users")
        if not self.should_process(str(user.user_login), "Remove-SPUser"):
            return None
        if self.is_bound("Group"):
            group = str(self.given("Group")).lower()
            user.body["groups"] = [each for each in user.body.get("groups", []) if str(each).lower() != group]
            user.commit()
            return None
        own = str(user.record.id)
        alerts = [alert.record for alert in farm.all(SPAlert) if alert.body.get("user") == own]
        farm.store.commit(deletes=[user.record, *alerts])
        return None
