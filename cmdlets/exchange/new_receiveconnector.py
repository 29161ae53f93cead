"""New-ReceiveConnector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator

_USAGES: dict[str, dict[str, Any]] = {
    "Internet": {"groups": ["AnonymousUsers"], "auth": ["Tls"]},
    "Internal": {"groups": ["ExchangeUsers", "ExchangeServers"], "auth": ["Tls", "ExchangeServer"]},
    "Client": {
        "groups": ["ExchangeUsers"],
        "auth": ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"],
    },
    "Partner": {"groups": ["Partners"], "auth": ["Tls"]},
}
"""What a usage sets; Custom sets nothing."""


class NewReceiveConnector(ConnectorCmdlet, verb="New", noun="ReceiveConnector", signature=True):
    """Make a receive connector. Custom ones have no permission groups and Tls until they are given.

    PS> Get-Help New-ReceiveConnector -Parameter Name
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.receive_connector import ReceiveConnector, find_connector

        farm, name = self.farm, str(self.text("Name"))
        farm.authorize_configure("making a receive connector")
        if find_connector(farm, name) is not None:
            raise errors.invalid(
                f"There is a receive connector '{name}' already.", "ReceiveConnectorExists", target=name
            )
        usage = self.text("Usage") or self.parameter_set
        body = {"name": name, **_USAGES.get(usage, {})}
        self.take_settings(body)
        made = ReceiveConnector.make(farm, body)
        made.check()
        if self.should_process(str(made.identity), "New-ReceiveConnector"):
            made.commit()
            yield made
