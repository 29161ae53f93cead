"""Stop-Process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management.messages import process_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class StopProcess(Cmdlet, verb="Stop", noun="Process", default_set="Id", should_process=True):
    """End programs at once.

    PS> Start-Process sleep 60 -PassThru | Stop-Process
    """

    name: Any = parameter(
        "string[]",
        sets={"Name": SetFlags(mandatory=True, by_name=True)},
        aliases=("ProcessName",),
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    id: Any = parameter(
        "int[]", sets={"Id": SetFlags(mandatory=True, position=0, by_name=True)}, help="Identifiers."
    )
    input_object: Any = parameter(
        "System.Diagnostics.Process[]",
        sets={"InputObject": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Processes as objects.",
    )
    pass_thru: Any = parameter("switch", help="Return the processes.")
    force: Any = parameter("switch", help="Do not ask.")

    def process(self) -> Iterator[object]:
        from cmdlets.management.process_selection import selected

        for process in selected(self):
            if not self.should_process(f"{process.title} ({process.number})"):
                continue
            try:
                if process.running:
                    process.stop()
            except OSError as error:
                reason = error.strerror or str(error)
                self.write_error(
                    process_fault(
                        "CouldNotStopProcess", process.title, process.number, reason, target=process
                    )
                )
                continue
            if self.pass_thru:
                yield process
