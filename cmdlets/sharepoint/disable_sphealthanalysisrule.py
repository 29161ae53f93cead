"""Disable-SPHealthAnalysisRule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class DisableSPHealthAnalysisRule(FarmCmdlet, verb="Disable", noun="SPHealthAnalysisRule", signature=True):
    """Switch a health rule off.

    PS> Get-Help Disable-SPHealthAnalysisRule -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.health import find_rule

        identity = self.given("Identity")
        found = find_rule(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("health rule", str(identity)), target=identity)
        elif self.should_process(found.rule.title, "Disable-SPHealthAnalysisRule"):
            found.disable()
        return None
