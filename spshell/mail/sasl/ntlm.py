"""NTLM (MS-SMTPNTL) over pyspnego: version 2, with the service SMTPSVC on the configured host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.mechanism import SaslError

if TYPE_CHECKING:
    from spshell.mail.relay import Credential

SERVICE = "SMTPSVC"
"""The service class of SharePoint's principal name, SMTPSVC/<host>."""


class NtlmMechanism:
    """Negotiate, challenge, authenticate."""

    name = "NTLM"
    prose_first = True

    def __init__(self, credential: Credential, host: str) -> None:
        import spnego

        self._context = spnego.client(
            credential.user, credential.password, hostname=host, service=SERVICE, protocol="ntlm"
        )

    def initial(self) -> bytes | None:
        # Not along with AUTH: servers that never heard of initial responses answer every other form.
        return None

    def step(self, challenge: bytes) -> bytes:
        from spnego.exceptions import SpnegoError

        try:
            answer: bytes | None = self._context.step(challenge or None)
        except (SpnegoError, ValueError) as error:
            raise SaslError(f"NTLM: {type(error).__name__}") from error
        if answer is None:
            raise SaslError("NTLM: the relay goes on asking after the last step")
        return answer
