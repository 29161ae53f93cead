"""Remove-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPCertificate(CertificateCmdlet, verb="Remove", noun="SPCertificate", signature=True):
    """Take a certificate out of the farm; one that is assigned only with -Force, which ends the assignments.

    PS> Get-Help Remove-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import certificate_keys
        from spshell.farm.certificate_files import switch_assignments

        farm = self.changing("removing certificates")
        certificate = self.certificate()
        self.refuse_assigned(certificate)
        if self.should_process(str(certificate.friendly_name), "Remove-SPCertificate"):
            switch_assignments(certificate, None)
            certificate.delete()
            certificate_keys.remove_key(farm, certificate.record.id)
        return None
