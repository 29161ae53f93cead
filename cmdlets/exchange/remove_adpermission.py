"""Remove-ADPermission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveADPermission(ConnectorCmdlet, verb="Remove", noun="ADPermission", signature=True):
    """Take granted (or, with -Deny, denied) extended rights back.

    PS> Get-Help Remove-ADPermission -Parameter ExtendedRights
    """

    def process(self) -> Iterator[object] | None:
        from spshell.mail.lab.connector import login_key

        connector = self.connector()
        if connector is None:
            return None
        self.farm.authorize_configure("taking rights on a receive connector back")
        user, deny, rights = (
            login_key(str(self.bound.get("User") or "")),
            bool(self.bound.get("Deny")),
            self.wanted_rights(),
        )
        if self.should_process(str(connector.identity), f"Remove-ADPermission {', '.join(rights)}"):
            connector.body["rights"] = [
                row
                for row in connector.rights
                if not (
                    login_key(str(row["user"])) == user
                    and row["right"] in rights
                    and bool(row.get("deny")) == deny
                )
            ]
            connector.commit()
        return None
