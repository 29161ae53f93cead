"""Test-Connection."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cmdlets.management.messages import process_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

_PING, _REPEAT, _TCP = ("DefaultPing",), ("RepeatPing",), ("TcpPort",)
_ECHO = (*_PING, *_REPEAT)
_LARGEST = 2147483647
_ERRORS = {
    "ECONNREFUSED": "ConnectionRefused",
    "EHOSTUNREACH": "HostUnreachable",
    "ENETUNREACH": "NetworkUnreachable",
    "ECONNRESET": "ConnectionReset",
}


class TestConnection(Cmdlet, verb="Test", noun="Connection", default_set="DefaultPing"):
    """Ask whether computers answer: to echo requests, or on a TCP port.

    -Quiet and -TcpPort give $true or $false; -Detailed says more about the port.

        PS> Test-Connection localhost -TcpPort 1 -TimeoutSeconds 1
        False
    """

    ping: Any = parameter("switch", sets=_ECHO, help="Echo requests: the default.")
    ipv4: Any = parameter("switch", name="IPv4", help="Only addresses of IPv4.")
    ipv6: Any = parameter("switch", name="IPv6", help="Only addresses of IPv6.")
    resolve_destination: Any = parameter("switch", help="Show the name that the address has.")
    source: Any = parameter("string", sets=(*_ECHO, *_TCP), help="The name to show as the source.")
    max_hops: Any = parameter(
        "int",
        sets=_ECHO,
        default=128,
        aliases=("Ttl", "TimeToLive", "Hops"),
        validate=[ValidateRange(1, 128)],
        help="Over how many routers at most.",
    )
    count: Any = parameter(
        "int", sets=(*_PING, *_TCP), default=4, validate=[ValidateRange(1, _LARGEST)], help="How many tries."
    )
    delay: Any = parameter(
        "int",
        sets=(*_ECHO, *_TCP),
        default=1,
        validate=[ValidateRange(1, _LARGEST)],
        help="Seconds between tries.",
    )
    buffer_size: Any = parameter(
        "int",
        sets=_ECHO,
        default=32,
        aliases=("Size", "Bytes", "BS"),
        validate=[ValidateRange(0, 65500)],
        help="Bytes in a request.",
    )
    repeat: Any = parameter(
        "switch",
        sets={"RepeatPing": SetFlags(mandatory=True), "TcpPort": SetFlags()},
        aliases=("Continuous",),
        help="Until somebody stops it.",
    )
    quiet: Any = parameter("switch", help="Only whether it answers.")
    timeout_seconds: Any = parameter(
        "int", default=5, validate=[ValidateRange(1, _LARGEST)], help="How long to wait."
    )
    target_name: Any = parameter(
        "string[]",
        mandatory=True,
        position=0,
        from_pipeline=True,
        by_name=True,
        aliases=("ComputerName",),
        validate=[ValidateNotNullOrEmpty()],
        help="Names or addresses.",
    )
    tcp_port: Any = parameter(
        "int",
        sets={"TcpPort": SetFlags(mandatory=True)},
        validate=[ValidateRange(0, 65535)],
        help="The port to connect to.",
    )
    detailed: Any = parameter("switch", sets=_TCP, help="An object a try.")

    def process(self) -> Iterator[object]:
        for target in self.target_name:
            address = self._address(target)
            if address is None:
                if self.quiet:
                    yield False
            elif self.parameter_set == "TcpPort":
                yield from self._port(target, address)
            elif self.quiet:
                yield all(status.echo.status == "Success" for status in self._echoes(target, address))
            else:
                yield from self._echoes(target, address)

    def _address(self, target: str) -> str | None:
        """The address of a target; None, and an error, when there is none."""
        import socket

        family = socket.AF_INET if self.ipv4 else socket.AF_INET6 if self.ipv6 else 0
        try:
            return str(socket.getaddrinfo(target, None, family, socket.SOCK_STREAM)[0][4][0])
        except OSError as error:
            self._failed(target, error)
            return None

    def _failed(self, target: str, error: OSError) -> None:
        if not self.quiet:
            reason = error.strerror or str(error)
            self.write_error(process_fault("TestConnectionException", target, reason, target=target))

    def _tries(self) -> Iterator[int]:
        """Numbers from 1, with the delay between them."""
        number = 1
        while self.repeat or number <= self.count:
            if number > 1:
                time.sleep(self.delay)
            yield number
            number += 1

    def _echoes(self, target: str, address: str) -> Iterator[Any]:
        from cmdlets.management.connection_status import PingStatus
        from spshell.dotnet.net.echo_requests import request

        shown = self._shown(target, address)
        for number in self._tries():
            try:
                echo = request(
                    address,
                    size=self.buffer_size,
                    timeout=self.timeout_seconds,
                    hops=self.max_hops,
                    number=number,
                )
            except OSError as error:
                self._failed(target, error)
                continue
            yield PingStatus(shown, self._source(), number, self.buffer_size, echo)

    def _port(self, target: str, address: str) -> Iterator[Any]:
        from cmdlets.management.connection_status import TcpPortStatus

        for number in self._tries():
            outcome = self._connect(address)
            if not self.detailed:
                yield outcome[1] == "Success"
                return
            yield TcpPortStatus(
                number, self._source(), self._shown(target, address), (address, self.tcp_port), outcome
            )

    def _connect(self, address: str) -> tuple[int, str]:
        """(milliseconds, name of a SocketError)."""
        import errno
        import socket

        began = time.monotonic()
        try:
            socket.create_connection((address, self.tcp_port), self.timeout_seconds).close()
        except TimeoutError:
            return 0, "TimedOut"
        except OSError as error:
            return 0, _ERRORS.get(errno.errorcode.get(error.errno or 0, ""), "SocketError")
        return round((time.monotonic() - began) * 1000), "Success"

    def _source(self) -> str:
        import socket

        return self.source or socket.gethostname()

    def _shown(self, target: str, address: str) -> str:
        import socket

        if not self.resolve_destination:
            return target
        try:
            return socket.gethostbyaddr(address)[0]
        except OSError:
            return target
