"""What Remove-, Enable- and Disable-PSBreakpoint share: breakpoints given as objects or by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.debugging.breakpoints import Breakpoint


class BreakpointSelection(Cmdlet):
    """Takes breakpoints or their ids."""

    breakpoint: Any = parameter(
        "System.Management.Automation.Breakpoint[]",
        sets=("Breakpoint",),
        mandatory=True,
        position=0,
        from_pipeline=True,
        help="The breakpoints.",
    )
    id: Any = parameter(
        "int[]",
        sets={"Id": SetFlags(mandatory=True, position=0, by_name=True)},
        help="Their ids.",
    )

    def selected(self) -> Iterator[Breakpoint]:
        """The breakpoints that were given; an unknown id is an error."""
        debugger = self.session.debugger
        held = debugger.breakpoints if debugger is not None else {}
        if self.parameter_set == "Breakpoint":
            yield from self.breakpoint
            return
        for number in self.id:
            if number in held:
                yield held[number]
            else:
                self.write_error(
                    utility_fault("PSBreakpoint:BreakpointIdNotFound", str(number), target=number)
                )
