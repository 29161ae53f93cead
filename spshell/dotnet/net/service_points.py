"""System.Net.ServicePointManager: settings that scripts of Windows PowerShell make. They are kept; TLS follows Python."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.values.declare import Members

_SETTINGS: dict[str, tuple[str, Any]] = {
    "CheckCertificateRevocationList": ("bool", False),
    "DefaultConnectionLimit": ("int", 2),
    "DnsRefreshTimeout": ("int", 120000),
    "EnableDnsRoundRobin": ("bool", False),
    "Expect100Continue": ("bool", True),
    "MaxServicePointIdleTime": ("int", 100000),
    "MaxServicePoints": ("int", 0),
    "ReusePort": ("bool", False),
    "ServerCertificateValidationCallback": ("System.Net.Security.RemoteCertificateValidationCallback", None),
    "UseNagleAlgorithm": ("bool", True),
}
"""Property -> (type, value of a fresh session)."""

MANAGER = Members()


class _Settings:
    """The values of one process, as .NET has them: static."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def read(self, name: str, default: Any) -> Any:
        return self.values.get(name, default)

    def write(self, name: str, value: Any) -> None:
        self.values[name] = value


def _declare(settings: _Settings) -> None:
    for name, (type_name, default) in _SETTINGS.items():
        _property(settings, name, type_name, default)
    MANAGER.prop("static System.Net.SecurityProtocolType SecurityProtocol {get;set}")(
        lambda: settings.read("SecurityProtocol", None) or _system_default()
    )
    MANAGER.setter("SecurityProtocol")(lambda value: settings.write("SecurityProtocol", value))


def _property(settings: _Settings, name: str, type_name: str, default: Any) -> None:
    MANAGER.prop(f"static {type_name} {name} {{get;set}}")(lambda: settings.read(name, default))
    MANAGER.setter(name)(lambda value: settings.write(name, value))


def _system_default() -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value("System.Net.SecurityProtocolType", "SystemDefault")


_declare(_Settings())
define("System.Net.ServicePointManager", MANAGER)
