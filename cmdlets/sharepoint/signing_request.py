"""What New-SPCertificate and Renew-SPCertificate ask an authority for: parameters over what was before, over defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.farm.certificate_settings import setting

if TYPE_CHECKING:
    from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet
    from spshell.farm.certificate_files import Request

_SUBJECT = (
    ("Country", "COUNTRY_NAME"),
    ("State", "STATE_OR_PROVINCE_NAME"),
    ("Locality", "LOCALITY_NAME"),
    ("Organization", "ORGANIZATION_NAME"),
    ("OrganizationalUnit", "ORGANIZATIONAL_UNIT_NAME"),
)


def request_of(cmdlet: CertificateCmdlet, before: Any = None) -> Request:
    """The request; `before` is the parsed certificate that is renewed."""
    from spshell.farm.certificate_files import Request

    farm = cmdlet.farm
    subject = {
        oid: cmdlet.text(name) or _was(before, oid) or str(setting(farm, name)) for name, oid in _SUBJECT
    }
    subject["COMMON_NAME"] = cmdlet.text("CommonName") or _was(before, "COMMON_NAME")
    alternatives = [str(name) for name in cmdlet.bound.get("AlternativeNames") or ()]
    if not alternatives and before is not None:
        from spshell.mail.diagnosis.certificates import names_of

        alternatives = names_of(before)
    if not alternatives:
        alternatives = [subject["COMMON_NAME"]]
    made = Request(
        str(cmdlet.text("FriendlyName")),
        subject,
        alternatives,
        exportable=bool(cmdlet.bound.get("Exportable")),
    )
    _choose_key(cmdlet, made)
    hash_name = cmdlet.text("HashAlgorithm")
    made.hash = str(setting(farm, "HashAlgorithm")) if hash_name in (None, "Default") else str(hash_name)
    return made


def _choose_key(cmdlet: CertificateCmdlet, made: Request) -> None:
    farm = cmdlet.farm
    curve = getattr(cmdlet.bound.get("EllipticCurve"), "name", None)
    size = int(cmdlet.bound.get("KeySize") or 0)
    wants_curve = cmdlet.is_bound("EllipticCurve") or (
        not cmdlet.is_bound("KeySize") and setting(farm, "KeyAlgorithm") == "ECC"
    )
    if wants_curve:
        made.curve = str(setting(farm, "EllipticCurve")) if curve in (None, "Default") else str(curve)
    else:
        made.rsa_bits = size or int(setting(farm, "KeySize"))


def _was(before: Any, oid: str) -> str:
    from cryptography.x509.oid import NameOID

    if before is None:
        return ""
    found = before.subject.get_attributes_for_oid(getattr(NameOID, oid))
    return str(found[0].value) if found else ""
