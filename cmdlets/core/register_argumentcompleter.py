"""Register-ArgumentCompleter."""

from __future__ import annotations

from typing import Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class RegisterArgumentCompleter(Cmdlet, verb="Register", noun="ArgumentCompleter"):
    """Offer values for a parameter at the prompt.

    The block gets the command, the parameter and the word so far, and writes what may stand there.

        PS> Register-ArgumentCompleter -CommandName Send-SPMail -ParameterName To -ScriptBlock { 'ann@contoso.com' }
    """

    command_name: Any = parameter(
        "string[]",
        sets={"NativeCommandSet": SetFlags(mandatory=True), "PowerShellSet": SetFlags()},
        help="The commands; all when none is named.",
    )
    parameter_name: Any = parameter(
        "string", sets={"PowerShellSet": SetFlags(mandatory=True)}, help="The parameter."
    )
    script_block: Any = parameter(
        "scriptblock", mandatory=True, allow_null=True, help="What offers the values."
    )
    native: Any = parameter("switch", sets=("NativeCommandSet",), help="The commands are programs.")
    native_fallback: Any = parameter(
        "switch", sets=("NativeFallbackSet",), help="For every program without a block."
    )

    def end(self) -> None:
        from spshell.engine.binding.argument_completers import completers

        table = completers(self.session)
        if self.parameter_name is not None:
            table.register(self.command_name or [], self.parameter_name, self.script_block)
            return
        for command in self.command_name or [""]:
            table.native[command.lower()] = self.script_block
