"""Set-PSDebug."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.debugging.debugger import debugger_of


class SetPSDebug(Cmdlet, verb="Set", noun="PSDebug", default_set="on"):
    """Show every line that runs, ask before each, or be strict about variables.

    -Trace 1 shows lines, 2 also assignments and calls of functions.

        PS> Set-PSDebug -Off
    """

    trace: Any = parameter(
        "int",
        sets=("on",),
        default=-1,
        validate=[ValidateRange(0, 2)],
        help="0 nothing, 1 lines, 2 variables and calls too.",
    )
    step: Any = parameter("switch", sets=("on",), help="Ask before each line.")
    strict: Any = parameter("switch", sets=("on",), help="Variables must have a value before they are read.")
    off: Any = parameter("switch", sets=("off",), help="None of these.")

    def process(self) -> None:
        debugger = debugger_of(self.session)
        if self.parameter_set == "off":
            debugger.trace = 0
            debugger.asks = False
            self.session.global_scope.strict = 0
            return
        if self.is_bound("Trace"):
            debugger.trace = self.trace
        if self.is_bound("Step"):
            debugger.asks = bool(self.step)
            debugger.trace = max(debugger.trace, 1) if self.step else debugger.trace
        if self.is_bound("Strict"):
            self.session.global_scope.strict = 1 if self.strict else 0
            self.scope.strict = self.session.global_scope.strict
