"""Unregister-Event."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.event_selection import chosen
from cmdlets.utility.event_table import events_of
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class UnregisterEvent(Cmdlet, verb="Unregister", noun="Event", default_set="BySource", should_process=True):
    """End subscriptions.

    PS> $null = Register-EngineEvent Quota.Full -Action { }; Unregister-Event Quota.Full; @(Get-EventSubscriber).Count
    0
    """

    source_identifier: Any = parameter(
        "string",
        sets={"BySource": SetFlags(mandatory=True, position=0, by_name=True)},
        help="For which events.",
    )
    subscription_id: Any = parameter(
        "int", sets={"ById": SetFlags(mandatory=True, position=0, by_name=True)}, help="The number."
    )
    force: Any = parameter("switch", help="Hidden ones too.")

    def process(self) -> None:
        table = events_of(self.session)
        known = [item for item in table.subscribers if self.force or not item.support]
        for item in chosen(self, known, self.source_identifier, self.subscription_id, "Subscription"):
            if self.should_process(f"Event '{item.source}'", "Unsubscribe") and item in table.subscribers:
                table.unsubscribe(item)
                if item.job is not None:
                    item.job.stop()
