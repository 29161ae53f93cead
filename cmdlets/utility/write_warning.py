"""Write-Warning."""

from __future__ import annotations

from cmdlets.utility.message_text import MessageCmdlet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class WriteWarning(MessageCmdlet, verb="Write", noun="Warning"):
    """Write a message to the warning stream.

    Whether it is shown is decided by $WarningPreference.

        PS> Write-Warning 'the relay is slow'
    """

    def process(self) -> Iterator[object] | None:
        self.write_warning(self.message)
        return None
