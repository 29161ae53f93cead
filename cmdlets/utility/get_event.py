"""Get-Event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_selection import chosen
from cmdlets.utility.event_table import events_of
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetEvent(Cmdlet, verb="Get", noun="Event", default_set="BySource"):
    """The events that wait in the queue.

    PS> $null = New-Event Quota.Full; @(Get-Event Quota.Full).Count; Remove-Event Quota.Full
    1
    """

    source_identifier: Any = parameter(
        "string", sets={"BySource": SetFlags(position=0, by_name=True)}, help="What happened."
    )
    event_identifier: Any = parameter(
        "int",
        sets={"ById": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("Id",),
        help="The number.",
    )

    def process(self) -> Iterator[object]:
        table = events_of(self.session)
        table.take_up()
        queue = table.queue
        yield from chosen(self, queue, self.source_identifier, self.event_identifier, "Event")
