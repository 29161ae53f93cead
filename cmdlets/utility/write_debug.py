"""Write-Debug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.utility.message_text import MessageCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class WriteDebug(MessageCmdlet, verb="Write", noun="Debug"):
    """Write a message to the debug stream.

    Whether it is shown is decided by $DebugPreference.

        PS> Write-Debug 'the relay is slow'
    """

    def process(self) -> Iterator[object] | None:
        self.write_debug(self.message)
        return None
