"""Rename-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RenameSPCertificate(CertificateCmdlet, verb="Rename", noun="SPCertificate", signature=True):
    """Give a certificate another friendly name.

    PS> Get-Help Rename-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        self.changing("renaming certificates")
        certificate = self.certificate()
        if self.should_process(str(certificate.friendly_name), "Rename-SPCertificate"):
            certificate.body["name"] = str(self.text("NewFriendlyName"))
            certificate.commit()
        return None
