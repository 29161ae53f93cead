"""What a mechanism is, what it may raise, and what several need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from spshell.mail.relay import Credential

SERVICE = "SMTPSVC"
"""The service class of SharePoint's principal name, SMTPSVC/<configured host>."""

KERBEROS_EXTRA = "pip install 'spshell[kerberos]'"


class SaslError(Exception):
    """The exchange cannot go on; `reason` is for the administrator and holds no secret.

    `passes`: waiting will help (nobody answered), where otherwise somebody has to change something. `cause` is a word
    that does not change with the sentence.
    """

    def __init__(self, reason: str, *, passes: bool = False, cause: str = "auth-exchange") -> None:
        super().__init__(reason)
        self.reason = reason
        self.passes = passes
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Login:
    """Who logs in where; `binding` ties it to the TLS channel (RFC 5929), None without TLS."""

    credential: Credential
    host: str
    binding: bytes | None = None

    @property
    def service(self) -> str:
        return f"{SERVICE}/{self.host}"

    def channel_bindings(self) -> Any:
        """The binding as pyspnego takes it."""
        if self.binding is None:
            return None
        from spnego.channel_bindings import GssChannelBindings

        return GssChannelBindings(application_data=self.binding)


class Mechanism(Protocol):
    """One exchange with one relay: `initial()` may go along with AUTH, `step()` answers each 334."""

    name: str
    prose: int
    """So many challenges, from the first on, are sentences for people and need not be base64."""

    blocks: bool
    """A step asks other servers, and may take its time."""

    has_shown: bool
    """Something made of the credential has left: what the relay says now, it says about that."""

    def initial(self) -> bytes | None:
        """What goes along with AUTH, or None to wait for a challenge."""

    def step(self, challenge: bytes) -> bytes:
        """The answer to a challenge; SaslError when there is none."""
