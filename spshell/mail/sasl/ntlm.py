"""NTLM (MS-SMTPNTL) over pyspnego: version 2, with the service SMTPSVC on the configured host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.mechanism import SERVICE, SaslError

if TYPE_CHECKING:
    from spshell.mail.relay import Credential


class NtlmMechanism:
    """Negotiate, challenge, authenticate."""

    name = "NTLM"
    prose = 1  # "334 NTLM supported"
    blocks = False

    def __init__(self, credential: Credential, host: str) -> None:
        import spnego

        self._context = spnego.client(
            credential.user, credential.password, hostname=host, service=SERVICE, protocol="ntlm"
        )

    def initial(self) -> bytes | None:
        # Not along with AUTH: servers that never heard of initial responses answer every other form.
        return None

    def step(self, challenge: bytes) -> bytes:
        try:
            answer: bytes | None = self._context.step(challenge or None)
        except Exception as error:  # noqa: BLE001 - the relay chose these bytes, and they can break the parser anyhow
            raise SaslError(
                f"NTLM: the relay's challenge is no such thing ({type(error).__name__})"
            ) from None
        if answer is None:
            raise SaslError("NTLM: the relay goes on asking after the last step")
        return answer
