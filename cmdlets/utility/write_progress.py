"""Write-Progress."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class WriteProgress(Cmdlet, verb="Write", noun="Progress"):
    """Show how far a task is.

    Hosts without a screen show nothing.

        PS> Write-Progress 'Sending' -PercentComplete 50
    """

    activity: Any = parameter("string", position=0, default="Processing", help="The task.")
    status: Any = parameter(
        "string", position=1, validate=[ValidateNotNullOrEmpty()], help="What is being done."
    )
    id: Any = parameter(
        "int", position=2, default=0, validate=[ValidateRange(0, 2147483647)], help="Which bar."
    )
    percent_complete: Any = parameter(
        "int", default=-1, validate=[ValidateRange(-1, 100)], help="How much is done."
    )
    seconds_remaining: Any = parameter("int", default=-1, help="How long it will take.")
    current_operation: Any = parameter("string", help="The step.")
    parent_id: Any = parameter(
        "int", default=-1, validate=[ValidateRange(-1, 2147483647)], help="The bar above."
    )
    completed: Any = parameter("switch", help="The task is done.")
    source_id: Any = parameter("int", default=0, help="Where the record comes from.")

    def process(self) -> None:
        show = getattr(self.session.host, "show_progress", None)
        if show is not None:
            show(self.id, self.activity, self.status, self.percent_complete, completed=bool(self.completed))
