"""Switch-SPCertificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SwitchSPCertificate(CertificateCmdlet, verb="Switch", noun="SPCertificate", signature=True):
    """Give every use of one certificate to another.

    PS> Get-Help Switch-SPCertificate -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.certificate import check_for_smtp
        from spshell.farm.certificate_files import switch_assignments

        self.changing("switching certificates")
        old = self.certificate()
        new = None if self.given("NewCertificate") is None else self.certificate("NewCertificate")
        if new is not None and old.assigned_to():
            check_for_smtp(new)
        if self.should_process(str(old.friendly_name), "Switch-SPCertificate"):
            switch_assignments(old, new)
        return None
