"""DNS: which addresses the configured name has, and where that knowledge comes from."""

from __future__ import annotations

import ipaddress
import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from spshell.mail.diagnosis.step import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.mail.diagnosis.target import Target

T = TypeVar("T")
_HOSTS = "/etc/hosts"


@dataclass(frozen=True, slots=True)
class Address:
    """One address of the relay, as `socket` wants it."""

    family: int
    sockaddr: tuple[str, int]

    @property
    def text(self) -> str:
        host, port = self.sockaddr
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def look_up(target: Target) -> tuple[Step, list[Address]]:
    """The step, and the addresses in the order in which they are tried."""
    host, port = target.relay.host.strip("[]"), target.relay.port
    step = Step("Name", Phase.CONNECT)
    addresses: list[Address] = []
    with step.timed():
        try:
            found = _within(
                target.patience.lookup,
                lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME),
            )
        except TooSlow:
            step.fail(
                f"{host}: the name server did not answer within {target.patience.lookup:g} seconds",
                "lookup-failed",
            )
            return step, addresses
        except (socket.gaierror, UnicodeError) as error:
            sign = "lookup-failed" if getattr(error, "errno", None) == socket.EAI_AGAIN else "no-such-name"
            step.fail(f"{host}: {getattr(error, 'strerror', None) or error}", sign)
            return step, addresses
    for family, _kind, _protocol, _name, sockaddr in found:
        address = Address(int(family), (str(sockaddr[0]), int(sockaddr[1])))
        if address not in addresses:
            addresses.append(address)
    canonical = next((entry[3] for entry in found if entry[3]), host)
    texts = [address.sockaddr[0] for address in addresses]
    step.facts = {"host": host, "port": port, "addresses": texts, "canonicalName": canonical, "reverse": {}}
    if _is_literal(host):
        step.detail = f"{host} is an address: TLS needs it in the certificate"
        return step, addresses
    step.facts["hostsFile"] = in_hosts_file(host)
    alias = f" (alias of {canonical})" if canonical.rstrip(".").lower() != host.lower() else ""
    source = ", from this server's hosts file" if step.facts["hostsFile"] else ""
    step.detail = f"{host}{alias} is {', '.join(texts)}{source}"
    step.facts["reverse"] = {text: _reverse(text, target.patience.lookup) for text in texts[:4]}
    return step, addresses


def in_hosts_file(host: str, path: str = _HOSTS) -> bool:
    """Whether the hosts file has the name: then it, and not DNS, decides here."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = [line.partition("#")[0].split() for line in file]
    except OSError:
        return False
    return any(host.lower() in (word.lower() for word in line[1:]) for line in lines)


def _reverse(address: str, seconds: float) -> str | None:
    try:
        return str(_within(min(seconds, 2.0), lambda: socket.gethostbyaddr(address))[0])
    except (TooSlow, OSError):
        return None


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _within(seconds: float, ask: Callable[[], T]) -> T:
    """Ask the resolver, which has no deadline of its own."""
    pool = ThreadPoolExecutor(1)
    try:
        return pool.submit(ask).result(seconds)
    finally:
        pool.shutdown(wait=False)
