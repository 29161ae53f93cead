"""Script blocks that offer values for parameters (Register-ArgumentCompleter)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.hashtable import Hashtable
from spshell.values.text import to_text

if TYPE_CHECKING:
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session


class ArgumentCompleters:
    """The completers of a session, by command and parameter; an empty command is any."""

    def __init__(self) -> None:
        self.blocks: dict[tuple[str, str], ScriptBlock] = {}
        self.native: dict[str, ScriptBlock] = {}

    def register(self, commands: list[str], parameter: str, block: ScriptBlock) -> None:
        """Use a block for a parameter of these commands, or of all when none is named."""
        for command in commands or [""]:
            self.blocks[command.lower(), parameter.lower()] = block

    def offers(self, command: str, parameter: str, word: str) -> list[str]:
        """What the block for a parameter offers for the word typed so far."""
        block = self.blocks.get((command.lower(), parameter.lower())) or self.blocks.get(
            ("", parameter.lower())
        )
        if block is None:
            return []
        return [_text(item) for item in block.invoke((command, parameter, word, None, Hashtable()))]


def _text(item: Any) -> str:
    text = getattr(item, "text", None)
    return text if isinstance(text, str) else to_text(item)


def completers(session: Session) -> ArgumentCompleters:
    """The session's completers."""
    found: ArgumentCompleters | None = session.services.get(ArgumentCompleters)
    if found is None:
        found = session.services[ArgumentCompleters] = ArgumentCompleters()
    return found
