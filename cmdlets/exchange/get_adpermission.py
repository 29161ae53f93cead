"""Get-ADPermission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetADPermission(ConnectorCmdlet, verb="Get", noun="ADPermission", signature=True):
    """The extended rights that were granted and denied on a receive connector.

    PS> Get-Help Get-ADPermission -Parameter User
    """

    def process(self) -> Iterator[object]:
        from spshell.mail.lab.connector import login_key

        connector = self.connector()
        if connector is None:
            return
        user = self.bound.get("User")
        for row in connector.rights:
            if user is None or login_key(str(user)) == login_key(str(row["user"])):
                yield self.permission(connector, row)
