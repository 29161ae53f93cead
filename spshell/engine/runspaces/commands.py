"""The commands of a pipeline that is put together call by call, and the script that runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.hashtable import Hashtable

if TYPE_CHECKING:
    from spshell.engine.session import Session


class Command:
    """One command or script with its arguments: named ones by name, positional ones in order."""

    __slots__ = ("is_script", "local", "name", "named", "positional", "starts_statement")

    def __init__(self, name: str, *, is_script: bool, local: bool, starts_statement: bool) -> None:
        self.name = name
        self.is_script = is_script
        self.local = local
        self.starts_statement = starts_statement
        self.named = Hashtable()
        self.positional: list[Any] = []


class Statements:
    """Commands, in statements joined as written; `run` works them off in a session."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self._next_starts = True

    def add(self, name: str, *, is_script: bool, local: bool) -> None:
        """Add a command to the pipeline, or as the first of a new statement."""
        self.commands.append(
            Command(name, is_script=is_script, local=local, starts_statement=self._next_starts)
        )
        self._next_starts = False

    def new_statement(self) -> None:
        """What is added next begins a statement."""
        self._next_starts = True

    def clear(self) -> None:
        """Forget everything."""
        self.commands.clear()
        self._next_starts = True

    def run(self, session: Session, out: Any, given: Any) -> None:
        """Run everything; output goes to `out`; `given` is piped into the first command unless it is None."""
        kept: dict[str, Any] = {}
        text: list[str] = []
        for index, command in enumerate(self.commands):
            text.append(_joint(index, command, given is not None))
            text.append(_call(index, command, session, kept))
        if given is not None:
            kept["pipeline_input"] = given
        variables = session.global_scope.vars
        variables.update(kept)
        try:
            session.run_text("".join(text), out)
        finally:
            for name in kept:
                variables.pop(name, None)


def _joint(index: int, command: Command, has_input: bool) -> str:
    if index == 0:
        return "$pipeline_input | " if has_input else ""
    return "; " if command.starts_statement else " | "


def _call(index: int, command: Command, session: Session, kept: dict[str, Any]) -> str:
    # Arguments travel in variables of names that no script uses, so that any object arrives as it is.
    kept[f"pipeline_named_{index}"] = command.named
    kept[f"pipeline_positional_{index}"] = command.positional
    what: Any = command.name
    if command.is_script:
        block = session.make_block(command.name)
        what = block.bound_to(session.global_scope)
    kept[f"pipeline_command_{index}"] = what
    operator = "." if command.is_script and not command.local else "&"
    named = f" @pipeline_named_{index}" if len(command.named) else ""
    positional = f" @pipeline_positional_{index}" if command.positional else ""
    return f"{operator} $pipeline_command_{index}{named}{positional}"
