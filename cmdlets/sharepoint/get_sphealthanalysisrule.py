"""Get-SPHealthAnalysisRule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPHealthAnalysisRule(FarmCmdlet, verb="Get", noun="SPHealthAnalysisRule", signature=True):
    """Health rules about outgoing mail and certificates, with what each finds now.

    PS> Get-Help Get-SPHealthAnalysisRule -Parameter Identity
    """

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.health import find_rule, health_rules

        identity = self.given("Identity")
        if identity is None:
            yield from health_rules(self.farm)
            return
        found = find_rule(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("health rule", str(identity)), target=identity)
        else:
            yield found
