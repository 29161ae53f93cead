"""An Exchange receive connector as the lab relay plays it: who may submit, as whom, to whom, with which headers.

The five rights of the documents are enforced one by one; permission groups stand for rights, as in Exchange.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spshell.mail.address import AddressError, Mailbox

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBMIT = "ms-Exch-SMTP-Submit"
ANY_RECIPIENT = "ms-Exch-SMTP-Accept-Any-Recipient"
ANY_SENDER = "ms-Exch-SMTP-Accept-Any-Sender"
OWN_DOMAIN_SENDER = "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender"
ROUTING_HEADERS = "ms-Exch-Accept-Headers-Routing"
RIGHTS = (SUBMIT, ANY_RECIPIENT, ANY_SENDER, OWN_DOMAIN_SENDER, ROUTING_HEADERS)

_GROUPS = {
    "anonymoususers": (SUBMIT, ANY_SENDER, OWN_DOMAIN_SENDER, ROUTING_HEADERS),
    "exchangeusers": (SUBMIT, ANY_RECIPIENT, ROUTING_HEADERS),
    "exchangeservers": RIGHTS,
}
_RECEIVED = re.compile(rb"(?im)^received:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")


@dataclass(frozen=True, slots=True)
class Connector:
    """One connector at one moment; `grants` and `denials` map login names to rights."""

    grants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    denials: Mapping[str, frozenset[str]] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    external: bool = False
    """Externally secured: whoever connects from the ranges is treated as an Exchange server."""
    ranges: tuple[str, ...] = ("0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
    domains: tuple[str, ...] = ()
    """Accepted domains for which the organisation is authoritative."""

    def admits(self, peer: str) -> str | None:
        """None for a client that may connect, else what it is told."""
        return (
            None
            if any(_in_range(peer, each) for each in self.ranges)
            else "550 5.7.1 this connector is not for your address"
        )

    def may(self, user: str | None, right: str) -> bool:
        """Whether a login (None: anonymous) has a right, by its groups, by grants, and no denial."""
        name = None if user is None else login_key(user)
        if name is not None and right in self.denials.get(name, ()):
            return False
        groups = [group.lower() for group in self.groups]
        mine = [group for group in groups if group == ("anonymoususers" if user is None else "exchangeusers")]
        if user is None and self.external and "exchangeservers" in groups:
            mine.append("exchangeservers")
        granted = self.grants.get(name, frozenset()) if name is not None else frozenset()
        return right in granted or any(right in _GROUPS[group] for group in mine)

    def refuses_sender(self, user: str | None, address: str) -> str | None:
        """What MAIL FROM with this address is answered; None when it is taken."""
        if not self.may(user, SUBMIT):
            if user is None:
                return "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM"
            return "550 5.7.1 Client does not have permissions to submit to this server"
        if not address or (user is not None and address.lower() == user.lower()):
            return None
        right = OWN_DOMAIN_SENDER if self._is_ours(address) else ANY_SENDER
        return (
            None
            if self.may(user, right)
            else "550 5.7.60 SMTP; Client does not have permissions to send as this sender"
        )

    def refuses_recipient(self, user: str | None, address: str) -> str | None:
        """What RCPT TO with this address is answered; None when it is taken."""
        if self._is_ours(address) or self.may(user, ANY_RECIPIENT):
            return None
        return "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"

    def refuses_author(self, user: str | None, from_header: str) -> str | None:
        """What a message with this From is answered at its end; None when it is taken."""
        try:
            return self.refuses_sender(user, Mailbox.parse(from_header).address)
        except AddressError:
            return None  # several authors, or a form this lab does not read

    def kept(self, user: str | None, content: bytes) -> bytes:
        """The message as it is stored: without the right, routing headers are stripped."""
        if self.may(user, ROUTING_HEADERS):
            return content
        head, separator, body = content.partition(b"\r\n\r\n")
        return _RECEIVED.sub(b"", head + b"\r\n")[:-2] + separator + body

    def _is_ours(self, address: str) -> bool:
        return address.rpartition("@")[2].lower() in [domain.lower() for domain in self.domains]


def login_key(login: str) -> str:
    r"""`CORP\svc`, `svc@corp.test` and `svc` are one login."""
    return login.rpartition("|")[2].rpartition("\\")[2].partition("@")[0].lower()


def _in_range(peer: str, text: str) -> bool:
    try:
        address = ipaddress.ip_address(peer)
        if "/" in text:
            return address in ipaddress.ip_network(text, strict=False)
        first, _, last = text.partition("-")
        low, high = ipaddress.ip_address(first.strip()), ipaddress.ip_address((last or first).strip())
    except ValueError:
        return False
    return address.version == low.version == high.version and int(low) <= int(address) <= int(high)
