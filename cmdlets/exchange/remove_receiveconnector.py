"""Remove-ReceiveConnector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveReceiveConnector(ConnectorCmdlet, verb="Remove", noun="ReceiveConnector", signature=True):
    """Take a receive connector away.

    PS> Get-Help Remove-ReceiveConnector -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        connector = self.connector()
        if connector is not None and self.should_process(str(connector.identity), "Remove-ReceiveConnector"):
            connector.delete()
        return None
