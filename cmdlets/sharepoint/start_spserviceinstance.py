"""Start-SPServiceInstance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartSPServiceInstance(FarmCmdlet, verb="Start", noun="SPServiceInstance", signature=True):
    """Start a service on its server.

    PS> Get-Help Start-SPServiceInstance -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.service_instance import find_instance

        identity = self.given("Identity")
        found = find_instance(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("service instance", str(identity)), target=identity)
        elif self.should_process(found.label, "Start-SPServiceInstance"):
            found.provision()
            yield found
