"""Whether the relay asked for a client certificate, and of which authorities: read from the handshake itself.

OpenSSL shows handshake messages in clear, also those that TLS 1.3 encrypts (RFC 5246 §7.4.4, RFC 8446 §4.3.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

_CERTIFICATE_REQUEST = 13
_TLS_13 = 0x0304
_AUTHORITIES = 47  # RFC 8446 §4.2.4


class CertificateRequest:
    """Listens to a context's handshakes; `seen` and `authorities` afterwards."""

    def __init__(self) -> None:
        self.seen = False
        self.authorities: list[str] = []

    def listen(self, context: ssl.SSLContext) -> None:
        """Take notice of this context's handshakes, where this Python can."""
        if hasattr(context, "_msg_callback"):
            context._msg_callback = self._take

    def _take(
        self,
        _connection: object,
        direction: str,
        version: object,
        _kind: object,
        message: object,
        data: bytes,
    ) -> None:
        if (
            direction != "read"
            or message != _CERTIFICATE_REQUEST
            or data[:1] != bytes([_CERTIFICATE_REQUEST])
        ):
            return
        self.seen = True
        body = data[4:]
        try:
            names = _names_13(body) if version == _TLS_13 else _names_12(body)
            self.authorities = [_readable(name) for name in names][:50]
        except (IndexError, ValueError):
            self.authorities = []


def _vector(data: bytes, width: int) -> tuple[bytes, bytes]:
    """A length-prefixed field and what follows it."""
    length = int.from_bytes(data[:width], "big")
    if len(data) < width + length:
        raise ValueError("shorter than it says")
    return data[width : width + length], data[width + length :]


def _names_12(body: bytes) -> list[bytes]:
    _types, body = _vector(body, 1)
    _algorithms, body = _vector(body, 2)
    return _split_names(_vector(body, 2)[0])


def _names_13(body: bytes) -> list[bytes]:
    _context, body = _vector(body, 1)
    extensions, _rest = _vector(body, 2)
    while extensions:
        kind = int.from_bytes(extensions[:2], "big")
        content, extensions = _vector(extensions[2:], 2)
        if kind == _AUTHORITIES:
            return _split_names(_vector(content, 2)[0])
    return []


def _split_names(data: bytes) -> list[bytes]:
    names: list[bytes] = []
    while data:
        name, data = _vector(data, 2)
        names.append(name)
    return names


def _readable(der: bytes) -> str:
    """A distinguished name as text; RFC 2253's strings lie in DER as plain text."""
    parts: list[str] = []
    at = 0
    while at < len(der) - 2:
        if der[at] in (0x0C, 0x13, 0x14, 0x16) and 0 < der[at + 1] < 128 and at + 2 + der[at + 1] <= len(der):
            parts.append(der[at + 2 : at + 2 + der[at + 1]].decode("utf-8", "replace"))
            at += 2 + der[at + 1]
        else:
            at += 1
    return ", ".join(parts)
