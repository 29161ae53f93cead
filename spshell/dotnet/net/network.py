"""System.Net: IPAddress, IPEndPoint, Dns, MailAddress."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64


def _read_v4(text: str) -> bytes | None:
    """One to four numbers, decimal, octal (0) or hexadecimal (0x), the last filling the rest."""
    numbers: list[int] = []
    for piece in text.split("."):
        try:
            if piece[:2] in ("0x", "0X"):
                number = int(piece, 16)
            elif len(piece) > 1 and piece.startswith("0"):
                number = int(piece, 8)
            else:
                number = int(piece) if piece.isdigit() and piece.isascii() else -1
        except ValueError:
            return None
        if number < 0:
            return None
        numbers.append(number)
    if not 1 <= len(numbers) <= 4 or any(number > 255 for number in numbers[:-1]):
        return None
    if numbers[-1] >= 256 ** (5 - len(numbers)):
        return None
    return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(numbers), "big")


@net_class("System.Net.IPAddress", ps_name="ipaddress")
class IPAddress:
    """An IPv4 or IPv6 address; immutable."""

    def __init__(self, data: bytes, scope: int = 0) -> None:
        self.data = data
        self.scope = scope
        self.ps_members: Any = None

    def ps_text(self) -> str:
        from ipaddress import IPv4Address, IPv6Address

        if len(self.data) == 4:
            return str(IPv4Address(self.data))
        address = IPv6Address(self.data)
        mapped = address.ipv4_mapped
        text = f"::ffff:{mapped}" if mapped is not None else str(address)
        return f"{text}%{self.scope}" if self.scope else text

    to_string = ps_text

    def net_equals(self, other: IPAddress) -> bool:
        return self.data == other.data and self.scope == other.scope

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPAddress) and self.net_equals(other)

    def __hash__(self) -> int:
        return hash(self.data)

    @staticmethod
    def read(text: str) -> IPAddress | None:
        """The address of a text, or None."""
        from ipaddress import AddressValueError, IPv6Address

        if ":" not in text:
            data = _read_v4(text)
            return None if data is None else IPAddress(data)
        body, _, scope = text.strip("[]").partition("%")
        try:
            return IPAddress(IPv6Address(body).packed, int(scope) if scope.isdigit() else 0)
        except AddressValueError:
            return None

    @constructor("(long newAddress)", "(byte[] address)", "(byte[] address, long scopeid)")
    @staticmethod
    def create(value: Any, scope: int = 0) -> IPAddress:
        if isinstance(value, int):
            if not 0 <= value <= 0xFFFFFFFF:
                raise out_of_range("newAddress", value % 2**64, 0xFFFFFFFF)
            return IPAddress(int(value).to_bytes(4, "little"))
        if value is None:
            raise argument_null("address")
        data = to_bytes(value)
        if len(data) not in (4, 16):
            raise bad_argument("An address has four or sixteen bytes.", "address")
        return IPAddress(data, int(scope))

    @method("static ipaddress Parse(string ipString)")
    @staticmethod
    def parse(text: str | None) -> IPAddress:
        if text is None:
            raise argument_null("ipString")
        found = IPAddress.read(text)
        if found is None:
            raise bad_format("FormatString", text)
        return found

    @method("static bool TryParse(string ipString, out ipaddress address)")
    @staticmethod
    def try_parse(text: str | None, result: Any) -> bool:
        result.value = IPAddress.read(text) if text else None
        return result.value is not None

    @prop("System.Net.Sockets.AddressFamily AddressFamily {get}")
    def address_family(self) -> Any:
        name = "InterNetwork" if len(self.data) == 4 else "InterNetworkV6"
        return enum_value("System.Net.Sockets.AddressFamily", name)

    @prop("long ScopeId {get}")
    def scope_id(self) -> Int64:
        if len(self.data) == 4:
            raise thrown("System.Net.Sockets.SocketException", "Invalid", "IPv4 addresses have no scope.")
        return Int64(self.scope)

    @prop("bool IsIPv6Multicast {get}")
    def is_ipv6_multicast(self) -> bool:
        return len(self.data) == 16 and self.data[0] == 0xFF

    @prop("bool IsIPv6LinkLocal {get}")
    def is_ipv6_link_local(self) -> bool:
        return len(self.data) == 16 and self.data[0] == 0xFE and self.data[1] & 0xC0 == 0x80

    @prop("bool IsIPv6SiteLocal {get}")
    def is_ipv6_site_local(self) -> bool:
        return len(self.data) == 16 and self.data[0] == 0xFE and self.data[1] & 0xC0 == 0xC0

    @prop("bool IsIPv6Teredo {get}")
    def is_ipv6_teredo(self) -> bool:
        return len(self.data) == 16 and self.data[:4] == b"\x20\x01\0\0"

    @prop("bool IsIPv6UniqueLocal {get}")
    def is_ipv6_unique_local(self) -> bool:
        return len(self.data) == 16 and self.data[0] & 0xFE == 0xFC

    @prop("bool IsIPv4MappedToIPv6 {get}")
    def is_mapped(self) -> bool:
        return len(self.data) == 16 and self.data[:12] == b"\0" * 10 + b"\xff\xff"

    @prop("long Address {get}")
    def address(self) -> Int64:
        if len(self.data) != 4:
            raise thrown("System.Net.Sockets.SocketException", "Invalid", "Only IPv4 addresses are numbers.")
        return Int64(int.from_bytes(self.data, "little"))

    @method("byte[] GetAddressBytes()")
    def get_address_bytes(self) -> Any:
        return byte_array(self.data)

    @method("ipaddress MapToIPv6()")
    def map_to_ipv6(self) -> IPAddress:
        return self if len(self.data) == 16 else IPAddress(b"\0" * 10 + b"\xff\xff" + self.data)

    @method("ipaddress MapToIPv4()")
    def map_to_ipv4(self) -> IPAddress:
        return IPAddress(self.data[-4:])

    @method("static bool IsLoopback(ipaddress address)")
    @staticmethod
    def is_loopback(value: IPAddress) -> bool:
        return value.data[0] == 127 if len(value.data) == 4 else value.data == b"\0" * 15 + b"\x01"

    @method("static int HostToNetworkOrder(int host)")
    @staticmethod
    def host_to_network(value: int) -> int:
        return int.from_bytes((value & 0xFFFFFFFF).to_bytes(4, "little"), "big", signed=True)


@net_class(
    "System.Net.IPAddress+ReadOnlyIPAddress",
    ps_name=(
        "System.Net.IPAddress+ReadOnlyIPAddress, System.Net.Primitives, Version=10.0.0.0, Culture=neutral,"
        " PublicKeyToken=b03f5f7f11d50a3a"
    ),
)
class ReadOnlyIPAddress(IPAddress):
    """An address that .NET shares: its Address cannot be set."""


def _fixed(name: str, data: bytes) -> None:
    kind = ReadOnlyIPAddress if len(data) == 4 else IPAddress
    getter = prop(f"static ipaddress {name} {{get}}")(lambda: kind(data))
    setattr(IPAddress, "fixed_" + name.lower(), getter)


_fixed("Any", bytes(4))
_fixed("Loopback", b"\x7f\0\0\x01")
_fixed("Broadcast", b"\xff" * 4)
_fixed("None", b"\xff" * 4)
_fixed("IPv6Any", bytes(16))
_fixed("IPv6Loopback", bytes(15) + b"\x01")
_fixed("IPv6None", bytes(16))


@net_class("System.Net.IPEndPoint", ps_name="ipendpoint")
class IPEndPoint:
    """An address and a port."""

    def __init__(self, address: IPAddress, port: int) -> None:
        self.where = address
        self.number = port

    def ps_text(self) -> str:
        text = self.where.ps_text()
        return f"[{text}]:{self.number}" if len(self.where.data) == 16 else f"{text}:{self.number}"

    to_string = ps_text

    def net_equals(self, other: IPEndPoint) -> bool:
        return self.where == other.where and self.number == other.number

    @constructor("(ipaddress address, int port)", "(long address, int port)")
    @staticmethod
    def create(address: Any, port: int) -> IPEndPoint:
        if not 0 <= port <= 65535:
            raise out_of_range("port", port)
        return IPEndPoint(IPAddress.create(address) if isinstance(address, int) else address, port)

    @method("static ipendpoint Parse(string s)")
    @staticmethod
    def parse(text: str) -> IPEndPoint:
        host, port = text, ""
        if text.startswith("["):
            host, _, port = text[1:].partition("]")
            port = port.removeprefix(":")
        elif text.count(":") == 1:
            host, _, port = text.partition(":")
        address = IPAddress.read(host)
        if address is None or (port and (not port.isdigit() or int(port) > 65535)):
            raise bad_format("FormatString", text)
        return IPEndPoint(address, int(port or 0))

    @prop("ipaddress Address {get;set}")
    def address(self) -> IPAddress:
        return self.where

    @address.setter
    def set_address(self, value: IPAddress) -> None:
        self.where = value

    @prop("int Port {get;set}")
    def port(self) -> int:
        return self.number

    @port.setter
    def set_port(self, value: int) -> None:
        self.number = value


@net_class("System.Net.Dns", kind="static")
class Dns:
    """Names and addresses of hosts."""

    @method("static string GetHostName()")
    @staticmethod
    def get_host_name() -> str:
        import socket

        return socket.gethostname()

    @method("static ipaddress[] GetHostAddresses(string hostNameOrAddress)")
    @staticmethod
    def get_host_addresses(name: str) -> Any:
        import socket

        try:
            found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        except OSError as error:
            raise thrown(
                "System.Net.Sockets.SocketException", "Invalid", f"'{name}': {error.strerror}"
            ) from None
        return [IPAddress.parse(str(entry[4][0])) for entry in found]


@net_class("System.Net.Mail.MailAddress", ps_name="mailaddress")
class MailAddress:
    """A mail address with a display name (RFC 5322 §3.4)."""

    def __init__(self, display: str, local: str, domain: str) -> None:
        self.display = display
        self.local = local
        self.domain = domain
        self.ps_members: Any = None

    def ps_text(self) -> str:
        address = f"{self.local}@{self.domain}"
        return f'"{self.display}" <{address}>' if self.display else address

    to_string = ps_text

    def net_equals(self, other: Any) -> bool:
        return bool(self == other)

    def __eq__(self, other: object) -> bool:
        # Equals compares texts without regard to case.
        text = other.ps_text() if isinstance(other, MailAddress) else other
        return isinstance(text, str) and text.lower() == self.ps_text().lower()

    def __hash__(self) -> int:
        return hash(self.ps_text().lower())

    @constructor(
        "(string address)",
        "(string address, string displayName)",
        "(string address, string displayName, System.Text.Encoding displayNameEncoding)",
    )
    @staticmethod
    def create(text: str | None, display: str | None = None, _encoding: Any = None) -> MailAddress:
        from spshell.dotnet.net.mail_addresses import read_address

        if text is None:
            raise argument_null("address")
        if not text:
            raise bad_argument("The address is empty.", "address")
        found = read_address(text)
        if found is None:
            raise bad_format("FormatString", text)
        name, local, domain = found
        return MailAddress(display or name, local, domain)

    @method("static bool TryCreate(string address, out mailaddress result)")
    @staticmethod
    def try_create(text: str | None, result: Any) -> bool:
        from spshell.dotnet.net.mail_addresses import read_address

        found = read_address(text) if text else None
        result.value = None if found is None else MailAddress(*found)
        return found is not None

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return self.display

    @prop("string User {get}")
    def user(self) -> str:
        return self.local

    @prop("string Host {get}")
    def host(self) -> str:
        return self.domain

    @prop("string Address {get}")
    def address(self) -> str:
        return f"{self.local}@{self.domain}"
