"""Wait-Event."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_table import events_of
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

_POLL = 0.02


class WaitEvent(Cmdlet, verb="Wait", noun="Event", default_set="ByName"):
    """Wait until an event is in the queue; it stays there.

    PS> $null = New-Event Quota.Full -MessageData 5; (Wait-Event Quota.Full -Timeout 1).MessageData; Remove-Event Quota.Full
    5
    """

    source_identifier: Any = parameter(
        "string", sets={"ByName": SetFlags(position=0, by_name=True)}, help="What to wait for."
    )
    timeout: Any = parameter("int", default=-1, aliases=("TimeoutSec",), help="At most so many seconds.")

    def process(self) -> Iterator[object]:
        table = events_of(self.session)
        queue = table.queue
        test = wildcard_test(self.source_identifier or "*")
        end = None if self.timeout < 0 else time.monotonic() + self.timeout
        while True:
            table.take_up()
            found = next((event for event in queue if test(event.source_identifier)), None)
            if found is not None:
                yield found
                return
            if end is not None and time.monotonic() >= end:
                return
            time.sleep(_POLL)
