"""Set-SPSite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPSite(FarmCmdlet, verb="Set", noun="SPSite", signature=True):
    """Change owners, quota, sizes and lock of a site collection.

    PS> Get-Help Set-SPSite -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.site import find_site

        identity = self.given("Identity")
        site = find_site(self.farm, identity)
        if site is None:
            self.write_error(errors.not_found("site", str(identity)), target=identity)
            return None
        if self.is_bound("QuotaTemplate") and (self.is_bound("MaxSize") or self.is_bound("WarningSize")):
            raise errors.invalid(
                "-QuotaTemplate excludes -MaxSize and -WarningSize.", "QuotaTemplateExcludesSizes"
            )
        if not self.should_process(str(site.url), "Set-SPSite"):
            return None
        self._owners(site)
        self._quota(site)
        if self.is_bound("LockState"):
            site.body["lock_state"] = self._spelled(str(self.text("LockState")))
        site.update()
        return None

    def _spelled(self, state: str) -> str:
        return next(
            each
            for each in ("Unlock", "NoAdditions", "ReadOnly", "NoAccess")
            if each.lower() == state.lower()
        )

    def _owners(self, site: Any) -> None:
        for name, key in (("OwnerAlias", "owner"), ("SecondaryOwnerAlias", "secondary_owner")):
            if self.is_bound(name):
                given = self.given(name)
                login = str(getattr(given, "user_login", given))
                user = site.root_web.ensure_user(login)
                user.is_site_admin = True
                user.commit()
                site.body[key] = login

    def _quota(self, site: Any) -> None:
        from spshell.farm.quota import SPQuota, template_levels

        levels = dict(site.body.get("quota", {}))
        if self.is_bound("QuotaTemplate"):
            given = self.given("QuotaTemplate")
            levels = {} if given is None else template_levels(self.farm, str(getattr(given, "name", given)))
        if self.is_bound("MaxSize"):
            levels["storage_maximum"] = int(self.bound["MaxSize"])
        if self.is_bound("WarningSize"):
            levels["storage_warning"] = int(self.bound["WarningSize"])
        SPQuota(levels).check()
        site.body["quota"] = {key: int(level) for key, level in levels.items()}
