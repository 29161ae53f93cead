"""Remove-Event."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.event_selection import chosen
from cmdlets.utility.event_table import events_of
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class RemoveEvent(Cmdlet, verb="Remove", noun="Event", default_set="BySource", should_process=True):
    """Take events off the queue.

    PS> $null = New-Event Quota.Full; Remove-Event Quota.Full; @(Get-Event).Count
    0
    """

    source_identifier: Any = parameter(
        "string", sets={"BySource": SetFlags(mandatory=True, position=0, by_name=True)}, help="What happened."
    )
    event_identifier: Any = parameter(
        "int",
        sets={"ByIdentifier": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("Id",),
        help="The number.",
    )

    def process(self) -> None:
        queue = events_of(self.session).queue
        for event in chosen(self, queue, self.source_identifier, self.event_identifier, "Event"):
            if self.should_process(event.source_identifier) and event in queue:
                queue.remove(event)
