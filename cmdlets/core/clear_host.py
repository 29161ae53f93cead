"""Clear-Host."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Cursor home, erase the screen, erase what was scrolled away (ECMA-48; the last as xterm has it)."""


class ClearHost(Cmdlet, verb="Clear", noun="Host"):
    """Empty the screen.

    PS> Get-Help Clear-Host
    """

    def end(self) -> None:
        self.session.host.write(CLEAR)
