"""The relay: the effective outgoing-mail settings, resolved and frozen, that one session uses."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field

from spshell.mail.address import AddressError


class TlsPolicy(enum.Enum):
    """There is no "if possible": that is what an attacker in the middle would choose."""

    REQUIRED = "required"
    """STARTTLS with a valid certificate, or no mail."""
    NEVER = "never"
    """Clear text, even when the relay offers STARTTLS."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A user name and its password, which no repr shows.

    Without a name and a password the account that this process runs as is meant: Kerberos takes the ticket that is
    there already (the ambient credential cache), and no other mechanism will do.
    """

    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_ambient(self) -> bool:
        return not self.user and not self.password


CredentialProvider = Callable[[], Credential]
"""Fetches the credential when a session needs it; raises CredentialUnavailable."""


class CredentialUnavailable(Exception):
    """The relay wants a credential that this server cannot read; the mail is held, never sent without.

    `reason` is for the administrator ("the application credential key of this server is missing").
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RelayUnavailable(Exception):
    """There are no settings to send with (no SMTP server, the web application is gone): held."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """A certificate chain and its private key, both PEM; the key is shown by no repr."""

    chain: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Relay:
    """Where to send and how. `host` is the configured name: certificates and principals must match it."""

    host: str
    port: int = 25
    tls: TlsPolicy = TlsPolicy.REQUIRED
    credentials: CredentialProvider | None = field(default=None, repr=False)
    """None is anonymous, and then AUTH is never sent."""
    local_name: str = "localhost"
    """What EHLO says about us."""
    trust_roots: tuple[str, ...] = field(default=(), repr=False)
    """PEM certificates of the farm's trusted authorities."""
    intermediates: tuple[str, ...] = field(default=(), repr=False)
    """PEM certificates of the farm's Intermediate store: they complete a chain, and are no anchors."""
    system_trust: bool = True
    """Also trust the operating system's authorities."""
    client_certificate: ClientCertificate | None = None
    clear_text_login: bool = False
    """Allow AUTH LOGIN without TLS: has to be said, never assumed."""
    revision: str = ""
    """Changes whenever a setting, the password or this server's key changes (never derived from a secret).

    Mail that is held for a fault of the settings waits for another revision, and until then nothing new
    is tried with these settings: a wrong password must not lock the account. Empty: held until resumed.
    """
    deadline: float = 120.0
    """Seconds that one session with one message may take, whatever the relay does."""
    connections: int = 3
    """How many sessions at once; Exchange Online refuses more than three for one account."""

    def __post_init__(self) -> None:
        if not self.host or any(character.isspace() or character < " " for character in self.host):
            raise AddressError(self.host, "not a host name")
        if not 0 < self.port < 65536:
            raise AddressError(f"{self.host}:{self.port}", "not a port")
        if self.connections < 1:
            raise ValueError("a relay needs at least one connection")

    @property
    def name(self) -> str:
        """`host:port`: what a breaker and a log call it."""
        return f"{self.host}:{self.port}"
