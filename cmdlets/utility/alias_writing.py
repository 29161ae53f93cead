"""What New-Alias and Set-Alias share: defining an alias in a scope with its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.alias_tables import visible_aliases
from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import option_names, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.commands.kinds import AliasInfo


class AliasWriter(Cmdlet):
    """A cmdlet that defines an alias."""

    name: Any = parameter("string", position=0, mandatory=True, by_name=True, help="The alias.")
    value: Any = parameter("string", position=1, mandatory=True, by_name=True, help="The command.")
    description: Any = parameter("string", default="", help="What the alias is for.")
    option: Any = parameter(
        "System.Management.Automation.ScopedItemOptions", help="ReadOnly, Constant, Private, AllScope."
    )
    pass_thru: Any = parameter("switch", help="Return the alias.")
    scope_name: Any = parameter("string", name="Scope", help="Global, Local, Script or a number.")
    force: Any = parameter("switch", help="Change a read-only alias too.")

    replaces = True
    action = "Set Alias"

    def process(self) -> Iterator[object]:
        scope = scope_of(self.scope, self.scope_name)
        if not self.should_process(f"Name: {self.name} Value: {self.value}", self.action):
            return
        existing = (scope.aliases or {}).get(self.name.lower())
        if existing is None and scope.parent is None:
            existing = visible_aliases(scope, only_here=True).get(self.name.lower())
        if existing is not None and not self._may_replace(existing):
            return
        made = self.session.commands.assign_alias(
            scope, self.name, self.value, description=self.description, options=self._alias_options()
        )
        if self.pass_thru:
            yield made

    def _alias_options(self) -> frozenset[str]:
        return frozenset() if self.option is None else option_names(self.option)

    def _may_replace(self, existing: AliasInfo) -> bool:
        if not self.replaces and not self.force:
            self.write_error(utility_fault("AliasAlreadyExists", self.name, target=self.name))
            return False
        fixed = "Constant" in existing.options or ("ReadOnly" in existing.options and not self.force)
        if fixed:
            self.write_error(utility_fault("AliasNotWritable", self.name, target=self.name))
        return not fixed
