"""Set-ReceiveConnector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetReceiveConnector(ConnectorCmdlet, verb="Set", noun="ReceiveConnector", signature=True):
    """Change a receive connector: permission groups, authentication, addresses that may connect.

    PS> Get-Help Set-ReceiveConnector -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        connector = self.connector()
        if connector is None:
            return None
        self.farm.authorize_configure("changing a receive connector")
        self.take_settings(connector.body)
        if self.is_bound("Name"):
            connector.body["name"] = str(self.text("Name"))
        connector.check()
        if self.should_process(str(connector.identity), "Set-ReceiveConnector"):
            connector.commit()
        return None
