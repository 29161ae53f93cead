"""Set-ExecutionPolicy."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import fault

_POLICY = "Microsoft.PowerShell.ExecutionPolicy"


class SetExecutionPolicy(Cmdlet, verb="Set", noun="ExecutionPolicy", should_process=True):
    """Scripts may always run here: the policy cannot be changed.

    PS> try { Set-ExecutionPolicy RemoteSigned } catch { $_.Exception.GetType().Name }
    PlatformNotSupportedException
    """

    execution_policy: Any = parameter(
        _POLICY, mandatory=True, position=0, from_pipeline=True, help="The policy."
    )
    scope_name: Any = parameter(
        _POLICY + "Scope", name="Scope", position=1, by_name=True, help="For whom it is meant."
    )
    force: Any = parameter("switch", help="Do not ask.")

    def process(self) -> None:
        self.throw(
            fault(
                "System.PlatformNotSupportedException",
                "There is no execution policy to set on this system.",
                "PlatformNotSupportedException",
                "NotSpecified",
            )
        )
