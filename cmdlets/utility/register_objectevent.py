"""Register-ObjectEvent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_table import events_of
from cmdlets.utility.messages import utility_fault
from spshell.dotnet.system.event_sources import EventSource
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nettype import type_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class RegisterObjectEvent(Cmdlet, verb="Register", noun="ObjectEvent"):
    """Subscribe to an event of an object.

    An action runs, and an event comes into the queue, while the script waits: in Start-Sleep, Wait-Event and Get-Event.

        PS> $t = [Timers.Timer]::new(10); $job = Register-ObjectEvent $t Elapsed Tick; $t.Start(); Wait-Event Tick; $t.Stop()
    """

    input_object: Any = parameter("psobject", mandatory=True, position=0, help="The object.")
    event_name: Any = parameter("string", mandatory=True, position=1, help="Which of its events.")
    source_identifier: Any = parameter("string", position=100, help="What the subscription is called.")
    action: Any = parameter("scriptblock", position=101, help="What to do about it.")
    message_data: Any = parameter("psobject", help="What the action finds in $Event.MessageData.")
    support_event: Any = parameter("switch", help="Hide the subscription.")
    forward: Any = parameter("switch", help="Has no effect here.")
    max_trigger_count: Any = parameter("int", default=0, help="End the subscription after so many events.")

    def end(self) -> Iterator[object]:
        target = self.input_object
        name = target.event(self.event_name) if isinstance(target, EventSource) else None
        if name is None:
            known = f" It has {', '.join(target.events)}." if isinstance(target, EventSource) else ""
            kind = type_of(target).full_name
            self.throw(
                utility_fault("NoSuchEvent", kind, self.event_name, known, error_id="INVALID_REGISTRATION")
            )
        table = events_of(self.session)
        source = self.source_identifier or str(_new_identifier())
        if any(item.source.lower() == source.lower() for item in table.subscribers):
            self.throw(utility_fault("SubscriberExists", source, error_id="SUBSCRIBER_EXISTS"))
        made = table.subscribe_to(
            target, name, source, self.action, self.message_data, self.max_trigger_count
        )
        made.support = bool(self.support_event)
        if made.job is not None and not self.support_event:
            yield made.job


def _new_identifier() -> str:
    from uuid import uuid4

    return str(uuid4())
