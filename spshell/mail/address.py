"""Mailboxes: a display name that may say anything, and an address that may not."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass

# RFC 5322 §3.2.3 and, for relays that offer SMTPUTF8, RFC 6531 §3.3; see _is_text for the latter's limits.
_ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\U0010ffff-]+"
_LOCAL = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})*")
# RFC 5321 §4.1.2: letters, digits and hyphens; underscores occur in intranet host names.
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")


class AddressError(ValueError):
    """Not an address that may stand in a message or an SMTP command: `address` and `reason`."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address!r}: {reason}")
        self.address = address
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox: the address is checked here, once, so nothing behind it has to."""

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", checked_address(self.address))

    @property
    def needs_utf8(self) -> bool:
        """It can only go to relays that offer SMTPUTF8."""
        return not self.address.isascii()

    @property
    def local(self) -> str:
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    @classmethod
    def parse(cls, text: str) -> Mailbox:
        """Read `address`, `<address>`, `Name <address>` or `"Name" <address>`; AddressError otherwise.

        The name is what stands before the last `<`, so no name can smuggle an address in.
        """
        text = text.strip()
        if not text.endswith(">"):
            return cls(text)
        name, _, address = text[:-1].rpartition("<")
        name = name.strip()
        if len(name) > 1 and name[0] == name[-1] == '"':
            name = re.sub(r"\\(.)", r"\1", name[1:-1])
        return cls(address.strip(), name)

    @classmethod
    def from_setting(cls, text: str, domain: str) -> Mailbox:
        """Read a From or Reply-To setting, which may also be a friendly name that is no mailbox.

        A friendly name ("Site administrator") needs an address behind it all the same (RFC 5322
        §3.6.2); it gets `noreply` at the given domain, which may also be an IP address.
        """
        text = text.strip()
        if "@" in text:
            return cls.parse(text)
        if not text:
            raise AddressError(text, "no From address is set")
        return cls(f"noreply@{_as_domain(domain)}", text)


def checked_address(address: str) -> str:
    """The address in the form that goes over the wire: domain in A-labels; AddressError otherwise.

    Refused, never repaired: white space, control characters, `<>`, quoted local parts, source routes.
    """
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain:
        raise AddressError(address, "an address has the form name@domain")
    if not local.isascii():
        # It travels as it is, to relays that offer SMTPUTF8; an encoded word inside an address is another address.
        local = unicodedata.normalize("NFC", local)
        if not all(map(_is_text, local)):
            raise AddressError(address, "the part before @ has characters that nobody can see or type")
    if not _LOCAL.fullmatch(local) or len(local.encode("utf-8", "replace")) > 64:
        raise AddressError(address, "the part before @ is not a plain RFC 5321 local part")
    wire = f"{local}@{_checked_domain(address, domain)}"
    if len(wire.encode()) > 254:  # RFC 5321 §4.5.3.1.3, less the angle brackets
        raise AddressError(address, "longer than 254 characters")
    return wire


def _is_text(character: str) -> bool:
    """Letters, marks, digits, punctuation and symbols; no spaces, controls, marks of direction, unassigned numbers."""
    return character.isascii() or unicodedata.category(character)[0] in "LMNPS"


def _as_domain(host: str) -> str:
    """A host as it stands behind an @: addresses in brackets (RFC 5321 §4.1.3)."""
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host
    return f"[IPv6:{address}]" if address.version == 6 else f"[{address}]"


def _checked_domain(address: str, domain: str) -> str:
    if domain.startswith("[") and domain.endswith("]"):
        literal = domain[1:-1]
        try:
            ipaddress.ip_address(literal[5:] if literal[:5].upper() == "IPV6:" else literal)
        except ValueError as error:
            raise AddressError(address, "not an IP address between [ and ]") from error
        return domain
    if not domain.isascii():
        import idna

        try:
            # UTS 46, not transitional: straße.example is not strasse.example.
            domain = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise AddressError(address, "the domain has no IDNA form") from error
    if not _DOMAIN.fullmatch(domain):
        raise AddressError(address, "not a domain name after @")
    return domain
