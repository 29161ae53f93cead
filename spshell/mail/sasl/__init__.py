"""SASL mechanisms as state machines that never see a socket, and the choice among them.

A mechanism answers challenges: `initial()` is what may be sent along with AUTH, `step(challenge)` the
answer to each 334. Order: GSSAPI, NTLM, LOGIN. The choice is made once; a credential that the relay has
rejected is never shown to it again by a weaker mechanism, because that is what an attacker waits for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from spshell.mail.sasl.login import LoginMechanism
from spshell.mail.sasl.mechanism import SaslError

if TYPE_CHECKING:
    from collections.abc import Collection

    from spshell.mail.relay import Credential, Relay

__all__ = ["Mechanism", "SaslError", "choose"]

KNOWN = {"GSSAPI": ("spnego", "gssapi", "krb5"), "NTLM": ("spnego",), "LOGIN": ()}
"""In the order of preference, with the libraries that each needs. ORDER: mechanism() has a branch each."""


class Mechanism(Protocol):
    """One exchange with one relay."""

    name: str
    prose: int
    """So many challenges, from the first on, are sentences for people and need not be base64."""

    blocks: bool
    """A step asks other servers, and may take its time."""

    def initial(self) -> bytes | None:
        """What goes along with AUTH, or None to wait for a challenge."""

    def step(self, challenge: bytes) -> bytes:
        """The answer to a challenge; SaslError when there is none."""


def choose(offered: Collection[str], relay: Relay, *, encrypted: bool) -> str:
    """The name of the mechanism to use; SaslError when nothing will do, with the reason.

    LOGIN shows the password to everybody who listens: without TLS it needs the administrator's word.
    """
    names = {name.upper() for name in offered}
    if not names:
        raise SaslError("the relay offers no authentication")
    for name in KNOWN:
        if name not in names or not _is_available(name):
            continue
        if name == "LOGIN" and not encrypted and not relay.clear_text_login:
            raise SaslError("LOGIN without TLS would show the password to everybody who listens")
        return name
    missing = [name for name in KNOWN if name in names]
    how = ", which needs pip install 'spshell[kerberos]'" if missing else ""
    raise SaslError(f"the relay offers only {', '.join(missing or sorted(names))}{how}")


def mechanism(name: str, credential: Credential, relay: Relay) -> Mechanism:
    """The state machine for a name that `choose` gave."""
    if name == "LOGIN":
        return LoginMechanism(credential)
    if name == "NTLM":
        from spshell.mail.sasl.ntlm import NtlmMechanism

        return NtlmMechanism(credential, relay.host)
    from spshell.mail.sasl.gssapi import GssapiMechanism

    return GssapiMechanism(credential, relay.host)


def _is_available(name: str) -> bool:
    from importlib.util import find_spec

    return all(find_spec(library) is not None for library in KNOWN[name])
