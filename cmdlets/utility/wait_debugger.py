"""Wait-Debugger."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet
from spshell.engine.debugging.debugger import debugger_of


class WaitDebugger(Cmdlet, verb="Wait", noun="Debugger"):
    """Stop in the debugger here.

    PS> Wait-Debugger
    """

    def end(self) -> None:
        debugger_of(self.session).stop(self.scope, self.runtime.site, None)
