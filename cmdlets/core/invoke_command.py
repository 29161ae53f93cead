"""Invoke-Command."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateNotNull
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class InvokeCommand(Cmdlet, verb="Invoke", noun="Command", default_set="InProcess"):
    """Run a script block in this process.

    PS> Invoke-Command { param($a) $a * 2 } -ArgumentList 4
    """

    script_block: Any = parameter(
        "scriptblock",
        sets={
            "InProcess": SetFlags(mandatory=True, position=0),
            "Session": SetFlags(mandatory=True, position=1),
            "ComputerName": SetFlags(mandatory=True, position=1),
        },
        aliases=("Command",),
        validate=[ValidateNotNull()],
        help="What to run.",
    )
    no_new_scope: Any = parameter("switch", sets=("InProcess",), help="Run in the caller's scope.")
    session_objects: Any = parameter(
        "System.Object[]", sets={"Session": SetFlags(position=0)}, name="Session", help="Not available here."
    )
    computer_name: Any = parameter(
        "string[]", sets={"ComputerName": SetFlags(position=0)}, aliases=("Cn",), help="Not available here."
    )
    input_object: Any = parameter("psobject", from_pipeline=True, help="Objects for $input.")
    argument_list: Any = parameter("System.Object[]", aliases=("Args",), help="Arguments of the block.")

    def begin(self) -> None:
        self.items: list[Any] = []
        if self.parameter_set != "InProcess":
            from spshell.engine.errors.faults import raise_fault

            raise_fault(
                "NotSupportedHere",
                "Running commands on other computers (run spshell there, over ssh for instance)",
            )

    def accept(self, value: Any) -> None:
        """Keep the object for $input."""
        self.items.append(value)

    def process(self) -> None:
        if self.is_bound("InputObject"):
            self.items.append(self.input_object)

    def end(self) -> None:
        from spshell.engine.calls.calls import call_block

        arguments = list(self.argument_list or [])
        scope = self.scope if self.no_new_scope else None
        call_block(self.script_block, self.scope, arguments, self.out, input_items=self.items, scope=scope)
