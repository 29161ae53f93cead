"""Get-SPServiceInstance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPServiceInstance(FarmCmdlet, verb="Get", noun="SPServiceInstance", signature=True):
    """Services on servers; those that the farm keeps to itself only with -All.

    PS> Get-Help Get-SPServiceInstance -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.server import SPServer, find_server
        from spshell.farm.service_instance import find_instance, service_instances

        farm, identity, server = self.farm, self.given("Identity"), self.given("Server")
        if identity is not None:
            found = find_instance(farm, identity)
            if found is None:
                self.write_error(errors.not_found("service instance", str(identity)), target=identity)
            else:
                yield found
            return
        name = None
        if server is not None:
            known = server if isinstance(server, SPServer) else find_server(farm, str(server))
            if known is None:
                self.write_error(errors.not_found("server", str(server)), target=server)
                return
            name = str(known.name).lower()
        for each in service_instances(farm):
            if (name is None or str(each.body["server"]).lower() == name) and (
                self.bound.get("All") or not each.hidden
            ):
                yield each
