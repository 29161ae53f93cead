"""Certificates of the farm: four stores, assignments, and who finds which (Subscription Edition)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.farm import certificate_keys, errors
from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from datetime import datetime

    from spshell.farm.farm import SPFarm
    from spshell.farm.web_application import SPWebApplication
    from spshell.mail import ClientCertificate

STORES = ("EndEntity", "Intermediate", "Root", "Pending")
_NAMESPACE = "Microsoft.SharePoint.Administration.CertificateManagement."


@net_class(_NAMESPACE + "SPServerCertificate")
class SPServerCertificate(SPPersistedObject):
    """A certificate, or a request that waits for its authority (store Pending)."""

    kind = "certificate"
    what = "the certificate"
    ps_view = (
        "table",
        (
            ("FriendlyName", 24, "", "FriendlyName"),
            ("StoreType", 12, "", "StoreType"),
            ("NotAfter", 24, "", "NotAfter"),
            ("Thumbprint", 0, "", "Thumbprint"),
        ),
    )

    friendly_name = stored("string FriendlyName {get}", "name", "")
    display_name = stored("string DisplayName {get}", "name", "")
    store_type = stored("string StoreType {get}", "store", "EndEntity")
    exportable = stored("bool Exportable {get}", "exportable", False)

    @property
    def pem(self) -> str:
        return str(self.body.get("pem", ""))

    @property
    def is_request(self) -> bool:
        return bool(self.store_type == "Pending")

    def read(self) -> Any:
        """The certificate or request, parsed."""
        from cryptography import x509

        load = x509.load_pem_x509_csr if self.is_request else x509.load_pem_x509_certificate
        return load(self.pem.encode("ascii"))

    @prop("string Thumbprint {get}")
    def thumbprint(self) -> str:
        from cryptography.hazmat.primitives.hashes import SHA1

        return "" if self.is_request else self.read().fingerprint(SHA1()).hex().upper()  # noqa: S303 - .NET's thumbprint is SHA-1

    @prop("string SerialNumber {get}")
    def serial_number(self) -> str:
        return "" if self.is_request else f"{self.read().serial_number:02X}"

    @prop("string Subject {get}")
    def subject(self) -> str:
        return str(self.read().subject.rfc4514_string())

    @prop("string Issuer {get}")
    def issuer(self) -> str:
        return "" if self.is_request else str(self.read().issuer.rfc4514_string())

    @prop("System.Nullable[datetime] NotAfter {get}")
    def not_after(self) -> Any:
        return None if self.is_request else _local(self.ends)

    @prop("System.Nullable[datetime] NotBefore {get}")
    def not_before(self) -> Any:
        return None if self.is_request else _local(self.read().not_valid_before_utc)

    @property
    def ends(self) -> datetime:
        """When it expires; of certificates only."""
        moment: datetime = self.read().not_valid_after_utc
        return moment

    @prop("bool HasPrivateKey {get}")
    def has_private_key(self) -> bool:
        """Whether this server has the private key."""
        return certificate_keys.load_key(self.farm_object, self.record.id) is not None

    @prop("bool InUse {get}")
    def in_use(self) -> bool:
        return bool(self.assigned_to())

    def assigned_to(self) -> list[SPWebApplication]:
        """The web applications that sign in to their relay with it."""
        from spshell.farm.web_application import all_applications

        own = str(self.record.id)
        found = all_applications(self.farm_object, administration=True)
        return [application for application in found if application.body.get("mail_certificate") == own]


def find_certificates(farm: SPFarm, identity: Any) -> list[SPServerCertificate]:
    """By friendly name, thumbprint, serial number or id; in every store."""
    if isinstance(identity, SPServerCertificate):
        return [identity]
    text = str(getattr(identity, "to_string", lambda: identity)()).replace(" ", "").lower()
    spelled = str(getattr(identity, "to_string", lambda: identity)()).lower()
    return [
        found
        for found in farm.all(SPServerCertificate)
        if spelled == str(found.friendly_name).lower()
        or text in (found.thumbprint.lower(), found.serial_number.lower(), str(found.record.id))
    ]


def the_certificate(farm: SPFarm, identity: Any) -> SPServerCertificate:
    """The one certificate that is meant. Raises for none and for several."""
    found = find_certificates(farm, identity)
    if not found:
        raise errors.not_found("certificate", identity)
    if len(found) > 1:
        raise errors.invalid(
            f"'{identity}' means {len(found)} certificates; name one by thumbprint or id.",
            "AmbiguousCertificate",
            target=identity,
        )
    return found[0]


def check_for_smtp(certificate: SPServerCertificate) -> None:
    """What a client certificate must be; raises InvalidOperation with the rule that is broken."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.x509.oid import ExtendedKeyUsageOID

    def refuse(rule: str, error_id: str) -> None:
        raise errors.invalid(
            f"The certificate '{certificate.friendly_name}' cannot sign in to an SMTP server: {rule}.",
            error_id,
            target=certificate,
        )

    if certificate.store_type != "EndEntity":
        refuse(
            f"it is in the store {certificate.store_type}, and must be in EndEntity", "CertificateStoreWrong"
        )
    if not certificate.has_private_key:
        refuse("its private key is not on this server; import a PFX file", "CertificateKeyMissing")
    parsed = certificate.read()
    if not isinstance(parsed.public_key(), rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        refuse("its key is neither RSA nor ECDSA", "CertificateKeyTypeWrong")
    for extension in parsed.extensions:
        value = extension.value
        if isinstance(value, x509.KeyUsage) and not value.digital_signature:
            refuse("its Key Usage lacks Digital Signature", "CertificateKeyUsageWrong")
        if isinstance(value, x509.ExtendedKeyUsage) and ExtendedKeyUsageOID.CLIENT_AUTH not in value:
            refuse("its Extended Key Usage lacks Client Authentication", "CertificateExtendedKeyUsageWrong")


def client_certificate(farm: SPFarm, ident: str) -> ClientCertificate:
    """The certificate with its chain and key, for a session. Raises RelayUnavailable: mail is held then."""
    from spshell.mail import ClientCertificate, RelayUnavailable

    certificate = farm.one(SPServerCertificate, ident)
    if certificate is None:
        raise RelayUnavailable("the client certificate of the settings is gone")
    key = certificate_keys.load_key(farm, certificate.record.id)
    if key is None:
        raise RelayUnavailable(
            f"the private key of the client certificate '{certificate.friendly_name}' is not readable on this server"
        )
    return ClientCertificate("".join(each.pem for each in chain_of(certificate)), key)


def chain_of(certificate: SPServerCertificate, *, with_root: bool = False) -> list[SPServerCertificate]:
    """The certificate and its issuers as far as the farm has them, the root only when asked for."""
    found = [certificate]
    known = [
        each
        for each in certificate.farm_object.all(SPServerCertificate)
        if each.store_type in ("Intermediate", "Root")
    ]
    while len(found) < 10:
        parsed = found[-1].read()
        if parsed.issuer == parsed.subject:
            break
        issuer = next((each for each in known if each.read().subject == parsed.issuer), None)
        if issuer is None or (issuer.store_type == "Root" and not with_root):
            break
        found.append(issuer)
    return found


def _local(moment: datetime) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(moment.isoformat(), resolve_type_name("datetime"))
