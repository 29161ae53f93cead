"""Stop-SPAssignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StopSPAssignment(FarmCmdlet, verb="Stop", noun="SPAssignment", signature=True):
    """Dispose of the objects that were kept track of.

    PS> Get-Help Stop-SPAssignment -Parameter Global
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors

        if self.bound.get("Global"):
            kept = self.session.services.pop("global assignment", None)
            if kept is None:
                raise errors.invalid(
                    "No global assignment was started: Start-SPAssignment -Global.", "NoGlobalAssignment"
                )
            kept.dispose()
        given = self.bound.get("SemiGlobal")
        if given is not None:
            given.dispose()
        return None
