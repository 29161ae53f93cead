"""Enumerations of the administration namespace."""

from __future__ import annotations

from spshell.values.enums import EnumType
from spshell.values.nettype import register

_NAMESPACE = "Microsoft.SharePoint.Administration."

_VALUES = {
    "SPUrlZone": {"Default": 0, "Intranet": 1, "Internet": 2, "Custom": 3, "Extranet": 4},
    "SPServerRole": {
        "Invalid": 0, "WebFrontEnd": 1, "Application": 2, "DistributedCache": 3, "SingleServer": 4, "SingleServerFarm": 5,
        "Search": 6, "Custom": 7, "ApplicationWithSearch": 8, "WebFrontEndWithDistributedCache": 9,
    },
    "CertificateManagement.EllipticCurveType": {"Default": 0, "nistP256": 1, "nistP384": 2, "nistP521": 3},
    "CertificateManagement.KeyAlgorithmGroup": {"RSA": 0, "ECC": 1},
    "CertificateManagement.RsaSignaturePaddingType": {"Default": 0, "Pkcs1": 1, "Pss": 2},
    "SPAdministrationSiteType": {"None": 0, "TenantAdministration": 1},
}  # fmt: skip

for _name, _numbers in _VALUES.items():
    _made = EnumType(_NAMESPACE + _name, _numbers)
    _made.loaded = True
    register(_made)
