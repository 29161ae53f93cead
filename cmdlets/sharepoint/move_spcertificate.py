"""Move-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class MoveSPCertificate(CertificateCmdlet, verb="Move", noun="SPCertificate", signature=True):
    """Move a certificate to another store; one that is assigned only with -Force, which ends the assignments.

    PS> Get-Help Move-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.certificate_files import best_store, switch_assignments

        self.changing("moving certificates")
        certificate = self.certificate()
        store = str(self.text("NewStore"))
        if certificate.is_request or store == "Pending":
            raise errors.invalid(
                "Only signing requests are in the store Pending; they do not move.", "CertificateStoreWrong"
            )
        store = best_store(certificate.read()) if store == "Default" else store
        self.refuse_assigned(certificate)
        if self.should_process(str(certificate.friendly_name), "Move-SPCertificate"):
            switch_assignments(certificate, None)
            certificate.body["store"] = store
            certificate.commit()
        return None
