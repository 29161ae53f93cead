"""New-SPManagedAccount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPManagedAccount(FarmCmdlet, verb="New", noun="SPManagedAccount", signature=True):
    """Register an account; its password is not kept.

    PS> Get-Help New-SPManagedAccount -Parameter Credential
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.managed_account import SPManagedAccount, find_account

        farm = self.farm
        farm.authorize_configure("registering a managed account")
        name = str(self.bound["Credential"].user_name)
        if find_account(farm, name) is not None:
            raise errors.invalid(
                f"'{name}' is a managed account already.", "ManagedAccountExists", target=name
            )
        if self.should_process(name, "New-SPManagedAccount"):
            changed = farm.context.clock.now().isoformat(timespec="seconds")
            made = SPManagedAccount.make(farm, {"name": name, "password_changed": changed})
            made.commit()
            yield made
