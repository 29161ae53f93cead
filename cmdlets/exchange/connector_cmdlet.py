"""What the Exchange cmdlets share: the connector that is meant, its settings, and rights as objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from spshell.farm.receive_connector import ReceiveConnector
    from spshell.values.objects import PSCustomObject

_LISTS = (("Bindings", "bindings"), ("RemoteIPRanges", "ranges"))


class ConnectorCmdlet(FarmCmdlet):
    """Base of the cmdlets about receive connectors."""

    def connector(self) -> ReceiveConnector | None:
        """The connector that -Identity means; None, with an error written, when there is none."""
        from spshell.farm import errors
        from spshell.farm.receive_connector import find_connector
        from spshell.values.objects import unwrap

        identity = unwrap(self.bound.get("Identity"))
        found = find_connector(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("receive connector", str(identity)), target=identity)
        return found

    def take_settings(self, body: dict[str, Any]) -> None:
        """Put the settings that were given into a connector's body."""
        from spshell.farm.receive_connector import AUTH, GROUPS, spelled

        for name, key in _LISTS:
            if self.is_bound(name):
                body[key] = [str(value) for value in self.bound[name]]
        for name, key, allowed in (("AuthMechanism", "auth", AUTH), ("PermissionGroups", "groups", GROUPS)):
            if self.is_bound(name):
                body[key] = spelled(self.bound[name], allowed)
        if self.is_bound("Enabled"):
            body["enabled"] = bool(self.bound["Enabled"])
        if self.is_bound("Comment"):
            body["comment"] = str(self.text("Comment"))

    def wanted_rights(self) -> list[str]:
        """The extended rights that were named, in their own spelling. Raises for one that the lab does not know."""
        from spshell.farm import errors
        from spshell.farm.receive_connector import spelled
        from spshell.mail.lab.connector import RIGHTS

        rights = spelled(self.bound.get("ExtendedRights") or (), RIGHTS)
        for right in rights:
            if right not in RIGHTS:
                raise errors.invalid(
                    f"The lab enforces no right called '{right}'; it knows {', '.join(RIGHTS)}.",
                    "UnknownExtendedRight",
                    target=right,
                )
        return rights

    def permission(self, connector: ReceiveConnector, row: dict[str, Any]) -> PSCustomObject:
        """One right as an object."""
        from spshell.values.objects import PSCustomObject

        return PSCustomObject(
            {
                "Identity": str(connector.identity),
                "User": str(row["user"]),
                "ExtendedRights": [str(row["right"])],
                "Deny": bool(row.get("deny")),
                "IsInherited": False,
            },
            ["Spshell.ADPermission", "System.Management.Automation.PSCustomObject", "System.Object"],
        )
