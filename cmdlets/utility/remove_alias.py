"""Remove-Alias."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import scope_of


class RemoveAlias(Cmdlet, verb="Remove", noun="Alias", default_set="Default"):
    """Remove aliases.

    PS> Set-Alias each ForEach-Object; Remove-Alias each
    """

    name: Any = parameter(
        "string[]", position=0, mandatory=True, from_pipeline=True, by_name=True, help="The aliases."
    )
    scope_name: Any = parameter("string", name="Scope", help="Global, Local, Script or a number.")
    force: Any = parameter("switch", help="Remove a read-only alias too.")

    def process(self) -> None:
        commands = self.session.commands
        for name in self.name:
            scope = self._holder(name)
            info = commands.find_alias(self.scope, name)
            if info is None:
                self.write_error(
                    utility_fault("AliasNotFound", name, error_id="ItemNotFoundException", target=name)
                )
                continue
            if "Constant" in info.options or ("ReadOnly" in info.options and not self.force):
                raise utility_fault("AliasNotRemovable", name, target=name)
            if scope.aliases is None:
                scope.aliases = {}
            if commands.manifests.find_alias(name.lower()) is not None and scope.parent is None:
                scope.aliases[name.lower()] = None  # hides the built-in one
            else:
                scope.aliases.pop(name.lower(), None)
            commands.changed(scope, name)

    def _holder(self, name: str) -> Any:
        if self.scope_name is not None:
            return scope_of(self.scope, self.scope_name)
        current: Any = self.scope
        while current.parent is not None:
            if current.aliases and name.lower() in current.aliases:
                return current
            current = current.parent
        return current
