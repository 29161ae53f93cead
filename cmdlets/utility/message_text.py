"""The message parameter that Write-Warning, Write-Verbose and Write-Debug share."""

from __future__ import annotations

from typing import Any

from spshell.engine.cmdlet import Cmdlet, parameter


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
