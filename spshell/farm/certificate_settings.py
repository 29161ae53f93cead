"""Defaults of new certificates, expiry thresholds, and who is told: kept on the farm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm

DEFAULTS: dict[str, Any] = {
    "OrganizationalUnit": "",
    "Organization": "",
    "Locality": "",
    "State": "",
    "Country": "",
    "KeyAlgorithm": "RSA",
    "KeySize": 2048,
    "EllipticCurve": "nistP256",
    "HashAlgorithm": "SHA256",
    "RsaSignaturePadding": "Pkcs1",
    "CertificateExpirationAttentionThreshold": 60,
    "CertificateExpirationWarningThreshold": 15,
    "CertificateExpirationErrorThreshold": 15,
}
"""By the parameter names of Set-SPCertificateSettings."""

_NAMESPACE = "Microsoft.SharePoint.Administration.CertificateManagement."


def setting(farm: SPFarm, name: str) -> Any:
    """One setting: what was set, else the default."""
    return farm.body.get("certificate_settings", {}).get(name, DEFAULTS[name])


def contacts(farm: SPFarm) -> list[str]:
    """The addresses that notices about certificates go to."""
    return [str(address) for address in farm.body.get("certificate_contacts", [])]


@net_class(_NAMESPACE + "SPCertificateNotificationContact")
class NotificationContact:
    """Somebody who hears of certificates that expire."""

    ps_view = ("table", (("Address", 0, "", "Address"),))

    def __init__(self, address: str) -> None:
        self._address = address

    @prop("string Address {get}")
    def address(self) -> str:
        return self._address

    def ps_text(self) -> str:
        return self._address

    to_string = ps_text


@net_class(_NAMESPACE + "SPServerCertificateManagementProperties")
class CertificateSettings:
    """Certificate Management Settings of the farm."""

    def __init__(self, farm: SPFarm) -> None:
        self.farm = farm

    @prop("string DefaultOrganizationalUnit {get}")
    def organizational_unit(self) -> str:
        return str(setting(self.farm, "OrganizationalUnit"))

    @prop("string DefaultOrganization {get}")
    def organization(self) -> str:
        return str(setting(self.farm, "Organization"))

    @prop("string DefaultLocality {get}")
    def locality(self) -> str:
        return str(setting(self.farm, "Locality"))

    @prop("string DefaultState {get}")
    def state(self) -> str:
        return str(setting(self.farm, "State"))

    @prop("string DefaultCountry {get}")
    def country(self) -> str:
        return str(setting(self.farm, "Country"))

    @prop("string DefaultKeyAlgorithm {get}")
    def key_algorithm(self) -> str:
        return str(setting(self.farm, "KeyAlgorithm"))

    @prop("int DefaultRsaKeySize {get}")
    def rsa_key_size(self) -> int:
        return int(setting(self.farm, "KeySize"))

    @prop("string DefaultEllipticCurve {get}")
    def elliptic_curve(self) -> str:
        return str(setting(self.farm, "EllipticCurve"))

    @prop("string DefaultHashAlgorithm {get}")
    def hash_algorithm(self) -> str:
        return str(setting(self.farm, "HashAlgorithm"))

    @prop("string DefaultRsaSignaturePadding {get}")
    def rsa_signature_padding(self) -> str:
        return str(setting(self.farm, "RsaSignaturePadding"))

    @prop("int CertificateExpirationAttentionThresholdDays {get}")
    def attention(self) -> int:
        return int(setting(self.farm, "CertificateExpirationAttentionThreshold"))

    @prop("int CertificateExpirationWarningThresholdDays {get}")
    def warning(self) -> int:
        return int(setting(self.farm, "CertificateExpirationWarningThreshold"))

    @prop("int CertificateExpirationErrorThresholdDays {get}")
    def error(self) -> int:
        return int(setting(self.farm, "CertificateExpirationErrorThreshold"))

    @prop("System.Object CertificateNotificationContacts {get}")
    def notification_contacts(self) -> list[Any]:
        return [NotificationContact(address) for address in contacts(self.farm)]
