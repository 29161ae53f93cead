"""The TLS side of a relay: strict verification, and a client certificate where one is set.

TLS 1.2 or later (RFC 8996). The name that must match is the configured host, and it must stand in the
certificate's subjectAltName (RFC 9525): a common name is no name. X.509 strictness as OpenSSL knows it.
"""

from __future__ import annotations

import os
import ssl
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.mail.relay import Relay


def client_context(relay: Relay) -> ssl.SSLContext:
    """The context of a session with this relay; ssl.SSLError when a certificate or key does not load."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = True
    context.hostname_checks_common_name = False
    context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
    # A resumed session would not be verified again, and may carry another user's client certificate.
    context.options |= ssl.OP_NO_TICKET
    if relay.system_trust:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    if relay.trust_roots:
        context.load_verify_locations(cadata="\n".join(relay.trust_roots))
    if relay.client_certificate is not None:
        certificate = relay.client_certificate
        with secret_path(f"{certificate.chain}\n{certificate.key}\n") as path:
            context.load_cert_chain(path)
    return context


def explained(error: ssl.SSLError) -> str:
    """What is wrong, in words for an administrator."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the relay's certificate is not accepted: {error.verify_message}"
    reason = (error.reason or str(error)).replace("_", " ").lower()
    if error.reason == "WRONG_VERSION_NUMBER":
        return "the relay does not speak TLS after STARTTLS"
    return f"TLS failed: {reason}"


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
