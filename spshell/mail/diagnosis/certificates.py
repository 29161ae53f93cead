"""The certificates that the relay sent: what each says, which name would match, and what is wrong with them."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from spshell.mail.diagnosis.step import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

ATTENTION, WARNING = 60, 15
"""Days: the thresholds of SharePoint's own certificate rules."""

_REASONS = (
    ("expired", "expired"),
    ("not yet valid", "not-yet-valid"),
    ("hostname mismatch", "name-mismatch"),
    ("ip address mismatch", "name-mismatch"),
    ("self-signed certificate in certificate chain", "untrusted"),
    ("self signed certificate in certificate chain", "untrusted"),
    ("self-signed certificate", "self-signed"),
    ("self signed certificate", "self-signed"),
    ("unable to get local issuer", "untrusted"),
    ("unable to get issuer", "untrusted"),
    ("unable to verify the first certificate", "untrusted"),
)
"""What OpenSSL says -> sign."""


def describe_chain(chain: list[bytes], host: str, now: datetime) -> Step:
    """The chain, one step a certificate, from the relay's own upwards."""
    from cryptography.x509 import load_der_x509_certificate

    family = Step("Certificates", Phase.TLS)
    certificates = [load_der_x509_certificate(der) for der in chain]
    for number, certificate in enumerate(certificates):
        family.add(_describe(certificate, now, is_leaf=number == 0))
    if certificates:
        family.add(match_names(certificates[0], host))
        family.detail = f"{len(certificates)} sent by the relay"
        family.facts = {"sent": len(certificates)}
    return family


def signs_of(message: str, chain: list[bytes]) -> list[str]:
    """The signs of a verification that failed with these words of OpenSSL's."""
    folded = message.lower()
    sign = next((sign for words, sign in _REASONS if words in folded), "strict")
    return ["missing-intermediate"] if sign == "untrusted" and _lacks_issuer(chain) else [sign]


def _lacks_issuer(chain: list[bytes]) -> bool:
    """Whether the relay sent its own certificate alone, and an intermediate (no root) issued it."""
    from cryptography.x509 import AuthorityInformationAccess, ExtensionNotFound, load_der_x509_certificate

    if len(chain) != 1:
        return False
    leaf = load_der_x509_certificate(chain[0])
    if leaf.issuer == leaf.subject:
        return False
    try:
        # Authorities say where their certificate is when it is not a root that everybody has.
        leaf.extensions.get_extension_for_class(AuthorityInformationAccess)
    except ExtensionNotFound:
        return "intermediate" in leaf.issuer.rfc4514_string().lower()
    return True


def names_of(certificate: Certificate) -> list[str]:
    """The DNS names and addresses of the subjectAltName."""
    from cryptography.x509 import DNSName, ExtensionNotFound, IPAddress, SubjectAlternativeName

    try:
        extension = certificate.extensions.get_extension_for_class(SubjectAlternativeName)
    except ExtensionNotFound:
        return []
    names: list[str] = list(extension.value.get_values_for_type(DNSName))
    return names + [str(address) for address in extension.value.get_values_for_type(IPAddress)]


def matches(name: str, host: str) -> bool:
    """RFC 9525 §6.3: the same name, or one whose left-most label alone is `*`; addresses exactly."""
    name, host = name.rstrip(".").lower(), host.strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(host) == ipaddress.ip_address(name)
    except ValueError:
        pass
    if _is_address(host) or _is_address(name):
        return False
    first, _, rest = name.partition(".")
    if first == "*":
        return "." in rest and host.partition(".")[2] == rest
    return name == host


def match_names(certificate: Certificate, host: str) -> Step:
    """Whether the configured name stands in the certificate, and which names do."""
    step = Step("Name", Phase.TLS)
    names = names_of(certificate)
    fitting = [name for name in names if matches(name, host)]
    common = _common_name(certificate)
    step.facts = {"configured": host, "names": names, "matching": fitting, "commonName": common}
    if fitting:
        step.detail = f"{host} matches {fitting[0]}"
    elif not names:
        sign = "common-name" if common and matches(common, host) else "name-mismatch"
        step.fail(f"the certificate has no subjectAltName, so no name can match {host}", sign)
    else:
        step.fail(
            f"{host} is not in the certificate; these would match: {', '.join(names[:10])}", "name-mismatch"
        )
    return step


def _describe(certificate: Certificate, now: datetime, *, is_leaf: bool) -> Step:
    subject = _common_name(certificate) or certificate.subject.rfc4514_string() or "(no subject)"
    issuer = certificate.issuer.rfc4514_string()
    ends, begins = certificate.not_valid_after_utc, certificate.not_valid_before_utc
    days = (ends - now).days
    step = Step(subject, Phase.TLS)
    algorithm = certificate.signature_hash_algorithm
    step.facts = {
        "subject": certificate.subject.rfc4514_string(),
        "names": names_of(certificate),
        "issuer": issuer,
        "notBefore": _stamp(begins),
        "notAfter": _stamp(ends),
        "days": days,
        "key": _key(certificate),
        "signature": algorithm.name if algorithm is not None else "",
        "serialNumber": f"{certificate.serial_number:X}",
        "selfIssued": certificate.issuer == certificate.subject,
    }
    by = "itself" if certificate.issuer == certificate.subject else issuer
    step.detail = f"{_key(certificate)}, by {by}, {days} days left"
    if ends < now:
        step.fail(f"expired {-days} days ago ({ends:%Y-%m-%d}), by {by}", "expired")
    elif begins > now:
        step.fail(f"not valid before {begins:%Y-%m-%d %H:%M} UTC, by {by}", "not-yet-valid")
    elif days < WARNING:
        step.warn(f"{step.detail}: about to expire", "expires-soon")
    elif is_leaf and days < ATTENTION:
        step.note(f"{step.detail}: expires within {ATTENTION} days", "expires-soon")
    return step


def _key(certificate: Certificate) -> str:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA {key.key_size}"
    if isinstance(key, ec.EllipticCurvePublicKey):
        return f"ECDSA {key.curve.name}"
    return type(key).__name__.removesuffix("PublicKey").strip("_")


def _common_name(certificate: Certificate) -> str:
    from cryptography.x509.oid import NameOID

    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
