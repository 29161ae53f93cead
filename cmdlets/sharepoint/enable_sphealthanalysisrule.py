"""Enable-SPHealthAnalysisRule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class EnableSPHealthAnalysisRule(FarmCmdlet, verb="Enable", noun="SPHealthAnalysisRule", signature=True):
    """Switch a health rule on.

    PS> Get-Help Enable-SPHealthAnalysisRule -Parameter Identity
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.health import find_rule

        identity = self.given("Identity")
        found = find_rule(self.farm, identity)
        if found is None:
            self.write_error(errors.not_found("health rule", str(identity)), target=identity)
        else:
            found.enable()
        return None
