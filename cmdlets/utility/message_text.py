"""The message parameter that Write-Warning, Write-Verbose and Write-Debug share."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.variables import preference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from spshell.engine.variables.scope import Scope


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


def unseen(scope: Scope, variable: str, args: tuple[Any, ...]) -> Sequence[Any] | None:
    """`Cmdlet.quick` of a message that the preference variable (folded) keeps from being seen."""
    if len(args) == 1 and args[0].__class__ is str and not scope.session.taps:
        return () if preference(scope, variable) == "silentlycontinue" else None
    return None
