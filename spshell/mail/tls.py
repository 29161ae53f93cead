"""The TLS side of a relay: strict verification, a client certificate where one is set, and what went wrong.

TLS 1.2 or later (RFC 8996). The name that must match is the configured host, and it must stand in the certificate's
subjectAltName (RFC 9525): a common name is no name. X.509 strictness as OpenSSL knows it.

Trust is the farm's Root store and the system's. The farm's Intermediate store only helps to build the chain where a
relay sends it incompletely: an intermediate without its root is not trusted.
"""

from __future__ import annotations

import os
import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.relay import Relay

# Cause -> the sentence, and the OpenSSL verify codes or the alerts that mean it.
_VERIFY = {
    10: ("certificate-expired", "the relay's certificate has expired"),
    9: ("certificate-not-yet-valid", "the relay's certificate is not yet valid"),
    18: (
        "certificate-self-signed",
        "the relay's certificate is self-signed, and not in the farm's trusted roots",
    ),
    19: (
        "certificate-root-unknown",
        "the root of the relay's chain is not trusted (self-signed certificate in chain)",
    ),
    20: ("certificate-issuer-unknown", "the issuer of the relay's certificate is not known or not trusted"),
    21: (
        "certificate-issuer-unknown",
        "the relay's chain is incomplete: the first certificate cannot be verified",
    ),
    2: ("certificate-issuer-unknown", "the relay's chain is incomplete: an issuer is missing"),
    26: (
        "certificate-purpose",
        "the relay's certificate is not for servers (unsuitable certificate purpose)",
    ),
    62: ("certificate-name", "the relay's certificate is for another name"),
    64: ("certificate-name", "the relay's certificate is not for this IP address"),
    66: ("certificate-weak", "the key in the relay's chain is too weak"),
    68: ("certificate-weak", "a signature in the relay's chain is too weak"),
}
_ALERTS = {
    "PROTOCOL_VERSION": ("tls-version", "the relay refuses TLS 1.2 and 1.3"),
    "HANDSHAKE_FAILURE": (
        "tls-no-common-cipher",
        "the relay accepts none of our ciphers, or wants a client certificate",
    ),
}
_REFUSALS = frozenset(
    {
        "CERTIFICATE_REQUIRED",
        "BAD_CERTIFICATE",
        "UNSUPPORTED_CERTIFICATE",
        "CERTIFICATE_REVOKED",
        "CERTIFICATE_EXPIRED",
        "CERTIFICATE_UNKNOWN",
        "UNKNOWN_CA",
        "ACCESS_DENIED",
        "DECODE_ERROR",  # what GnuTLS says to an empty certificate in TLS 1.2
    }
)


@dataclass(slots=True)
class TlsFacts:
    """What the handshake showed. Filled while it goes on, so that a failure can be explained too."""

    asks_certificate: bool = False
    """The relay asked for a client certificate."""
    alert: str | None = None
    """The alert that the relay sent, by OpenSSL's name for it; close_notify is none."""
    version: str | None = None
    cipher: str | None = None
    certificate: bytes | None = None
    """The relay's own, DER."""

    @property
    def refuses_us(self) -> bool:
        """The relay has asked for a certificate; when it then cuts the connection, that is why."""
        return self.asks_certificate or self.alert in _REFUSALS

    def agreed(self, connection: Any) -> None:
        """Take what is known once the handshake is over (`connection`: ssl.SSLObject)."""
        self.version = connection.version()
        self.cipher = connection.cipher()[0]
        self.certificate = connection.getpeercert(binary_form=True)

    def watch(self, context: ssl.SSLContext) -> None:
        """Look over the shoulder of a handshake: no public API tells whether a certificate was asked for."""

        def seen(_conn: Any, direction: str, _version: Any, kind: Any, message: Any, _data: bytes) -> None:
            if direction != "read":
                return
            name = getattr(message, "name", "")
            if getattr(kind, "name", "") == "ALERT" and name != "CLOSE_NOTIFY":
                self.alert = name
            elif name == "CERTIFICATE_REQUEST":
                self.asks_certificate = True

        context._msg_callback = seen  # type: ignore[attr-defined]  # CPython's own debugging hook


def client_context(relay: Relay, facts: TlsFacts | None = None) -> ssl.SSLContext:
    """The context of a session with this relay; ssl.SSLError when a certificate or key does not load."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = True
    context.hostname_checks_common_name = False
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    # A resumed session would not be verified again, and may carry another user's client certificate.
    context.options |= ssl.OP_NO_TICKET
    if relay.system_trust:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    if relay.trust_roots or relay.intermediates:
        context.load_verify_locations(cadata="\n".join((*relay.trust_roots, *relay.intermediates)))
    if not relay.intermediates:
        # Whatever stands in the farm's Root store is an anchor, also an authority that another one signed.
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    if relay.client_certificate is not None:
        certificate = relay.client_certificate
        with secret_path(f"{certificate.chain}\n{certificate.key}\n") as path:
            context.load_cert_chain(path)
    if facts is not None:
        facts.watch(context)
    return context


def explained(error: BaseException | None, facts: TlsFacts, *, presented: bool) -> tuple[str, str]:
    """What is wrong, in words for an administrator, and its cause as a word that does not change."""
    if isinstance(error, ssl.SSLCertVerificationError):
        cause, sentence = _VERIFY.get(
            error.verify_code, ("certificate", "the relay's certificate is not accepted")
        )
        return f"{sentence}: {error.verify_message}", cause
    if facts.alert in _ALERTS and not facts.asks_certificate:
        cause, sentence = _ALERTS[facts.alert]
        return sentence, cause
    if facts.refuses_us:
        how = f" ({facts.alert.replace('_', ' ').lower()})" if facts.alert else ""
        if presented:
            return f"the relay does not accept our client certificate{how}", "client-certificate-refused"
        return f"the relay wants a client certificate and none is set{how}", "client-certificate-required"
    reason = getattr(error, "reason", None) or str(error)
    if reason in {"WRONG_VERSION_NUMBER", "PACKET_LENGTH_TOO_LONG"}:
        return "the relay does not speak TLS after STARTTLS", "tls-not-spoken"
    if reason in {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION"}:
        return "the relay speaks neither TLS 1.2 nor 1.3", "tls-version"
    if reason in {"KEY_VALUES_MISMATCH", "NO_START_LINE", "PEM_LIB", "NOT_ENOUGH_DATA"}:
        return f"a certificate or key of the settings does not load: {_words(reason)}", "certificate-unusable"
    return f"TLS failed: {_words(reason)}", "tls"


def in_words(error: ssl.SSLError) -> str:
    """The same for a handshake that nobody watched."""
    return explained(error, TlsFacts(), presented=False)[0]


def server_end_point(certificate: bytes) -> bytes:
    """The channel binding `tls-server-end-point` (RFC 5929 §4.1) of a relay's certificate (DER)."""
    from cryptography.hazmat.primitives.hashes import MD5, SHA1, SHA256, Hash
    from cryptography.x509 import load_der_x509_certificate

    signed_with = load_der_x509_certificate(certificate).signature_hash_algorithm
    weak = signed_with is None or isinstance(signed_with, (MD5, SHA1))
    digest = Hash(SHA256() if weak or signed_with is None else signed_with)
    digest.update(certificate)
    return b"tls-server-end-point:" + digest.finalize()


def _words(reason: str) -> str:
    return reason.replace("_", " ").lower()


@contextmanager
def secret_path(secret: str) -> Iterator[str]:
    """A path at which OpenSSL can read a secret that reaches no disk where the system has memory files."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("certificate")
        try:
            os.write(descriptor, secret.encode())
            yield f"/proc/self/fd/{descriptor}"
        finally:
            os.close(descriptor)
        return
    import tempfile

    descriptor, path = tempfile.mkstemp()
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secret)
        yield path
    finally:
        Path(path).unlink()
