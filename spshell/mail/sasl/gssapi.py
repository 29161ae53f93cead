"""GSSAPI (RFC 4752) over pyspnego: Kerberos inside SPNEGO, for the service SMTPSVC on the configured host.

Needs the system's Kerberos and two libraries that are built against it: pip install 'spshell[kerberos]'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.mechanism import SERVICE, SaslError

if TYPE_CHECKING:
    from spshell.mail.relay import Credential

_NO_LAYER = b"\x01\x00\x00\x00"  # RFC 4752 §3.3: no security layer, so no buffer size either

# What Kerberos says, as its libraries word it, and whether it passes by itself.
_FAILURES = (
    ("cannot contact any kdc", "no domain controller (KDC) answers", True),
    ("cannot find kdc", "no domain controller (KDC) is known for the realm", False),
    ("cannot resolve", "the domain controller (KDC) is not found in DNS", True),
    ("clock skew", "the clocks of this server and the domain controller differ too much", False),
    ("not found in kerberos database", "the domain does not know the user or the service", False),
    ("preauthentication failed", "the domain rejects the password", False),
    ("integrity check failed", "the domain rejects the password", False),
    ("password incorrect", "the domain rejects the password", False),
    ("revoked", "the account is disabled or locked", False),
    ("expired", "the password or the ticket has expired", False),
    ("encryption type", "the domain controller and this server share no encryption type", False),
)


class GssapiMechanism:
    """Tokens until the context stands, then the agreement to have no security layer."""

    name = "GSSAPI"
    # The first token is long; several servers cut long AUTH lines, and take it after the 334.
    prose = 1
    blocks = True

    def __init__(self, credential: Credential, host: str) -> None:
        import spnego

        self._host = host
        self._layer_agreed = False
        try:
            self._context = spnego.client(
                credential.user, credential.password, hostname=host, service=SERVICE, protocol="kerberos"
            )
        except Exception as error:  # noqa: BLE001 - libraries of three layers, each with its own exceptions
            raise self._named(error) from None

    def initial(self) -> bytes | None:
        return None

    def step(self, challenge: bytes) -> bytes:
        try:
            if not self._context.complete:
                return self._context.step(challenge or None) or b""
            return self._agreement(challenge)
        except SaslError:
            raise
        except Exception as error:  # noqa: BLE001 - the same, and the relay chose these bytes
            raise self._named(error) from None

    def _agreement(self, challenge: bytes) -> bytes:
        if self._layer_agreed:
            raise SaslError("GSSAPI: the relay goes on asking after the last step")
        offer = self._context.unwrap(challenge).data
        if len(offer) != 4 or not offer[0] & 1:
            raise SaslError("GSSAPI: the relay insists on a security layer of its own")
        self._layer_agreed = True
        return self._context.wrap(_NO_LAYER, encrypt=False).data

    def _named(self, error: Exception) -> SaslError:
        said = f"{error} {error.__cause__ or ''}".lower()
        service = f"{SERVICE}/{self._host}"
        for sign, reason, passes in _FAILURES:
            if sign in said:
                return SaslError(f"Kerberos for {service}: {reason}", passes=passes)
        return SaslError(f"Kerberos for {service}: {type(error).__name__}")
