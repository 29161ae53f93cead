"""The farm itself: its servers, who may administer it, and where everything else hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.farm import errors
from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.context import FarmContext
    from spshell.state import Record, StateStore

VERSIONS = ("2013", "2016", "2019", "SE")
"""Product versions, oldest first."""

_BUILDS = {
    "2013": "15.0.5423.1000",
    "2016": "16.0.5413.1001",
    "2019": "16.0.10417.20027",
    "SE": "16.0.17928.20162",
}


@net_class("Microsoft.SharePoint.Administration.SPFarm")
class SPFarm(SPPersistedObject):
    """Microsoft.SharePoint.Administration.SPFarm.

    ``context`` says where the farm is stored, which server this process is, who is calling and what time it is.
    """

    kind = "farm"
    what = "the farm"
    ps_view = (
        "table",
        (("Name", 30, "", "Name"), ("Status", 8, "", "Status"), ("Version", 0, "", "BuildVersion")),
    )

    def __init__(self, context: FarmContext, record: Record) -> None:
        super().__init__(self, record)
        self.context = context

    @property
    def store(self) -> StateStore:
        return self.context.store

    @property
    def product_version(self) -> str:
        """2013, 2016, 2019 or SE."""
        return str(self.body.get("product_version", "SE"))

    def at_least(self, version: str) -> bool:
        """Whether the product version is `version` or newer."""
        return VERSIONS.index(self.product_version) >= VERSIONS.index(version)

    @prop("static Microsoft.SharePoint.Administration.SPFarm Local {get}")
    @staticmethod
    def local() -> Any:
        from spshell.farm.context import local_farm

        return local_farm()

    display_name = stored("string DisplayName {get;set}", "name", "")
    password_change_email_address = stored(
        "string PasswordChangeEmailAddress {get;set}", "password_email", ""
    )
    days_before_password_expiration = stored(
        "int DaysBeforePasswordExpirationToSendEmail {get;set}", "password_email_days", 10
    )

    @prop("version BuildVersion {get}")
    def build_version(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return convert(_BUILDS[self.product_version], resolve_type_name("version"))

    @prop("System.Object Servers {get}")
    def servers(self) -> list[Any]:
        from spshell.farm.server import all_servers

        return all_servers(self)

    def all(self, cls: Any) -> Iterator[Any]:
        """Every stored object of a class, by name."""
        records = sorted(
            self.store.scan(cls.kind), key=lambda record: str(record.body.get("name", "")).lower()
        )
        for record in records:
            yield cls(self, record)

    def one(self, cls: Any, ident: str) -> Any:
        """The object of a class with this id (text), or None."""
        from uuid import UUID

        try:
            found = self.store.get(cls.kind, UUID(ident))
        except ValueError:
            return None
        return None if found is None else cls(self, found)

    def central_administration(self) -> Any:
        """The Central Administration web application, or None."""
        from spshell.farm.web_application import all_applications

        found = all_applications(self, administration=True)
        return next((application for application in found if application.is_administration), None)

    def trust_roots(self) -> list[str]:
        """The PEM certificates of the farm's Root store: what a relay's certificate has to lead to."""
        return self._certificates("Root")

    def intermediates(self) -> list[str]:
        """Those of its Intermediate store, which complete a chain and are no anchors."""
        return self._certificates("Intermediate")

    def _certificates(self, store: str) -> list[str]:
        return [
            str(record.body["pem"])
            for record in self.store.scan("certificate")
            if record.body.get("store") == store
        ]

    # -- who may do what ---------------------------------------------------------------------------------------------

    @property
    def administrators(self) -> list[str]:
        """The Farm Administrators group."""
        return list(self.body.get("administrators", []))

    def authorize_configure(self, action: str) -> None:
        """Only Farm Administrators may configure. Raises SecurityException; nothing is changed then."""
        who = self.context.caller
        if not any(same_login(who, member) for member in self.administrators):
            raise errors.denied(who, "a member of the Farm Administrators group", action)

    def authorize_server(self, action: str) -> None:
        """What touches the SMTP service or the credential key also needs local Administrators of this server."""
        self.authorize_configure(action)
        who = self.context.caller
        server = self.local_server()
        members = server.body.get("local_administrators", []) if server is not None else []
        if not any(same_login(who, member) for member in members):
            raise errors.denied(who, "a local administrator of this server", action)

    def local_server(self) -> Any:
        """The server that this process is, or None when it has not joined the farm."""
        from spshell.farm.server import SPServer

        name = self.context.server.lower()
        return next((server for server in self.all(SPServer) if server.name.lower() == name), None)

    @method("bool CurrentUserIsAdministrator()")
    def current_user_is_administrator(self) -> bool:
        return any(same_login(self.context.caller, member) for member in self.administrators)


def same_login(one: str, other: str) -> bool:
    """Whether two login names are the same account: case is ignored, claims prefixes too."""
    return _bare(one) == _bare(other)


def _bare(login: str) -> str:
    return login.rpartition("|")[2].lower()
