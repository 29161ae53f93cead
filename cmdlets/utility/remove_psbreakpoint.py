"""Remove-PSBreakpoint."""

from __future__ import annotations

from cmdlets.utility.breakpoint_selection import BreakpointSelection


class RemovePSBreakpoint(
    BreakpointSelection, verb="Remove", noun="PSBreakpoint", default_set="Breakpoint", should_process=True
):
    """Take breakpoints away.

    PS> Get-PSBreakpoint | Remove-PSBreakpoint
    """

    def process(self) -> None:
        for item in self.selected():
            if self.should_process(item.describe(), "Remove") and self.session.debugger is not None:
                self.session.debugger.breakpoints.pop(item.number, None)
