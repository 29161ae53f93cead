"""Add-History."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class AddHistory(Cmdlet, verb="Add", noun="History"):
    """Add entries to the history.

    PS> Get-History | Add-History
    """

    input_object: Any = parameter("psobject[]", position=0, from_pipeline=True, help="The objects.")
    passthru: Any = parameter("switch", help="Write what was added.")

    def process(self) -> None:
        from cmdlets.core.history_list import history_of
        from spshell.dotnet.reflection.members import get_property
        from spshell.values.text import to_text

        history = history_of(self.session)
        for item in self.input_object or []:
            entry = history.add(to_text(get_property(item, "CommandLine")))
            if self.passthru:
                self.write(entry)
