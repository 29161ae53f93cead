"""Set-SPCertificateSettings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.certificate_cmdlet import CertificateCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPCertificateSettings(CertificateCmdlet, verb="Set", noun="SPCertificateSettings", signature=True):
    """Change defaults of new certificates and the thresholds, in days, of notices; 0 switches a notice off.

    PS> Get-Help Set-SPCertificateSettings
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm.certificate_settings import DEFAULTS, setting

        farm = self.farm
        farm.authorize_configure("changing the certificate settings")
        changed = {
            name: getattr(self.bound[name], "name", None)
            or (int(self.bound[name]) if isinstance(default, int) else str(self.bound[name]))
            for name, default in DEFAULTS.items()
            if self.is_bound(name)
        }
        self._check(changed, setting)
        if changed and self.should_process(str(farm.name), "Set-SPCertificateSettings"):
            farm.body["certificate_settings"] = {**farm.body.get("certificate_settings", {}), **changed}
            farm.commit()
        return None

    def _check(self, changed: dict[str, Any], setting: Any) -> None:
        from spshell.farm import errors

        names = [f"CertificateExpiration{word}Threshold" for word in ("Attention", "Warning")]
        attention, warning = (changed.get(name, setting(self.farm, name)) for name in names)
        if attention and attention < warning:
            raise errors.invalid(
                f"The attention threshold, {attention} days, must not be below the warning threshold, {warning} days.",
                "ThresholdsCross",
            )
