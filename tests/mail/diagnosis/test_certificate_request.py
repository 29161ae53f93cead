"""The CertificateRequest of a handshake, of TLS 1.2 and 1.3, and one that is cut short."""

from __future__ import annotations

import pytest

from spshell.mail.diagnosis.certificate_request import CertificateRequest

NAME = bytes.fromhex("301431123010060355040a0c09436f727020526f6f74")  # O = Corp Root


def _prefixed(data: bytes, width: int) -> bytes:
    return len(data).to_bytes(width, "big") + data


def _message(body: bytes) -> bytes:
    return b"\x0d" + _prefixed(body, 3)


NAMES = _prefixed(_prefixed(NAME, 2), 2)
TLS_12 = _message(_prefixed(b"\x01\x40", 1) + _prefixed(b"\x04\x03", 2) + NAMES)
TLS_13 = _message(
    _prefixed(b"", 1)
    + _prefixed(b"\0\x0d" + _prefixed(_prefixed(b"\x04\x03", 2), 2) + b"\0\x2f" + _prefixed(NAMES, 2), 2)
)


@pytest.mark.parametrize(
    ("version", "message", "authorities"),
    [
        (0x0303, TLS_12, ["Corp Root"]),
        (0x0304, TLS_13, ["Corp Root"]),
        (0x0304, TLS_13[:-4], []),
        (0x0303, TLS_12[:9], []),
    ],
)
def test_the_authorities_are_read_from_the_handshake(
    version: int, message: bytes, authorities: list[str]
) -> None:
    request = CertificateRequest()
    request._take(None, "read", version, 22, 13, message)
    assert (request.seen, request.authorities) == (True, authorities)


def test_what_we_send_ourselves_is_no_request() -> None:
    request = CertificateRequest()
    request._take(None, "write", 0x0303, 22, 13, TLS_12)
    assert not request.seen
