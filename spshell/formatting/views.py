"""What types look like: the views of built-in types, and of classes that bring their own (``ps_view``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet import members
from spshell.dotnet.typedata import find_data
from spshell.values.objects import PSCustomObject, unwrap

if TYPE_CHECKING:
    from collections.abc import Callable

Column = tuple[str, int, str, "str | Callable[[Any], Any]"]
"""(label, width or 0, alignment or "", property name or function)."""

_COMMAND = (
    ("CommandType", 15, "", "CommandType"), ("Name", 50, "", lambda info: str(_command_name(info))),
    ("Version", 10, "", "Version"), ("Source", 0, "", "Source"),
)  # fmt: skip

_TABLES: dict[str, tuple[Any, ...]] = {
    "System.Guid": (("Guid", 0, "", "Guid"),),
    "System.Version": (
        ("Major", 6, "", "Major"), ("Minor", 6, "", "Minor"), ("Build", 6, "", "Build"), ("Revision", 8, "", "Revision"),
    ),
    "System.Management.Automation.SemanticVersion": (
        ("Major", 6, "", "Major"), ("Minor", 6, "", "Minor"), ("Patch", 6, "", "Patch"),
        ("PreReleaseLabel", 15, "", "PreReleaseLabel"), ("BuildLabel", 11, "", "BuildLabel"),
    ),
    "System.RuntimeType": (
        ("IsPublic", 8, "", "IsPublic"), ("IsSerial", 8, "", "IsSerializable"), ("Name", 40, "", "Name"),
        ("BaseType", 0, "", "BaseType"),
    ),
    "System.Collections.DictionaryEntry": (("Name", 30, "", "Name"), ("Value", 0, "", "Value")),
    "System.Management.Automation.PSVariable": (("Name", 30, "", "Name"), ("Value", 0, "", "Value")),
    "System.Management.Automation.CommandInfo": _COMMAND,
    "Microsoft.PowerShell.Commands.GroupInfo": (
        ("Count", 5, "right", "Count"), ("Name", 25, "", "Name"), ("Group", 0, "", "Group"),
    ),
    "Microsoft.PowerShell.Commands.GroupInfoNoElement": (("Count", 5, "right", "Count"), ("Name", 25, "", "Name")),
    "System.Management.Automation.PathInfo": (("Path", 0, "", "Path"),),
    "System.Globalization.CultureInfo": (
        ("LCID", 16, "", "LCID"), ("Name", 16, "", "Name"), ("DisplayName", 0, "", "DisplayName"),
    ),
    "System.Management.Automation.PSModuleInfo": (
        ("ModuleType", 10, "left", "ModuleType"), ("Version", 10, "left", "Version"), ("PreRelease", 10, "left", lambda _m: ""),
        ("Name", 35, "left", "Name"), ("ExportedCommands", 0, "left", lambda m: m.exported_functions),
    ),
    "Microsoft.PowerShell.Commands.MemberDefinition": (
        ("Name", 0, "", "Name"), ("MemberType", 0, "", "MemberType"), ("Definition", 0, "", "Definition"),
    ),
    "System.Management.Automation.PSMethod": (("OverloadDefinitions", 0, "", lambda m: "\n".join(m.definitions())),),
    "System.Net.NetworkCredential": (("UserName", 50, "", "UserName"), ("Domain", 50, "", "Domain")),
}  # fmt: skip

_GROUPED = {"Microsoft.PowerShell.Commands.MemberDefinition": ("TypeName", "TypeName")}
"""Type -> (property to group by, label) of views that group."""

_LISTS: dict[str, tuple[str, ...]] = {
    "System.TimeSpan": (
        "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes",
        "TotalSeconds", "TotalMilliseconds",
    ),
}  # fmt: skip


def _command_name(info: Any) -> str:
    definition = getattr(info, "definition", None)
    return f"{info.name} -> {definition}" if definition is not None else str(info.name)


class View:
    """A view: ``kind`` is table, list or date; ``columns`` of a table, ``names`` of a list, ``key`` to tell views apart."""

    __slots__ = ("columns", "group_by", "key", "kind", "names")

    def __init__(
        self, kind: str, key: str, columns: tuple[Column, ...] = (), names: tuple[str, ...] = ()
    ) -> None:
        self.kind = kind
        self.key = key
        self.columns = columns
        self.names = names
        self.group_by: tuple[str, str] | None = _GROUPED.get(key)

    @property
    def fixed(self) -> bool:
        """Whether the declared widths hold: only when the first column has one."""
        return bool(self.columns) and self.columns[0][1] > 0


def find_view(value: Any) -> View | None:
    """The view of a value's type or of one of its bases; None when it has none."""
    plain = unwrap(value)
    own = getattr(type(plain), "ps_view", None)
    if own is not None:
        kind, content = own
        owner = next(cls for cls in type(plain).__mro__ if "ps_view" in cls.__dict__)
        key = owner.__qualname__
        return View(kind, key, columns=content) if kind == "table" else View(kind, key, names=content)
    for name in members.type_names(value):
        if name in _TABLES:
            return View("table", name, columns=_TABLES[name])
        if name in _LISTS:
            return View("list", name, names=_LISTS[name])
        if name == "System.DateTime":
            return View("date", name)
    return None


def display_names(value: Any) -> list[str] | None:
    """The names of a DefaultDisplayPropertySet, the object's own or its type's; None without one."""
    own = _own_display_set(value)
    if own is not None:
        return own
    for name in members.type_names(value):
        data = find_data(name)
        if data is not None and data.default_display:
            return list(data.default_display)
    return None


def _own_display_set(value: Any) -> list[str] | None:
    holder = getattr(value, "members", None) if isinstance(value, PSCustomObject) else None
    standard = holder.get("PSStandardMembers") if holder else None
    inner = getattr(standard, "members", None)
    display = inner.get("DefaultDisplayPropertySet") if isinstance(inner, dict) else None
    names = getattr(display, "names", None)
    return list(names) if names else None


def all_names(value: Any) -> list[str]:
    """Every property name that is shown, hidden ones left out."""
    return [name for name, _entry in members.properties_of(value) if name != "PSStandardMembers"]


def read(value: Any, source: str | Callable[[Any], Any]) -> Any:
    """The value of a column: a property, or a function of the object; a property that throws is null."""
    from spshell.values.exceptions import NetException

    if callable(source):
        return source(value)
    try:
        return members.get_property(value, source)
    except NetException:
        return None
