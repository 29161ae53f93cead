"""ICMP echo requests: what `ping` sends, over the sockets that need no rights where there are such, else over raw ones."""

from __future__ import annotations

import os
import socket
import struct
import time
from typing import NamedTuple

_REQUEST: dict[int, int] = {socket.AF_INET: 8, socket.AF_INET6: 128}
_REPLY: dict[int, int] = {socket.AF_INET: 0, socket.AF_INET6: 129}
_UNREACHABLE: dict[int, int] = {socket.AF_INET: 3, socket.AF_INET6: 1}
_EXPIRED: dict[int, int] = {socket.AF_INET: 11, socket.AF_INET6: 3}
_HEADER = struct.Struct("!BBHHH")


class Echo(NamedTuple):
    """What came of a request: the name of an IPStatus, from whom, and after how many milliseconds."""

    status: str
    address: str
    milliseconds: int


def request(address: str, *, size: int = 32, timeout: float = 5, hops: int = 128, number: int = 1) -> Echo:
    """Send one request to an address and wait for its answer. Raises OSError where no such socket may be opened."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with _opened(family) as connection:
        raw = connection.type == socket.SOCK_RAW
        level, option = (
            (socket.IPPROTO_IP, socket.IP_TTL)
            if family == socket.AF_INET
            else (socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS)
        )
        connection.setsockopt(level, option, hops)
        mark = os.getpid() & 0xFFFF
        began = time.monotonic()
        connection.sendto(_packet(family, mark, number, size), (address, 0))
        while (left := began + timeout - time.monotonic()) > 0:
            connection.settimeout(left)
            try:
                data, source = connection.recvfrom(65535)
            except TimeoutError:
                break
            status = _read(data, family, mark if raw else None, number)
            if status is not None:
                return Echo(status, source[0], round((time.monotonic() - began) * 1000))
    return Echo("TimedOut", address, 0)


def _opened(family: int) -> socket.socket:
    protocol = socket.IPPROTO_ICMP if family == socket.AF_INET else socket.IPPROTO_ICMPV6
    try:
        return socket.socket(family, socket.SOCK_DGRAM, protocol)
    except PermissionError:
        return socket.socket(family, socket.SOCK_RAW, protocol)


def _packet(family: int, mark: int, number: int, size: int) -> bytes:
    body = bytes(ord("a") + place % 23 for place in range(size))
    bare = _HEADER.pack(_REQUEST[family], 0, 0, mark, number & 0xFFFF) + body
    return _HEADER.pack(_REQUEST[family], 0, _checksum(bare), mark, number & 0xFFFF) + body


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (len(data) % 2)
    total: int = sum(struct.unpack(f"!{len(padded) // 2}H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _read(data: bytes, family: int, mark: int | None, number: int) -> str | None:
    """The status that a packet tells; None when it answers somebody else."""
    if family == socket.AF_INET and data[:1] and data[0] >> 4 == 4:  # with the IP header in front
        data = data[(data[0] & 15) * 4 :]
    if len(data) < _HEADER.size:
        return None
    kind, _code, _sum, owner, sequence = _HEADER.unpack_from(data)
    if kind == _REPLY[family] and sequence == number & 0xFFFF and mark in (None, owner):
        return "Success"
    if kind == _UNREACHABLE[family]:
        return "DestinationHostUnreachable"
    return "TtlExpired" if kind == _EXPIRED[family] else None
