"""Remove-SPCertificateNotificationContact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPCertificateNotificationContact(
    CertificateCmdlet, verb="Remove", noun="SPCertificateNotificationContact", signature=True
):
    """Take an address off the list of who hears of certificates that expire.

    PS> Get-Help Remove-SPCertificateNotificationContact -Parameter EmailAddress
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.certificate_settings import contacts

        farm = self.farm
        farm.authorize_configure("changing the certificate notification contacts")
        address, known = str(self.text("EmailAddress")), contacts(farm)
        left = [each for each in known if each.lower() != address.lower()]
        if left == known:
            self.write_error(errors.not_found("certificate notification contact", address), target=address)
        elif self.should_process(address, "Remove-SPCertificateNotificationContact"):
            farm.body["certificate_contacts"] = left
            farm.commit()
        return None
