"""Receive connectors of the Exchange server that the farm sends to, as far as the lab plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from spshell.farm import errors
from spshell.farm.persisted import SPPersistedObject
from spshell.state import Record
from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.farm import SPFarm
    from spshell.mail.lab.connector import Connector

SERVER = "EX01"
_PROXY: dict[str, Any] = {
    "auth": ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"],
    "groups": ["ExchangeUsers", "ExchangeServers"],
    "bindings": ["[::]:465", "0.0.0.0:465"],
}
_FRONTEND: dict[str, Any] = {
    "auth": ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"],
    "groups": ["ExchangeUsers"],
    "bindings": ["[::]:587", "0.0.0.0:587"],
}
_DEFAULTS = {f"Client Proxy {SERVER}": _PROXY, f"Client Frontend {SERVER}": _FRONTEND}
_EVERYWHERE = ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"]

AUTH = (
    "None",
    "Tls",
    "Integrated",
    "BasicAuth",
    "BasicAuthRequireTLS",
    "ExchangeServer",
    "ExternalAuthoritative",
)
GROUPS = (
    "None",
    "AnonymousUsers",
    "ExchangeUsers",
    "ExchangeServers",
    "ExchangeLegacyServers",
    "Partners",
    "Custom",
)


@net_class("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector")
class ReceiveConnector(SPPersistedObject):
    """A receive connector: where it listens, for whom, and what they may."""

    kind = "receive_connector"
    what = "the receive connector"
    ps_view = (
        "table",
        (("Identity", 28, "", "Identity"), ("Bindings", 28, "", "Bindings"), ("Enabled", 0, "", "Enabled")),
    )

    @prop("string Identity {get}")
    def identity(self) -> str:
        return f"{SERVER}\\{self.body['name']}"

    @prop("string Server {get}")
    def server(self) -> str:
        return SERVER

    @prop("string[] Bindings {get}")
    def bindings(self) -> list[str]:
        return list(self.body.get("bindings", []))

    @prop("string[] RemoteIPRanges {get}")
    def remote_ip_ranges(self) -> list[str]:
        return list(self.body.get("ranges", _EVERYWHERE))

    @prop("string[] AuthMechanism {get}")
    def auth_mechanism(self) -> list[str]:
        return list(self.body.get("auth", ["Tls"]))

    @prop("string[] PermissionGroups {get}")
    def permission_groups(self) -> list[str]:
        return list(self.body.get("groups", ["None"]))

    @prop("bool Enabled {get}")
    def enabled(self) -> bool:
        return bool(self.body.get("enabled", True))

    @prop("string Comment {get}")
    def comment(self) -> str:
        return str(self.body.get("comment", ""))

    @property
    def rights(self) -> list[dict[str, Any]]:
        """What was granted and denied: user, right, deny."""
        return [dict(row) for row in self.body.get("rights", [])]

    def check(self) -> None:
        """The rules of New-ReceiveConnector. Raises InvalidOperation."""
        auth, groups = self.auth_mechanism, self.permission_groups
        _known("authentication mechanism", auth, AUTH)
        _known("permission group", groups, GROUPS)
        if "ExternalAuthoritative" in auth:
            if set(auth) - {"ExternalAuthoritative", "Tls"}:
                raise errors.invalid(
                    "ExternalAuthoritative goes together with Tls only.", "InvalidAuthMechanism"
                )
            if "ExchangeServers" not in groups:
                raise errors.invalid(
                    "ExternalAuthoritative needs -PermissionGroups ExchangeServers.", "InvalidAuthMechanism"
                )
        if "BasicAuthRequireTLS" in auth and not {"BasicAuth", "Tls"} <= set(auth):
            raise errors.invalid("BasicAuthRequireTLS needs BasicAuth and Tls.", "InvalidAuthMechanism")

    def rules(self, domains: tuple[str, ...]) -> Connector:
        """The connector as the lab relay plays it."""
        from spshell.mail.lab.connector import Connector, login_key

        tables: dict[bool, dict[str, frozenset[str]]] = {False: {}, True: {}}
        for row in self.rights:
            table, key = tables[bool(row.get("deny"))], login_key(str(row["user"]))
            table[key] = table.get(key, frozenset()) | {str(row["right"])}
        return Connector(
            grants=tables[False],
            denials=tables[True],
            groups=tuple(self.permission_groups),
            external="ExternalAuthoritative" in self.auth_mechanism,
            ranges=tuple(self.remote_ip_ranges) if self.enabled else (),
            domains=domains,
        )

    def ps_text(self) -> str:
        return str(self.identity)

    to_string = ps_text


def receive_connectors(farm: SPFarm) -> Iterator[ReceiveConnector]:
    """Those that Exchange makes by itself, and those that were made."""
    known: dict[UUID, Record | None] = {
        record.id: record for record in farm.store.scan(ReceiveConnector.kind)
    }
    for name, body in _DEFAULTS.items():
        ident = uuid5(farm.record.id, f"receive connector {name}")
        yield ReceiveConnector(
            farm, known.pop(ident, None) or Record(ReceiveConnector.kind, ident, {"name": name, **body})
        )
    for record in known.values():
        if record is not None:
            yield ReceiveConnector(farm, record)


def find_connector(farm: SPFarm, identity: Any) -> ReceiveConnector | None:
    r"""A connector by name, SERVER\name or id."""
    if isinstance(identity, ReceiveConnector):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).lower()
    return next(
        (
            each
            for each in receive_connectors(farm)
            if text in (each.identity.lower(), str(each.name).lower(), str(each.record.id))
        ),
        None,
    )


def _known(what: str, values: list[str], allowed: tuple[str, ...]) -> None:
    for value in values:
        if value not in allowed:
            raise errors.invalid(
                f"'{value}' is no {what}; there are {', '.join(allowed)}.", "InvalidArgument", target=value
            )


def spelled(values: Any, allowed: tuple[str, ...]) -> list[str]:
    """Values in the spelling of the table, from an array or from text with commas; unknown ones stay as they are."""
    parts = [part.strip() for value in values for part in str(value).split(",")]
    return [next((each for each in allowed if each.lower() == part.lower()), part) for part in parts]
