"""Providers, drives and places as scripts see them: ProviderInfo, PSDriveInfo, PathInfo."""

from __future__ import annotations

from spshell.engine.providers import path_text
from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import Char

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.provider import Provider

_SMA = "System.Management.Automation."
CORE = "Microsoft.PowerShell.Core"


@net_class(_SMA + "ProviderInfo")
class ProviderInfo:
    """A provider's description."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self.ps_members: Any = None

    @prop("string Name {get}")
    def name(self) -> str:
        return self.provider.name

    @prop("System.Management.Automation.Provider.ProviderCapabilities Capabilities {get}")
    def capabilities(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_type
        from spshell.values.conversion import convert

        return convert(self.provider.capabilities, enum_type(_SMA + "Provider.ProviderCapabilities"))

    @prop("string Home {get;set}")
    def home(self) -> str:
        return self.provider.home

    @home.setter
    def set_home(self, value: str) -> None:
        self.provider.home = value

    @prop("string ModuleName {get}")
    def module_name(self) -> str:
        return CORE

    @prop("char ItemSeparator {get}")
    def item_separator(self) -> Char:
        return Char("/")

    @prop("char AltItemSeparator {get}")
    def alternative_separator(self) -> Char:
        return Char("\\")

    @prop("string Description {get;set}")
    def description(self) -> str:
        return ""

    @prop("System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] Drives {get}")
    def drives(self) -> Any:
        from spshell.dotnet.collections.collections import generic_list

        return generic_list(
            _SMA + "PSDriveInfo",
            self.provider.table.of_provider(self.provider),
            "System.Collections.ObjectModel.Collection`1",
        )

    def ps_text(self) -> str:
        return f"{CORE}\\{self.provider.name}"

    @method("string ToString()")
    def to_string(self) -> str:
        return self.ps_text()


@net_class(_SMA + "PSDriveInfo")
class DriveInfo:
    """A drive: a name for a root inside a provider, and where one is on it."""

    def __init__(self, name: str, provider: Provider, root: str, description: str = "") -> None:
        self.title = name
        self.provider_object = provider
        self.base = root
        self.text = description
        self.location = ""
        self.ps_members: Any = None

    @prop("string CurrentLocation {get;set}")
    def current_location(self) -> str:
        return self.location

    @prop("string Name {get}")
    def name(self) -> str:
        return self.title

    @prop("System.Management.Automation.ProviderInfo Provider {get}")
    def provider(self) -> ProviderInfo:
        return self.provider_object.info

    @prop("string Root {get}")
    def root(self) -> str:
        return self.base

    @prop("string Description {get;set}")
    def description(self) -> str:
        return self.text

    @prop("System.Nullable[long] MaximumSize {get}")
    def maximum_size(self) -> Any:
        return None

    @prop("pscredential Credential {get}")
    def credential(self) -> Any:
        return None

    @prop("string DisplayRoot {get}")
    def display_root(self) -> Any:
        return None

    @prop("bool VolumeSeparatedByColon {get}")
    def separated(self) -> bool:
        return self.title != "/"

    def used(self) -> Any:
        """Bytes in use, as PowerShell's type data shows them; null off the file system."""
        return self.provider_object.space(self.base)[0]

    def free(self) -> Any:
        """Bytes free."""
        return self.provider_object.space(self.base)[1]

    def qualified(self, path: str) -> str:
        """A path inside the provider with this drive in front."""
        if self.title == "/":
            return path
        inner = path[len(self.base.rstrip("/")) :] if self.base else path
        return f"{self.title}:/{inner.lstrip('/')}"

    def ps_text(self) -> str:
        return self.title

    to_string = ps_text


class Place:
    """Where a path leads: the provider, the drive it went over (if any) and the path inside the provider."""

    __slots__ = ("drive", "path", "provider")

    def __init__(self, provider: Provider, drive: DriveInfo | None, path: str) -> None:
        self.provider = provider
        self.drive = drive
        self.path = path

    def shown(self) -> str:
        """The path as it is shown: with the drive, or the provider when there is none."""
        if self.drive is not None:
            return self.drive.qualified(self.path)
        return f"{self.provider.info.ps_text()}::{self.path}"

    def at(self, path: str) -> Place:
        """Another path of the same drive."""
        return Place(self.provider, self.drive, path)

    def child(self, name: str) -> Place:
        """A child of this place."""
        return self.at(self.provider.join(self.path, name))


@net_class(_SMA + "PathInfo")
class PathInfo:
    """A resolved path."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.ps_members: Any = None

    @prop("System.Management.Automation.PSDriveInfo Drive {get}")
    def drive(self) -> Any:
        return self.place.drive

    @prop("System.Management.Automation.ProviderInfo Provider {get}")
    def provider(self) -> ProviderInfo:
        return self.place.provider.info

    @prop("string ProviderPath {get}")
    def provider_path(self) -> str:
        return self.place.path

    @prop("string Path {get}")
    def path(self) -> str:
        return self.place.shown()

    def ps_text(self) -> str:
        return self.place.shown()

    @method("string ToString()")
    def to_string(self) -> str:
        return self.place.shown()


@net_class(_SMA + "PathInfoStack", base="System.Object", interfaces=("System.Collections.ICollection",))
class PathInfoStack:
    """The locations that Push-Location put away, newest first."""

    def __init__(self, name: str, places: list[Place]) -> None:
        self.title = name
        self.places = places
        self.ps_members: Any = None

    @prop("string Name {get}")
    def name(self) -> str:
        return self.title

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.places)

    def net_enumerate(self) -> Any:
        return (PathInfo(place) for place in reversed(self.places))


def item_members(place: Place, *, container: bool) -> dict[str, Any]:
    """The properties that every item of a provider carries."""
    provider = place.provider
    prefix = provider.info.ps_text() + "::"
    parent = provider.parent(place.path)
    members: dict[str, Any] = {"PSPath": prefix + place.path}
    if provider.hierarchical:
        members["PSParentPath"] = prefix + parent if parent else ""
        members["PSChildName"] = path_text.leaf(place.path) or place.path
    if place.drive is not None:
        members["PSDrive"] = place.drive
    members["PSProvider"] = provider.info
    members["PSIsContainer"] = container
    return members
