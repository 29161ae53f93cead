"""Get-PSCallStack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.calls.frames import CallStackFrame, running_frames
from spshell.engine.commands.cmdlet import Cmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetPSCallStack(Cmdlet, verb="Get", noun="PSCallStack"):
    """List the calls that are running, the innermost first.

    PS> Get-PSCallStack | Select-Object Command, Location
    """

    def process(self) -> Iterator[CallStackFrame]:
        yield from running_frames()
