"""Get-SPCertificateSettings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPCertificateSettings(CertificateCmdlet, verb="Get", noun="SPCertificateSettings", signature=True):
    """Defaults of new certificates, expiry thresholds and contacts.

    PS> Get-Help Get-SPCertificateSettings
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.certificate_settings import CertificateSettings

        yield CertificateSettings(self.farm)
