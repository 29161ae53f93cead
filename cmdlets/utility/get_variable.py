"""Get-Variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from cmdlets.utility.variable_names import matching, selected
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import VariableObject, scope_of
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetVariable(Cmdlet, verb="Get", noun="Variable"):
    """List variables.

    Without a name, all variables that are visible here.

        PS> $relay = 'mail01'; Get-Variable relay -ValueOnly
    """

    name: Any = parameter(
        "string[]",
        position=0,
        from_pipeline=True,
        by_name=True,
        validate=[ValidateNotNullOrEmpty()],
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    value_only: Any = parameter("switch", help="Give the values instead of the variables.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    scope_name: Any = parameter(
        "string", name="Scope", validate=[ValidateNotNullOrEmpty()], help="Global, Local, Script or a number."
    )

    def process(self) -> Iterator[object]:
        scope = scope_of(self.scope, self.scope_name)
        for pattern in self.name or ["*"]:
            found = matching(scope, pattern, only_here=self.scope_name is not None)
            if not found and not has_wildcards(pattern):
                self.write_error(utility_fault("VariableNotFound", pattern, target=pattern))
            keep = set(selected((name for _, name in found), self.include, self.exclude))
            for holder, name in found:
                if name in keep:
                    variable = VariableObject(holder, name)
                    yield variable.value if self.value_only else variable
