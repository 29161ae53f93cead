"""Add-ADPermission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.exchange.connector_cmdlet import ConnectorCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddADPermission(ConnectorCmdlet, verb="Add", noun="ADPermission", signature=True):
    """Grant (or, with -Deny, deny) a login extended rights on a receive connector.

    PS> Get-Help Add-ADPermission -Parameter ExtendedRights
    """

    def process(self) -> Iterator[object]:
        connector = self.connector()
        if connector is None:
            return
        self.farm.authorize_configure("granting rights on a receive connector")
        user, deny = str(self.bound.get("User") or ""), bool(self.bound.get("Deny"))
        if self.parameter_set == "Owner":
            connector.body["owner"] = str(self.bound["Owner"])
            connector.commit()
            return
        rows = connector.rights
        for right in self.wanted_rights():
            row = {"user": user, "right": right, "deny": deny}
            if self.should_process(str(connector.identity), f"Add-ADPermission {right} for {user}"):
                if row not in rows:
                    rows.append(row)
                yield self.permission(connector, row)
        connector.body["rights"] = rows
        connector.commit()
