"""Objects that the farm persists: a copy in hand of one record, written back by ``Update()``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from spshell.farm import errors
from spshell.state import BodyError, Conflict, Record
from spshell.values.declare import NetProperty, method, net_class, prop

if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm

_STATUS_ONLINE = "Online"


def stored(declaration: str, key: str, default: Any = None) -> Any:
    """A property kept in the record's body under `key`; null removes it."""

    def read(target: Any) -> Any:
        return target.body.get(key, default)

    def write(target: Any, value: Any) -> None:
        if value is None:
            target.body.pop(key, None)
        else:
            target.body[key] = _plain(value)

    return NetProperty(declaration, read, write)


def gated(declaration: str, key: str, versions: tuple[str, ...], default: Any = None) -> Any:
    """As `stored`, for a property that only these product versions have: null in the others, and not to be set."""
    made = stored(declaration, key, default)
    read, write = made.fget, made.fset
    name = declaration.partition(" {")[0].rpartition(" ")[2]

    def read_gated(target: Any) -> Any:
        return read(target) if target.farm_object.product_version in versions else None

    def write_gated(target: Any, value: Any) -> None:
        version = target.farm_object.product_version
        if version not in versions:
            raise errors.version_lacks(version, f"The property {name}", versions)
        write(target, value)

    made.fget, made.fset = read_gated, write_gated
    return made


def _plain(value: Any) -> Any:
    """A value as TOML and JSON both have it."""
    if type(value) in (str, int, bool, float):
        return value
    if isinstance(value, bool):
        return bool(value)
    if isinstance(value, int):
        return int(value)
    name = getattr(value, "name", None)
    return name if isinstance(name, str) else str(value)


def to_guid(value: UUID) -> Any:
    """A .NET Guid for an id."""
    from spshell.values.conversion import convert, resolve_type_name

    return convert(str(value), resolve_type_name("guid"))


@net_class("Microsoft.SharePoint.Administration.SPPersistedObject")
class SPPersistedObject:
    """Base of what the farm stores.

    Assigning a property changes this copy only. ``Update()`` writes it back; when the stored version has moved on it
    raises SPUpdatedConcurrencyException and writes nothing.
    """

    kind = ""
    what = "the object"

    def __init__(self, farm: SPFarm, record: Record) -> None:
        self.farm_object = farm
        self.record = record

    @property
    def body(self) -> dict[str, Any]:
        return self.record.body

    @classmethod
    def make(cls, farm: SPFarm, body: dict[str, Any]) -> Any:
        """A new object that is not stored yet."""
        return cls(farm, Record(cls.kind, uuid4(), body))

    @prop("guid Id {get}")
    def id(self) -> Any:
        return to_guid(self.record.id)

    @prop("long Version {get}")
    def version(self) -> Any:
        from spshell.values.numbers import Int64

        return Int64(self.record.version)

    @prop("Microsoft.SharePoint.Administration.SPFarm Farm {get}")
    def farm(self) -> Any:
        return self.farm_object

    @prop("string Status {get}")
    def status(self) -> str:
        return str(self.body.get("status", _STATUS_ONLINE))

    name = stored("string Name {get;set}", "name", "")

    @property
    def label(self) -> str:
        """How messages name the object."""
        return f"{self.what} '{self.body.get('name') or self.body.get('url') or self.record.id}'"

    @method("void Update()", "void Update(bool ensure)")
    def update(self, ensure: bool = False) -> None:
        """Write the copy back. ``Update($true)`` on an object that exists reloads it instead."""
        if ensure and self.record.version:
            self.reload()
            return
        self.farm_object.authorize_configure(f"changing {self.label}")
        self.check()
        self.commit()

    def check(self) -> None:
        """What must hold before the object may be stored."""

    def commit(self, *, also: tuple[Record, ...] = ()) -> None:
        """Store the record (and others with it, all or nothing) and take over the stored version."""
        store = self.farm_object.store
        try:
            store.commit(puts=[self.record, *also])
        except Conflict as error:
            raise errors.conflict(self.label, self.record.version, _stored_version(error)) from None
        except BodyError as error:
            raise errors.invalid(f"{error.path} cannot be stored: {error.reason}.", "InvalidValue") from None
        self.reload()

    def reload(self) -> None:
        """Take over what is stored."""
        found = self.farm_object.store.get(self.record.kind, self.record.id)
        if found is not None:
            self.record = found

    @method("void Delete()")
    def delete(self) -> None:
        """Remove the object from the farm."""
        self.farm_object.authorize_configure(f"deleting {self.label}")
        try:
            self.farm_object.store.commit(deletes=[self.record])
        except Conflict as error:
            raise errors.conflict(self.label, self.record.version, _stored_version(error)) from None

    def ps_text(self) -> str:
        return f"{type(self).__name__} Name={self.body.get('name', '')}"

    to_string = ps_text


def _stored_version(error: Conflict) -> int | None:
    found = getattr(error, "stored", None)
    return found if isinstance(found, int) else None
