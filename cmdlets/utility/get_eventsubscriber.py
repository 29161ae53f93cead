"""Get-EventSubscriber."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_selection import chosen
from cmdlets.utility.event_table import events_of
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetEventSubscriber(Cmdlet, verb="Get", noun="EventSubscriber", default_set="BySource"):
    """Who waits for events.

    PS> $null = Register-EngineEvent Quota.Full -Action { }; (Get-EventSubscriber).SourceIdentifier; Unregister-Event Quota.Full
    Quota.Full
    """

    source_identifier: Any = parameter(
        "string", sets={"BySource": SetFlags(position=0, by_name=True)}, help="For which events."
    )
    subscription_id: Any = parameter(
        "int",
        sets={"ById": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("Id",),
        help="The number.",
    )
    force: Any = parameter("switch", help="Hidden ones too.")

    def process(self) -> Iterator[object]:
        known = [item for item in events_of(self.session).subscribers if self.force or not item.support]
        yield from chosen(self, known, self.source_identifier, self.subscription_id, "Subscription")
