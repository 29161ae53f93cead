"""Get-PSSnapin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from cmdlets.core.snapins import REGISTERED, SnapIn, loaded, matching
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetPSSnapin(Cmdlet, verb="Get", noun="PSSnapin"):
    """List the snap-ins that were added.

    PS> $null -eq (Get-PSSnapin Microsoft.SharePoint.PowerShell -ErrorAction SilentlyContinue)
    True
    """

    name: Any = parameter("string[]", position=0, help="Names, wildcards allowed.", wildcards=True)
    registered: Any = parameter("switch", help="Those that could be added.")

    def process(self) -> Iterator[object]:
        known = loaded(self.session)
        if self.registered:
            known = [name for name in REGISTERED if name not in known]
        for pattern in self.name or ["*"]:
            found = list(matching(pattern, known))
            if not found and not has_wildcards(pattern):
                self.write_error(core_fault("GetPSSnapInRead", pattern, target=pattern))
            yield from (SnapIn(name) for name in found)
