"""Get-ReceiveConnector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetReceiveConnector(ConnectorCmdlet, verb="Get", noun="ReceiveConnector", signature=True):
    """Receive connectors of the Exchange server: its own, and those that were made.

    PS> Get-Help Get-ReceiveConnector -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.receive_connector import receive_connectors

        if self.bound.get("Identity") is not None:
            found = self.connector()
            if found is not None:
                yield found
            return
        server = self.bound.get("Server")
        for each in receive_connectors(self.farm):
            if server is None or str(server).lower() == str(each.server).lower():
                yield each
