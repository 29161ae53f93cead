"""What the certificate cmdlets share: the certificate that is meant, secrets, files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from spshell.farm.certificate import SPServerCertificate
    from spshell.farm.farm import SPFarm


class CertificateCmdlet(FarmCmdlet):
    """Base of the certificate cmdlets: changing certificates needs a local administrator."""

    def changing(self, action: str) -> SPFarm:
        """The farm, for a caller who may change certificates. Raises SecurityException."""
        farm = self.farm
        farm.authorize_server(action)
        return farm

    def certificate(self, name: str = "Identity") -> SPServerCertificate:
        """The one certificate that a parameter means. Raises for none and for several."""
        from spshell.farm.certificate import the_certificate

        return the_certificate(self.farm, self.given(name))

    def secret(self, name: str) -> str | None:
        """The text of a SecureString parameter."""
        value = self.bound.get(name)
        return None if value is None else str(value.reveal())

    def target_file(self, default: str) -> str:
        """Where a file goes: -Path, or this server's certificate files. Raises when it is there and no -Force."""
        from spshell.farm import errors
        from spshell.farm.credential_key import key_folder

        given = self.text("Path")
        if given is None:
            context = self.farm.context
            folder = key_folder(context.home, context.server) / "certificate-files"
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = str(folder / default)
        else:
            path = self.session.resolve_path(given)
        if os.path.exists(path) and not self.bound.get("Force"):
            raise errors.invalid(
                f"'{path}' is there already; -Force writes over it.", "FileExists", target=path
            )
        return path

    def write_file(self, path: str, content: bytes) -> Any:
        """Write a file only its owner may read, and give its FileInfo."""
        from spshell.farm import errors
        from spshell.values.conversion import convert, resolve_type_name

        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except OSError as error:
            raise errors.invalid(
                f"'{path}' cannot be written: {error.strerror}.", "CannotWriteFile", target=path
            ) from None
        return convert(path, resolve_type_name("System.IO.FileInfo"))

    def refuse_assigned(self, certificate: SPServerCertificate) -> None:
        """Without -Force, a certificate in use stays what and where it is."""
        from spshell.farm import errors

        uses = [str(application.url) for application in certificate.assigned_to()]
        if uses and not self.bound.get("Force"):
            raise errors.invalid(
                f"The certificate '{certificate.friendly_name}' is assigned to {', '.join(uses)}; -Force ends that.",
                "CertificateAssigned",
                target=certificate,
            )
