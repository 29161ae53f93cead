"""Write-Verbose."""

from __future__ import annotations

from cmdlets.utility.message_text import MessageCmdlet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class WriteVerbose(MessageCmdlet, verb="Write", noun="Verbose"):
    """Write a message to the verbose stream.

    Whether it is shown is decided by $VerbosePreference.

        PS> Write-Verbose 'the relay is slow'
    """

    def process(self) -> Iterator[object] | None:
        self.write_verbose(self.message)
        return None
