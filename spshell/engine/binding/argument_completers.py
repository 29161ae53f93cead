"""Script blocks that offer values for parameters (Register-ArgumentCompleter)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

    def find(self, command: str, parameter: str) -> ScriptBlock | None:
        """The block for a parameter of a command, else for the parameter of any command."""
        folded = parameter.lower()
        return self.blocks.get((command.lower(), folded)) or self.blocks.get(("", folded))

    def find_native(self, program: str) -> ScriptBlock | None:
        """The block for a program, by its name with or without its ending, else the one for all programs."""
        leaf = program.rpartition("/")[2].lower()
        return self.native.get(leaf) or self.native.get(leaf.rpartition(".")[0]) or self.native.get("")


def completers(session: Session) -> ArgumentCompleters:
    """The session's completers."""
    found: ArgumentCompleters | None = session.services.get(ArgumentCompleters)
    if found is None:
        found = session.services[ArgumentCompleters] = ArgumentCompleters()
    return found
