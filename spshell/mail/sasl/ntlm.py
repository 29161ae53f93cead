"""NTLM (MS-SMTPNTLM) over pyspnego: version 2, the service SMTPSVC on the configured host, bound to the TLS channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.mechanism import SERVICE, SaslError

if TYPE_CHECKING:
    from spshell.mail.sasl.mechanism import Login


class NtlmMechanism:
    """Negotiate, challenge, authenticate."""

    name = "NTLM"
    prose = 1  # "334 NTLM supported"
    blocks = False

    def __init__(self, login: Login) -> None:
        import spnego

        self.has_shown = False
        self._context = spnego.client(
            login.credential.user,
            login.credential.password,
            hostname=login.host,
            service=SERVICE,
            channel_bindings=login.channel_bindings(),
            protocol="ntlm",
        )

    def initial(self) -> bytes | None:
        # Not along with AUTH: servers that never heard of initial responses answer every other form.
        return None

    def step(self, challenge: bytes) -> bytes:
        self.has_shown = bool(challenge)  # the first token only says hello
        try:
            answer: bytes | None = self._context.step(challenge or None)
        except Exception as error:  # noqa: BLE001 - the relay chose these bytes, and they can break the parser anyhow
            raise SaslError(
                f"NTLM: the relay's challenge is no such thing ({type(error).__name__})"
            ) from None
        if answer is None:
            raise SaslError("NTLM: the relay goes on asking after the last step")
        return answer
