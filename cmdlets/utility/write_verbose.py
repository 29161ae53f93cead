"""Write-Verbose."""

from __future__ import annotations

from cmdlets.utility.message_text import MessageCmdlet, unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from spshell.engine.variables.scope import Scope


class WriteVerbose(MessageCmdlet, verb="Write", noun="Verbose"):
    """Write a message to the verbose stream.

    Whether it is shown is decided by $VerbosePreference.

        PS> Write-Verbose 'the relay is slow'
    """

    @staticmethod
    def quick(scope: Scope, args: tuple[Any, ...]) -> Sequence[Any] | None:
        """Most messages are not asked for."""
        return unseen(scope, "verbosepreference", args)

    def process(self) -> Iterator[object] | None:
        self.write_verbose(self.message)
        return None
