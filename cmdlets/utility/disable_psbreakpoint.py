"""Disable-PSBreakpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.breakpoint_selection import BreakpointSelection
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.debugging.breakpoints import Breakpoint


class DisablePSBreakpoint(
    BreakpointSelection, verb="Disable", noun="PSBreakpoint", default_set="Breakpoint", should_process=True
):
    """Keep breakpoints, but do not stop at them.

    PS> Get-PSBreakpoint | Disable-PSBreakpoint
    """

    pass_thru: Any = parameter("switch", help="Hand the breakpoints on.")

    def process(self) -> Iterator[Breakpoint]:
        for item in self.selected():
            if not self.should_process(item.describe(), "Disable"):
                continue
            item.on = False
            if self.pass_thru:
                yield item
