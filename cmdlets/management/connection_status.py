"""What Test-Connection writes about each try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    from spshell.dotnet.net.echo_requests import Echo

_OWNER = "Microsoft.PowerShell.Commands.TestConnectionCommand+"


def _status(name: str) -> Any:
    from spshell.dotnet.system.enumerations import enum_value

    return enum_value("System.Net.NetworkInformation.IPStatus", name)


def _address(text: str) -> Any:
    from spshell.dotnet.net.network import IPAddress

    return IPAddress.parse(text)


def _if_answered(name: str) -> Any:
    return lambda status: getattr(status, name) if status.echo.status == "Success" else "*"


@net_class(_OWNER + "PingStatus")
class PingStatus:
    """One echo request and its answer."""

    ps_view = (
        "table",
        (
            ("Ping", 4, "right", "Ping"),
            ("Source", 16, "left", "Source"),
            ("Address", 25, "left", "DisplayAddress"),
            ("Latency(ms)", 7, "right", _if_answered("latency")),
            ("BufferSize(B)", 10, "right", _if_answered("size")),
            ("Status", 16, "left", "Status"),
        ),
    )

    def __init__(self, target: str, source: str, number: int, size: int, echo: Echo) -> None:
        self.target = target
        self.from_host = source
        self.number = number
        self.size = size
        self.echo = echo
        self.ps_members: Any = None

    @prop("uint32 Ping {get}")
    def ping(self) -> Any:
        from spshell.values.numbers import UInt32

        return UInt32(self.number)

    @prop("string Source {get}")
    def source(self) -> str:
        return self.from_host

    @prop("string Destination {get}")
    def destination(self) -> str:
        return self.target

    @prop("ipaddress Address {get}")
    def address(self) -> Any:
        return _address(self.echo.address)

    @prop("string DisplayAddress {get}")
    def display_address(self) -> str:
        return self.echo.address

    @prop("long Latency {get}")
    def latency(self) -> Int64:
        return Int64(self.echo.milliseconds)

    @prop("System.Net.NetworkInformation.IPStatus Status {get}")
    def status(self) -> Any:
        return _status(self.echo.status)

    @prop("int BufferSize {get}")
    def buffer_size(self) -> int:
        return self.size


@net_class(_OWNER + "TcpPortStatus")
class TcpPortStatus:
    """One connection to a port."""

    ps_view = (
        "table",
        (
            ("Id", 4, "right", "Id"),
            ("Source", 16, "left", "Source"),
            ("Address", 25, "left", "TargetAddress"),
            ("Port", 7, "right", "Port"),
            ("Latency(ms)", 7, "right", "Latency"),
            ("Connected", 10, "left", "Connected"),
            ("Status", 24, "left", "Status"),
        ),
    )

    def __init__(
        self, number: int, source: str, target: str, place: tuple[str, int], outcome: tuple[int, str]
    ) -> None:
        self.number = number
        self.from_host = source
        self.name = target
        self.place = place
        self.outcome = outcome
        self.ps_members: Any = None

    @prop("int Id {get}")
    def id(self) -> int:
        return self.number

    @prop("string Source {get}")
    def source(self) -> str:
        return self.from_host

    @prop("string Target {get}")
    def target(self) -> str:
        return self.name

    @prop("ipaddress TargetAddress {get}")
    def target_address(self) -> Any:
        return _address(self.place[0])

    @prop("int Port {get}")
    def port(self) -> int:
        return self.place[1]

    @prop("long Latency {get}")
    def latency(self) -> Int64:
        return Int64(self.outcome[0])

    @prop("bool Connected {get}")
    def connected(self) -> bool:
        return self.outcome[1] == "Success"

    @prop("System.Net.Sockets.SocketError Status {get}")
    def status(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value("System.Net.Sockets.SocketError", self.outcome[1])
