"""System.Management.Automation.PSCommand: the commands of a pipeline as a value, and what can be seen of each."""

from __future__ import annotations

from typing import Any

from spshell.engine.runspaces.commands import Command, Statements
from spshell.values.declare import constructor, method, net_class, prop

_SMA = "System.Management.Automation."
_R = _SMA + "Runspaces."


@net_class(_R + "CommandParameter")
class CommandParameter:
    """An argument; one without a name is positional."""

    def __init__(self, name: str | None, value: Any = None) -> None:
        self.parameter = name
        self.argument = value

    @constructor("(string name)", "(string name, System.Object value)")
    @staticmethod
    def make(name: str, value: Any = None) -> CommandParameter:
        return CommandParameter(name, value)

    @prop("string Name {get}")
    def name(self) -> str | None:
        return self.parameter

    @prop("System.Object Value {get}")
    def value(self) -> Any:
        return self.argument


@net_class(_R + "Command")
class MadeCommand:
    """One command of a pipeline."""

    def __init__(self, command: Command) -> None:
        self.command = command

    @constructor("(string command)", "(string command, bool isScript)",
                 "(string command, bool isScript, bool useLocalScope)")  # fmt: skip
    @staticmethod
    def make(text: str, script: bool = False, local: bool = False) -> MadeCommand:
        return MadeCommand(Command(text, is_script=script, local=local, starts_statement=False))

    @prop("string CommandText {get}")
    def text(self) -> str:
        return self.command.name

    @prop("bool IsScript {get}")
    def is_script(self) -> bool:
        return self.command.is_script

    @prop("bool UseLocalScope {get}")
    def local_scope(self) -> bool:
        return self.command.local

    @prop(f"{_R}CommandParameter[] Parameters {{get}}")
    def parameters(self) -> list[CommandParameter]:
        """Named ones first."""
        named = [CommandParameter(name, value) for name, value in self.command.named.items()]
        return named + [CommandParameter(None, value) for value in self.command.positional]

    @method("string ToString()")
    def ps_text(self) -> str:
        return self.command.name


@net_class(_SMA + "PSCommand")
class PSCommand:
    """The commands of a PowerShell object, or commands that wait for one."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements

    @constructor("()")
    @staticmethod
    def empty() -> PSCommand:
        return PSCommand(Statements())

    @method(f"{_SMA}PSCommand AddCommand(string command)",
            f"{_SMA}PSCommand AddCommand(string cmdlet, bool useLocalScope)")  # fmt: skip
    def add_command(self, name: str, local: bool = False) -> PSCommand:
        self.statements.add(name, is_script=False, local=local)
        return self

    @method(f"{_SMA}PSCommand AddScript(string script)",
            f"{_SMA}PSCommand AddScript(string script, bool useLocalScope)")  # fmt: skip
    def add_script(self, script: str, local: bool = False) -> PSCommand:
        self.statements.add(script, is_script=True, local=local)
        return self

    @method(f"{_SMA}PSCommand AddArgument(System.Object value)")
    def add_argument(self, value: Any) -> PSCommand:
        self.statements.last().positional.append(value)
        return self

    @method(f"{_SMA}PSCommand AddParameter(string parameterName)",
            f"{_SMA}PSCommand AddParameter(string parameterName, System.Object value)")  # fmt: skip
    def add_parameter(self, name: str, *value: Any) -> PSCommand:
        self.statements.last().named[name.removeprefix("-")] = value[0] if value else True
        return self

    @method(f"{_SMA}PSCommand AddStatement()")
    def add_statement(self) -> PSCommand:
        self.statements.new_statement()
        return self

    @method(f"{_SMA}PSCommand Clone()")
    def clone(self) -> PSCommand:
        return PSCommand(self.statements.copy())

    @method("void Clear()")
    def clear(self) -> None:
        self.statements.clear()

    @method(f"{_SMA}PSCommand AddCommand({_R}Command command)")
    def add_made(self, command: MadeCommand) -> PSCommand:
        self.statements.take(command.command)
        return self

    @method(f"{_SMA}PSCommand AddParameters(System.Collections.IDictionary parameters)",
            f"{_SMA}PSCommand AddParameters(System.Collections.IList parameters)")  # fmt: skip
    def add_parameters(self, parameters: Any) -> PSCommand:
        self.statements.last().add(parameters)
        return self

    @prop(f"{_R}Command[] Commands {{get}}")
    def commands(self) -> Any:
        return [MadeCommand(command) for command in self.statements.commands]
