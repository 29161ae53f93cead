"""Invoke-History."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class InvokeHistory(Cmdlet, verb="Invoke", noun="History", should_process=True):
    """Run a command of the history again.

    PS> Invoke-History 99 -ErrorAction SilentlyContinue
    """

    id: Any = parameter("string", position=0, by_name=True, help="The numbers.")

    def process(self) -> None:
        from cmdlets.core.history_list import history_of
        from cmdlets.core.messages import core_fault

        entries = history_of(self.session).entries
        wanted = self.id
        if wanted is None:
            found = entries[-1] if entries else None
        elif wanted.isdigit():
            found = next((entry for entry in entries if int(entry.number) == int(wanted)), None)
        else:
            found = next((entry for entry in reversed(entries) if entry.line.startswith(wanted)), None)
        if found is None:
            self.throw(core_fault("InvokeHistoryNoHistoryForId", wanted or "", target=wanted))
        if self.should_process(found.line, "Invoke-History"):
            self.session.host.write(found.line + "\n")
            self.session.make_block(found.line).run_inline(self.scope, self.out)
