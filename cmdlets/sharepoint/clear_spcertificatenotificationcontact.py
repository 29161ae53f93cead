"""Clear-SPCertificateNotificationContact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClearSPCertificateNotificationContact(
    CertificateCmdlet, verb="Clear", noun="SPCertificateNotificationContact", signature=True
):
    """Empty the list of who hears of certificates that expire.

    PS> Get-Help Clear-SPCertificateNotificationContact
    """

    def process(self) -> Iterator[object] | None:
        farm = self.farm
        farm.authorize_configure("changing the certificate notification contacts")
        if self.should_process(str(farm.name), "Clear-SPCertificateNotificationContact"):
            farm.body.pop("certificate_contacts", None)
            farm.commit()
        return None
