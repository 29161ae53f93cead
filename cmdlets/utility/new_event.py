"""New-Event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_table import events_of
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewEvent(Cmdlet, verb="New", noun="Event"):
    """Tell the session that something happened.

    PS> (New-Event -SourceIdentifier Farm.Locked -MessageData '/hr').MessageData
    /hr
    """

    source_identifier: Any = parameter("string", mandatory=True, position=0, help="What happened.")
    sender: Any = parameter("psobject", position=1, help="Where it happened.")
    event_arguments: Any = parameter("psobject[]", position=2, help="What the action gets as $Args.")
    message_data: Any = parameter("psobject", position=3, help="More about it.")

    def end(self) -> Iterator[object]:
        yield events_of(self.session).raise_event(
            self.source_identifier, self.sender, list(self.event_arguments or ()), self.message_data
        )
