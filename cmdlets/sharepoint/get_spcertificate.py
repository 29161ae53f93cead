"""Get-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPCertificate(CertificateCmdlet, verb="Get", noun="SPCertificate", signature=True):
    """Certificates of the farm, by identity or by filters; an identity that means several gives none.

    PS> Get-Help Get-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from datetime import timedelta

        from spshell.farm.certificate import SPServerCertificate, find_certificates

        if self.parameter_set == "Identity":
            found = find_certificates(self.farm, self.given("Identity"))
            if len(found) == 1:
                yield found[0]
            return
        for certificate in self.farm.all(SPServerCertificate):
            if self._fits(certificate, timedelta(days=int(self.bound.get("DaysToExpiration") or 0))):
                yield certificate

    def _fits(self, certificate: Any, within: Any) -> bool:
        for name, value in (
            ("DisplayName", certificate.friendly_name),
            ("Thumbprint", certificate.thumbprint),
            ("SerialNumber", certificate.serial_number),
            ("Store", certificate.store_type),
        ):
            wanted = self.text(name)
            if wanted is not None and wanted.replace(" ", "").lower() != str(value).replace(" ", "").lower():
                return False
        if self.bound.get("InUse") and not certificate.in_use:
            return False
        return not within or (not certificate.is_request and self._expires(certificate, within))

    def _expires(self, certificate: Any, within: Any) -> bool:
        """Within so many days; -1 day: already."""
        now = self.farm.context.clock.now()
        return bool(certificate.ends < now if within.days < 0 else now <= certificate.ends <= now + within)
