"""Get-SPCertificateNotificationContact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPCertificateNotificationContact(
    CertificateCmdlet, verb="Get", noun="SPCertificateNotificationContact", signature=True
):
    """Who hears of certificates that expire.

    PS> Get-Help Get-SPCertificateNotificationContact -Parameter EmailAddress
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.certificate_settings import NotificationContact, contacts

        wanted = self.text("EmailAddress")
        found = [each for each in contacts(self.farm) if wanted is None or each.lower() == wanted.lower()]
        if wanted is not None and not found:
            self.write_error(errors.not_found("certificate notification contact", wanted), target=wanted)
        yield from map(NotificationContact, found)
