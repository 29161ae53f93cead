"""Remove-SPManagedAccount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPManagedAccount(FarmCmdlet, verb="Remove", noun="SPManagedAccount", signature=True):
    """Forget a managed account.

    PS> Get-Help Remove-SPManagedAccount -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.managed_account import find_account

        identity = self.given("Identity")
        account = find_account(self.farm, identity)
        if account is None:
            self.write_error(errors.not_found("managed account", str(identity)), target=identity)
        elif self.should_process(str(account.user_name), "Remove-SPManagedAccount"):
            account.delete()
        return None
