"""Get-PSBreakpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.debugging.breakpoints import (
    Breakpoint,
    CommandBreakpoint,
    LineBreakpoint,
    VariableBreakpoint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {"line": LineBreakpoint, "command": CommandBreakpoint, "variable": VariableBreakpoint}


class GetPSBreakpoint(Cmdlet, verb="Get", noun="PSBreakpoint", default_set="Line"):
    """List the breakpoints of this session.

    PS> Get-PSBreakpoint
    """

    script: Any = parameter(
        "string[]",
        sets={
            name: SetFlags(position=0 if name == "Line" else None)
            for name in ("Line", "Command", "Variable", "Type")
        },
        help="Only those of these files.",
    )
    id: Any = parameter(
        "int[]", sets=("Id",), mandatory=True, position=0, from_pipeline=True, help="Only these."
    )
    variable: Any = parameter(
        "string[]", sets=("Variable",), mandatory=True, help="Only those on these variables."
    )
    command: Any = parameter(
        "string[]", sets=("Command",), mandatory=True, help="Only those on these commands."
    )
    type: Any = parameter(
        "string[]",
        sets=("Type",),
        mandatory=True,
        position=0,
        from_pipeline=True,
        help="Line, Command or Variable.",
    )

    def process(self) -> Iterator[Breakpoint]:
        debugger = self.session.debugger
        held = dict(debugger.breakpoints) if debugger is not None else {}
        if self.parameter_set == "Id":
            yield from self._by_id(held)
            return
        files = {self.session.resolve_path(path) for path in self.script or []}
        for item in held.values():
            if (not files or item.file in files) and self._wanted(item):
                yield item

    def _by_id(self, held: dict[int, Breakpoint]) -> Iterator[Breakpoint]:
        for number in self.id:
            if number in held:
                yield held[number]
            else:
                self.write_error(
                    utility_fault("PSBreakpoint:BreakpointIdNotFound", str(number), target=number)
                )

    def _wanted(self, item: Breakpoint) -> bool:
        if self.parameter_set == "Command":
            return isinstance(item, CommandBreakpoint) and item.pattern.lower() in _folded(self.command)
        if self.parameter_set == "Variable":
            return isinstance(item, VariableBreakpoint) and item.watched.lower() in _folded(self.variable)
        if self.parameter_set == "Type":
            return any(type(item) is _KINDS.get(name) for name in _folded(self.type))
        return True


def _folded(names: list[str]) -> set[str]:
    return {name.lower() for name in names}
