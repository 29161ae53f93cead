"""X.509 certificates, read."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.dotnet.time.datetimes import LOCAL, DateTime
from spshell.values.declare import constructor, method, net_class, prop

_C = "System.Security.Cryptography."
_X = _C + "X509Certificates."
_EPOCH = 621_355_968_000_000_000
_SHORT = {
    "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "SERIALNUMBER", "2.5.4.6": "C", "2.5.4.7": "L",
    "2.5.4.8": "S", "2.5.4.9": "STREET", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "T",
    "2.5.4.42": "G", "2.5.4.43": "I", "0.9.2342.19200300.100.1.25": "DC", "1.2.840.113549.1.9.1": "E",
}  # fmt: skip


@net_class(_C + "Oid")
class Oid:
    """An object identifier with a name for people."""

    def __init__(self, number: str, name: str | None) -> None:
        self.number = number
        self.name = name
        self.ps_members: Any = None

    @constructor("(string oid)", "(string value, string friendlyName)")
    @staticmethod
    def create(number: str, name: str | None = None) -> Oid:
        return Oid(number, name)

    @prop("string Value {get;set}")
    def value(self) -> str:
        return self.number

    @prop("string FriendlyName {get;set}")
    def friendly_name(self) -> Any:
        return self.name


@net_class(_X + "X500DistinguishedName")
class X500DistinguishedName:
    """A distinguished name; its text begins with the innermost part."""

    def __init__(self, text: str, raw: bytes) -> None:
        self.text = text
        self.raw = raw
        self.ps_members: Any = None

    @prop("string Name {get}")
    def name(self) -> str:
        return self.text

    @prop("byte[] RawData {get}")
    def raw_data(self) -> Any:
        return byte_array(self.raw)

    def ps_text(self) -> str:
        return self.text

    to_string = ps_text


def name_text(name: Any) -> str:
    """A name of the cryptography library as .NET writes it."""
    parts = []
    for relative in reversed(list(name.rdns)):
        pieces = []
        for attribute in relative:
            number = attribute.oid.dotted_string
            value = str(attribute.value)
            if any(character in value for character in ',+="<>#;\n') or value != value.strip():
                value = '"' + value.replace('"', '""') + '"'
            pieces.append(f"{_SHORT.get(number, 'OID.' + number)}={value}")
        parts.append(" + ".join(pieces))
    return ", ".join(parts)


@net_class(_X + "X509Certificate", interfaces=("System.IDisposable",))
class X509Certificate:
    """The base of certificates."""


@net_class(_X + "X509Certificate2")
class X509Certificate2(X509Certificate):
    """A certificate, perhaps with its private key."""

    def __init__(self, certificate: Any, key: Any = None) -> None:
        self.certificate = certificate
        self.private = key
        self.label = ""
        self.ps_members: Any = None

    @constructor(
        "(string fileName)",
        "(string fileName, string password)",
        "(string fileName, securestring password)",
        f"(string fileName, string password, {_X}X509KeyStorageFlags keyStorageFlags)",
        f"(string fileName, securestring password, {_X}X509KeyStorageFlags keyStorageFlags)",
    )
    @staticmethod
    def from_file(path: str, password: Any = None, _flags: Any = None) -> X509Certificate2:
        if not path:
            raise argument_null("fileName")
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise thrown(_C + "CryptographicException", "IO", path, error.strerror or str(error)) from None
        return load(data, password)

    @constructor(
        "(byte[] rawData)", "(byte[] rawData, string password)", "(byte[] rawData, securestring password)"
    )
    @staticmethod
    def from_bytes(data: Any, password: Any = None) -> X509Certificate2:
        if data is None or not len(data):
            raise thrown("System.ArgumentException", "Argument", "The array is empty or null.", "rawData")
        return load(to_bytes(data), password)

    @constructor(f"({_X}X509Certificate certificate)")
    @staticmethod
    def copied(source: Any) -> X509Certificate2:
        return X509Certificate2(source.certificate, source.private)

    @prop("string Subject {get}")
    def subject(self) -> str:
        return name_text(self.certificate.subject)

    @prop("string Issuer {get}")
    def issuer(self) -> str:
        return name_text(self.certificate.issuer)

    @prop(f"{_X}X500DistinguishedName SubjectName {{get}}")
    def subject_name(self) -> Any:
        return X500DistinguishedName(self.subject, self.certificate.subject.public_bytes())

    @prop(f"{_X}X500DistinguishedName IssuerName {{get}}")
    def issuer_name(self) -> Any:
        return X500DistinguishedName(self.issuer, self.certificate.issuer.public_bytes())

    @prop("string Thumbprint {get}")
    def thumbprint(self) -> str:
        from cryptography.hazmat.primitives.hashes import SHA1

        return str(self.certificate.fingerprint(SHA1()).hex().upper())  # noqa: S303 - what .NET calls so

    @prop("string SerialNumber {get}")
    def serial_number(self) -> str:
        text = f"{self.certificate.serial_number:X}"
        return text if len(text) % 2 == 0 else "0" + text

    @prop("datetime NotBefore {get}")
    def not_before(self) -> Any:
        return _local(self.certificate.not_valid_before_utc)

    @prop("datetime NotAfter {get}")
    def not_after(self) -> Any:
        return _local(self.certificate.not_valid_after_utc)

    @prop("bool HasPrivateKey {get}")
    def has_private_key(self) -> bool:
        return self.private is not None

    @prop("int Version {get}")
    def version(self) -> int:
        return int(self.certificate.version.value) + 1

    @prop("string FriendlyName {get;set}")
    def friendly_name(self) -> str:
        return self.label

    @friendly_name.setter
    def set_friendly_name(self, value: str) -> None:
        self.label = value

    @prop("bool Archived {get}")
    def archived(self) -> bool:
        return False

    @prop(f"{_C}Oid SignatureAlgorithm {{get}}")
    def signature_algorithm(self) -> Any:
        found = self.certificate.signature_algorithm_oid
        return Oid(found.dotted_string, found._name.removesuffix("Encryption"))  # what the library calls it

    @prop("byte[] RawData {get}")
    def raw_data(self) -> Any:
        return byte_array(self._der())

    def _der(self) -> bytes:
        from cryptography.hazmat.primitives.serialization import Encoding

        return bytes(self.certificate.public_bytes(Encoding.DER))

    @method("byte[] GetRawCertData()")
    def get_raw_data(self) -> Any:
        return self.raw_data

    @method("string GetRawCertDataString()")
    def get_raw_text(self) -> str:
        return self._der().hex().upper()

    @method("string GetSerialNumberString()")
    def get_serial_number(self) -> str:
        return str(self.serial_number)

    @method("string GetCertHashString()")
    def get_hash(self) -> str:
        return str(self.thumbprint)

    @method("string GetExpirationDateString()")
    def get_expiration(self) -> str:
        return str(self.not_after.to_string())

    @method("string GetEffectiveDateString()")
    def get_effective(self) -> str:
        return str(self.not_before.to_string())

    @method(f"string GetNameInfo({_X}X509NameType nameType, bool forIssuer)")
    def get_name_info(self, kind: Any, for_issuer: bool) -> str:
        from cryptography.x509.oid import NameOID

        name = self.certificate.issuer if for_issuer else self.certificate.subject
        if kind.name in ("DnsName", "DnsFromAlternativeName") and not for_issuer:
            names = self._dns_names()
            if names or kind.name == "DnsFromAlternativeName":
                return names[0] if names else ""
        wanted = NameOID.EMAIL_ADDRESS if kind.name == "EmailName" else NameOID.COMMON_NAME
        found = name.get_attributes_for_oid(wanted)
        return str(found[0].value) if found else ""

    def _dns_names(self) -> list[str]:
        from cryptography.x509 import DNSName, ExtensionNotFound, SubjectAlternativeName

        try:
            extension = self.certificate.extensions.get_extension_for_class(SubjectAlternativeName)
        except ExtensionNotFound:
            return []
        return [str(name) for name in extension.value.get_values_for_type(DNSName)]

    @method("bool MatchesHostname(string hostname, bool allowWildcards = True, bool allowCommonName = True)")
    def matches_hostname(self, host: str, wildcards: bool = True, common_name: bool = True) -> bool:
        names = self._dns_names()
        if not names and common_name:
            from cryptography.x509.oid import NameOID

            names = [
                str(n.value) for n in self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
            ]
        folded = host.lower().rstrip(".")
        tail = folded.partition(".")[2]
        return any(
            name.lower() == folded or (wildcards and name.startswith("*.") and name[2:].lower() == tail)
            for name in names
        )

    @method("string ExportCertificatePem()")
    def export_pem(self) -> str:
        from cryptography.hazmat.primitives.serialization import Encoding

        return str(self.certificate.public_bytes(Encoding.PEM).decode("ascii").rstrip("\n"))

    @method(f"byte[] Export({_X}X509ContentType contentType)")
    def export(self, kind: Any) -> Any:
        if kind.name != "Cert":
            raise thrown(_C + "CryptographicException", "Invalid", f"{kind.name} cannot be exported here.")
        return byte_array(self._der())

    def ps_text(self) -> str:
        lines = (
            ("Subject", self.subject),
            ("Issuer", self.issuer),
            ("Serial Number", self.serial_number),
            ("Not Before", self.not_before.to_string()),
            ("Not After", self.not_after.to_string()),
            ("Thumbprint", self.thumbprint),
        )
        return "".join(f"[{title}]\n  {text}\n\n" for title, text in lines)

    to_string = ps_text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, X509Certificate2) and other.certificate == self.certificate

    def __hash__(self) -> int:
        return hash(self.certificate)

    @method("void Dispose()", "void Reset()")
    def dispose(self) -> None:
        """Nothing is held open."""


def _local(moment: Any) -> DateTime:
    return (
        DateTime(int(moment.timestamp()) * 10_000_000 + _EPOCH, 1).local() if moment else DateTime(0, LOCAL)
    )


def load(data: bytes, password: Any = None) -> X509Certificate2:
    """A certificate in PEM, DER or PKCS#12; raises CryptographicException."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import pkcs12

    text = password.reveal() if hasattr(password, "reveal") else password
    secret = text.encode() if text else None
    try:
        if b"-----BEGIN CERTIFICATE" in data:
            return X509Certificate2(x509.load_pem_x509_certificate(data))
        try:
            return X509Certificate2(x509.load_der_x509_certificate(data))
        except ValueError:
            key, certificate, _ = pkcs12.load_key_and_certificates(data, secret)
    except (ValueError, TypeError) as error:
        raise thrown(
            _C + "CryptographicException", "Invalid", f"The certificate cannot be read: {error}"
        ) from None
    return X509Certificate2(certificate, key)
