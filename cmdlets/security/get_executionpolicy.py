"""Get-ExecutionPolicy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCOPES = ("MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine")
_POLICY = "Microsoft.PowerShell.ExecutionPolicy"


class GetExecutionPolicy(Cmdlet, verb="Get", noun="ExecutionPolicy"):
    """Which scripts may run: outside Windows all of them.

    PS> Get-ExecutionPolicy
    Unrestricted
    """

    scope_name: Any = parameter(
        _POLICY + "Scope", name="Scope", position=0, by_name=True, help="For whom the policy holds."
    )
    list: Any = parameter("switch", help="The policies of all scopes.")

    def process(self) -> Iterator[object]:
        from spshell.engine.variables.objects import enum_value
        from spshell.values.objects import PSCustomObject

        policy = enum_value(_POLICY, "Unrestricted")
        if not self.list:
            yield policy
            return
        for name in _SCOPES:
            yield PSCustomObject({"Scope": enum_value(_POLICY + "Scope", name), "ExecutionPolicy": policy})
