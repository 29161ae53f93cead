"""Export-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExportSPCertificate(CertificateCmdlet, verb="Export", noun="SPCertificate", signature=True):
    """Write a certificate to a file: PFX with its key (-Password), or CER or P7B without (-Type).

    PS> Get-Help Export-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.certificate_files import export_pfx, export_public

        self.changing("exporting certificates")
        certificate = self.certificate()
        chain = bool(self.bound.get("IncludeAllCertificatesInCertificationPath"))
        kind = self.text("Type")
        if kind is None:
            triple = self.text("EncryptionType") == "TripleDes"
            content = export_pfx(certificate, str(self.secret("Password")), chain=chain, triple_des=triple)
            ending = "pfx"
        else:
            content = export_public(certificate, "Pkcs7" if kind.lower() == "pkcs7" else "Cert", chain=chain)
            ending = "p7b" if kind.lower() == "pkcs7" else "cer"
        path = self.target_file(f"{certificate.friendly_name}.{ending}")
        if self.should_process(str(certificate.friendly_name), "Export-SPCertificate"):
            yield self.write_file(path, content)
