"""System.Net.IPNetwork: a range of addresses by its beginning and the length of its prefix."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.net.network import IPAddress
from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format, out_of_range
from spshell.values.declare import constructor, method, net_class, prop


@net_class("System.Net.IPNetwork", base="System.ValueType", kind="struct", is_value_type=True)
class IPNetwork:
    """All addresses that begin as `base` does."""

    __slots__ = ("base", "length")

    def __init__(self, base: Any, length: int) -> None:
        self.base = base
        self.length = length

    @constructor("(ipaddress baseAddress, int prefixLength)")
    @staticmethod
    def create(base: Any, length: int) -> IPNetwork:
        if base is None:
            raise argument_null("baseAddress")
        if not 0 <= length <= len(base.data) * 8:
            raise out_of_range("prefixLength", length)
        if _number(base) & _host_bits(base, length):
            raise bad_argument("The address has bits behind the prefix.", "baseAddress")
        return IPNetwork(base, length)

    @staticmethod
    def read(text: str) -> IPNetwork | None:
        """The network of a text, or None."""
        head, slash, tail = text.partition("/")
        base = IPAddress.read(head)
        if not slash or base is None or not tail.isdigit() or int(tail) > len(base.data) * 8:
            return None
        if _number(base) & _host_bits(base, int(tail)):
            return None
        return IPNetwork(base, int(tail))

    @method("static System.Net.IPNetwork Parse(string s)")
    @staticmethod
    def parse(text: str | None) -> IPNetwork:
        if text is None:
            raise argument_null("s")
        found = IPNetwork.read(text)
        if found is None:
            raise bad_format("FormatString", text)
        return found

    @method("static bool TryParse(string s, out System.Net.IPNetwork result)")
    @staticmethod
    def try_parse(text: str | None, result: Any) -> bool:
        result.value = IPNetwork.read(text) if text else None
        return result.value is not None

    @method("bool Contains(ipaddress address)")
    def contains(self, address: Any) -> bool:
        if address is None:
            raise argument_null("address")
        if len(address.data) != len(self.base.data):
            return False
        return not (_number(address) ^ _number(self.base)) & ~_host_bits(self.base, self.length)

    @prop("ipaddress BaseAddress {get}")
    def base_address(self) -> Any:
        return self.base

    @prop("int PrefixLength {get}")
    def prefix_length(self) -> int:
        return self.length

    def ps_text(self) -> str:
        return f"{self.base.ps_text()}/{self.length}"

    to_string = ps_text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPNetwork) and (other.base, other.length) == (self.base, self.length)

    def __hash__(self) -> int:
        return hash((self.base, self.length))


def _number(address: Any) -> int:
    return int.from_bytes(address.data, "big")


def _host_bits(address: Any, length: int) -> int:
    return (1 << (len(address.data) * 8 - length)) - 1
