"""Wait-Process."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cmdlets.management.messages import process_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.dotnet.diagnostics.processes import Process

_POLL = 0.02


class WaitProcess(Cmdlet, verb="Wait", noun="Process", default_set="Name"):
    """Wait until programs have ended.

    PS> Start-Process true -PassThru | Wait-Process
    """

    name: Any = parameter(
        "string[]",
        sets={"Name": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("ProcessName",),
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    id: Any = parameter(
        "int[]",
        sets={"Id": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("PID", "ProcessId"),
        help="Identifiers.",
    )
    timeout: Any = parameter(
        "int", position=1, aliases=("TimeoutSec",), default=-1, help="Wait at most so many seconds."
    )
    input_object: Any = parameter(
        "System.Diagnostics.Process[]",
        sets={"InputObject": SetFlags(mandatory=True, by_value=True)},
        help="Processes as objects.",
    )
    any: Any = parameter("switch", help="One of them is enough.")
    pass_thru: Any = parameter("switch", help="Return the processes.")

    def begin(self) -> None:
        self.waiting: list[Process] = []

    def process(self) -> None:
        from cmdlets.management.process_selection import selected

        self.waiting.extend(selected(self))

    def end(self) -> Iterator[object]:
        end = None if self.timeout < 0 else time.monotonic() + self.timeout
        while self._left():
            if end is not None and time.monotonic() >= end:
                for process in self._left():
                    self.write_error(
                        process_fault("ProcessNotTerminated", process.title, process.number, target=process)
                    )
                break
            time.sleep(_POLL)
        if self.pass_thru:
            yield from self.waiting

    def _left(self) -> list[Process]:
        running = [process for process in self.waiting if process.running]
        return [] if self.any and len(running) < len(self.waiting) else running
