"""Get-SPServer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPServer(FarmCmdlet, verb="Get", noun="SPServer", signature=True):
    """The servers of the farm; a mail server that it only knows has the role Invalid.

    PS> Get-Help Get-SPServer
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.server import SPServer, all_servers, find_server

        identity = self.given("Identity")
        if identity is None:
            yield from all_servers(self.farm)
            return
        found = identity if isinstance(identity, SPServer) else find_server(self.farm, str(identity))
        if found is None:
            self.write_error(errors.not_found("server", str(identity)), target=identity)
        else:
            yield found
