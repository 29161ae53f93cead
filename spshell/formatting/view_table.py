"""The views of built-in types as data: columns of tables, lines of lists, what wide views show, what views group by."""

from __future__ import annotations

from spshell.dotnet.reflection import members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_MEGABYTE = 1048576

Column = tuple[str, int, str, "str | Callable[[Any], Any]"]
"""(label, width or 0, alignment or "", property name or function)."""


def _folder(info: Any) -> Any:
    """Where an item lies, without the provider's name."""
    found = members.get_property(info, "PSParentPath")
    return None if found is None else str(found).partition("::")[2]


def _written(info: Any) -> str:
    from spshell.values.composite import format_composite

    return format_composite("{0:d} {0:HH}:{0:mm}", [members.get_property(info, "LastWriteTime")])


def _gigabytes(count: Any) -> Any:
    return "" if count is None else f"{int(count) / 1024**3:.2f}"


def _start_day(process: Any) -> Any:
    return process.start_time.format("d", None)


def _part(name: str, unit: int) -> Callable[[Any], str]:
    """A column that shows a number of a process in a larger unit."""

    def text(process: Any) -> str:
        number = members.get_property(process, name)
        return "" if number is None else f"{number / unit:,.2f}"

    return text


def _command_name(info: Any) -> str:
    """An alias with what it stands for."""
    from spshell.values.text import to_text

    alias = to_text(members.get_property(info, "CommandType")) == "Alias"
    shown = members.get_property(info, "DisplayName") if alias else None
    return to_text(members.get_property(info, "Name") if shown is None else shown)


def _command_version(info: Any) -> Any:
    """A command without a version of its own shows none."""
    version = members.get_property(info, "Version")
    return None if version is None or str(version) == "0.0" else version


_COMMAND = (
    ("CommandType", 15, "", "CommandType"), ("Name", 50, "", lambda info: str(_command_name(info))),
    ("Version", 10, "", _command_version), ("Source", 0, "", "Source"),
)  # fmt: skip

_PROCESS_SIZES = (
    ("ProcessName", 20, "", "ProcessName"), ("Id", 10, "right", "Id"), ("WorkingSet64", 12, "right", "WorkingSet64"),
)  # fmt: skip

TABLES: dict[str, tuple[Any, ...]] = {
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
    "Microsoft.PowerShell.Commands.ByteCollection": (
        ("Offset", 16, "right", "HexOffset"), ("Bytes\n" + bytes(range(16)).hex(" ").upper(), 47, "", "HexBytes"),
        ("Ascii", 16, "", "Ascii"),
    ),
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

WRAPPED = frozenset({"System.Management.Automation.PSMethod"})
"""Tables whose cells break over several lines."""

TABLES.update(
    {
        "System.Threading.Tasks.Task": (
            ("Id", 0, "", "Id"), ("IsCompleted", 0, "", "IsCompleted"), ("Status", 0, "", "Status"),
        ),
        "System.IO.FileSystemInfo": (
            ("UnixMode", 10, "left", "UnixMode"), ("User", 10, "right", "User"), ("Group", 10, "left", "Group"),
            ("LastWriteTime", 16, "right", _written), ("Size", 12, "right", "Size"),
            ("Name", 0, "left", "NameString"),
        ),
        "System.Management.Automation.PSDriveInfo": (
            ("Name", 10, "", "Name"), ("Used (GB)", 13, "right", lambda drive: _gigabytes(members.get_property(drive, "Used"))),
            ("Free (GB)", 13, "right", lambda drive: _gigabytes(members.get_property(drive, "Free"))),
            ("Provider", 13, "", lambda drive: members.get_property(members.get_property(drive, "Provider"), "Name")),
            ("Root", 35, "", "Root"),
            ("CurrentLocation", 0, "right", "CurrentLocation"),
        ),
        "System.Diagnostics.Process": (
            ("NPM(K)", 7, "right", _part("NonpagedSystemMemorySize64", 1024)),
            ("PM(M)", 8, "right", _part("PagedMemorySize64", _MEGABYTE)),
            ("WS(M)", 10, "right", _part("WorkingSet64", _MEGABYTE)),
            ("CPU(s)", 10, "right", _part("CPU", 1)),
            ("Id", 7, "right", "Id"), ("SI", 3, "right", "SI"), ("ProcessName", 0, "", "ProcessName"),
        ),
        "System.Diagnostics.Process#IncludeUserName": (
            ("WS(M)", 10, "right", _part("WorkingSet64", _MEGABYTE)),
            ("CPU(s)", 8, "right", _part("CPU", 1)),
            ("Id", 7, "right", "Id"), ("UserName", 30, "", "UserName"), ("ProcessName", 0, "", "ProcessName"),
        ),
        "System.Management.Automation.ProviderInfo": (
            ("Name", 20, "", "Name"), ("Capabilities", 35, "", "Capabilities"), ("Drives", 0, "", "Drives"),
        ),
        "Microsoft.PowerShell.Commands.FileHashInfo": (
            ("Algorithm", 15, "", "Algorithm"), ("Hash", 70, "", "Hash"), ("Path", 0, "", "Path"),
        ),
        "Microsoft.PowerShell.Commands.HistoryInfo": (
            ("Id", 4, "right", "Id"), ("Duration", 12, "right", "Duration"), ("CommandLine", 0, "", "CommandLine"),
        ),
        "System.Management.Automation.Runspaces.Runspace": (
            ("Id", 3, "right", "Id"), ("Name", 15, "", "Name"), ("ComputerName", 15, "", lambda _item: "localhost"),
            ("Type", 13, "", lambda _item: "Local"), ("State", 13, "", lambda item: item.state),
            ("Availability", 15, "", "RunspaceAvailability"),
        ),
        "System.Management.Automation.Runspaces.TypeData": (("TypeName", 0, "", "TypeName"), ("Members", 0, "", "Members")),
        "System.Management.Automation.ExperimentalFeature": (
            ("Name", 35, "left", "Name"), ("Enabled", 7, "right", "Enabled"), ("Source", 35, "left", "Source"),
            ("Description", 0, "left", "Description"),
        ),
        "System.Reflection.Assembly": (
            ("GAC", 6, "", "GlobalAssemblyCache"), ("Version", 14, "", "ImageRuntimeVersion"), ("Location", 0, "", "Location"),
        ),
        "System.Reflection.AssemblyName": (("Version", 14, "", "Version"), ("Name", 0, "", "Name")),
        "System.Management.Automation.CallStackFrame": (
            ("Command", 0, "", "Command"), ("Arguments", 0, "", "Arguments"), ("Location", 0, "", "Location"),
        ),
    }
)  # fmt: skip

LISTS: dict[str, tuple[Any, ...]] = {
    "System.TimeSpan": (
        "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes",
        "TotalSeconds", "TotalMilliseconds",
    ),
    "System.Collections.DictionaryEntry": ("Name", "Value"),
    "Microsoft.PowerShell.Commands.GroupInfo": ("Name", "Count", "Group", "Values"),
    "Microsoft.PowerShell.Commands.GroupInfoNoElement": ("Name", "Count", "Values"),
    "System.Management.Automation.PSDriveInfo": ("Name", "Description", "Provider", "Root", "CurrentLocation"),
    "System.Management.Automation.ProviderInfo": ("Name", "Capabilities", "Home", "Drives"),
    "System.IO.DirectoryInfo": (
        "Name", "CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target",
    ),
    "System.IO.FileInfo": (
        "Name", ("Length", "LengthString"), "CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType",
        "Target", "VersionInfo",
    ),
}  # fmt: skip

WIDE: dict[str, str] = {
    "System.Diagnostics.Process": "ProcessName",
    "System.TimeSpan": "TotalMilliseconds",
    "System.IO.FileSystemInfo": "Name",
    "Microsoft.PowerShell.Commands.HistoryInfo": "CommandLine",
    "System.Management.Automation.PSModuleInfo": "Name",
}

NAMED: dict[tuple[str, str], tuple[Any, ...]] = {
    ("System.IO.FileSystemInfo", "children"): (
        ("Mode", 7, "left", "ModeWithoutHardLink"), ("LastWriteTime", 26, "right", "LastWriteTimeString"),
        ("Length", 14, "right", "LengthString"), ("Name", 0, "left", "NameString"),
    ),
    ("System.IO.FileSystemInfo", "childrenWithHardlink"): (
        ("Mode", 7, "left", "Mode"), ("LastWriteTime", 26, "right", "LastWriteTimeString"),
        ("Length", 14, "right", "LengthString"), ("Name", 0, "left", "NameString"),
    ),
    ("System.Diagnostics.Process", "Priority"): _PROCESS_SIZES,
    ("System.Diagnostics.Process", "StartTime"): _PROCESS_SIZES,
    ("System.TimeSpan", "System.TimeSpan"): tuple(
        (name, 0, "", name) for name in ("Days", "Hours", "Minutes", "Seconds", "Milliseconds")
    ),
}  # fmt: skip
"""(type, name of a view) -> columns of tables that are shown only when asked for."""

GROUPS: dict[str, tuple[str | Callable[[Any], Any], str]] = {
    "System.Diagnostics.Process Priority": ("PriorityClass", "   PriorityClass: "),
    "System.Diagnostics.Process StartTime": (_start_day, "   StartTime.ToShortDateString(): "),
    "PingStatus": ("Destination", "   Destination: "),
    "TcpPortStatus": ("Target", "   Target: "),
    "Microsoft.PowerShell.Commands.MemberDefinition": ("TypeName", "   TypeName: "),
    "System.IO.FileSystemInfo": (_folder, "    Directory: "),
    "Microsoft.PowerShell.Commands.ByteCollection": ("Label", "   Label: "),
    "System.Management.Automation.ErrorRecord#PSExtendedError": ("PSErrorIndex", "   ErrorIndex: "),
    "System.Exception#PSExtendedError": ("PSErrorIndex", "   ErrorIndex: "),
}
"""Type, or type and name of a view -> (property or function, heading)."""
