"""New-Variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import (
    VariableObject,
    assign,
    attributes_of,
    exists,
    option_names,
    scope_of,
    set_options,
)
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewVariable(Cmdlet, verb="New", noun="Variable", should_process=True, impact="Low"):
    """Make a variable.

    A variable of that name in the same scope is an error unless -Force is given.

        PS> New-Variable port 587 -Option Constant; $port
    """

    name: Any = parameter("string", position=0, mandatory=True, by_name=True, help="The name.")
    value: Any = parameter("System.Object", position=1, from_pipeline=True, by_name=True, help="The value.")
    description: Any = parameter("string", help="What the variable is for.")
    option: Any = parameter(
        "System.Management.Automation.ScopedItemOptions", help="ReadOnly, Constant, Private, AllScope."
    )
    visibility: Any = parameter(
        "System.Management.Automation.SessionStateEntryVisibility", help="Public or Private."
    )
    force: Any = parameter("switch", help="Replace a variable of that name.")
    pass_thru: Any = parameter("switch", help="Return the variable.")
    scope_name: Any = parameter(
        "string", name="Scope", validate=[ValidateNotNullOrEmpty()], help="Global, Local, Script or a number."
    )

    def process(self) -> Iterator[object]:
        scope = scope_of(self.scope, self.scope_name)
        if not self.should_process(f"Name: {self.name}", "New variable"):
            return
        folded = self.name.lower()
        if exists(scope, folded):
            if not self.force:
                self.write_error(utility_fault("VariableAlreadyExists", self.name, target=self.name))
                return
            held = scope.attributes.get(folded)
            if held is not None and "Constant" not in held.options:
                del scope.attributes[folded]
        try:
            assign(scope, self.name, self.value, force=bool(self.force))
        except NetException as error:
            self.write_error(error)
            return
        if self.option is not None:
            names = option_names(self.option)
            set_options(scope, self.name, names)
        if self.description is not None:
            attributes_of(scope, self.name).description = self.description
        if self.pass_thru:
            yield VariableObject(scope, self.name)
