"""Enable-PSBreakpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.breakpoint_selection import BreakpointSelection
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.debugging.breakpoints import Breakpoint


class EnablePSBreakpoint(
    BreakpointSelection, verb="Enable", noun="PSBreakpoint", default_set="Breakpoint", should_process=True
):
    """Let breakpoints stop again.

    PS> Get-PSBreakpoint | Enable-PSBreakpoint
    """

    pass_thru: Any = parameter("switch", help="Hand the breakpoints on.")

    def process(self) -> Iterator[Breakpoint]:
        for item in self.selected():
            if not self.should_process(item.describe(), "Enable"):
                continue
            item.on = True
            if self.pass_thru:
                yield item
