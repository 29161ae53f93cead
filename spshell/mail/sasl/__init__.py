"""SASL mechanisms as state machines that never see a socket, and the choice among them.

A mechanism answers challenges: `initial()` is what may be sent along with AUTH, `step(challenge)` the answer to each
334. Order: GSSAPI, NTLM, LOGIN. A credential that the relay has rejected is never shown to it again by a weaker
mechanism, because that is what an attacker waits for. The next mechanism is tried only when the relay refused the
mechanism itself, before anything made of the credential was shown (a GSSAPI that takes Kerberos only, an account without).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.login import LoginMechanism
from spshell.mail.sasl.mechanism import KERBEROS_EXTRA, Login, Mechanism, SaslError

if TYPE_CHECKING:
    from collections.abc import Collection

    from spshell.mail.relay import Relay

__all__ = ["KNOWN", "Login", "Mechanism", "SaslError", "choose", "has_kerberos", "mechanism", "usable"]

KNOWN = ("GSSAPI", "NTLM", "LOGIN")
"""In the order of preference. ORDER: mechanism() has a branch each."""


def choose(offered: Collection[str], relay: Relay, *, encrypted: bool) -> str:
    """The name of the mechanism to use; SaslError when nothing will do, with the reason."""
    return usable(offered, relay, encrypted=encrypted)[0]


def usable(offered: Collection[str], relay: Relay, *, encrypted: bool) -> list[str]:
    """The mechanisms that may be used, best first; SaslError when none may, with the reason.

    LOGIN shows the password to everybody who listens: without TLS it needs the administrator's word. GSSAPI without
    the Kerberos libraries can only carry NTLM, so NTLM itself goes first then, where the relay offers it.
    """
    names = {name.upper() for name in offered}
    if not names:
        raise SaslError("the relay offers no authentication", cause="auth-not-offered")
    known = [name for name in KNOWN if name in names]
    if not known:
        raise SaslError(f"the relay offers only {', '.join(sorted(names))}", cause="auth-no-common-mechanism")
    if known[:2] == ["GSSAPI", "NTLM"] and not has_kerberos():
        known[:2] = ["NTLM", "GSSAPI"]
    if not encrypted and not relay.clear_text_login and "LOGIN" in known:
        known.remove("LOGIN")
        if not known:
            raise SaslError(
                "LOGIN without TLS would show the password to everybody who listens", cause="auth-clear-text"
            )
    return known


def mechanism(name: str, login: Login) -> Mechanism:
    """The state machine for a name that `usable` gave."""
    if name == "LOGIN":
        if login.credential.is_ambient:
            raise SaslError("LOGIN needs a user name and a password", cause="auth-no-password")
        return LoginMechanism(login.credential)
    if name == "NTLM":
        from spshell.mail.sasl.ntlm import NtlmMechanism

        if login.credential.is_ambient:
            raise SaslError("NTLM needs a user name and a password", cause="auth-no-password")
        return NtlmMechanism(login)
    from spshell.mail.sasl.gssapi import GssapiMechanism

    return GssapiMechanism(login)


def has_kerberos() -> bool:
    """Whether the libraries for Kerberos are installed."""
    import sys
    from importlib.util import find_spec

    needed = ("sspilib",) if sys.platform == "win32" else ("gssapi", "krb5")
    return all(find_spec(library) is not None for library in needed)


def kerberos_hint() -> str:
    """What to add to a refusal that Kerberos might have avoided."""
    return "" if has_kerberos() else f"; Kerberos needs {KERBEROS_EXTRA}"
