"""Renew-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RenewSPCertificate(CertificateCmdlet, verb="Renew", noun="SPCertificate", signature=True):
    """Make a new key pair and a signing request from a certificate; Import-SPCertificate -Replace moves its uses.

    PS> Get-Help Renew-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from cmdlets.sharepoint.signing_request import request_of
        from spshell.farm.certificate_files import request_certificate

        farm = self.changing("renewing certificates")
        old = self.certificate()
        request = request_of(self, old.read())
        request.renews = str(old.record.id)
        path = self.target_file(f"{request.friendly_name}.csr")
        if self.should_process(str(old.friendly_name), "Renew-SPCertificate"):
            made = request_certificate(farm, request)
            self.write_file(path, made.pem.encode("ascii"))
            yield made
