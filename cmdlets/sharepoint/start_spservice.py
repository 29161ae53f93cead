"""Start-SPService."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartSPService(FarmCmdlet, verb="Start", noun="SPService", signature=True):
    """Start a service on every server of the farm.

    PS> Get-Help Start-SPService -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.service_instance import find_service

        identity = self.given("Identity")
        found = find_service(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("service", str(identity)), target=identity)
        elif self.should_process(str(found.type_name), "Start-SPService"):
            for instance in found.instances:
                instance.provision()
        return None
