"""Import-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class ImportSPCertificate(CertificateCmdlet, verb="Import", noun="SPCertificate", signature=True):
    """Bring certificates into the farm from a PFX, P7B or CER file; a PFX brings the key to this server.

    PS> Get-Help Import-SPCertificate -Parameter Path
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.certificate_files import import_certificates

        farm = self.changing("importing certificates")
        path = self.session.resolve_path(str(self.text("Path")))
        if not self.should_process(path, "Import-SPCertificate"):
            return
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise errors.invalid(
                f"'{path}' cannot be read: {error.strerror}.", "CannotReadFile", target=path
            ) from None
        yield from import_certificates(
            farm,
            data,
            self.secret("Password"),
            store=self.text("Store"),
            exportable=bool(self.bound.get("Exportable")),
            replace=bool(self.bound.get("Replace")),
        )
