"""Get-Host."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet


class GetHost(Cmdlet, verb="Get", noun="Host"):
    """The program that runs the shell.

    PS> (Get-Host).Name
    """

    def process(self) -> None:
        self.write(self.session.host_object())
