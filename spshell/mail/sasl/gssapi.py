"""GSSAPI (RFC 4752) over pyspnego: SPNEGO, with Kerberos inside it or with NTLM, for SMTPSVC on the configured host.

Kerberos takes a name and a password (which become a ticket) or the ticket that is there already. NTLM goes inside
only where there is no Kerberos for this account at all: the libraries are missing, or no domain controller is known
for its realm. Everything else that Kerberos says ends the exchange. A password that the domain rejected is not tried
a second time by other means, since every try brings the account nearer to being locked.

After the context stands, a relay may answer 235 at once (Exchange does) or agree first that there is no security layer.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from spshell.mail.sasl.kerberos_failures import NO_REALM, named
from spshell.mail.sasl.mechanism import KERBEROS_EXTRA, SERVICE, SaslError

if TYPE_CHECKING:
    from spshell.mail.sasl.mechanism import Login

_NO_LAYER = b"\x01\x00\x00\x00"  # RFC 4752 §3.3: no security layer, so no buffer size either


class Form(enum.Enum):
    """What travels in the tokens."""

    SPNEGO = "SPNEGO"
    """What .NET sends: Kerberos inside SPNEGO, or NTLM where there is no Kerberos."""
    KERBEROS = "Kerberos"
    """The bare tokens of RFC 4121."""


class GssapiMechanism:
    """Tokens until the context stands, then the agreement to have no security layer."""

    name = "GSSAPI"
    # The first token is long; several servers cut long AUTH lines, and take it after the 334.
    prose = 1
    blocks = True

    def __init__(self, login: Login, form: Form = Form.SPNEGO) -> None:
        self._login = login
        self._form = form
        self._context: Any = None
        self._layer_agreed = False
        self._carries_ntlm = False
        self.has_shown = False

    def initial(self) -> bytes | None:
        return None

    def step(self, challenge: bytes) -> bytes:
        # Everything happens here, not in __init__: already a ticket means asking a domain controller.
        try:
            if self._context is None:
                self._context = self._made()
            # A ticket is made of the credential; NTLM's first token only says hello.
            self.has_shown = bool(challenge) or not self._carries_ntlm
            if not self._context.complete:
                return self._context.step(challenge or None) or b""
            return self._agreement(challenge)
        except SaslError:
            raise
        except Exception as error:  # noqa: BLE001 - libraries of three layers, and the relay chose these bytes
            raise self._named(error) from None

    def _made(self) -> Any:
        from spshell.mail.sasl import has_kerberos

        if not has_kerberos():
            return self._ntlm(f"Kerberos needs {KERBEROS_EXTRA}")
        try:
            kerberos = self._kerberos()
            if self._form is Form.KERBEROS:
                return kerberos
            return self._inside_spnego(kerberos)
        except Exception as error:
            if self._form is Form.SPNEGO and named(error).cause == NO_REALM:
                return self._ntlm(named(error).reason)
            raise

    def _kerberos(self) -> Any:
        import spnego

        user, password = self._login.credential.user, self._login.credential.password
        return spnego.client(
            None if self._login.credential.is_ambient else _principal(user),
            password or None,
            hostname=self._login.host,
            service=SERVICE,
            channel_bindings=self._login.channel_bindings(),
            protocol="kerberos",
        )

    def _inside_spnego(self, kerberos: Any) -> Any:
        """Wrap a Kerberos context, and nothing else: left alone, pyspnego adds NTLM when Kerberos fails."""
        from spnego._context import GSSMech

        context = self._spnego()
        kerberos._is_wrapped = True
        context._available_contexts = {GSSMech.kerberos: kerberos}
        return context

    def _ntlm(self, why: str) -> Any:
        import spnego
        from spnego._context import GSSMech

        credential = self._login.credential
        if credential.is_ambient:
            raise SaslError(f"Kerberos for {self._login.service}: {why}", cause=NO_REALM)
        ntlm: Any = spnego.client(
            credential.user,
            credential.password,
            hostname=self._login.host,
            service=SERVICE,
            channel_bindings=self._login.channel_bindings(),
            protocol="ntlm",
        )
        context = self._spnego()
        self._carries_ntlm = True
        ntlm._is_wrapped = True
        context._available_contexts = {GSSMech.ntlm: ntlm}
        return context

    def _spnego(self) -> Any:
        import spnego

        # The names only fill places here: what is negotiated are the contexts given to it.
        return spnego.client(
            "user",
            "unused",
            hostname=self._login.host,
            service=SERVICE,
            protocol="negotiate",
            options=spnego.NegotiateOptions.use_negotiate,
        )

    def _agreement(self, challenge: bytes) -> bytes:
        if self._layer_agreed:
            raise SaslError("GSSAPI: the relay goes on asking after the last step")
        if not challenge:
            return b""
        offer = self._context.unwrap(challenge).data
        if len(offer) != 4 or not offer[0] & 1:
            raise SaslError("GSSAPI: the relay insists on a security layer of its own")
        self._layer_agreed = True
        return bytes(self._context.wrap(_NO_LAYER, encrypt=False).data)

    def _named(self, error: Exception) -> SaslError:
        failure = named(error)
        text = f"Kerberos for {self._login.service}: {failure.reason}"
        return SaslError(text, passes=failure.passes, cause=failure.cause)


def _principal(user: str) -> str:
    r"""A user name as Kerberos writes it: DOMAIN\user and user@domain become user@DOMAIN."""
    domain, separator, name = user.rpartition("\\")
    if not separator:
        name, _, domain = user.partition("@")
    if not domain:
        return name
    # Realms are upper case in every Windows domain, and user names are typed in any case.
    return f"{name}@{domain.upper() if domain.islower() else domain}"
