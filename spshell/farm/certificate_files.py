"""Certificate files in and out: PFX, P7B, CER (DER or PEM), and signing requests."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from spshell.farm import certificate_keys, errors
from spshell.farm.certificate import SPServerCertificate, chain_of
from spshell.state import Record

if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm

_CURVES = {"nistP256": "SECP256R1", "nistP384": "SECP384R1", "nistP521": "SECP521R1"}


@dataclass(slots=True)
class Request:
    """What a signing request asks for."""

    friendly_name: str
    subject: dict[str, str]
    """By the names of cryptography's NameOID, in the order of the request."""
    alternatives: list[str] = field(default_factory=list)
    rsa_bits: int = 2048
    curve: str | None = None
    hash: str = "SHA256"
    exportable: bool = False
    renews: str | None = None


def import_certificates(
    farm: SPFarm,
    data: bytes,
    password: str | None,
    *,
    store: str | None,
    exportable: bool,
    replace: bool,
) -> list[SPServerCertificate]:
    """Put every certificate of a file into the farm, and the key on this server. Raises InvalidOperation."""
    certificates, key, name = _read(data, password)
    found: list[SPServerCertificate] = []
    for number, certificate in enumerate(certificates):
        own_key = key if number == 0 else None
        found.append(
            _put(farm, certificate, own_key, name if number == 0 else "", store, exportable, replace=replace)
        )
    return found


def request_certificate(farm: SPFarm, request: Request) -> SPServerCertificate:
    """A key pair on this server, and the request for it in the store Pending."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import Encoding

    key: Any
    if request.curve is not None:
        key = ec.generate_private_key(getattr(ec, _CURVES[request.curve])())
    else:
        key = rsa.generate_private_key(65537, request.rsa_bits)
    signed = _signing_request(request, key)
    body: dict[str, Any] = {
        "name": request.friendly_name,
        "store": "Pending",
        "pem": signed.public_bytes(Encoding.PEM).decode("ascii"),
        "exportable": request.exportable,
    }
    if request.renews is not None:
        body["renews"] = request.renews
    made = SPServerCertificate(farm, Record(SPServerCertificate.kind, uuid4(), body))
    certificate_keys.store_key(farm, made.record.id, _key_text(key))
    made.commit()
    return made


def export_pfx(certificate: SPServerCertificate, password: str, *, chain: bool, triple_des: bool) -> bytes:
    """A PFX file with the key. Raises InvalidOperation for a key that is not here or may not leave."""
    from cryptography.hazmat.primitives.hashes import SHA1, SHA256
    from cryptography.hazmat.primitives.serialization import PrivateFormat, load_pem_private_key, pkcs12

    pem = certificate_keys.load_key(certificate.farm_object, certificate.record.id)
    if pem is None:
        raise errors.invalid(
            f"The private key of '{certificate.friendly_name}' is not on this server.",
            "CertificateKeyMissing",
        )
    if not certificate.exportable:
        raise errors.invalid(
            f"The private key of '{certificate.friendly_name}' is not exportable.", "CertificateNotExportable"
        )
    builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(50000)
    if triple_des:
        builder = builder.key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC).hmac_hash(SHA1())  # noqa: S303 - asked for
    else:
        builder = builder.key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC).hmac_hash(SHA256())
    others = [each.read() for each in chain_of(certificate, with_root=True)[1:]] if chain else None
    return pkcs12.serialize_key_and_certificates(
        str(certificate.friendly_name).encode(),
        load_pem_private_key(pem.encode("ascii"), None),  # type: ignore[arg-type]  # RSA or ECDSA: checked when it came in
        certificate.read(),
        others,
        builder.build(password.encode("utf-8")),
    )


def export_public(certificate: SPServerCertificate, kind: str, *, chain: bool) -> bytes:
    """A CER (DER) or P7B file without the key."""
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    path = [each.read() for each in chain_of(certificate, with_root=True)] if chain else [certificate.read()]
    if kind == "Pkcs7":
        return pkcs7.serialize_certificates(path, Encoding.DER)
    encoded: bytes = path[0].public_bytes(Encoding.DER)
    return encoded


def best_store(certificate: Any) -> str:
    """Where a certificate belongs: authorities by whether they issued themselves."""
    from cryptography.x509 import BasicConstraints, ExtensionNotFound

    try:
        authority = certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
    except ExtensionNotFound:
        authority = False
    if not authority:
        return "EndEntity"
    return "Root" if certificate.issuer == certificate.subject else "Intermediate"


def _read(data: bytes, password: str | None) -> tuple[list[Any], Any, str]:
    """The certificates of a file, the key of the first one, and the friendly name that a PFX gives it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import pkcs7, pkcs12

    if b"-----BEGIN CERTIFICATE-----" in data:
        return list(x509.load_pem_x509_certificates(data)), None, ""
    with suppress(ValueError):
        return [x509.load_der_x509_certificate(data)], None, ""
    with suppress(ValueError):
        return list(pkcs7.load_der_pkcs7_certificates(data)), None, ""
    if b"-----BEGIN PKCS7-----" in data:
        return list(pkcs7.load_pem_pkcs7_certificates(data)), None, ""
    try:
        opened = pkcs12.load_pkcs12(data, None if password is None else password.encode("utf-8"))
    except ValueError as error:
        why = "the password does not open it" if "assword" in str(error) else "it is no PFX, P7B or CER file"
        raise errors.invalid(
            f"The certificate file cannot be read: {why}.", "CertificateFileInvalid"
        ) from None
    if opened.cert is None:
        raise errors.invalid("The file holds no certificate.", "CertificateFileInvalid")
    others = [each.certificate for each in opened.additional_certs]
    friendly = (opened.cert.friendly_name or b"").decode("utf-8", "replace")
    return [opened.cert.certificate, *others], opened.key, friendly


def _put(
    farm: SPFarm, certificate: Any, key: Any, name: str, store: str | None, exportable: bool, *, replace: bool
) -> SPServerCertificate:
    from cryptography.hazmat.primitives.serialization import Encoding

    pem = certificate.public_bytes(Encoding.PEM).decode("ascii")
    chosen = store or best_store(certificate)
    for existing in farm.all(SPServerCertificate):
        if existing.store_type == chosen and existing.pem == pem:
            if key is not None:
                certificate_keys.store_key(farm, existing.record.id, _key_text(key))
            return existing  # type: ignore[no-any-return]  # all() gives the class it is called with
    request = None if key is not None else _request_of(farm, certificate)
    body = {
        "name": (str(request.friendly_name) if request is not None else name) or _common_name(certificate),
        "store": chosen,
        "pem": pem,
        "exportable": bool(request.exportable) if request is not None else exportable,
    }
    made = SPServerCertificate(farm, Record(SPServerCertificate.kind, uuid4(), body))
    if key is not None:
        certificate_keys.store_key(farm, made.record.id, _key_text(key))
    elif request is not None:
        certificate_keys.move_key(farm, request.record.id, made.record.id)
    made.commit()
    if request is not None:
        renewed = request.body.get("renews")
        farm.store.commit(deletes=[request.record])
        if replace and renewed:
            old = farm.one(SPServerCertificate, str(renewed))
            if old is not None:
                switch_assignments(old, made)
    return made


def switch_assignments(old: SPServerCertificate, new: SPServerCertificate | None) -> int:
    """Give every use of one certificate to another, or end it; how many there were."""
    applications = old.assigned_to()
    for application in applications:
        if new is None:
            application.body.pop("mail_certificate", None)
        else:
            application.body["mail_certificate"] = str(new.record.id)
        application.commit()
    return len(applications)


def _request_of(farm: SPFarm, certificate: Any) -> SPServerCertificate | None:
    """The pending request with the same public key."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    def public(item: Any) -> bytes:
        encoded: bytes = item.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return encoded

    wanted = public(certificate)
    return next(
        (each for each in farm.all(SPServerCertificate) if each.is_request and public(each.read()) == wanted),
        None,
    )


def _signing_request(request: Request, key: Any) -> Any:
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def general(name: str) -> x509.GeneralName:
        try:
            return x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            return x509.DNSName(name)

    subject = x509.Name(
        [x509.NameAttribute(getattr(NameOID, oid), text) for oid, text in request.subject.items() if text]
    )
    builder = x509.CertificateSigningRequestBuilder().subject_name(subject)
    if request.alternatives:
        builder = builder.add_extension(
            x509.SubjectAlternativeName(list(map(general, request.alternatives))), critical=False
        )
    usages = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
    return builder.add_extension(usages, critical=False).sign(key, getattr(hashes, request.hash)())


def _key_text(key: Any) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return str(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii"))


def _common_name(certificate: Any) -> str:
    from cryptography.x509.oid import NameOID

    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else f"{certificate.serial_number:X}"
