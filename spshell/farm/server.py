"""Servers of the farm."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

from spshell.farm.persisted import SPPersistedObject, stored
from spshell.state import Record
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


def all_servers(farm: Any) -> list[Any]:
    """The farm's servers, and the mail servers that it only knows (role Invalid)."""
    from spshell.farm.web_application import all_applications

    members = list(farm.all(SPServer))
    known = {str(server.name).lower() for server in members}
    for application in all_applications(farm, administration=True):
        host = str(application.body.get("mail_server") or "")
        if host and host.lower() not in known:
            known.add(host.lower())
            ident = uuid5(farm.record.id, f"mail server {host.lower()}")
            members.append(
                SPServer(
                    farm, Record(SPServer.kind, ident, {"name": host, "address": host, "role": "Invalid"})
                )
            )
    return members


def find_server(farm: Any, name: str) -> Any:
    """A server by name, address or id; None when there is none."""
    folded = name.lower()
    for server in all_servers(farm):
        if folded in (server.name.lower(), str(server.address).lower(), str(server.record.id)):
            return server
    return None
