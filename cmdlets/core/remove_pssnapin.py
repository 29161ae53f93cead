"""Remove-PSSnapin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from cmdlets.core.snapins import SnapIn, loaded, matching
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemovePSSnapin(Cmdlet, verb="Remove", noun="PSSnapin", should_process=True):
    """Take a snap-in off the list; its commands stay.

    PS> Add-PSSnapin Microsoft.SharePoint.PowerShell; Remove-PSSnapin *SharePoint*; @(Get-PSSnapin).Count
    0
    """

    name: Any = parameter(
        "string[]",
        mandatory=True,
        position=0,
        from_pipeline=True,
        by_name=True,
        help="Names, wildcards allowed.",
    )
    pass_thru: Any = parameter("switch", help="Return the snap-ins.")

    def process(self) -> Iterator[object]:
        names = loaded(self.session)
        for pattern in self.name:
            found = list(matching(pattern, list(names)))
            if not found and not has_wildcards(pattern):
                self.write_error(core_fault("RemovePSSnapInRead", pattern, target=pattern))
            for name in found:
                if self.should_process(name):
                    names.remove(name)
                    if self.pass_thru:
                        yield SnapIn(name)
