"""Set-PSBreakpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.debugging.breakpoints import (
    Breakpoint,
    CommandBreakpoint,
    LineBreakpoint,
    VariableBreakpoint,
)
from spshell.engine.debugging.debugger import debugger_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetPSBreakpoint(Cmdlet, verb="Set", noun="PSBreakpoint", default_set="Line"):
    """Stop at a line, a command or a variable.

    With -Action a script block runs there instead; `break` in it stops after all. Without anybody to ask, the debugger
    says where it is and goes on.

        PS> $null = Set-PSBreakpoint -Command Get-Date -Action { 'asked for the date' }; Get-PSBreakpoint | Remove-PSBreakpoint
    """

    script: Any = parameter(
        "string[]",
        sets={
            "Line": SetFlags(mandatory=True, position=0),
            "Command": SetFlags(position=0),
            "Variable": SetFlags(position=0),
        },
        help="Script files that the breakpoint is limited to.",
    )
    line: Any = parameter("int[]", sets=("Line",), mandatory=True, position=1, help="Lines, from 1.")
    column: Any = parameter(
        "int",
        sets=("Line",),
        position=2,
        default=0,
        validate=[ValidateRange(1, 2147483647)],
        help="Column, from 1.",
    )
    command: Any = parameter(
        "string[]",
        sets=("Command",),
        mandatory=True,
        aliases=("C",),
        help="Command names; wildcards are allowed.",
    )
    variable: Any = parameter(
        "string[]", sets=("Variable",), mandatory=True, aliases=("V",), help="Variable names without $."
    )
    mode: Any = parameter(
        "System.Management.Automation.VariableAccessMode",
        sets=("Variable",),
        help="Read, Write (default) or ReadWrite.",
    )
    action: Any = parameter("scriptblock", help="What runs when the breakpoint is reached.")

    def process(self) -> Iterator[Breakpoint]:
        debugger = debugger_of(self.session)
        files = [self.session.resolve_path(path) for path in self.script or []] or [""]
        for file in files:
            for made in self._made(debugger, file):
                debugger.breakpoints[made.number] = made
                yield made

    def _made(self, debugger: Any, file: str) -> Iterator[Breakpoint]:
        if self.parameter_set == "Command":
            for name in self.command:
                yield CommandBreakpoint(debugger.number(), file, name, self.action)
        elif self.parameter_set == "Variable":
            mode = self.mode.name if self.mode is not None else "Write"
            for name in self.variable:
                yield VariableBreakpoint(debugger.number(), file, name.lstrip("$"), mode, self.action)
        else:
            for number in self.line:
                if number < 1:
                    self.write_error(utility_fault("SetPSBreakpoint:LineLessThanOne", number))
                    continue
                yield LineBreakpoint(debugger.number(), file, number, self.column, self.action)
