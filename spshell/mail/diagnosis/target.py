"""What is diagnosed: a relay, and who would write to whom through it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.mail.envelope import Envelope
    from spshell.mail.relay import Relay


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: for a connection, for the greeting, for any other reply."""

    connect: float = 10.0
    banner: float = 15.0  # relays may let a client wait on purpose
    reply: float = 30.0
    silence: float = 3.0
    """After so long without a greeting, ask whether the port speaks TLS from the start."""
    lookup: float = 5.0


@dataclass(frozen=True, slots=True)
class Trial:
    """A message that is really sent; `label` says what it shows."""

    label: str
    content: bytes
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Target:
    """The relay, the senders to try as (label, address) and the recipients; nothing is sent but `trials`."""

    relay: Relay
    senders: tuple[tuple[str, str], ...] = ()
    recipients: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Recipients elsewhere in the world: that the relay refuses them is worth knowing, and no failure."""
    trials: tuple[Trial, ...] = ()
    patience: Patience = field(default_factory=Patience)
    nameserver: tuple[str, int] | None = None
    """Where DNS text records are asked for; the system's own name server otherwise."""
    look_at_domain: bool = True
    """Look up what the sender's domain publishes (SPF, DMARC)."""
