"""Write-Debug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.utility.message_text import MessageCmdlet, unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from spshell.engine.variables.scope import Scope


class WriteDebug(MessageCmdlet, verb="Write", noun="Debug"):
    """Write a message to the debug stream.

    Whether it is shown is decided by $DebugPreference.

        PS> Write-Debug 'the relay is slow'
    """

    @staticmethod
    def quick(scope: Scope, args: tuple[Any, ...]) -> Sequence[Any] | None:
        """Most messages are not asked for."""
        return unseen(scope, "debugpreference", args)

    def process(self) -> Iterator[object] | None:
        self.write_debug(self.message)
        return None
