"""Get-SPService."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPService(FarmCmdlet, verb="Get", noun="SPService", signature=True):
    """Services of the farm.

    PS> Get-Help Get-SPService -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.service_instance import find_service, services

        identity = self.given("Identity")
        if identity is None:
            yield from services(self.farm)
            return
        found = find_service(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("service", str(identity)), target=identity)
        else:
            yield found
