"""Get-SPManagedAccount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPManagedAccount(FarmCmdlet, verb="Get", noun="SPManagedAccount", signature=True):
    """Accounts that the farm runs under, and when their passwords expire.

    PS> Get-Help Get-SPManagedAccount -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.managed_account import SPManagedAccount, find_account

        identity = self.given("Identity")
        if identity is None:
            yield from self.farm.all(SPManagedAccount)
            return
        found = find_account(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("managed account", str(identity)), target=identity)
        else:
            yield found
