"""Set-SPManagedAccount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPManagedAccount(FarmCmdlet, verb="Set", noun="SPManagedAccount", signature=True):
    """Change how a password is changed, and how many days before somebody is told.

    PS> Get-Help Set-SPManagedAccount -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.managed_account import find_account
        from spshell.timer.schedule import Schedule, ScheduleError

        farm, identity = self.farm, self.given("Identity")
        farm.authorize_configure("changing a managed account")
        account = find_account(farm, identity)
        if account is None:
            self.write_error(errors.not_found("managed account", str(identity)), target=identity)
            return None
        if (
            self.is_bound("NewPassword")
            and self.bound["NewPassword"].reveal() != self.bound["ConfirmPassword"].reveal()
        ):
            raise errors.invalid("-NewPassword and -ConfirmPassword differ.", "PasswordsDiffer")
        if not self.should_process(str(account.user_name), "Set-SPManagedAccount"):
            return None
        body = account.body
        if self.is_bound("EmailNotification"):
            body["email_days"], body["email_before"] = int(self.bound["EmailNotification"]), True
        if self.is_bound("PreExpireDays"):
            body["change_days"] = int(self.bound["PreExpireDays"])
        if self.is_bound("Schedule"):
            try:
                body["schedule"] = str(Schedule.parse(str(self.text("Schedule"))))
            except ScheduleError as error:
                raise errors.invalid(f"'{error.phrase}' is no schedule.", "InvalidSchedule") from None
            body["automatic_change"] = True
        if any(
            self.is_bound(name)
            for name in ("Password", "NewPassword", "AutoGeneratePassword", "ExistingPassword")
        ):
            body["password_changed"] = farm.context.clock.now().isoformat(timespec="seconds")
            body.pop("password_expires", None)
        account.commit()
        return None
