"""The message parameter that Write-Warning, Write-Verbose and Write-Debug share."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class MessageCmdlet(Cmdlet):
    """A cmdlet that writes one message per input object."""

    message: Any = parameter(
        "string",
        position=0,
        mandatory=True,
        from_pipeline=True,
        allow_empty_string=True,
        aliases=("Msg",),
        help="The text.",
    )
