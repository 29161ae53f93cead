"""Parameters of the cmdlets of certificates, as the vendor declares them (see `cmdlets.sharepoint.signatures`)."""

from __future__ import annotations

from typing import Any

_KEY_KINDS = ("Default", "RSA", "ECC")  # the parameter sets of a request
_OPTIONAL = tuple((kind, "", None) for kind in _KEY_KINDS)
_MANDATORY = tuple((kind, "M", None) for kind in _KEY_KINDS)

# fmt: off
# What New- and Renew-SPCertificate both put into the certificate signing request.
_REQUEST: tuple[Any, ...] = (
    ("AlternativeNames", "string[]", _OPTIONAL, {"flags": ("ValidateNotNullOrEmpty",)}),
    ("OrganizationalUnit", "string", _OPTIONAL, {"flags": ("AllowEmptyString",), "length": (0, 64)}),
    ("Organization", "string", _OPTIONAL, {"flags": ("AllowEmptyString",), "length": (0, 64)}),
    ("Locality", "string", _OPTIONAL, {"flags": ("AllowEmptyString",), "length": (0, 128)}),
    ("State", "string", _OPTIONAL, {"flags": ("AllowEmptyString",), "length": (0, 128)}),
    ("Country", "string", _OPTIONAL, {"flags": ("AllowEmptyString",), "length": (0, 2)}),
    ("Exportable", "switch", _OPTIONAL, {}),
    ("KeySize", "int", (("RSA", "", None),), {"values": ("0", "2048", "4096", "8192", "16384")}),
    ("EllipticCurve", "Microsoft.SharePoint.Administration.CertificateManagement.EllipticCurveType", (
        ("ECC", "", None),
    ), {"values": ("Default", "nistP256", "nistP384", "nistP521")}),
    ("HashAlgorithm", "string", _OPTIONAL, {"values": ("Default", "SHA256", "SHA384", "SHA512")}),
    ("Path", "string", _OPTIONAL, {"flags": ("ValidateNotNullOrEmpty",)}),
    ("Force", "switch", _OPTIONAL, {}),
)

SIGNATURES: dict[str, tuple[Any, ...]] = {
    "Get-SPCertificate": ("Get-SPCertificate", "SearchFilters", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (("Identity", "MV", 0),), {}),
        ("DisplayName", "string", (("SearchFilters", "", None),), {}),
        ("Thumbprint", "string", (("SearchFilters", "", None),), {}),
        ("SerialNumber", "string", (("SearchFilters", "", None),), {}),
        ("Store", "string", (("SearchFilters", "", None),), {"values": ("EndEntity", "Intermediate", "Pending", "Root")}),
        ("InUse", "switch", (("SearchFilters", "", None),), {}),
        ("DaysToExpiration", "int", (("SearchFilters", "", None),), {"range": (-1, 825)}),
    )),
    "Import-SPCertificate": ("Import-SPCertificate", "", True, "Medium", ("SE",), (
        ("Path", "string", (("", "MV", 0),), {"flags": ("ValidateNotNull",)}),
        ("Password", "securestring", (("", "", None),), {"flags": ("ValidateNotNull",)}),
        ("Store", "string", (("", "", None),), {"values": ("EndEntity", "Intermediate", "Pending", "Root")}),
        ("Exportable", "switch", (("", "", None),), {}),
        ("Replace", "switch", (("", "", None),), {}),
    )),
    "New-SPCertificate": ("New-SPCertificate", "Default", True, "Medium", ("SE",), (
        ("FriendlyName", "string", _MANDATORY, {"flags": ("ValidateNotNullOrEmpty",)}),
        ("CommonName", "string", _MANDATORY, {"length": (1, 64)}),
        *_REQUEST,
    )),
    "Renew-SPCertificate": ("Renew-SPCertificate", "Default", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("Default", "M", 0), ("RSA", "M", 0), ("ECC", "M", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("FriendlyName", "string", _MANDATORY, {"flags": ("ValidateNotNullOrEmpty",)}),
        ("CommonName", "string", _OPTIONAL, {"length": (1, 64)}),
        *_REQUEST,
    )),
    "Export-SPCertificate": ("Export-SPCertificate", "", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("Pfx", "MV", 0), ("Cert/Pkcs7", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("Password", "securestring", (("Pfx", "M", None),), {"flags": ("ValidateNotNull",)}),
        ("Type", "string", (("Cert/Pkcs7", "M", None),), {"values": ("Cert", "Pkcs7")}),
        ("EncryptionType", "string", (("Pfx", "", None),), {"values": ("AES256", "TripleDes")}),
        ("IncludeAllCertificatesInCertificationPath", "switch", (("Pfx", "", None), ("Cert/Pkcs7", "", None)), {}),
        ("NoExtendedProperties", "switch", (("Pfx", "", None),), {}),
        ("Path", "string", (("Pfx", "", None), ("Cert/Pkcs7", "", None)), {}),
        ("Force", "switch", (("Pfx", "", None), ("Cert/Pkcs7", "", None)), {}),
    )),
    "Remove-SPCertificate": ("Remove-SPCertificate", "", True, "High", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("Force", "switch", (("", "", None),), {}),
    )),
    "Rename-SPCertificate": ("Rename-SPCertificate", "", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("NewFriendlyName", "string", (("", "M", None),), {"flags": ("ValidateNotNull",)}),
    )),
    "Move-SPCertificate": ("Move-SPCertificate", "", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("NewStore", "string", (
            ("", "M", None),
        ), {"flags": ("ValidateNotNull",), "values": ("Default", "EndEntity", "Intermediate", "Pending", "Root")}),
        ("Force", "switch", (("", "", None),), {}),
    )),
    "Switch-SPCertificate": ("Switch-SPCertificate", "", True, "Medium", ("SE",), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
        ("NewCertificate", "Microsoft.SharePoint.PowerShell.SPServerCertificatePipeBind", (
            ("", "M", 1),
        ), {"flags": ("AllowNull",)}),
    )),
    "Get-SPCertificateSettings": ("Get-SPCertificateSettings", "", True, "Medium", ("SE",), (
    )),
    "Set-SPCertificateSettings": ("Set-SPCertificateSettings", "", True, "Medium", ("SE",), (
        ("OrganizationalUnit", "string", (("", "", None),), {}),
        ("Organization", "string", (("", "", None),), {}),
        ("Locality", "string", (("", "", None),), {}),
        ("State", "string", (("", "", None),), {}),
        ("Country", "string", (("", "", None),), {}),
        ("KeyAlgorithm", "Microsoft.SharePoint.Administration.CertificateManagement.KeyAlgorithmGroup", (
            ("", "", None),
        ), {"values": ("ECC", "RSA")}),
        ("KeySize", "int", (("", "", None),), {"values": ("0", "2048", "4096", "8192", "16384")}),
        ("EllipticCurve", "Microsoft.SharePoint.Administration.CertificateManagement.EllipticCurveType", (
            ("", "", None),
        ), {"values": ("Default", "nistP256", "nistP384", "nistP521")}),
        ("HashAlgorithm", "string", (("", "", None),), {"values": ("Default", "SHA256", "SHA384", "SHA512")}),
        ("RsaSignaturePadding", "Microsoft.SharePoint.Administration.CertificateManagement.RsaSignaturePaddingType", (
            ("", "", None),
        ), {"values": ("Default", "Pkcs1", "Pss")}),
        ("CertificateExpirationAttentionThreshold", "int", (("", "", None),), {"range": (0, 825)}),
        ("CertificateExpirationWarningThreshold", "int", (("", "", None),), {"range": (0, 825)}),
        ("CertificateExpirationErrorThreshold", "int", (("", "", None),), {"range": (0, 825)}),
    )),
    "Add-SPCertificateNotificationContact": ("Add-SPCertificateNotificationContact", "", True, "Medium", ("SE",), (
        ("EmailAddress", "string", (("", "M", 0),), {}),
    )),
    "Get-SPCertificateNotificationContact": ("Get-SPCertificateNotificationContact", "", True, "Medium", ("SE",), (
        ("EmailAddress", "string", (("", "", 0),), {}),
    )),
    "Remove-SPCertificateNotificationContact": ("Remove-SPCertificateNotificationContact", "", True, "High", ("SE",), (
        ("EmailAddress", "string", (("", "M", 0),), {}),
    )),
    "Clear-SPCertificateNotificationContact": ("Clear-SPCertificateNotificationContact", "", True, "High", ("SE",), (
    )),
}
# fmt: on
