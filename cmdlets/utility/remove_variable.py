"""Remove-Variable."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.variable_names import matching, selected
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import scope_of
from spshell.values.wildcard import has_wildcards

BUILT_IN = frozenset({"true", "false", "null", "?"})
"""Constants that no scope holds."""


class RemoveVariable(Cmdlet, verb="Remove", noun="Variable", should_process=True):
    """Remove variables.

    PS> $a = 1; Remove-Variable a; $null -eq $a
    """

    name: Any = parameter(
        "string[]", position=0, mandatory=True, by_name=True, help="Names, wildcards allowed."
    )
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    force: Any = parameter("switch", help="Remove read-only variables too.")
    scope_name: Any = parameter(
        "string", name="Scope", validate=[ValidateNotNullOrEmpty()], help="Global, Local, Script or a number."
    )

    def process(self) -> None:
        scope = scope_of(self.scope, self.scope_name)
        for pattern in self.name:
            found = matching(scope, pattern.removeprefix("variable:"), only_here=self.scope_name is not None)
            if pattern.lower() in BUILT_IN:
                self.write_error(utility_fault("VariableNotRemovable", pattern, target=pattern))
                continue
            if not found and not has_wildcards(pattern):
                self.write_error(utility_fault("VariableNotFound", pattern, target=pattern))
            keep = set(selected((name for _, name in found), self.include, self.exclude))
            for holder, name in found:
                if name in keep and self.should_process(f"Name: {name}", "Remove variable"):
                    self._remove(holder, name)

    def _remove(self, scope: Any, name: str) -> None:
        folded = name.lower()
        attributes = scope.attributes.get(folded)
        if attributes is not None:
            fixed = attributes.options & {"Constant", "AllScope"}
            if fixed or (not attributes.writable and not self.force):
                self.write_error(
                    utility_fault("VariableNotRemovable", attributes.name, target=attributes.name)
                )
                return
            del scope.attributes[folded]
        scope.vars.pop(folded, None)
