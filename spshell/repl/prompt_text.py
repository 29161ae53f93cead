"""The text of the prompt."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.session import Session


def prompt_text(session: Session) -> str:
    """What a function named ``prompt`` outputs, or ``PS path> ``. An error in it never ends the session."""
    function = session.commands.find_function(session.global_scope, "prompt")
    if function is not None:
        from spshell.values.exceptions import NetException
        from spshell.values.text import to_text

        try:
            text = to_text(function.script_block.invoke_value())
        except NetException:
            text = ""
        if text:
            return text
    return f"PS {session.location}> "
