"""Set-SPUser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPUser(FarmCmdlet, verb="Set", noun="SPUser", signature=True):
    """Change name, address and permissions of a user; -ClearPermissions comes before what is added.

    PS> Get-Help Set-SPUser -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors

        user = self._user()
        if user is None:
            identity = self.given("Identity")
            self.write_error(errors.not_found("user", str(identity)), target=identity)
            return
        if not self.should_process(str(user.user_login), "Set-SPUser"):
            return
        if self.is_bound("DisplayName"):
            user.display_name = self.text("DisplayName")
        if self.is_bound("Email"):
            user.email = self.text("Email")
        if self.is_bound("IsSiteCollectionAdmin"):
            user.is_site_admin = bool(self.bound["IsSiteCollectionAdmin"])
        self._permissions(user)
        user.update()
        if self.bound.get("PassThru"):
            yield user

    def _user(self) -> Any:
        from spshell.farm.site import SPUser, find_web

        identity = self.given("Identity")
        if isinstance(identity, SPUser):
            return identity
        web = find_web(self.farm, self.given("Web")) if self.is_bound("Web") else None
        return None if web is None else web.find_user(str(identity))

    def _permissions(self, user: Any) -> None:
        levels = (
            []
            if self.bound.get("ClearPermissions")
            else [str(each) for each in user.body.get("permission_levels", [])]
        )
        for level in self.bound.get("AddPermissionLevel") or ():
            if str(level).lower() not in [each.lower() for each in levels]:
                levels.append(str(level))
        gone = [str(level).lower() for level in self.bound.get("RemovePermissionLevel") or ()]
        user.body["permission_levels"] = [each for each in levels if each.lower() not in gone]
        if self.is_bound("Group"):
            group = str(self.given("Group"))
            user.body["groups"] = list(dict.fromkeys([*user.body.get("groups", []), group]))
