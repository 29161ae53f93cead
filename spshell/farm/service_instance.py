"""Services on servers (SPServiceInstance): which run where. An instance is stored once its state was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid5

from spshell.farm.persisted import SPPersistedObject
from spshell.farm.server import SPServer
from spshell.state import Record
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.farm import SPFarm

TIMER = "Microsoft SharePoint Foundation Timer"
WEB = "Microsoft SharePoint Foundation Web Application"
INCOMING = "Microsoft SharePoint Foundation Incoming E-Mail"
OUTBOUND = "Microsoft SharePoint Foundation Outbound E-Mail"

_TYPES: dict[str, tuple[bool, str]] = {
    WEB: (False, "Online"),
    INCOMING: (False, "Disabled"),
    TIMER: (True, "Online"),
}
"""Type name -> (hidden, state while nobody changed it), on every server that runs SharePoint."""


@net_class("Microsoft.SharePoint.Administration.SPServiceInstance")
class SPServiceInstance(SPPersistedObject):
    """One service on one server."""

    kind = "service_instance"
    what = "the service instance"
    ps_view = ("table", (("TypeName", 48, "", "TypeName"), ("Status", 10, "", "Status"), ("Id", 0, "", "Id")))

    @prop("string TypeName {get}")
    def type_name(self) -> str:
        return str(self.body["type"])

    @prop("bool Hidden {get}")
    def hidden(self) -> bool:
        return bool(self.body.get("hidden", False))

    @prop("System.Object Server {get}")
    def server(self) -> Any:
        from spshell.farm.web_application import SmtpServer

        name = str(self.body["server"])
        return next(
            (each for each in self.farm_object.all(SPServer) if each.name.lower() == name.lower()),
            SmtpServer(name),
        )

    @prop("Microsoft.SharePoint.Administration.SPService Service {get}")
    def service(self) -> Any:
        return SPService(self.farm_object, self.type_name)

    @method("void Provision()")
    def provision(self) -> None:
        """Start it."""
        self._set("Online")

    @method("void Unprovision()")
    def unprovision(self) -> None:
        """Stop it."""
        self._set("Disabled")

    def _set(self, status: str) -> None:
        self.farm_object.authorize_configure(f"changing {self.label}")
        self.body["status"] = status
        self.commit()

    @property
    def label(self) -> str:
        return f"the service '{self.type_name}' on {self.body['server']}"


@net_class("Microsoft.SharePoint.Administration.SPService")
class SPService:
    """A service of the farm: all its instances."""

    ps_view = ("table", (("TypeName", 48, "", "TypeName"), ("Status", 0, "", "Status")))

    def __init__(self, farm: SPFarm, type_name: str) -> None:
        self.farm = farm
        self._type = type_name

    @prop("string TypeName {get}")
    def type_name(self) -> str:
        return self._type

    @prop("string Name {get}")
    def name(self) -> str:
        return self._type

    @prop("System.Object Instances {get}")
    def instances(self) -> list[Any]:
        return [each for each in service_instances(self.farm) if each.type_name == self._type]

    @prop("bool AutoProvision {get}")
    def auto_provision(self) -> bool:
        return any(each.status == "Online" for each in self.instances)

    @prop("string Status {get}")
    def status(self) -> str:
        return "Online" if self.auto_provision else "Disabled"


def service_instances(farm: SPFarm) -> Iterator[SPServiceInstance]:
    """Every instance: three on each server that runs SharePoint, and one for each SMTP host."""
    known = {record.id: record for record in farm.store.scan(SPServiceInstance.kind)}
    for server in farm.all(SPServer):
        if server.is_member:
            for name, (hidden, status) in _TYPES.items():
                yield _instance(farm, known, str(server.name), name, hidden=hidden, status=status)
    for host in smtp_hosts(farm):
        yield _instance(farm, known, host, OUTBOUND, hidden=True, status="Online")


def smtp_hosts(farm: SPFarm) -> list[str]:
    """The mail servers that settings name."""
    from spshell.farm.web_application import all_applications

    found = (app.body.get("mail_server") for app in all_applications(farm, administration=True))
    return list(dict.fromkeys(str(host) for host in found if host))


def timer_is_online(farm: SPFarm, server: str) -> bool:
    """Whether the timer service may run on a server."""
    found = (each for each in service_instances(farm) if each.type_name == TIMER)
    return all(
        each.status == "Online" for each in found if str(each.body["server"]).lower() == server.lower()
    )


def find_instance(farm: SPFarm, identity: Any) -> SPServiceInstance | None:
    """An instance by id."""
    if isinstance(identity, SPServiceInstance):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).lower()
    return next((each for each in service_instances(farm) if str(each.record.id) == text), None)


def find_service(farm: SPFarm, identity: Any) -> SPService | None:
    """A service by its type name."""
    if isinstance(identity, SPService):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).lower()
    return next((SPService(farm, name) for name in (*_TYPES, OUTBOUND) if name.lower() == text), None)


def services(farm: SPFarm) -> list[SPService]:
    """The services of the farm."""
    return [SPService(farm, name) for name in _TYPES]


def _instance(
    farm: SPFarm, known: dict[Any, Record], server: str, name: str, *, hidden: bool, status: str
) -> SPServiceInstance:
    ident = uuid5(farm.record.id, f"{server.lower()} {name}")
    record = known.get(ident) or Record(
        SPServiceInstance.kind, ident, {"type": name, "server": server, "hidden": hidden, "status": status}
    )
    return SPServiceInstance(farm, record)
