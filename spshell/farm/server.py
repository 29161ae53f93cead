"""Servers of the farm."""

from __future__ import annotations

from typing import Any

from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import net_class, prop


@net_class("Microsoft.SharePoint.Administration.SPServer")
class SPServer(SPPersistedObject):
    """Microsoft.SharePoint.Administration.SPServer; a mail server that the farm only knows has the role Invalid."""

    kind = "server"
    what = "the server"
    ps_view = ("table", (("Name", 24, "", "Name"), ("Role", 16, "", "Role"), ("Address", 0, "", "Address")))

    address = stored("string Address {get;set}", "address", "")
    role = stored("string Role {get;set}", "role", "Custom")

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return str(self.name)

    @property
    def key_check(self) -> str | None:
        """What tells this server's application credential key from another one's; None without a key."""
        found = self.body.get("key_check")
        return None if found is None else str(found)

    @property
    def is_member(self) -> bool:
        """Whether the server runs SharePoint (and so needs the credential key)."""
        return bool(self.role != "Invalid")


def find_server(farm: Any, name: str) -> Any:
    """A server by name, address or id; None when there is none."""
    folded = name.lower()
    for server in farm.all(SPServer):
        if folded in (server.name.lower(), str(server.address).lower(), str(server.record.id)):
            return server
    return None
