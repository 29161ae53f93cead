"""Members that PowerShell adds to .NET types (the extended type system), and those that Update-TypeData adds.

Source: the type data of a real session; about_Types.ps1xml.
"""

from __future__ import annotations

from spshell.values.nettype import BY_NAME
from spshell.values.objects import AliasProperty, CodeProperty, ComputedProperty, Member, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any


class TypeData:
    """What is known of one type name: members by name, default display properties, key and property names."""

    __slots__ = (
        "default_display",
        "default_key",
        "default_property",
        "members",
        "name",
        "serialization",
        "serialization_depth",
    )

    def __init__(self, members: Iterable[Member] = (), name: str = "") -> None:
        self.name = name
        self.members: dict[str, Any] = {member.name: member for member in members}
        self.default_display: list[str] | None = None
        self.default_key: list[str] | None = None
        self.default_property: str | None = None
        self.serialization_depth: int | None = None
        self.serialization: dict[str, Any] = {}
        """What Update-TypeData says of serialization, by parameter name."""


TYPE_DATA: dict[str, TypeData] = {}
"""Folded type name -> its data; Update-TypeData writes here through :func:`data_for` and :func:`changed`."""


def data_for(type_name: str) -> TypeData:
    """The data of a type name, made when there is none yet."""
    _load()
    return TYPE_DATA.setdefault(type_name.lower(), TypeData(name=type_name))


def replace(data: TypeData) -> None:
    """Put the data of a type name in the place of what is known of it."""
    _load()
    TYPE_DATA[data.name.lower()] = data


def remove_data(type_name: str) -> bool:
    """Forget what is known of a type name; False when nothing was."""
    _load()
    return TYPE_DATA.pop(type_name.lower(), None) is not None


def all_data() -> list[TypeData]:
    """The data of all type names that have any."""
    _load()
    return list(TYPE_DATA.values())


def find_data(type_name: str) -> TypeData | None:
    """The data of a type name, or None."""
    if not TYPE_DATA:
        _load()
    return TYPE_DATA.get(type_name.lower())


def find_extended(type_names: Iterable[str], name: str) -> Any:
    """The first member called `name` (any case) in the data of these type names; None when there is none."""
    if not TYPE_DATA:
        _load()
    folded = name.lower()
    for type_name in type_names:
        data = TYPE_DATA.get(type_name.lower())
        if data is None:
            continue
        if name in data.members:
            return data.members[name]
        for key, member in data.members.items():
            if key.lower() == folded:
                return member
    return None


_listeners: list[Callable[[], None]] = []


def on_change(listener: Callable[[], None]) -> None:
    """Call `listener` whenever type data change: it must forget what it looked up."""
    _listeners.append(listener)


def changed() -> None:
    """Forget cached look-ups after type data changed."""
    for listener in _listeners:
        listener()
    for net_type in BY_NAME.values():
        net_type.lookup.clear()
        net_type.static_lookup.clear()


def _code(name: str, getter: Callable[[Any], Any]) -> CodeProperty:
    """A property that PowerShell computes in code or by a script, as its type data have it."""
    return (CodeProperty if name in _IN_CODE else ComputedProperty)(name, getter)


def _text(value: Any) -> str:
    from spshell.values.text import to_string

    return to_string(value)


def _date_text(value: Any) -> str:
    """A date in words; its DisplayHint leaves out the time or the day."""
    hint, plain = "", value
    if type(value) is PSObject:
        hint, plain = _text(value.members.get("DisplayHint", "")), value.base
    return plain.format({"Date": "D", "Time": "T"}.get(hint, "F"), None)  # type: ignore[no-any-return]  # DateTime.format gives text


def _load() -> None:
    """The built-in data of the types this package declares."""
    if TYPE_DATA:
        return

    def add(type_name: str, *members: Member, display: tuple[str, ...] = (), prop: str | None = None) -> None:
        data = TYPE_DATA[type_name.lower()] = TypeData(members, type_name)
        data.default_display = list(display) or None
        data.default_property = prop

    add("System.Array", AliasProperty("Count", "Length"))
    add("System.DateTime", ComputedProperty("DateTime", _date_text, whole=True))
    add("System.Guid", _code("Guid", _text))
    add("System.Net.IPAddress", _code("IPAddressToString", _text), prop="IPAddressToString")
    add("System.Collections.DictionaryEntry", AliasProperty("Name", "Key"))
    add("System.Management.Automation.ErrorRecord", _code("PSMessageDetails", lambda _record: None))
    add(
        "System.IO.FileInfo",
        *(_file_member(name) for name in _FILE_PROPERTIES),
        display=("LastWriteTime", "Length", "Name"),
    )
    add(
        "System.IO.DirectoryInfo",
        *(_file_member(name) for name in _FILE_PROPERTIES if name != "VersionInfo"),
        prop="Name",
    )
    add(
        "System.IO.FileSystemInfo",
        *(_code(name, _extended(name)) for name in ("UnixMode", "User", "Group", "Size")),
    )

    add(
        "System.Management.Automation.PSDriveInfo",
        _code("Used", lambda drive: drive.used()),
        _code("Free", lambda drive: drive.free()),
    )

    add("Deserialized.System.Enum", _code("Value", _text))
    add(
        "System.Diagnostics.Process",
        *(AliasProperty(name, target) for name, target in _PROCESS_ALIASES.items()),
        *(_code(name, _extended(name)) for name in _PROCESS_PROPERTIES),
        display=("Id", "Handles", "CPU", "SI", "Name"),
    )


_PROCESS_ALIASES = {
    "Name": "ProcessName",
    "SI": "SessionId",
    "Handles": "HandleCount",
    "VM": "VirtualMemorySize64",
    "WS": "WorkingSet64",
    "PM": "PagedMemorySize64",
    "NPM": "NonpagedSystemMemorySize64",
}
_PROCESS_PROPERTIES = (
    "Path",
    "CommandLine",
    "Parent",
    "Company",
    "CPU",
    "FileVersion",
    "ProductVersion",
    "Description",
    "Product",
)
_IN_CODE = frozenset(
    {
        "Mode", "ModeWithoutHardLink", "ResolvedTarget", "LinkType", "NameString", "LengthString", "LastWriteTimeString",
        "Parent",
    }
)  # fmt: skip
_FILE_PROPERTIES = (
    "Mode",
    "ModeWithoutHardLink",
    "VersionInfo",
    "BaseName",
    "ResolvedTarget",
    "Target",
    "LinkType",
    "NameString",
    "LengthString",
    "LastWriteTimeString",
)


def _file_member(name: str) -> Member:
    return AliasProperty(name, "LinkTarget") if name == "Target" else _code(name, _extended(name))


def _extended(name: str) -> Callable[[Any], Any]:
    return lambda info: info.extended(name)
