"""The commands of a pipeline that is put together call by call, and the script that runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.compiler import CommandSpec
from spshell.engine.compiled.sites import CommandSite, ParameterName
from spshell.language.nodes.base import Source
from spshell.values.exceptions import fault
from spshell.values.hashtable import Hashtable

if TYPE_CHECKING:
    from spshell.engine.session import Session


class Command:
    """One command or script with its arguments: named ones by name, positional ones in order."""

    __slots__ = ("arguments", "is_script", "local", "name", "named", "positional", "starts_statement")

    def __init__(self, name: str, *, is_script: bool, local: bool, starts_statement: bool) -> None:
        self.name = name
        self.is_script = is_script
        self.local = local
        self.starts_statement = starts_statement
        self.named = Hashtable()
        self.positional: list[Any] = []
        self.arguments: tuple[Any, ...] = ()
        """What stands before these, in the shape that generated code gives arguments in."""

    def add(self, parameters: Any) -> None:
        """Take named arguments of a dictionary, or positional ones of a list."""
        if isinstance(parameters, list):
            self.positional.extend(parameters)
        else:
            for key, value in parameters.items():
                self.named[key] = value

    def copy(self) -> Command:
        """The command with argument lists of its own."""
        made = Command(
            self.name, is_script=self.is_script, local=self.local, starts_statement=self.starts_statement
        )
        made.named = self.named.copy()
        made.positional.extend(self.positional)
        made.arguments = self.arguments
        return made


class Statements:
    """Commands, in statements joined as written; `run` works them off in a session."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self._next_starts = True

    def add(self, name: str, *, is_script: bool, local: bool) -> None:
        """Add a command to the pipeline, or as the first of a new statement."""
        self.take(Command(name, is_script=is_script, local=local, starts_statement=False))

    def take(self, command: Command) -> None:
        """Add a command that was made apart."""
        made = command.copy()
        made.starts_statement = self._next_starts
        self.commands.append(made)
        self._next_starts = False

    def new_statement(self) -> None:
        """What is added next begins a statement."""
        self._next_starts = True

    def last(self) -> Command:
        """The command that arguments go to. Raises InvalidOperationException when there is none."""
        if not self.commands:
            raise fault(
                "System.InvalidOperationException",
                "There is no command to give the argument to: call AddCommand or AddScript first.",
                "InvalidOperationException",
                "InvalidOperation",
            )
        return self.commands[-1]

    def copy(self) -> Statements:
        """The same commands with arguments of their own."""
        made = Statements()
        made.commands = [command.copy() for command in self.commands]
        made._next_starts = self._next_starts
        return made

    def clear(self) -> None:
        """Forget everything."""
        self.commands.clear()
        self._next_starts = True

    def run(self, session: Session, out: Any, given: Any) -> None:
        """Run everything; output goes to `out`; `given` is piped into the first command unless it is None.

        An error that ends a pipeline ends all, as nothing stands around it that could go on.
        """
        from spshell.engine.pipelines.pipeline import run_pipeline

        scope = session.global_scope
        for index, statement in enumerate(self._statements()):
            parts = tuple(_part(command, session) for command in statement)
            has_input = index == 0 and given is not None
            run_pipeline(scope, out, has_input, given if has_input else None, parts)

    def _statements(self) -> list[list[Command]]:
        found: list[list[Command]] = []
        for command in self.commands:
            if command.starts_statement:
                found.append([])
            found[-1].append(command)
        return found


def _part(command: Command, session: Session) -> tuple[CommandSite, Any, tuple[Any, ...], None]:
    """A command as generated code hands it to a pipeline: its site, what to run, the arguments."""
    what: Any = command.name
    if command.is_script:
        what = session.make_block(command.name).bound_to(session.global_scope)
    invocation = "Dot" if command.is_script and not command.local else "Ampersand"
    name = None if command.is_script else command.name
    spec = CommandSpec(
        name, invocation, 0, len(command.name), [], plain=False, name_extent=(0, len(command.name))
    )
    arguments: list[Any] = []
    for parameter, value in command.named.items():
        arguments += [ParameterName(parameter, f"-{parameter}", colon=True), value]
    given = (*command.arguments, *arguments, *command.positional)
    return CommandSite(spec, Source(command.name)), what, given, None
