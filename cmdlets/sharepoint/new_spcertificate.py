"""New-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPCertificate(CertificateCmdlet, verb="New", noun="SPCertificate", signature=True):
    """Make a key pair on this server and a signing request for an authority; import what the authority answers.

    PS> Get-Help New-SPCertificate -Parameter FriendlyName
    """

    def process(self) -> Iterator[object]:
        from cmdlets.sharepoint.signing_request import request_of
        from spshell.farm.certificate_files import request_certificate

        farm = self.changing("making certificates")
        request = request_of(self)
        path = self.target_file(f"{request.friendly_name}.csr")
        if self.should_process(request.friendly_name, "New-SPCertificate"):
            made = request_certificate(farm, request)
            self.write_file(path, made.pem.encode("ascii"))
            yield made
