"""A private certificate authority, made fresh: its certificates are good for nothing but the lab."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_AUTHORITY_LIFE = timedelta(days=3650)
_LIFE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate and its private key, PEM; no repr shows the key."""

    certificate: str
    key: str = field(repr=False)


class Authority:
    """A root, or an intermediate of another one (`above`), which signs server and client certificates."""

    def __init__(self, name: str = "spshell lab authority", *, above: Authority | None = None) -> None:
        self._key: _Key = ec.generate_private_key(ec.SECP256R1())
        self._subject = _name(name)
        issuer, signer = (self._subject, self._key) if above is None else (above._subject, above._key)
        builder = _builder(self._subject, issuer, self._key, timedelta(days=-1), _AUTHORITY_LIFE)
        depth = 1 if above is None else 0
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
        self.certificate = _pem(_signed(_identified(builder, self._key, signer, _usage(signs=True)), signer))
        """PEM: what a relay's trust_roots (of a root) or intermediates take."""

    def issue(
        self,
        *names: str,
        client: bool = False,
        rsa_key: bool = False,
        begins: timedelta = timedelta(days=-1),
        ends: timedelta = _LIFE,
        self_signed: bool = False,
    ) -> Issued:
        """A certificate for these DNS names and IP addresses; `begins` and `ends` count from now.

        A client certificate has one name, its subject.
        """
        key: _Key = (
            rsa.generate_private_key(65537, 2048) if rsa_key else ec.generate_private_key(ec.SECP256R1())
        )
        subject = _name(names[0])
        issuer, signer = (subject, key) if self_signed else (self._subject, self._key)
        builder = _builder(subject, issuer, key, begins, ends)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = _identified(builder, key, signer, _usage(signs=False))
        purpose = ExtendedKeyUsageOID.CLIENT_AUTH if client else ExtendedKeyUsageOID.SERVER_AUTH
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
        if not client:
            alternatives = x509.SubjectAlternativeName([_general_name(name) for name in names])
            builder = builder.add_extension(alternatives, critical=False)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")
        return Issued(_pem(_signed(builder, signer)), private)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: _Key, begins: timedelta, ends: timedelta
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
    )


def _identified(
    builder: x509.CertificateBuilder, key: _Key, signer: _Key, usage: x509.KeyUsage
) -> x509.CertificateBuilder:
    # Strict verification wants all three.
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    return (
        builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(authority, critical=False)
        .add_extension(usage, critical=True)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: x509.CertificateBuilder, signer: _Key) -> x509.Certificate:
    return builder.sign(signer, SHA256())


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode("ascii")


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
