"""Breakpoints as objects: on a line, on a command, on a variable (about_Debuggers)."""

from __future__ import annotations

import os

from spshell.values.declare import net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock

_SMA = "System.Management.Automation."


def _script_name(breakpoint_: Any) -> str:
    return os.path.basename(breakpoint_.file or "")


@net_class(_SMA + "Breakpoint")
class Breakpoint:
    """What all breakpoints have. ``file`` is the full path of the script it is limited to, or empty."""

    ps_view = (
        "table",
        (
            ("ID", 4, "right", "Id"), ("Script", 0, "", _script_name), ("Line", 4, "right", "Line"),
            ("Command", 0, "", "Command"), ("Variable", 0, "", "Variable"), ("Action", 0, "", "Action"),
        ),
    )  # fmt: skip

    def __init__(self, number: int, file: str, action: ScriptBlock | None) -> None:
        self.number = number
        self.file = file
        self.block = action
        self.on = True
        self.hits = 0

    @prop("int Id {get}")
    def id(self) -> int:
        return self.number

    @prop("string Script {get}")
    def script(self) -> Any:
        return self.file or None

    @prop("bool Enabled {get}")
    def enabled(self) -> bool:
        return self.on

    @prop("int HitCount {get}")
    def hit_count(self) -> int:
        return self.hits

    @prop("scriptblock Action {get}")
    def action(self) -> Any:
        return self.block

    def in_file(self, name: str) -> bool:
        """Whether the breakpoint holds for code of a file."""
        return not self.file or self.file == name

    def describe(self) -> str:
        """What the debugger says when it stops here."""
        raise NotImplementedError


@net_class(_SMA + "LineBreakpoint")
class LineBreakpoint(Breakpoint):
    """Stops before the first statement of a line, or at a column of it."""

    def __init__(self, number: int, file: str, line: int, column: int, action: ScriptBlock | None) -> None:
        super().__init__(number, file, action)
        self.at_line = line
        self.at_column = column

    @prop("int Line {get}")
    def line(self) -> int:
        return self.at_line

    @prop("int Column {get}")
    def column(self) -> int:
        return self.at_column

    def describe(self) -> str:
        return f"Line breakpoint on '{self.ps_text_place()}'"

    def ps_text_place(self) -> str:
        """``file:line``, with the column when one was given."""
        column = f", {self.at_column}" if self.at_column else ""
        return f"{self.file}:{self.at_line}{column}"

    def ps_text(self) -> str:
        return self.describe()

    to_string = ps_text


@net_class(_SMA + "CommandBreakpoint")
class CommandBreakpoint(Breakpoint):
    """Stops before a command of a name (wildcards allowed) runs."""

    def __init__(self, number: int, file: str, command: str, action: ScriptBlock | None) -> None:
        super().__init__(number, file, action)
        self.pattern = command

    @prop("string Command {get}")
    def command(self) -> str:
        return self.pattern

    def describe(self) -> str:
        return f"Command breakpoint on '{self.file + ':' if self.file else ''}{self.pattern}'"

    def ps_text(self) -> str:
        return self.describe()

    to_string = ps_text


@net_class(_SMA + "VariableBreakpoint")
class VariableBreakpoint(Breakpoint):
    """Stops when a variable is read or written. ``mode`` is Read, Write or ReadWrite."""

    def __init__(self, number: int, file: str, variable: str, mode: str, action: ScriptBlock | None) -> None:
        super().__init__(number, file, action)
        self.watched = variable
        self.mode = mode

    @prop("string Variable {get}")
    def variable(self) -> str:
        return self.watched

    @prop("System.Management.Automation.VariableAccessMode AccessMode {get}")
    def access_mode(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_SMA + "VariableAccessMode", self.mode)

    def describe(self) -> str:
        place = f"{self.file}:" if self.file else ""
        return f"Variable breakpoint on '{place}${self.watched}' ({self.mode} access)"

    def ps_text(self) -> str:
        return self.describe()

    to_string = ps_text
