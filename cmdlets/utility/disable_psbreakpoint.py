"""Disable-PSBreakpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.breakpoint_selection import BreakpointSelection
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.debugging.breakpoints import Breakpoint


class DisablePSBreakpoint(BreakpointSelection, verb="Disable", noun="PSBreakpoint", default_set="Breakpoint"):
    """Keep breakpoints, but do not stop at them.

    PS> Get-PSBreakpoint | Disable-PSBreakpoint
    """

    pass_thru: Any = parameter("switch", help="Hand the breakpoints on.")

    def process(self) -> Iterator[Breakpoint]:
        for item in self.selected():
            item.on = False
            if self.pass_thru:
                yield item
