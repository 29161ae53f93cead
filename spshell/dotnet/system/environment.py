"""System.Environment."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import Members
from spshell.values.hashtable import Hashtable
from spshell.values.numbers import Int64
from spshell.values.unencodable import environment_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

ENVIRONMENT = Members()


def _static(declaration: str) -> Callable[[F], F]:
    return ENVIRONMENT.prop(f"static {declaration} {{get}}")


@_static("string MachineName")
def machine_name() -> str:
    import socket

    return socket.gethostname()


@_static("string UserName")
def user_name() -> str:
    import getpass

    return getpass.getuser()


@_static("string UserDomainName")
def user_domain_name() -> str:
    return machine_name()


@_static("string CurrentDirectory")
def current_directory() -> str:
    return os.getcwd()


@ENVIRONMENT.setter("CurrentDirectory")
def set_current_directory(value: str) -> None:
    from spshell.dotnet.io.file_errors import guarded

    guarded(lambda: os.chdir(value), value)


_static("string NewLine")(lambda: os.linesep)
_static("int ProcessId")(os.getpid)
_static("int ProcessorCount")(lambda: os.cpu_count() or 1)
_static("bool Is64BitOperatingSystem")(lambda: sys.maxsize > 2**32)
_static("bool Is64BitProcess")(lambda: sys.maxsize > 2**32)
_static("bool UserInteractive")(lambda: True)
_static("bool HasShutdownStarted")(lambda: False)
_static("string SystemDirectory")(lambda: "")
_static("string CommandLine")(lambda: " ".join(sys.argv))
_static("string ProcessPath")(lambda: sys.executable)
_static("int SystemPageSize")(lambda: 4096)
_static("string StackTrace")(lambda: "")
_static("int CurrentManagedThreadId")(lambda: 1)


@_static("int TickCount")
def tick_count() -> int:
    return (int(tick_count_64()) + 2**31) % 2**32 - 2**31


@_static("long TickCount64")
def tick_count_64() -> Int64:
    import time

    return Int64(time.monotonic_ns() // 1_000_000)


@_static("int ExitCode")
def exit_code() -> int:
    return 0


@_static("version Version")
def runtime_version() -> Any:
    from spshell.dotnet.system.versions import Version

    return Version(10, 0, 0)


@_static("System.OperatingSystem OSVersion")
def os_version() -> Any:
    from spshell.dotnet.system.enumerations import enum_value
    from spshell.dotnet.system.versions import Version
    from spshell.values.objects import PSCustomObject

    numbers = [int(part) for part in os.uname().release.replace("-", ".").split(".")[:3] if part.isdigit()]
    version = Version(*(numbers if len(numbers) > 1 else [0, 0]))
    return PSCustomObject(
        {
            "Platform": enum_value("System.PlatformID", "Unix"),
            "ServicePack": "",
            "Version": version,
            "VersionString": f"Unix {version.ps_text()}",
        }
    )


@ENVIRONMENT.method(
    "static string GetEnvironmentVariable(string variable)",
    "static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)",
)
def get_variable(name: str | None, target: Any = None) -> str | None:
    """A variable of the environment, or null."""
    if name is None:
        raise argument_null("variable")
    return os.environ.get(name) if target is None or target.value == 0 else None


@ENVIRONMENT.method(
    "static void SetEnvironmentVariable(string variable, string value)",
    "static void SetEnvironmentVariable(string variable, string value,"
    " System.EnvironmentVariableTarget target)",
)
def set_variable(name: str | None, value: str | None, target: Any = None) -> None:
    """Set a variable, or remove it (null)."""
    if name is None:
        raise argument_null("variable")
    if not name or "=" in name or "\0" in name:
        raise bad_argument("A variable's name is neither empty nor holds an equals sign.", "variable")
    if target is not None and target.value:
        return
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = environment_text(value)


@ENVIRONMENT.method(
    "static System.Collections.IDictionary GetEnvironmentVariables()",
    "static System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)",
)
def get_variables(target: Any = None) -> Hashtable:
    """All variables."""
    return Hashtable(() if target is not None and target.value else os.environ.items(), case_sensitive=True)


@ENVIRONMENT.method("static string ExpandEnvironmentVariables(string name)")
def expand(text: str | None) -> str:
    """Replace %NAME% by the variable's value; unknown ones stay."""
    if text is None:
        raise argument_null("name")
    pieces = text.split("%")
    result = [pieces[0]]
    index = 1
    while index < len(pieces):
        if index + 1 < len(pieces) and pieces[index] in os.environ:
            result += (os.environ[pieces[index]], pieces[index + 1])
            index += 2
        else:
            result += ("%", pieces[index])
            index += 1
    return "".join(result)


_FOLDERS = {
    "UserProfile": "",
    "Personal": "Documents",
    "MyDocuments": "Documents",
    "Desktop": "Desktop",
    "DesktopDirectory": "Desktop",
    "MyMusic": "Music",
    "MyPictures": "Pictures",
    "MyVideos": "Videos",
    "ApplicationData": ".config",
    "LocalApplicationData": ".local/share",
    "Fonts": ".fonts",
    "Templates": "Templates",
}
_FIXED = {"CommonApplicationData": "/usr/share", "CommonTemplates": "/usr/share/templates"}


@ENVIRONMENT.method(
    "static string GetFolderPath(System.Environment+SpecialFolder folder)",
    "static string GetFolderPath(System.Environment+SpecialFolder folder,"
    " System.Environment+SpecialFolderOption option)",
)
def get_folder_path(folder: Any, _option: Any = None) -> str:
    """A special folder; empty text when the system has none or it does not exist."""
    if folder.name in _FIXED:
        return _FIXED[folder.name]
    if folder.name not in _FOLDERS:
        return ""
    home = os.path.expanduser("~")
    part = _FOLDERS[folder.name]
    variable = {".config": "XDG_CONFIG_HOME", ".local/share": "XDG_DATA_HOME"}.get(part)
    path = (os.environ.get(variable) if variable else None) or os.path.join(home, part).rstrip("/")
    return path if os.path.isdir(path) else ""


@ENVIRONMENT.method("static string[] GetCommandLineArgs()")
def get_command_line_args() -> Any:
    """The arguments of the process."""
    return typed_array("System.String", sys.argv)


@ENVIRONMENT.method("static string[] GetLogicalDrives()")
def get_logical_drives() -> Any:
    """The roots of the file system."""
    return typed_array("System.String", ["/"])


@ENVIRONMENT.method("static void Exit(int exitCode)")
def leave(code: int) -> None:
    """End the process."""
    raise SystemExit(code)


define("System.Environment", ENVIRONMENT, kind="static")
