"""Clear-Variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.variable_names import matching, selected
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import VariableObject, assign, scope_of
from spshell.values.exceptions import NetException
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClearVariable(Cmdlet, verb="Clear", noun="Variable", should_process=True):
    """Set variables to null.

    A typed variable gets the value that null converts to.

        PS> $a = 1; Clear-Variable a; $null -eq $a
    """

    name: Any = parameter(
        "string[]", position=0, mandatory=True, by_name=True, help="Names, wildcards allowed."
    )
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    force: Any = parameter("switch", help="Clear read-only variables too.")
    pass_thru: Any = parameter("switch", help="Return the variables.")
    scope_name: Any = parameter(
        "string", name="Scope", validate=[ValidateNotNullOrEmpty()], help="Global, Local, Script or a number."
    )

    def process(self) -> Iterator[object]:
        scope = scope_of(self.scope, self.scope_name)
        for pattern in self.name:
            found = matching(scope, pattern, only_here=self.scope_name is not None)
            if not found and not has_wildcards(pattern):
                self.write_error(utility_fault("VariableNotFound", pattern, target=pattern))
            keep = set(selected((name for _, name in found), self.include, self.exclude))
            for holder, name in found:
                if name not in keep or not self.should_process(f"Name: {name}", "Clear variable"):
                    continue
                target = holder if self.scope_name is not None or holder is scope else scope
                try:
                    assign(target, name, None, force=bool(self.force))
                except NetException as error:
                    self.write_error(error)
                    continue
                if self.pass_thru:
                    yield VariableObject(target, name)
