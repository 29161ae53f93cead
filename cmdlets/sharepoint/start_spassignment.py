"""Start-SPAssignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartSPAssignment(FarmCmdlet, verb="Start", noun="SPAssignment", signature=True):
    """Begin to keep track of objects, for Stop-SPAssignment to dispose of.

    PS> Get-Help Start-SPAssignment -Parameter Global
    """

    def process(self) -> Iterator[object]:
        from spshell.farm.assignment import SPAssignmentCollection

        made = SPAssignmentCollection(is_global=bool(self.bound.get("Global")))
        if made.is_global:
            self.session.services["global assignment"] = made
        else:
            yield made
