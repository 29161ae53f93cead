"""Add-SPCertificateNotificationContact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddSPCertificateNotificationContact(
    CertificateCmdlet, verb="Add", noun="SPCertificateNotificationContact", signature=True
):
    """Add an address that notices about certificates go to.

    PS> Get-Help Add-SPCertificateNotificationContact -Parameter EmailAddress
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.certificate_settings import NotificationContact, contacts
        from spshell.mail import AddressError, Mailbox

        farm = self.farm
        farm.authorize_configure("changing the certificate notification contacts")
        try:
            address = Mailbox(str(self.text("EmailAddress"))).address
        except AddressError as error:
            self.write_error(
                errors.invalid(f"{error.address!r}: {error.reason}.", "InvalidAddress", target=error.address)
            )
            return
        known = contacts(farm)
        if self.should_process(address, "Add-SPCertificateNotificationContact"):
            if address.lower() not in [each.lower() for each in known]:
                farm.body["certificate_contacts"] = [*known, address]
                farm.commit()
            yield NotificationContact(address)
