"""A relay that authenticates as Exchange does: GSSAPI and NTLM through an acceptor of Windows' protocols.

aiosmtpd with pyspnego behind it: another implementation of the tokens than Cyrus SASL, and the only one here that
checks channel bindings. After the context stands it says 235 at once, as Exchange does, or agrees on a security layer
first, as RFC 4752 has it.
"""

from __future__ import annotations

from typing import Any

import spnego
from aiosmtpd.smtp import MISSING, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from spnego.channel_bindings import GssChannelBindings

from spshell.mail.lab.relay import LabRelay, LabSmtp
from spshell.mail.tls import server_end_point


class _Windows(LabSmtp):
    """One connection; aiosmtpd finds the mechanisms by the names of the methods."""

    @property
    def _windows(self) -> WindowsRelay:
        return self.event_handler._relay

    async def auth_GSSAPI(self, _: Any, args: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        acceptor = spnego.server(service="SMTPSVC", options=spnego.NegotiateOptions.use_negotiate)
        return await self._accepted(acceptor, b"", layer=self._windows.agrees)

    async def auth_NTLM(self, _: Any, args: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        acceptor = spnego.server(protocol="ntlm", channel_bindings=self._windows.bindings)
        return await self._accepted(acceptor, b"NTLM supported", layer=False)

    async def _accepted(self, acceptor: Any, prompt: bytes, *, layer: bool) -> AuthResult:
        token = await self.challenge_auth(prompt, encode_to_b64=not prompt)
        try:
            while token is not MISSING:
                answer = acceptor.step(token)
                if acceptor.complete:
                    break
                token = await self.challenge_auth(answer or b"")
            if token is MISSING:
                return AuthResult(success=False, handled=True)
            if layer:
                await self._agree(acceptor, answer)
        except Exception as error:
            self._windows.identities.append(f"refused: {type(error).__name__}")
            return AuthResult(success=False, handled=False)
        self._windows.identities.append(acceptor.client_principal)
        return AuthResult(success=True, auth_data=LoginPassword(acceptor.client_principal.encode(), b""))

    async def _agree(self, acceptor: Any, answer: bytes | None) -> None:
        """RFC 4752 §3.1."""
        if answer:
            await self.challenge_auth(answer)
        offer = acceptor.wrap(b"\x01\x00\x00\x00", encrypt=False).data
        assert acceptor.unwrap(await self.challenge_auth(offer)).data == b"\x01\x00\x00\x00"


class WindowsRelay(LabRelay):
    """A lab relay that offers GSSAPI, NTLM and LOGIN; `identities` are those who got in, or why they did not."""

    smtp = _Windows

    def __init__(self, accounts: dict[str, str], *, agrees: bool = True, binding: bool = True, **options: Any) -> None:
        """`agrees`: with a security-layer round; `binding`: NTLM has to be bound to this relay's certificate."""
        issued = options["authority"].issue("localhost", "127.0.0.1")
        super().__init__(accounts, certificate=issued, **options)
        der = x509.load_pem_x509_certificate(issued.certificate.encode()).public_bytes(Encoding.DER)
        self.bindings = GssChannelBindings(application_data=server_end_point(der)) if binding else None
        self.agrees = agrees
        self.identities: list[str] = []
