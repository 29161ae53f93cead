"""Get-Alias."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.alias_tables import visible_aliases
from cmdlets.utility.messages import utility_fault
from cmdlets.utility.variable_names import selected
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import scope_of
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetAlias(Cmdlet, verb="Get", noun="Alias", default_set="Default"):
    """List aliases.

    PS> Get-Alias foreach
    PS> Get-Alias -Definition ForEach-Object
    """

    name: Any = parameter(
        "string[]",
        sets=("Default",),
        position=0,
        from_pipeline=True,
        by_name=True,
        validate=[ValidateNotNullOrEmpty()],
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    exclude: Any = parameter("string[]", help="No names like these.")
    scope_name: Any = parameter("string", name="Scope", help="Global, Local, Script or a number.")
    definition: Any = parameter(
        "string[]",
        sets=("Definition",),
        validate=[ValidateNotNullOrEmpty()],
        help="Aliases of these commands.",
    )

    def process(self) -> Iterator[object]:
        scope = scope_of(self.scope, self.scope_name)
        aliases = visible_aliases(scope, only_here=self.scope_name is not None)
        by_definition = self.parameter_set == "Definition"
        for pattern in (self.definition if by_definition else self.name) or ["*"]:
            test = wildcard_test(pattern)
            found = [
                info for info in aliases.values() if test(info.definition if by_definition else info.name)
            ]
            keep = set(selected((info.name for info in found), None, self.exclude))
            if not found and not has_wildcards(pattern):
                self.write_error(
                    utility_fault("AliasNotFound", pattern, error_id="ItemNotFoundException", target=pattern)
                )
            yield from (info for info in found if info.name in keep)
