"""Register-EngineEvent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.event_table import events_of
from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class RegisterEngineEvent(Cmdlet, verb="Register", noun="EngineEvent"):
    """Subscribe to events of the session: those of New-Event, and PowerShell.Exiting.

    Events that are not sent on with -Forward need an -Action.

        PS> $null = Register-EngineEvent Farm.Locked -Action { $global:site = $Event.MessageData }
        PS> $null = New-Event Farm.Locked -MessageData '/hr'; $site
        /hr
    """

    source_identifier: Any = parameter("string", mandatory=True, position=0, help="Which events.")
    action: Any = parameter("scriptblock", position=1, help="What to do about them.")
    message_data: Any = parameter("psobject", help="What the action finds in $Event.MessageData.")
    support_event: Any = parameter("switch", help="Hide the subscription.")
    forward: Any = parameter("switch", help="Has no effect here.")
    max_trigger_count: Any = parameter("int", default=0, help="End the subscription after so many events.")

    def end(self) -> Iterator[object]:
        if self.action is None and not self.forward:
            self.throw(utility_fault("ActionMandatoryForLocal", error_id="ACTION_MANDATORY_FOR_LOCAL"))
        made = events_of(self.session).subscribe(
            self.source_identifier, self.action, self.message_data, self.max_trigger_count
        )
        made.support = bool(self.support_event)
        if made.job is not None and not self.support_event:
            yield made.job
