"""Invoke-Expression."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class InvokeExpression(Cmdlet, verb="Invoke", noun="Expression"):
    """Run text as a script in the current scope.

    PS> Invoke-Expression '1 + 2'
    """

    command: Any = parameter(
        "string", position=0, mandatory=True, from_pipeline=True, help="The text to run."
    )

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        block = self.session.recent_texts.block(self.command).bound_to(self.scope)
        try:
            block.run_inline(self.scope, self.out)
        except NetException as error:
            if error.record is not None and not error.record.command and not error.thrown:
                error.record.command = self.net_class
            raise
